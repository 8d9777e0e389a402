"""What a screen reader says of a picture is what the list or the table below it says."""

import re

import pytest
from playwright.sync_api import Locator

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser

READ = re.compile(r"^ *- (?:'link|link) \"(.+?)\"(?: \[\w+\])?'?:$", re.MULTILINE)
QUOTED = re.compile(r"“(.+?)”(?:, |$)")
LISTED = """
figure => [...figure.querySelectorAll("a.pb-card")].map(card => {
  const place = document.getElementById(card.href.baseVal.slice(1));
  const item = place.closest("li");
  let level = 1;
  for (let each = item; each = each.parentElement.closest("li");) level += 1;
  const kind = place.textContent.split(",")[0];
  const above = item.parentElement.closest("li")?.querySelector("strong").textContent;
  return [kind, item.querySelector("strong")?.textContent, level + 1, above];
})
"""
IN_ROWS = """
figure => [...figure.querySelectorAll("a.pb-card")].map(card => {
  const row = document.getElementById(card.href.baseVal.slice(1)).closest("tr");
  const ways = [...[...row.cells].at(-1).querySelectorAll("a")];
  const title = row.querySelector("strong").textContent;
  return [row.rowIndex, title, ways.map(way => way.textContent)];
})
"""


def read_cards(figure: Locator) -> list[str]:
    """Return the names of a picture's cards in the order in which a screen reader comes to them."""
    words = figure.locator(".pb-diagram").aria_snapshot()
    return [name.replace("''", "'").replace('\\"', '"') for name in READ.findall(words)]


def test_a_tree_reads_as_the_list_below_it(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + TREE))
    names, listed = read_cards(picture.figure), picture.figure.evaluate(LISTED)
    assert len(names) == len(listed) > 15
    assert " level 1, " in names[0]
    for name, (kind, title, level, above) in zip(names[1:], listed[1:], strict=True):
        assert name.startswith(kind)
        assert f". {title}. " in name
        assert re.search(rf"\. level {level}, under “", name)
        assert above is None or f"under “{above}”, " in name


def test_a_map_reads_as_the_table_below_it(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + MAP))
    names, rows = read_cards(picture.figure), picture.figure.evaluate(IN_ROWS)
    assert len(names) == len(rows) > 10
    places = [place for place, _, _ in rows]
    assert places == sorted(places)
    for name, (_, title, ways) in zip(names, rows, strict=True):
        _, _, onward = name.partition(" leads to ")
        assert f". {title}. " in name
        assert sorted(QUOTED.findall(onward)) == sorted(ways)
        assert ways or name.endswith("leads no further")
