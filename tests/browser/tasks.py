"""Ten things that people come to do, each done with a keyboard alone in any browser.

A person presses keys, and knows only what a screen reader says: roles, names and states.
"""

from collections.abc import Callable

from browser.hands import Hands, expect_focus, tab_to

PLAY = "plays/experience-mapping/"
GUIDE = "reading-guides/2026-03-visualize/"
TREE, MAP = "trees/first-lesson-booked/", "maps/first-lesson-shared/"
CLUB = "clubs/2026-habits/"
SAYS = """
[...document.querySelectorAll("[role=status]")].some(it => it.textContent.includes(arguments[0]))
"""
LIT = "return document.querySelectorAll('.pb-lit a.pb-on').length"
SEEN = """
const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
"""
SCALE = "return document.querySelector('.pb-diagram').getBoundingClientRect().width"
ROWS = "return document.querySelectorAll('article tr:not([hidden]) .pb-row').length"
THEMES = "return document.querySelectorAll('.pb-theme:not([hidden])').length"


def find_a_play(hands: Hands, address: str) -> None:
    """Skip what all pages have, search from the header, and read the first play that is found."""
    hands.go(address)
    tab_to(hands, "button", "^Search$")
    hands.press("Enter")
    hands.wait("document.activeElement.matches('dialog input')")
    expect_focus(hands, "searchbox", "^Search$")
    hands.write("map your customers' experience")
    hands.wait(SAYS, "found")
    hands.press("ArrowDown")
    expect_focus(hands, "link", "^Play.*Map your customers")
    hands.press("Enter")
    hands.wait(f"location.pathname.endsWith('/{PLAY}') && window.component$ !== undefined")
    skip(hands)
    hands.press("Tab")
    assert hands.run("return document.activeElement.closest('article') !== null")


def play_a_scenario(hands: Hands, address: str) -> None:
    """Show the way of a scenario in the picture of its flow, and put the picture back."""
    hands.go(f"{address}plays/agent-orchestration/#Scenarios-route")
    tab_to(hands, "button", "^Show the way of: .")
    hands.press("Enter")
    expect_focus(hands, "button", "", "pressed")
    assert hands.run(LIT) > 2
    hands.press("Space")
    assert "pressed" not in hands.focus().states


def work_with_a_tree(hands: Hands, address: str) -> None:
    """Zoom a tree, fold a branch, read what is told about a card and follow its link."""
    hands.go(address + TREE)
    skip(hands)
    tab_to(hands, "button", "^Zoom out$")
    before = hands.run(SCALE)
    hands.press("ArrowRight")
    expect_focus(hands, "button", "^Zoom in$")
    hands.press("Enter", "Enter")
    assert hands.run(SCALE) > before
    hands.press("ArrowRight")
    expect_focus(hands, "button", "^Show the whole picture$")
    hands.press("Space")
    expect_focus(hands, "button", "^Show the whole picture$", "pressed")
    tab_to(hands, "link", r"^Product outcome\. .+level 1")
    expect_focus(hands, "link", "", "expanded")
    hands.press("Space")
    expect_focus(hands, "link", "", "collapsed")
    hands.press("Space", "ArrowDown", "ArrowRight")
    expect_focus(
        hands, "link", r"I can't tell which teacher would suit me.+level 2, under “.+”, 2 of \d"
    )
    assert hands.run(SEEN)
    hands.press("Enter")
    expect_focus(hands, "region", "^About this box$")
    assert hands.run(SEEN)
    tab_to(hands, "link", "^Read it on the page$|^Go to its page$")
    hands.press("Enter")
    hands.press("Tab")
    assert hands.run(SEEN)


def walk_a_map(hands: Hands, address: str) -> None:
    """Walk along a map and read what a moment says."""
    hands.go(address + MAP)
    skip(hands)
    tab_to(hands, "link", r"^Start .+leads to “.+”$")
    hands.press("ArrowDown")
    hands.press("ArrowDown")
    name = hands.focus().name
    assert "leads to" in name
    hands.press("Enter")
    expect_focus(hands, "region", "^About this box$")
    hands.press("Escape")
    assert hands.focus().name == name


def tick_anti_patterns(hands: Hands, address: str) -> None:
    """Tick what the team does, and show one theme; the address keeps the theme."""
    hands.go(f"{address}anti-patterns/")
    skip(hands)
    tab_to(hands, "combobox", "^Theme$")
    before = hands.run(THEMES)
    hands.press("ArrowDown")
    hands.wait("location.search.startsWith('?theme=')")
    assert hands.run(THEMES) == 1 < before
    tab_to(hands, "checkbox", "^We do this")
    hands.press("Space")
    expect_focus(hands, "checkbox", "^We do this", "checked")
    hands.wait(SAYS, "1 of ")
    tab_to(hands, "button", "^Print what we ticked$", back=True)


def find_an_exercise(hands: Hands, address: str) -> None:
    """Say how much time there is and what stands in the room, in other words than the page's."""
    hands.go(f"{address}exercises/")
    skip(hands)
    tab_to(hands, "spinbutton", "^Minutes, at most$")
    hands.write("30")
    tab_to(hands, "searchbox", "^Materials$")
    all_rows = hands.run(ROWS)
    hands.write("whiteboard")
    hands.wait(SAYS, " of ")
    assert 0 < hands.run(ROWS) < all_rows
    tab_to(hands, "checkbox", "^We meet remotely$")
    hands.press("Space")
    expect_focus(hands, "checkbox", "", "checked")
    hands.wait("/minutes=30.*words=whiteboard.*remote=true/.test(location.search)")
    tab_to(hands, "button", "^Show all$")
    hands.press("Enter")
    hands.wait("!location.search.includes('minutes')")


