"""The ways in: which pages there are for finding plays, in which order, and what stands on them."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from built import pages
from playbook.config.settings import Extra, Settings
from playbook.drawing.cache import PictureCache
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.pieces import collect_pieces
from playbook.parts.anti_pattern import THEMES
from playbook.parts.exercise import Exercise
from playbook.site.site import Site, make_site
from playbook.source.problem import Severity
from projects import Project, Run, leave_out_handouts

PLAY = """\
kind: play
title: {title}
summary: A play of this test.
purpose: To be found.
when_not: Nobody looks for it
time: 5
people: All
steps: [{{title: Find}}]
sources: [A talk by a friend]
"""
BARE = PLAY.format(title="A bare play")
EXERCISE = """\
exercises:
  - id: draw-it
    title: Draw it
    purpose: To see [[a-habit]], [[#a-habit|the habit]], [[drawn]] and [[guide#read-it]].
    time: {individual: 5, team: 10-15}
    who: All of [[guide|the club]]
    people: 2-8
    remote: Each at home.
    materials: [A pen, "The sheet of [[draw-it]]"]
    steps: [Draw., Look.]
"""
HABIT = """\
anti_patterns:
  - id: a-habit
    title: A habit
    theme: deciding
    smell: Nobody did [[draw-it]], as [[guide#read-it]] asks.
    harm: Nobody saw it.
    fix: Do [[#draw-it|this]], then [[guide]].
"""
DRAWN = PLAY.format(title="A drawn play") + EXERCISE + HABIT
GUIDE = """\
kind: reading-guide
title: The guide
summary: A guide of this test.
chapters: 4
exercises:
  - id: read-it
    title: Read it
    purpose: To link to [[drawn#draw-it]].
    time: {team: 5}
    who: All
    steps: [Read., Talk.]
"""
SIGNPOST = """\
kind: signpost
title: {title}
summary: It starts at [[{at}|a play]].
flow:
  title: What do you see?
  steps:
    - id: see
      title: What do you see?
      next: [{{answer: "Fog, of [[{at}|a play]]", to: stop}}, {{answer: Nothing, to: look}}]
    - {{id: stop, title: Stop, text: "Stop, says [[{at}]].", see: {at}}}
    - {{id: look, title: Look again}}
"""
GLOSSARY = """\
kind: glossary
title: The words
summary: The words of this test.
terms: [{title: fog, means: What one can't see through.}]
"""
SIGN = SIGNPOST.format(title="Where now?", at="bare")

PATH = re.compile(r"<nav.*?</nav>\n", re.DOTALL)
Make = Callable[[dict[str, str]], Site]


def site_of(content: Path) -> Site:
    library = Library(content, KINDS)
    assert [str(each) for each in library.problems if each.severity is Severity.ERROR] == []
    settings = Settings(site_name="Found", extra=Extra(handouts=False))
    return make_site(library, settings, PictureCache(None))


@pytest.fixture
def make(project: Project) -> Make:
    def make_catalogues(files: dict[str, str]) -> Site:
        project.write(files)
        return site_of(project.content)

    return make_catalogues


def text(site: Site, path: str) -> str:
    """Return a page without the pages above it."""
    return PATH.sub("", next(file.content for file in site.files if file.path == path))


def section(site: Site, name: str) -> Any:
    return next(
        (paths for each in site.nav for title, paths in each.items() if title == name), None
    )


ALL = {
    "words.yml": GLOSSARY,
    "sign.yml": SIGN,
    "bare.yml": BARE,
    "drawn.yml": DRAWN,
    "guide.yml": GUIDE,
}


def test_the_nav_goes_from_home_by_the_ways_in_and_the_shelves_to_the_reference(make: Make) -> None:
    site = make(ALL)
    assert [title for each in site.nav for title in each] == [
        "Home",
        "Where to start",
        "Reading guides",
        "Plays",
        "Reference",
    ]
    assert section(site, "Home") == "index.md"
    assert section(site, "Where to start") == [
        "ways-in/index.md",
        "signposts/sign.md",
        "exercises/index.md",
        "anti-patterns/index.md",
        "glossaries/words.md",
    ]
    assert section(site, "Plays") == ["plays/index.md", "plays/bare.md", "plays/drawn.md"]


def test_every_page_of_the_nav_is_made_and_none_is_made_twice(make: Make) -> None:
    site = make(ALL)
    paths_made = [file.path for file in site.files]
    assert len(paths_made) == len(set(paths_made))
    paths = [
        path
        for each in site.nav
        for held in each.values()
        for path in ([held] if isinstance(held, str) else held)
    ]
    assert [path for path in paths if path not in paths_made] == []


@pytest.mark.parametrize(
    ("files", "doors"),
    [
        ({"words.yml": GLOSSARY}, ["glossaries/words.md"]),
        ({"sign.yml": SIGN, "bare.yml": BARE}, ["signposts/sign.md"]),
        ({"guide.yml": GUIDE.replace("[[drawn#draw-it]]", "it")}, ["exercises/index.md"]),
        ({"it.yml": BARE + re.sub(r"\[\[#?|\]\]", "", HABIT)}, ["anti-patterns/index.md"]),
    ],
    ids=["glossary", "signpost", "exercises", "anti-patterns"],
)
def test_there_is_a_door_for_what_there_is_alone(
    files: dict[str, str], doors: list[str], make: Make
) -> None:
    site = make(files)
    paths_made = {file.path for file in site.files}
    assert section(site, "Where to start") == ["ways-in/index.md", *doors]
    assert paths_made & {"exercises/index.md", "anti-patterns/index.md"} == {
        each for each in doors if each.endswith("x.md")
    }
    assert re.findall(r"\]\(\.\./([^)]*)\)", text(site, "ways-in/index.md")) == doors
    assert f"]({doors[0]})" in text(site, "index.md")


@pytest.mark.parametrize("files", [{}, {"bare.yml": BARE}], ids=["nothing", "a bare play"])
def test_without_anything_to_find_there_are_no_ways_in(files: dict[str, str], make: Make) -> None:
    site = make(files)
    assert section(site, "Where to start") is None
    assert [file.path for file in site.files if "ways-in" in file.path] == []
    assert "ways-in" not in text(site, "index.md")


def test_the_doors_stand_on_the_home_page_before_the_shelves(make: Make) -> None:
    home = text(make(ALL), "index.md")
    doors = home[home.index("pb-doors") : home.index("pb-signpost")]
    assert re.findall(r"- \[(.*?)\]\((.*?)\)", doors) == [
        ("Where now?", "signposts/sign.md"),
        ("Find an exercise", "exercises/index.md"),
        ("Anti-patterns", "anti-patterns/index.md"),
        ("The words", "glossaries/words.md"),
    ]
    shelves = home[home.index("pb-shelves") :]
    assert re.findall(r"- \*\*\[(.*?)\]\((.*?)\)\*\* <span class=\"pb-count\">(\d+)<", shelves) == [
        ("Reading guides", "reading-guides/index.md", "1"),
        ("Plays", "plays/index.md", "2"),
    ]


def test_pieces_are_collected_by_kind_title_and_page(project: Project) -> None:
    again = (
        EXERCISE.replace("draw-it", "again").replace("exercises:\n", "").replace("a-habit", "drawn")
    )
    first = (
        PLAY.format(title="An *aardvark*")
        + "exercises: [{title: Walk, purpose: P, time: {team: 5}, who: All, steps: [A, B]}]"
    )
    project.write(
        {
            **ALL,
            "drawn.yml": DRAWN.replace(HABIT, again + HABIT),
            "zoo.yml": first.replace("An *", "A *"),
        }
    )
    collected = collect_pieces(Library(project.content, KINDS), Exercise)
    assert [told.key for told in collected] == [
        "guide#read-it",
        "zoo#walk",
        "drawn#draw-it",
        "drawn#again",
    ]


def test_references_inside_an_exercise_lead_from_the_finder_to_where_they_led_at_home(
    make: Make,
) -> None:
    finder = text(make(ALL), "exercises/index.md")
    row = next(line for line in finder.splitlines() if "../plays/drawn.md#draw-it)**" in line)
    assert re.findall(r"\[(.*?)\]\((.*?)\)", row) == [
        ("Draw it", "../plays/drawn.md#draw-it"),
        ("A habit", "../plays/drawn.md#a-habit"),
        ("the habit", "../plays/drawn.md#a-habit"),
        ("A drawn play", "../plays/drawn.md"),
        ("Read it", "../reading-guides/guide.md#read-it"),
        ("A drawn play", "../plays/drawn.md"),
        ("the club", "../reading-guides/guide.md"),
        ("Draw it", "../plays/drawn.md#draw-it"),
    ]
    assert "To link to [Draw it](../plays/drawn.md#draw-it)." in finder


def test_references_inside_an_anti_pattern_lead_from_the_catalogue_to_where_they_led_at_home(
    make: Make,
) -> None:
    catalogue = text(make(ALL), "anti-patterns/index.md")
    assert re.findall(r"\[(.*?)\]\((.*?)\)", catalogue) == [
        ("A habit", "../plays/drawn.md#a-habit"),
        ("Draw it", "../plays/drawn.md#draw-it"),
        ("Read it", "../reading-guides/guide.md#read-it"),
        ("this", "../plays/drawn.md#draw-it"),
        ("The guide", "../reading-guides/guide.md"),
        ("A drawn play", "../plays/drawn.md"),
    ]


@pytest.mark.parametrize(
    ("time", "more", "said"),
    [
        (
            "{individual: 5, team: 10-15}",
            "people: 2-8",
            {"minutes": "15", "fewest": "2", "most": "8", "how": "alone together"},
        ),
        (
            "{individual: 20-30}",
            "people: 3",
            {"minutes": "20", "fewest": "3", "most": "3", "how": "alone "},
        ),
        (
            "{team: 45}",
            "people: 4+",
            {"minutes": "45", "fewest": "4", "most": "999", "how": "together"},
        ),
        (
            "{team: 45}",
            "remote: On a call.",
            {"minutes": "45", "fewest": "1", "most": "999", "how": "together", "remote": ""},
        ),
    ],
)
def test_the_finder_knows_what_an_exercise_asks_for(
    time: str, more: str, said: dict[str, str], make: Make
) -> None:
    exercise = f"{{id: it, title: It, purpose: P, time: {time}, who: All, {more}, steps: [A, B]}}"
    finder = text(make({"bare.yml": f"{BARE}exercises: [{exercise}]"}), "exercises/index.md")
    row = re.findall(r'<span class="pb-row"(.*?)>', finder)
    assert [dict(re.findall(r'data-(\w+)(?:="(.*?)")?', each)) for each in row] == [said]


def test_anti_patterns_stand_by_theme_and_those_without_one_at_the_end(make: Make) -> None:
    themes = [None, *reversed(THEMES), None]
    habits = [
        f"  - {{title: Habit {number}, smell: S, harm: H{f', theme: {theme}' if theme else ''}}}\n"
        for number, theme in enumerate(themes)
    ]
    catalogue = text(
        make({"bare.yml": f"{BARE}anti_patterns:\n{''.join(habits)}"}), "anti-patterns/index.md"
    )
    shown = re.findall(r"^#+ \[?(.*?)(?:\]\(.*\))? \{ #(\S+).*\}$", catalogue, re.MULTILINE)
    expected = [("Anti-patterns", "Top")]
    for place, theme in enumerate(THEMES):
        expected.append((theme.capitalize(), theme.capitalize().replace(" ", "-")))
        expected.append((f"Habit {len(THEMES) - place}", f"bare--habit-{len(THEMES) - place}"))
    expected += [("Everything else", "Everything-else"), ("Habit 0", "bare--habit-0")]
    assert shown == [*expected, (f"Habit {len(themes) - 1}", f"bare--habit-{len(themes) - 1}")]


def test_a_theme_that_nothing_is_about_has_no_heading(make: Make) -> None:
    catalogue = text(make(ALL), "anti-patterns/index.md")
    assert re.findall(r"^## (.*?) \{", catalogue, re.MULTILINE) == ["Deciding"]


def test_two_signposts_stand_on_the_home_page_by_title_each_with_its_own_links(make: Make) -> None:
    other = SIGNPOST.format(title="Another fog", at="drawn#draw-it").replace(
        "[[drawn#draw-it]]", "[[drawn]]"
    )
    site = make({**ALL, "plays.yml": other})
    home = text(site, "index.md")
    assert section(site, "Where to start")[1:3] == ["signposts/plays.md", "signposts/sign.md"]
    one, two = home.split('<div class="pb-signpost" markdown="1">')[1:]
    assert one.lstrip().startswith("## Another fog {")
    assert two.lstrip().startswith("## Where now? {")
    assert "Stop, says [A drawn play](plays/drawn.md)." in one
    assert '<span class="pb-see">[Draw it](plays/drawn.md#draw-it)</span>' in one
    assert "Stop, says [A bare play](plays/bare.md)." in two
    assert '<span class="pb-see">[A bare play](plays/bare.md)</span>' in two
    anchors = re.findall(r"\{ #(.*?) \}$", home, re.MULTILINE)
    assert len(anchors) == len(set(anchors)) == 5


def test_an_answer_that_opens_a_signpost_is_its_words_alone(make: Make) -> None:
    home = text(make(ALL), "index.md")
    assert re.findall(r"<summary>(.*)</summary>", home) == ["Fog, of a play", "Nothing"]


LOOP = """\
kind: signpost
title: Going round
summary: It comes back.
flow:
  title: Round
  steps:
    - {id: first, title: First?, next: [{answer: go on, to: second}, {answer: stop here, to: end}]}
    - id: second
      title: Second?
      next: [{answer: start again, to: first}, {answer: ask again, to: second}, {answer: further, to: walk}]
    - {id: walk, title: Walk, next: third}
    - {id: third, title: Third?, next: [{answer: back, to: second}, {answer: enough, to: end}]}
    - {id: end, title: The end}
"""  # noqa: E501 - a script, YAML or a title, as it is
UNFOLDED = """\
<details class="pb-way" markdown="1">
<summary>go on</summary>

*Second?*

- **start again**

    *First?* (see above)

- **ask again**

    *Second?* (see above)

- **further**

    *Walk*

    *Third?*

    - **back**

        *Second?* (see above)

    - **enough**

        The end

</details>

<details class="pb-way" markdown="1">
<summary>stop here</summary>

The end

</details>
"""


def test_a_question_asked_before_is_named_and_not_asked_again(make: Make) -> None:
    assert UNFOLDED in text(make({"round.yml": LOOP}), "index.md")


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ("[{id: only, title: Breathe, text: Count to ten.}]", "Count to ten."),
        ("[{id: only, title: Breathe}]", "Breathe"),
        (
            "[{id: one, title: Breathe, next: two}, {id: two, title: Go, text: Walk on.}]",
            "<summary>Breathe</summary>\n\nWalk on.",
        ),
    ],
    ids=["an end with text", "an end", "one way"],
)
def test_a_signpost_may_ask_nothing(steps: str, shown: str, make: Make) -> None:
    home = text(
        make(
            {
                "calm.yml": (
                    f"kind: signpost\ntitle: Calm\nsummary: S\nflow: {{title: F, steps: {steps}}}"
                )
            }
        ),
        "index.md",
    )
    assert f"\n{shown}\n" in home[home.index("pb-signpost") :]


def question(number: int, other: int) -> str:
    ways = f"[{{answer: on, to: q{number + 1}}}, {{answer: other, to: q{other}}}]"
    return f"    - {{id: q{number}, title: Q{number}, next: {ways}}}\n"


@st.composite
def ways_back(draw: st.DrawFn) -> list[int]:
    count = draw(st.integers(1, 5))
    return draw(st.lists(st.integers(0, count), min_size=count, max_size=count))


@hypothesis_settings(deadline=None, max_examples=20)
@given(others=ways_back())
def test_however_a_flow_turns_its_unfolding_ends_and_asks_every_question(others: list[int]) -> None:
    steps = "".join(question(number, other) for number, other in enumerate(others))
    head = "kind: signpost\ntitle: T\nsummary: S\nflow:\n  title: F\n  steps:\n"
    sign = f"{head}{steps}    - {{id: q{len(others)}, title: Out}}\n"
    with TemporaryDirectory() as folder:
        (Path(folder) / "sign.yml").write_text(sign, encoding="utf-8")
        home = text(site_of(Path(folder)), "index.md")
    assert set(re.findall(r"\*(Q\d)\*", home)) == {f"Q{number}" for number in range(len(others))}
    assert ("(see above)" in home) == any(other < len(others) for other in others)
    assert re.search(r"^ *Out$", home, re.MULTILINE)


BY_HAND = {
    "exercises/index.md": "exercises/index.html",
    "anti-patterns/README.md": "anti-patterns/index.html",
    "ways-in/index.md": "ways-in/index.html",
}


@pytest.mark.parametrize("path", BY_HAND)
def test_a_page_written_by_hand_wins(path: str, make: Make) -> None:
    site = make({**ALL, path: "# By hand\n"})
    paths_made = {file.path for file in site.files}
    assert paths_made & {path, path.replace("README", "index")} == set()
    assert paths_made >= {each.replace("README", "index") for each in BY_HAND} - {
        path.replace("README", "index")
    }


@pytest.mark.parametrize("path", ["exercises/index.md", "anti-patterns/README.md"])
def test_a_page_written_by_hand_stands_in_the_place_of_ours_and_nowhere_else(
    path: str, project: Project, run: Run
) -> None:
    leave_out_handouts(project)
    project.write({**ALL, path: "# By hand\n\nAll that we know.\n"})
    built = run("build", cwd=project.root)
    assert built.returncode == 0
    assert [line for line in built.stderr.splitlines() if line.startswith("warning")] == []
    page = next(page for page in pages(project.root / "site") if page.path == BY_HAND[path])
    assert "All that we know." in page.text
    tabs = [
        e for e in page.elements if e.tag == "li" and "md-tabs__item" in e.attrib.get("class", "")
    ]
    named = [" ".join("".join(tab.itertext()).split()) for tab in tabs]
    assert named == ["Home", "Where to start", "Reading guides", "Plays"]
