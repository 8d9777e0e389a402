"""Time zones: which names are taken, and which are meant by what else people write.

They are those of the package `tzdata`, never the machine's own: two machines would make two calendars of one club.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones, reset_tzpath

from playbook.text.english import join_choices, quoted

reset_tzpath(to=())
ZoneInfo.clear_cache()

FORM, EXAMPLE = "a time zone is a continent and a city", "such as 'America/Los_Angeles'"
UTC_NAMES = {"UTC", "Etc/UTC"}
SHORTEST_ALIKE = 0.8
MOST = 3
OFFSET = re.compile(r"(?P<etc>etc/)?(?:gmt|utc?|z)?(?P<sign>[+\u2212-])0?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
WINTER, SUMMER = datetime(2026, 1, 15), datetime(2026, 7, 15)  # noqa: DTZ001 - on the wall of whatever zone is asked

CITIES = (
    *("Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Lisbon", "Europe/Dublin", "Europe/Moscow"),
    *("Europe/Istanbul", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Anchorage", "Pacific/Honolulu", "America/Halifax", "America/St_Johns", "America/Panama"),
    *("America/Phoenix", "America/Costa_Rica", "America/Sao_Paulo", "America/Noronha", "Atlantic/Cape_Verde"),
    *("Asia/Kolkata", "Asia/Jerusalem", "Asia/Tokyo", "Asia/Seoul", "Asia/Shanghai", "Asia/Hong_Kong"),
    *("Asia/Singapore", "Asia/Manila", "Asia/Jakarta", "Asia/Bangkok", "Asia/Dhaka", "Asia/Karachi", "Asia/Dubai"),
    *("Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "Africa/Maputo", "Africa/Abidjan"),
    *("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth"),
    *("Pacific/Auckland", "Pacific/Guam", "Pacific/Pago_Pago"),
)
"""Well-known places, which stand for others with the same clocks: the best known first."""

SPOKEN = {
    "et": "America/New_York",
    "eastern": "America/New_York",
    "ct": "America/Chicago",
    "central": "America/Chicago",
    "mt": "America/Denver",
    "mountain": "America/Denver",
    "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
    "met": "Europe/Berlin",
}
"""What people say for a zone that no clock shows."""

ZERO = {"utc", "uct", "gmt", "gmt0", "universal", "greenwich", "zulu", "z"}
GREENWICH = ("UTC", "Europe/London")


def is_zone(name: str) -> bool:
    """Whether this names a place, or UTC, as the zones' own list spells it on every machine."""
    return name in UTC_NAMES or name in places()


@cache
def places() -> frozenset[str]:
    """Return the zones that are a place: not those that are a distance, whose signs are turned round, or letters."""
    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))


def explain_zone(name: str) -> str:
    """Return the answer to what is no zone, with those that can be meant."""
    if match := OFFSET.fullmatch("".join(name.casefold().split())):
        return explain_offset(name, match)
    meant = next((found for found in meanings(name) if found), [])[:MOST]
    if not meant:
        return f"{FORM}, {EXAMPLE}"
    return f"{FORM}: write {join_choices(map(described, meant)) if meant[1:] else quoted(meant[0])}"


def explain_offset(name: str, match: re.Match[str]) -> str:
    """Return the answer to a distance from UTC, which many places keep for a part of the year only."""
    distance = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if not distance:
        return f"{FORM}: write {join_choices(map(described, GREENWICH))}"
    meant = distance if match["sign"] == "+" else -distance
    if not match["etc"]:
        return f"{FORM}, as clocks change: {choices(meant) or EXAMPLE}"
    both = "; ".join(f"for {shown(each)} {choices(each)}" for each in (-meant, meant) if choices(each))
    return f"{FORM}, and '{name}' is {shown(-meant)}, as its sign is turned round: {both}"


