"""What is internal is nowhere in what `--public` makes.

Not in a page, a picture, an index, a feed, a calendar.
"""

import gzip
import os
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

import pikepdf
import pytest
from click.testing import CliRunner
from pypdfium2 import PdfDocument

from built import file_of, files, find_anchor, on_site, pages
from marked import FACE, LEFT, MARK, OPEN_FACE, USED_INSIDE, marks, write
from playbook.cli import main
from playbook.drawing.cache import PictureCache
from playbook.project import Project as Loaded
from playbook.project import load_project
from playbook.site.site import Site, make_site
from playbook.source.problem import Severity
from projects import ROOT, Project, make_project, run_forked, run_playbook

HERE = ROOT / "tests" / "fixtures" / "public"
ADDRESS = "https://playbook.test/"
ADDRESSED = {"PLAYBOOK_SITE_URL": ADDRESS}
"""Of every run, so that a sheet, which bears the address, is typeset once for all of them."""
GOLDEN = sorted(HERE.glob("*.golden.md"))


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_project(tmp_path_factory.mktemp("marked") / "project", content=False)
    write(project)
    return project


@pytest.fixture(scope="module")
def public_project(marked: Project) -> Loaded:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_SITE_URL", ADDRESS)
        return load_project(marked.root, public=True)


