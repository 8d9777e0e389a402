"""What a site takes from shelves stands beside its own, and nothing refers to what isn't there."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.assets import OWN_SHELVES
from playbook.config.settings import load_settings
from playbook.drawing.cache import PictureCache
from playbook.kinds import KINDS
from playbook.project import Project as Loaded
from playbook.project import load_project
from playbook.shelves.choice import Shelves
from playbook.shelves.installed import OWN, find_installed
from playbook.site.site import make_site
from projects import ROOT, Project, Run, leave_out_handouts
from shelved import install, set_shelves, write_play

OURS = find_installed().shelves
IDS = sorted({name for name in OWN for name in OURS[name].files})
SIGNPOST = "where-are-you-stuck"


def list_said(project: Loaded) -> list[str]:
    return [str(problem).partition(": ")[2] for problem in project.problems]


def render(loaded: Loaded, path: str) -> str:
    """Return a page of the site in Markdown."""
    settings_, cache = loaded.settings, PictureCache(loaded.library.content.parent / ".cache")
    return str(make_site(loaded.library, settings_, cache).find(path).content)


def test_a_site_shows_what_it_takes_beside_its_own(project: Project) -> None:
    project.write({"plays/zebra.yml": write_play("Zebra", "[[experience-mapping]] first.")})
    set_shelves(project, "plays")
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert set(loaded.library.entries) == {"zebra", *OURS["plays"].files}
    plays = render(loaded, "plays/index.md")
    assert plays.index("Zebra") < plays.index("Map what your customer goes through")
    version = OURS["plays"].version
    assert plays.count(f"from Discovery Playbook {version}") == 12
    page = render(loaded, "plays/experience-mapping.md")
    assert f'Play · <span class="pb-origin">from Discovery Playbook {version}</span>' in page
    assert f'origin: "Discovery Playbook {version}"' in page
    assert 'source: ""' in page
    assert "[Zebra](zebra.md)" in page
    assert "maps/" not in page


def test_guides_that_no_club_reads_yet_stand_in_the_order_of_the_book(project: Project) -> None:
    set_shelves(project, "book-club")
    page = render(load_project(project.root), "reading-guides/index.md")
    read = [page.index(f"({name}.md)") for name in sorted(OURS["book-club"].files) if "20" in name]
    assert read == sorted(read)


def test_without_shelves_nothing_is_looked_for(project: Project) -> None:
    loaded = load_project(project.root)
    assert loaded.library.entries == {}
    assert "installed" not in vars(loaded.unredacted.shelves)


def test_nothing_internal_ships(own_library: object) -> None:
    del own_library
    for name in OWN:
        for path in OURS[name].files.values():
            assert not re.search(r"^visibility: +internal", path.read_text(), re.MULTILINE), path
            assert path.is_relative_to(OWN_SHELVES.resolve())


def test_what_is_left_out_is_referred_to_in_words(project: Project) -> None:
    project.write(
        {
            "plays/ours.yml": write_play(
                "Ours", "Run [[show-your-work]] or [[clear-boundaries|it]]."
            ),
            "about.md": "# About\n\nRun [[show-your-work]], then [[experience-mapping]].\n",
        }
    )
    set_shelves(project, "plays", leave_out=("show-your-work", "clear-boundaries"))
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert "Run a play or it." in render(loaded, "plays/ours.md")
    [about] = [file.text for file in loaded.published if file.path == "about.md"]
    assert "Run a play, then [Map what" in str(about)
    assert "show-your-work" not in render(loaded, "signposts/where-are-you-stuck.md")


def test_an_artifact_of_the_site_takes_the_place_of_the_one_with_its_id(project: Project) -> None:
    project.write({"plays/clear-boundaries.yml": write_play("Our own lines")})
    set_shelves(project, "plays")
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert loaded.library.entries["clear-boundaries"].shelf is None
    assert "Our own lines" in render(loaded, "plays/index.md")
    broken = "kind: play\n"
    project.write({"plays/clear-boundaries.yml": broken})
    assert "clear-boundaries" not in load_project(project.root).library.entries


def test_a_term_of_the_site_goes_before_that_of_a_shelf(project: Project) -> None:
    terms = "kind: glossary\ntitle: Ours\nsummary: Ours.\nterms:\n"
    project.write(
        {
            "ours.yml": f"{terms}  - {{title: product trio, means: We three.}}\n",
            "plays/trio.yml": write_play("Meet", "Ask the product trio for an opportunity."),
        }
    )
    set_shelves(project, "plays")
    page = render(load_project(project.root), "plays/trio.md")
    assert "[product trio](../glossaries/ours.md#product-trio)" in page
    assert "[opportunity](../glossaries/glossary.md#opportunity)" in page


def test_the_public_site_has_shelves_and_no_trace_of_what_is_internal(project: Project) -> None:
    secret = write_play("Secret lines", "Quiet.") + "visibility: internal\n"
    project.write({"plays/clear-boundaries.yml": secret})
    set_shelves(project, "plays")
    loaded = load_project(project.root, public=True)
    assert list_said(loaded) == []
    assert set(loaded.library.entries) == {*OURS["plays"].files} - {"clear-boundaries"}
    for name in ("signposts/where-are-you-stuck", "plays/support-careers", "plays/index"):
        page = render(loaded, f"{name}.md")
        assert "Secret lines" not in page
        assert "clear-boundaries" not in page


def test_what_is_on_a_shelf_is_left_out_and_not_removed(project: Project, run: Run) -> None:
    set_shelves(project, "plays")
    project.write({"plays/ours.yml": write_play("Ours", "See [[glossary#outcome]].")})
    done = run("remove", "show-your-work", "--clean", cwd=project.root)
    assert (done.returncode, "write it under 'leave_out:'" in done.stderr) == (2, True)
    assert run("remove", "ours", "--clean", cwd=project.root).returncode == 0
    assert OURS["plays"].files["show-your-work"].is_file()


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    shelves=st.sets(st.sampled_from(sorted(OWN)), min_size=1),
    leave_out=st.sets(st.sampled_from(IDS), max_size=len(IDS)),
)
def test_whatever_is_left_out_nothing_dangles(
    project: Project, shelves: set[str], leave_out: set[str]
) -> None:
    set_shelves(project, *sorted(shelves), leave_out=tuple(sorted(leave_out)))
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert not set(loaded.library.entries) & leave_out
    assert loaded.library.problems == []


def test_what_remains_builds_strictly(project: Project, run: Run) -> None:
    gone = ("experience-mapping", "scaling-sales", "glossary")
    few = [name for name in OURS["plays"].files if name not in {"show-your-work", SIGNPOST}]
    set_shelves(project, "plays", leave_out=(*gone, *few[3:]))
    leave_out_handouts(project)
    project.write({"about.md": "# About\n\nSee [[experience-mapping]] and [[show-your-work]].\n"})
    done = run("build", "--strict", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    site = project.root / "site"
    assert (site / "plays" / "show-your-work" / "index.html").is_file()
    assert not [name for name in gone for _ in site.rglob(f"{name}/index.html")]
    page = (site / "plays" / "show-your-work" / "index.html").read_text(encoding="utf-8")
    assert '<code dir="ltr">playbook adopt show-your-work</code>' in page
    assert 'rel="edit"' not in page


@pytest.mark.parametrize(
    ("shelves", "leave_out", "answer"),
    [
        (
            ("play",),
            (),
            "13: SET030 there is no shelf 'play' (did you mean 'plays'?): there is 'plays', ",
        ),
        (("plays", "plays"), (), "20: SET030 (advice) 'plays' stands here twice: delete one"),
        (
            ("plays",),
            ("x", "scaling-sale"),
            "15: SET032 (advice) no shelf has 'x': see how it is spelt, or delete it",
        ),
        (("plays",), ("plays/glosary",), "(did you mean 'glossary'?)"),
    ],
)
def test_a_mistake_in_the_choice_is_answered_at_its_place(
    project: Project, shelves: tuple[str, ...], leave_out: tuple[str, ...], answer: str
) -> None:
    set_shelves(project, *shelves, leave_out=leave_out)
    problems = load_project(project.root).problems
    assert {problem.path.name for problem in problems} == {"site.yml"}
    assert any(answer in str(problem) for problem in problems), problems


def test_a_reference_to_a_shelf_that_is_not_taken_is_answered(project: Project) -> None:
    project.write({"plays/ours.yml": write_play("Ours", "See [[first-lesson-booked]], [[show]].")})
    set_shelves(project, "plays")
    first, second = list_said(load_project(project.root))
    assert first == (
        "REF002 'first-lesson-booked' is on the shelf 'worked-case', which this site doesn't take: "
        "write 'worked-case' under 'shelves:' in site_config/site.yml, or take this out"
    )
    assert second.startswith("REF002 'show' is not the id of anything")


def test_a_club_of_the_site_reads_guides_of_a_shelf(project: Project) -> None:
    club = (ROOT / "content" / "clubs" / "2026-habits.yml").read_text(encoding="utf-8")
    project.write({"clubs/ours.yml": club})
    set_shelves(project, "book-club", leave_out=("2026-03-visualize",))
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    [entry] = loaded.library.own_entries
    turns = {str(turn.reading.guide): str(turn.starts) for turn in entry.artifact.turns}
    assert len(turns) == 11
    assert turns["2026-04-interviews"] == "2026-04-01"


def test_mkdocs_yml_may_choose_as_well(project: Project) -> None:
    config = project.root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "extra:\n  shelves: [sheets]\n", encoding="utf-8"
    )
    [problem] = load_project(project.root).problems
    assert (problem.path.name, problem.code) == ("mkdocs.yml", "SET030")
    chosen, _ = load_settings(project.root, {rule.code for kind in KINDS for rule in kind.rules})
    assert chosen.extra.shelves == ("sheets",)


def test_a_package_may_publish_a_shelf(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {
        "float.yml": write_play(
            text="See [[experience-mapping]], [[dive#deep]] and [[nowhere|there]]."
        ),
        "deep/dive.yml": write_play("Dive"),
        "secret.yml": write_play("Secret") + "visibility: internal\n",
    }
    install(monkeypatch, tmp_path / "a", files, requires="discovery-playbook>=0.0.1")
    set_shelves(project, "otters")
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert set(loaded.library.entries) == {"float", "dive"}
    page = render(loaded, "plays/float.md")
    assert "from Otter Plays 1.0" in page
    assert "See a play, another play and there." in page
    set_shelves(project, "plays", "otters")
    assert "See [Map what" in render(load_project(project.root), "plays/float.md")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            {"requires": "discovery-playbook>=9"},
            "otter-plays 1.0 is for discovery-playbook >=9, and this is",
        ),
        ({"value": "no_such_package"}, "there is no folder for the package 'no_such_package'"),
        ({"value": "otter_plays.../etc"}, "'otter_plays.../etc' is not the name of a package"),
        ({"value": "..:x"}, "'..:x' is not the name of a package"),
        ({"name": "otter plays"}, "'otter plays 1.0' is no name and version"),
        ({"value": "json"}, "otter-plays has no YAML in 'json'"),
        (
            {"shelf": "plays"},
            "'discovery-playbook', 'otter-plays' each have a shelf 'plays': uninstall all but one",
        ),
    ],
)
def test_a_shelf_that_can_not_be_used_is_answered_in_a_sentence(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    asked: dict[str, str],
    answer: str,
) -> None:
    install(monkeypatch, tmp_path / "a", {"float.yml": write_play()}, **asked)
    set_shelves(project, asked.get("shelf", "otters"))
    [problem] = load_project(project.root).problems
    assert str(problem).partition("SET031 ")[2].startswith(answer)
    set_shelves(project, "book-club")
    assert load_project(project.root).problems == []


def test_a_broken_file_of_a_shelf_is_advice_until_it_is_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {"float.yml": write_play(), "sink.yml": "kind: play\ntitle: <b>\n"}
    install(monkeypatch, tmp_path / "a", files)
    set_shelves(project, "otters")
    [said] = list_said(load_project(project.root))
    assert said.startswith(
        "SET034 (advice) otter-plays 1.0 has a file that can't be used (sink.yml,"
    )
    set_shelves(project, "otters", leave_out=("sink",))
    assert list_said(load_project(project.root)) == []


def test_of_two_artifacts_with_one_id_the_first_is_shown(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path / "a", {"show-your-work.yml": write_play("Show your paws")})
    set_shelves(project, "otters", "plays")
    loaded = load_project(project.root)
    assert [problem.code for problem in loaded.problems] == ["SET033"]
    assert "Show your paws" in render(loaded, "plays/index.md")
    set_shelves(project, "otters", "plays", leave_out=("otters/show-your-work",))
    loaded = load_project(project.root)
    assert list_said(loaded) == []
    assert "Show your paws" not in render(loaded, "plays/index.md")


def test_no_shelf_is_taken_by_default() -> None:
    assert Shelves().wanted == ()