def choices(distance: timedelta) -> str:
    """Return places that are so far from UTC all year, in winter, or in summer; nothing for none."""
    every = [*CITIES, *sorted(places() & in_use())]
    always = [each for each in every if offsets(each) == (distance, distance)]
    winter = [each for each in every if offsets(each)[0] == distance != offsets(each)[1]]
    summer = [each for each in every if offsets(each)[1] == distance != offsets(each)[0]]
    firsts = [group[0] for group in (always, winter, summer) if group]
    return f"write {join_choices(map(described, firsts))}" if firsts else ""


def meanings(name: str) -> Iterator[list[str]]:
    """Yield the zones that may be meant: by their spelling, an abbreviation, a city, a country, or a slip."""
    word, short, city = letters(name), set(re.findall("[A-Z]+", name.upper())), letters(name.rpartition("/")[2])
    cities = cities_by_name()
    yield [each for each in sorted(places()) if letters(each) == word]
    yield list(GREENWICH) if word.removeprefix("etc") in ZERO else []
    yield [SPOKEN[word]] if word in SPOKEN else []
    yield [each for each in CITIES if short and short <= abbreviations(each)]
    yield cities.get(city, [])
    yield of_country(word)
    yield [today(name)] if today(name) in places() else []
    yield [each for close in get_close_matches(city, cities, n=1, cutoff=SHORTEST_ALIKE) for each in cities[close]]


@cache
def cities_by_name() -> dict[str, list[str]]:
    """Return the zones in use by the letters of their last word, or of that of an older name."""
    found = defaultdict[str, list[str]](list)
    for name in sorted(places()):
        city = letters(name.rpartition("/")[2])
        if today(name) not in found[city]:
            found[city].append(today(name))
    return dict(found)


def today(name: str) -> str:
    """Return the name that a zone has today: Europe/Kyiv for Europe/Kiev, but Europe/Oslo for Europe/Oslo."""
    return name if name in in_use() else links().get(name, name)


@cache
def in_use() -> frozenset[str]:
    """Return the zones that the table of countries lists, which are the names of today."""
    return frozenset(row[2] for row in rows("zone.tab"))


def of_country(word: str) -> list[str]:
    """Return the well-known zones of a country by its English name, or else its first."""
    codes = {letters(name): code for code, name in rows("iso3166.tab")}
    own = [row[2] for row in rows("zone.tab") if row[0] == codes.get(word)]
    return [each for each in CITIES if each in own] or own[:1]


@cache
def links() -> dict[str, str]:
    """Return the zones that are another name for a zone."""
    lines = (line.split() for line in resource("tzdata.zi"))
    return {parts[2]: parts[1] for parts in lines if parts and parts[0] == "L"}


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of the zones' tables."""
    return (line.split("\t") for line in resource(name) if line and not line.startswith("#"))


@cache
def resource(name: str) -> tuple[str, ...]:
    """Return the lines of one of the zones' files."""
    return tuple((files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines())


def letters(name: str) -> str:
    """Return a name in small letters, without accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


@cache
def offsets(zone: str) -> tuple[timedelta, timedelta]:
    """Return how far a zone is from UTC in its winter and in its summer."""
    both = [moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta() for moment in (WINTER, SUMMER)]
    return min(both), max(both)


def abbreviations(zone: str) -> set[str]:
    """Return what a zone's clocks are called in winter and in summer."""
    return {f"{moment.replace(tzinfo=ZoneInfo(zone)):%Z}" for moment in (WINTER, SUMMER)}


def described(zone: str) -> str:
    """Return a zone with how far it is from UTC."""
    if zone in UTC_NAMES:
        return f"'{zone}'"
    winter, summer = offsets(zone)
    return f"'{zone}' ({shown(winter)}{' all year' if winter == summer else f', {shown(summer)} in summer'})"


def shown(distance: timedelta) -> str:
    """Return a distance from UTC as people write it: `UTC+2`, `UTC-3:30`."""
    minutes = round(distance.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