def plan_a_session(hands: Hands, address: str) -> None:
    """Say when a session begins, leave a step out, and print the sheet."""
    hands.go(f"{address}{PLAY}plan/")
    skip(hands)
    hands.run("window.print = () => { window.isPrinted = true; }")
    tab_to(hands, "time", "^We start at$")
    hands.write("0200PM")
    tab_to(hands, "checkbox", "^Talk through the maps$")
    expect_focus(hands, "checkbox", "", "checked")
    hands.press("Space")
    assert "checked" not in hands.focus().states
    assert "2:00" in hands.run("return document.querySelector('.pb-sum').textContent")
    assert hands.run(
        "return document.querySelector('.pb-sum').matches('[role=status], [aria-live]')"
    )
    tab_to(hands, "button", "^Print it$")
    hands.press("Enter")
    assert hands.run("return window.isPrinted")


def present_a_session(hands: Hands, address: str) -> None:
    """Start, go on, give a step a minute more, and read all of it at twice the size."""
    hands.go(f"{address}{GUIDE}present/")
    hands.press("Tab")
    expect_focus(hands, "button", "^Next$")
    hands.press("Enter")
    expect_focus(hands, "heading", ".")
    tab_to(hands, "button", "^Start$")
    hands.press("Enter")
    expect_focus(hands, "button", "^Pause$")
    hands.wait(SAYS, "The clock is running.")
    tab_to(hands, "button", r"^\+1 minute$")
    hands.press("Space")
    tab_to(hands, "button", r"^Next$", back=True)
    hands.press("Space")
    expect_focus(hands, "heading", ".")
    hands.zoom(2)
    assert hands.run(SEEN)
    tab_to(hands, "button", "^More$")
    expect_focus(hands, "button", "^More$", "collapsed")
    hands.press("Enter")
    expect_focus(hands, "button", "^More$", "expanded")
    hands.press("Tab")
    expect_focus(hands, "button", r"^\+1 minute$")
    assert hands.run(SEEN)
    hands.zoom(1)


def join_the_club(hands: Hands, address: str) -> None:
    """Hear what to do this week and put the sessions into a calendar."""
    hands.go(address + CLUB)
    skip(hands)
    tab_to(hands, "link", "^Keep one habit$|^Lay out your work|.")
    tab_to(hands, "link", "^All sessions as a calendar$")
    hands.press("Enter")
    assert hands.receive(".ics").startswith(b"BEGIN:VCALENDAR")


def darken(hands: Hands, address: str) -> None:
    """Switch to dark and find it dark on the next page, too."""
    hands.go(address)
    tab_to(hands, "button", "^Switch to dark$")
    hands.press("Enter")
    expect_focus(hands, "button", "^Switch to light$")
    hands.go(f"{address}about/")
    assert hands.run("return document.body.dataset.mdColorScheme") == "slate"
    tab_to(hands, "button", "^Switch to light$")
    hands.press("Space")
    expect_focus(hands, "button", "^Switch to dark$")


def print_a_session(hands: Hands, address: str) -> None:
    """Choose the paper, the edge and the people, and get one file."""
    hands.go(address + PLAY)
    skip(hands)
    tab_to(hands, "summary", "^Print$")
    hands.press("Enter")
    expect_focus(hands, "summary", "^Print$", "expanded")
    hands.press("Tab")
    expect_focus(hands, "radio", "^US Letter$|^A4$", "checked")
    before = hands.focus().name
    hands.press("ArrowRight")
    expect_focus(hands, "radio", "^US Letter$|^A4$", "checked")
    assert hands.focus().name != before
    hands.press("Tab")
    expect_focus(hands, "radio", "^the long edge$", "checked")
    hands.press("ArrowDown")
    expect_focus(hands, "radio", "^the short edge$", "checked")
    hands.press("Tab")
    expect_focus(hands, "spinbutton", "^People$")
    hands.press("ArrowDown")
    hands.press("Tab")
    expect_focus(hands, "button", "ready to print$")
    hands.press("Enter")
    assert hands.receive(".pdf").startswith(b"%PDF")


def copy_as_mermaid(hands: Hands, address: str) -> None:
    """Take a picture along as Mermaid."""
    hands.go(address + TREE)
    skip(hands)
    tab_to(hands, "button", "^Zoom out$")
    hands.press("ArrowLeft")
    expect_focus(hands, "button", "^Share$", "collapsed")
    hands.press("Enter")
    expect_focus(hands, "button", "^Copy as an image$")
    tab_to(hands, "button", "^Copy as Mermaid$")
    hands.press("Enter")
    hands.wait(SAYS, "Copied.")
    hands.press("Escape")
    expect_focus(hands, "button", "^Share$", "collapsed")


def skip(hands: Hands) -> None:
    """Skip what all pages have, as the first stop of the Tab key offers."""
    hands.press("Tab")
    expect_focus(hands, "link", "^Skip to content$")
    hands.press("Enter")


TASKS: list[Callable[[Hands, str], None]] = [
    find_a_play,
    play_a_scenario,
    work_with_a_tree,
    walk_a_map,
    tick_anti_patterns,
    find_an_exercise,
    plan_a_session,
    present_a_session,
    join_the_club,
    darken,
    print_a_session,
    copy_as_mermaid,
]
