"""What a search keeps of a page, and how its index is put together."""

import json
from array import array

from playbook.site.search import PageText, Piece, add_pieces, read_page, sketch_pages
from playbook.site.search_parts import FOLDER, make_parts, make_search_files
from playbook.site.search_sections import read_sections
from playbook.site.search_terms import make_stemmer

PAGE = """
<nav><a href="..">Home</a></nav>
<p class="pb-kind">Play</p>
<h1 id="Top">Draw &amp; show<a class="headerlink" href="#Top">¶</a></h1>
<p class="pb-summary">See it.</p>
<div class="pb-facts"><ul><li>Time 45 min</li></ul></div>
<h2 id="Scores">Scores</h2>
<p>Give each a <em>mark</em></p><ul><li>Low</li><li>High<p>inside</p></li></ul>
<table class="pb-scorecard"><tr><th>Clean data</th><td>0</td><td>1</td></tr></table>
<svg><text>Drawn</text><text>card</text></svg>
<select><option>Chosen</option></select>
<div data-search-exclude><div>Left</div> out</div>
"""


def test_a_section_shows_its_sentences_and_finds_cells_and_drawings_too() -> None:
    top, scores = read_sections(PAGE)
    assert (top.id, top.title, top.sentences) == ("", "Draw & show", "See it.")
    assert " ".join(top.loose).split() == ["Time", "45", "min"]
    assert (scores.id, scores.title) == ("Scores", "Scores")
    assert scores.sentences == "Give each a mark · Low · inside · High"
    assert " ".join(scores.loose).split() == ["Clean", "data", "0", "1", "Drawn", "card"]


def test_a_piece_takes_the_place_of_the_section_with_its_id() -> None:
    page = read_page(PAGE, "plays/it/", {"tags": ["Play"]})
    assert page
    pieces = [Piece("it.md", anchor, "Step", "T", ("W",)) for anchor in ("Scores", "new")]
    add_pieces({"it.md": page}, [*pieces, Piece("gone.md", "x", "Step", "T", ())])
    assert [(each.id, each.kind) for each in page.sections] == [
        ("", ""),
        ("Scores", "Step"),
        ("new", "Step"),
    ]


def test_what_an_artifact_says_is_known_before_a_page_is_made() -> None:
    pieces = [Piece("it.md", "", "Play", "It", ("W",)), Piece("it.md", "x", "Step", "T", ())]
    pages = sketch_pages({"it.md": ("it/", "It"), "other.md": ("other/", "Other")}, pieces)
    assert (pages["it.md"].tags, pages["other.md"].tags) == (("Play",), ("Page",))
    assert [(each.id, each.title, each.sentences) for each in pages["it.md"].sections] == [
        ("", "It", "W"),
        ("x", "T", ""),
    ]


def test_a_page_whose_front_matter_leaves_it_out_is_not_found() -> None:
    assert read_page(PAGE, "it/", {"search": {"exclude": True}}) is None


def test_forms_of_a_word_share_a_stem_in_english_and_the_language_of_the_site() -> None:
    english, german = make_stemmer("en", {}), make_stemmer("de", {})
    assert len({english(word) for word in ("prioritise", "prioritizing", "prioritized")}) == 1
    assert len({german(word) for word in ("interview", "interviews")}) == 1
    assert len({german(word) for word in ("gesprach", "gesprache", "gesprachen")}) == 1


def test_the_parts_of_the_vocabulary_are_small_and_in_order() -> None:
    found = {f"{letter}{number}": array("Q", [5]) for letter in "cab" for number in range(2000)}
    parts = list(make_parts(found, [5], make_stemmer("en", {})))
    assert len(parts) > 2
    firsts = [part[0][0].split(" ")[0] for part in parts]
    assert firsts == sorted(firsts)
    assert max(len(json.dumps(part)) for part in parts) < 60_000
    assert {form for part in parts for forms, _ in part for form in forms.split(" ")} == set(found)


def test_the_same_pages_in_another_order_make_the_same_files() -> None:
    pages = [PageText(url, ("Play",), 1, read_sections(PAGE)) for url in ("b/", "a/", "")]
    made = make_search_files(pages, [], "en")
    assert made == make_search_files(reversed(pages), [], "en")
    assert f"{FOLDER}/index.js" in made
