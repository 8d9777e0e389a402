import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import zxingcpp

from handouts.paper import MM, Paper, grey, read, squeezed
from playbook.handouts.handout import Handout
from playbook.handouts.printing import Print
from playbook.library.library import Library
from projects import ADDRESS

SIZES = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
LARGE = {"a4": (297.0, 420.0), "us-letter": (279.4, 431.8)}


def test_every_exercise_guide_and_play_has_its_sheets(
    handouts: list[Handout], shipped: Library
) -> None:
    paths = {each.path for each in handouts}
    assert len(paths) == len(handouts)
    assert [each.fault for each in handouts if each.fault] == []
    sessions = [
        entry for entry in shipped.entries.values() if entry.kind.name in {"play", "reading-guide"}
    ]
    assert len(sessions) > 20
    for entry in sessions:
        names = [
            "pack",
            "facilitator",
            *(f"worksheet-{each.id}" for each in entry.artifact.exercises),
        ]
        decks = ["question-cards"] * bool(entry.artifact.questions.team)
        decks += ["anti-pattern-cards"] * bool(entry.artifact.anti_patterns)
        names += [f"{deck}{flip}" for deck in decks for flip in ("", ".short")]
        assert len(entry.artifact.exercises) > 0
        folder = f"handouts/{entry.kind.folder}/{entry.id}"
        assert [name for name in names if f"{folder}/{name}" not in paths] == []


def test_every_use_is_printed_on_both_papers(printed: list[Print]) -> None:
    papers: dict[str, set[str]] = {}
    for each in printed:
        assert each.path in {f"{each.handout.path}.a4.pdf", f"{each.handout.path}.letter.pdf"}
        papers.setdefault(each.handout.use, set()).add(each.paper)
    assert len({each.path for each in printed}) == len(printed)
    assert len(papers) > 5
    assert all(len(both) == 2 for both in papers.values())


def test_each_print_is_as_large_as_its_paper_and_says_how_many_pages_it_has(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    for each in printed:
        pages = papers[each.path]
        assert len(pages) == each.pages > 0
        sizes = {
            tuple(sorted((round(page.wide / MM, 1), round(page.tall / MM, 1)))) for page in pages
        }
        if each.handout.use == "poster":
            assert len(sizes) == 1
            assert min(sizes) >= LARGE[each.paper]
        else:
            assert sizes == {SIZES[each.paper]}, each.path


def test_each_page_has_its_number_the_site_and_the_version(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    for each in printed:
        for number, page in enumerate(papers[each.path], 1):
            if not page.text:
                assert number % 2 == 0 < len(each.handout.sections)
                continue
            assert f"page {number} of {each.pages}" in page.text, each.path
            assert each.handout.site in page.text
            assert re.search(r"version\s+[0-9a-f]{7}", page.text)


def test_each_sheet_of_a_pack_is_on_the_pages_that_are_offered(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    packs = [each for each in printed if each.handout.use == "pack"]
    assert len(packs) > 6
    for each in packs:
        spans = list(each.spans)
        worded = [number for number, page in enumerate(papers[each.path], 1) if page.text]
        offered = [number for _, first, last in spans for number in range(first, last + 1)]
        assert [number for number in offered if number in worded] == worded[1:]
        assert all(first % 2 and last in worded for _, first, last in spans), each.path
        for sheet, (_, first, _) in zip(each.handout.data["sheets"][1:], spans, strict=True):
            page = papers[each.path][first - 1]
            assert squeezed(sheet["running"].rstrip("…")) in squeezed(page.text), each.path
            assert sheet["version"] in page.text


def test_fonts_are_embedded_and_tags_title_and_language_are_set(printed: list[Print]) -> None:
    of_each_use = {each.handout.use: each for each in printed}
    assert len(of_each_use) > 5
    for each in of_each_use.values():
        document = pypdf.PdfReader(io.BytesIO(each.content))
        catalog: Any = document.trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"]
        assert catalog["/Lang"] == "en"
        assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid:part" in catalog["/Metadata"].get_data(), each.path
        assert document.metadata is not None
        assert document.metadata.title == each.handout.title
        assert not {"/CreationDate", "/ModDate"} & set(document.metadata), "a clock was asked"
        fonts = [
            one
            for one in map(pypdf.generic.IndirectObject.get_object, objects(document))
            if isinstance(one, dict) and one.get("/Type") == "/FontDescriptor"
        ]
        assert len(fonts) >= 1
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in fonts), (
            each.path
        )


def objects(document: pypdf.PdfReader) -> Iterator[pypdf.generic.IndirectObject]:
    """Yield every object of a PDF."""
    for number in {**document.xref[0], **document.xref_objStm}:
        yield pypdf.generic.IndirectObject(number, 0, document)


def test_the_code_leads_to_the_page(printed: list[Print], shipped: Library) -> None:
    read_back = 0
    coded = {"worksheet", "facilitator", "pack"}
    printed_whole = {each.handout.of for each in printed if each.handout.use == "facilitator"}
    for each in printed:
        if each.handout.use not in coded or each.handout.of not in printed_whole:
            continue
        entry = shipped.entries[each.handout.of]
        part = f"#{each.handout.part}" if each.handout.part else ""
        first, *_ = read(each.content)
        (found,) = zxingcpp.read_barcodes(grey(first.native))
        assert found.text == f"{ADDRESS}{entry.kind.folder}/{entry.id}/{part}"
        read_back += 1
    assert read_back >= 8