def built(project: Project, *flags: str) -> Path:
    done = run_playbook("build", *flags, cwd=project.root, PLAYBOOK_SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return (project.root / "site").rename(project.root / f"made{''.join(flags)}")


@pytest.fixture(scope="module")
def public(marked: Project) -> Path:
    return built(marked, "--public")


@pytest.fixture(scope="module")
def whole(marked: Project) -> Path:
    return built(marked)


def read_texts(place: Path) -> dict[str, str]:
    """Return every file below a folder as lower-case text, unpacked, with its name."""
    return {
        name: f"{unquote(name).lower()}\n{read_text(raw, Path(name).suffix)}"
        for name, raw in files(place).items()
    }


@cache
def read_text(raw: bytes, suffix: str) -> str:
    """Return what a file says; most of them are the same in each of the sites."""
    if suffix == ".gz":
        raw = gzip.decompress(raw)
    if suffix == ".pdf":
        raw = printed(raw)
    return unquote_to_bytes(raw).decode(errors="replace").lower()


def printed(raw: bytes) -> bytes:
    """Return what a PDF says, its title and its links; packed bytes say anything."""
    text = "".join(page.get_textpage().get_text_range() for page in PdfDocument(raw)).encode()
    plain = BytesIO()
    with pikepdf.open(BytesIO(raw)) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return re.sub(rb"stream\r?\n.*?endstream", b"", plain.getvalue(), flags=re.DOTALL) + text


def giving_away(place: Path) -> dict[str, set[str]]:
    return find_marked(read_texts(place))


def find_marked(texts: dict[str, str]) -> dict[str, set[str]]:
    return {name: marks(text) for name, text in texts.items() if MARK in text}


@pytest.fixture(scope="module")
def public_texts(public: Path) -> dict[str, str]:
    return read_texts(public)


def test_no_file_of_a_public_site_knows_of_what_is_internal(public_texts: dict[str, str]) -> None:
    assert find_marked(public_texts) == {}


def test_a_public_site_has_the_files_that_its_own_pages_use(public: Path, whole: Path) -> None:
    assert (public / "pictures" / "open.png").read_bytes() == b"open"
    assert (public / OPEN_FACE).is_file()
    assert [name for name in (*USED_INSIDE, FACE) if not (whole / name).is_file()] == []
    assert [name for name in LEFT if (whole / name).exists()] == []


def test_a_public_site_without_a_server_knows_of_nothing_internal(marked: Project) -> None:
    assert giving_away(built(marked, "--public", "--offline")) == {}


def test_sheets_printed_for_the_public_leave_none_of_an_earlier_run(marked: Project) -> None:
    sheets = marked.root / "handouts"
    every = ("handouts", "--paper", "a4", "--for", "participants")
    assert run_playbook(*every, cwd=marked.root, **ADDRESSED).returncode == 0
    assert len(giving_away(sheets)) > 6
    done = run_playbook(*every, "--public", cwd=marked.root, **ADDRESSED)
    assert (done.returncode, giving_away(sheets)) == (0, {})
    assert len(files(sheets)) == 5
    one = ("handouts", "lend-a-bike", "--paper", "a4")
    assert run_playbook(*one, cwd=marked.root, **ADDRESSED).returncode == 0
    assert giving_away(sheets) != {}
    assert run_playbook(*one, "--public", cwd=marked.root, **ADDRESSED).returncode == 0
    assert giving_away(sheets) == {}
    assert MARK not in done.stdout + done.stderr


def test_without_the_flag_every_internal_artifact_is_there(marked: Project, whole: Path) -> None:
    marked_files = giving_away(whole)
    known = set().union(*marked_files.values())
    for path in marked.content.rglob(f"{MARK}-*.yml"):
        own = marks(path.read_text(encoding="utf-8"))
        assert path.stem in known
        assert len(own & known) > len(own) / 2, f"{path.stem}: {sorted(own - known)}"
    assert len(list(marked.content.rglob(f"{MARK}-*.yml"))) >= 10
    assert len(known) > 200
    ends = {name.rpartition(".")[2] for name in marked_files}
    assert ends >= {"html", "js", "xml", "gz", "ics", "pdf"}


def test_a_public_site_has_every_other_page_and_no_link_that_leads_nowhere(
    public: Path, whole: Path
) -> None:
    here = set(files(public))
    gone = {name for name in files(whole) if name.endswith(".html")} - here
    unmarked = {name for name in gone if MARK not in name}
    walks = {name for name in unmarked if "/for-" in name}
    lost = {
        "clubs/opal-club/index.html",
        "clubs/open-club/index.html",
        "maps/first-ride/comparison/index.html",
    }
    assert unmarked - walks == lost
    assert len(walks) == 3 * len(
        [name for name in here if name.startswith("trees/") and name.count("/") == 2]
    )
    read = pages(public)
    ids = {page.path: set(page.ids) for page in read}
    for page in read:
        for link in filter(on_site, page.links):
            fragment = find_anchor(link)
            assert file_of(link) in here, f"{page.path} links to {link}"
            assert not fragment or fragment in ids[file_of(link)], f"{page.path} links to {link}"


def test_what_cannot_do_without_the_internal_is_gone_as_well(public_texts: dict[str, str]) -> None:
    assert {name for name, text in public_texts.items() if "opal" in text} == set()


def test_an_export_knows_of_nothing_internal(marked: Project, tmp_path: Path) -> None:
    done = run_playbook("export", "--public", str(tmp_path / "out"), cwd=marked.root, **ADDRESSED)
    assert done.returncode == 0, done.stderr
    texts = read_texts(tmp_path / "out")
    assert find_marked(texts) == {}
    assert "content/plays/open-play.md" in texts


def test_the_environment_asks_mkdocs_for_the_same_site(
    marked: Project, public: Path, tmp_path: Path
) -> None:
    asked = {"PLAYBOOK_PUBLIC": "true", "PLAYBOOK_SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"}
    done = run_forked(
        "mkdocs",
        *("build", "-q", "-d", str(tmp_path / "out")),
        cwd=marked.root,
        env={**os.environ, **asked},
    )
    assert done.returncode == 0
    assert files(tmp_path / "out") == files(public)


def test_a_setting_asks_the_same_of_the_announcement(marked: Project) -> None:
    told = [
        run_playbook(
            "announce", "2026-03-09", "--club", "riders", cwd=marked.root, PLAYBOOK_PUBLIC=value
        ).stdout
        for value in ("false", "true")
    ]
    assert MARK in told[0].lower()
    assert MARK not in told[1].lower()
    assert told[1].startswith("The riders' club, From 2 March 2026: Reading 1\n")


@pytest.mark.parametrize("place", ["chat", "mail"])
@pytest.mark.parametrize(
    "when", ["2026-03", "2026-03-09", "2026-04", "read-1", "read-2", "zirkon-reading"]
)
def test_no_announcement_knows_of_what_is_internal(
    when: str,
    place: str,
    marked: Project,
    public_project: Loaded,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("playbook.cli.announce.load_project", lambda _: public_project)
    ask = ["-C", str(marked.root), "announce", when, "--for", place, "--club", "riders"]
    done = CliRunner().invoke(main, ask)
    assert isinstance(done.exception, SystemExit | None)
    assert done.output
    assert MARK not in done.output.lower().replace(f"'{when}'", "")


@pytest.mark.parametrize(
    "name", ["{}.YML", "{}.yml.txt", "{}", "{}.MD", "con.{}.yml", "con", "{}/../link.yml"]
)
def test_what_is_an_error_publishes_nothing_at_all(name: str, project: Project) -> None:
    named = project.content / name.format(MARK)
    if "link" in name:
        (project.root / ".git").mkdir()
        (project.root / ".git" / "config").write_text(f"token: {MARK}\n", encoding="utf-8")
        (project.content / "link.yml").symlink_to("../.git/config")
        (project.content / "logo.txt").symlink_to("../.git/config")
    else:
        named.write_text(MARK, encoding="utf-8")
    project.write({"index.md": "# Us\n\n[Logo](logo.txt)\n"})
    for command in (
        ["build", "--public"],
        ["export", "--public", str(project.root / "out")],
        ["handouts", "--public", "--out", str(project.root / "handouts")],
    ):
        answered = CliRunner().invoke(main, ["-C", str(project.root), *command])
        assert (answered.exit_code, type(answered.exception)) == (1, SystemExit)
        assert f"token: {MARK}" not in answered.output
    done = run_playbook("check", cwd=project.root)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"token: {MARK}" not in done.stdout + done.stderr
    written = [
        path
        for folder in ("site", "out", "handouts")
        for path in (project.root / folder).rglob("*")
    ]
    assert [path for path in written if path.is_file()] == []


@pytest.fixture(scope="module")
def site(marked: Project, public_project: Loaded) -> Site:
    errors = [each for each in public_project.problems if each.severity is Severity.ERROR]
    assert [str(each) for each in errors] == []
    extra = public_project.settings.extra.model_copy(update={"handouts": False})
    settings = public_project.settings.model_copy(update={"extra": extra, "site_url": ""})
    cache = PictureCache(marked.root / ".cache" / "playbook")
    return make_site(public_project.library, settings, cache)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_a_page_that_led_to_something_internal_reads_well(golden: Path, site: Site) -> None:
    name = f"/{golden.name.partition('.')[0]}.md"
    text = next(file.content for file in site.files if file.path.endswith(name))
    text = re.sub(r"<svg.*?</svg>", "<svg></svg>", text, flags=re.DOTALL)
    if os.environ.get("PLAYBOOK_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
