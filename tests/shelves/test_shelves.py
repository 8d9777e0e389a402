"""What a site takes from shelves stands beside its own, and nothing refers to what isn't there."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.assets import OWN_SHELVES
from playbook.project import load_project
from playbook.shelves.installed import OWN, find_installed
from projects import ROOT, Project, Run, leave_out_handouts
from shelved import list_messages, render, set_shelves, write_play

OURS = find_installed().shelves
IDS = sorted({name for name in OWN for name in OURS[name].files})
SIGNPOST = "where-are-you-stuck"


def test_a_site_shows_what_it_takes_beside_its_own(project: Project) -> None:
    project.write({"plays/zebra.yml": write_play("Zebra", "[[experience-mapping]] first.")})
    set_shelves(project, "plays")
    loaded = load_project(project.root)
    assert list_messages(loaded) == []
    assert set(loaded.library.entries) == {"zebra", *OURS["plays"].files}
    plays = render(loaded, "plays/index.md")
    assert plays.index("Zebra") < plays.index("Map your customers' experience")
    version = OURS["plays"].version
    ours = [entry for entry in loaded.library.entries.values() if entry.kind.name == "play"]
    assert plays.count(f"from Discovery Playbook {version}") == len(ours) - len(["zebra"])
    assert f">{len(ours)}, 1 of them our own</span>" in render(loaded, "index.md")
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
    assert [message.partition(": ")[0].partition(", ")[2] for message in list_messages(loaded)] == [
        "so readers see 'a play' without a link",
        "so readers see 'it' without a link",
        "so readers see 'a play' without a link",
    ]
    assert "Run a play or it." in render(loaded, "plays/ours.md")
    [about] = [file.text for file in loaded.published if file.path == "about.md"]
    assert "Run a play, then [Map your" in str(about)
    assert "show-your-work" not in render(loaded, "signposts/where-are-you-stuck.md")


def test_an_artifact_of_the_site_takes_the_place_of_the_one_with_its_id(project: Project) -> None:
    project.write({"plays/clear-boundaries.yml": write_play("Our own lines")})
    set_shelves(project, "plays")
    loaded = load_project(project.root)
    assert list_messages(loaded) == []
    assert loaded.library.entries["clear-boundaries"].shelf is None
    assert "Our own lines" in render(loaded, "plays/support-careers.md")
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
    assert list_messages(loaded) == []
    assert set(loaded.library.entries) == {*OURS["plays"].files} - {"clear-boundaries"}
    page = render(loaded, "plays/support-careers.md")
    assert "Secret lines" not in page
    assert "clear-boundaries" not in page
    assert not loaded.library.connections.referring.get("clear-boundaries")


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
    assert list_messages(loaded) == []
    assert not set(loaded.library.entries) & leave_out
    assert loaded.library.problems == []


def test_what_remains_builds_strictly(project: Project, run: Run) -> None:
    gone = ("experience-mapping", "scaling-sales", "glossary")
    few = [name for name in OURS["plays"].files if name not in {"show-your-work", SIGNPOST}]
    set_shelves(project, "plays", leave_out=(*gone, *few[3:]))
    leave_out_handouts(project)
    project.write({"about.md": "# About\n\nSee [[show-your-work]].\n"})
    done = run("build", "--strict", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    site = project.root / "site"
    assert (site / "plays" / "show-your-work" / "index.html").is_file()
    assert not [name for name in gone for _ in site.rglob(f"{name}/index.html")]
    page = (site / "plays" / "show-your-work" / "index.html").read_text(encoding="utf-8")
    assert '<code dir="ltr">playbook adopt show-your-work</code>' in page
    assert 'rel="edit"' not in page


def test_the_interface_says_in_its_language_where_a_page_is_from(project: Project) -> None:
    path = project.root / "site_config" / "site.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("language: en", "language: de"), encoding="utf-8")
    set_shelves(project, "plays", leave_out=tuple(sorted(OURS["plays"].files))[1:])
    assert "aus Discovery Playbook" in render(load_project(project.root), "plays/index.md")


def test_a_club_of_the_site_reads_guides_of_a_shelf(project: Project) -> None:
    club = (ROOT / "content" / "clubs" / "2026-habits.yml").read_text(encoding="utf-8")
    project.write({"clubs/ours.yml": club})
    set_shelves(project, "book-club", leave_out=("2026-03-visualize",))
    loaded = load_project(project.root)
    [advice] = list_messages(loaded)
    assert advice.startswith("REF013 (advice) '2026-03-visualize' is left out in site_config/")
    [entry] = loaded.library.own_entries
    turns = {str(turn.reading.guide): str(turn.starts) for turn in entry.artifact.turns}
    assert len(turns) == 11
    assert turns["2026-04-interviews"] == "2026-04-01"
