"""Time zones: which names are taken, and which are meant by what else people write.

They are those of the package `tzdata`, never the machine's own: two machines would make two
calendars of one club.
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
OFFSET = re.compile(
    r"(?P<etc>etc/)?(?:gmt|utc?|z)?(?P<sign>[+\u2212-])0?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?"
)
WINTER, SUMMER = datetime(2026, 1, 15), datetime(2026, 7, 15)  # noqa: DTZ001 - on the wall of whatever zone is asked

CITIES = tuple(
    """
    Europe/London Europe/Berlin Europe/Athens Europe/Lisbon Europe/Dublin Europe/Moscow
    Europe/Istanbul America/New_York America/Chicago America/Denver America/Los_Angeles
    America/Anchorage Pacific/Honolulu America/Halifax America/St_Johns America/Panama
    America/Phoenix America/Costa_Rica America/Sao_Paulo America/Noronha Atlantic/Cape_Verde
    Asia/Kolkata Asia/Jerusalem Asia/Tokyo Asia/Seoul Asia/Shanghai Asia/Hong_Kong Asia/Singapore
    Asia/Manila Asia/Jakarta Asia/Bangkok Asia/Dhaka Asia/Karachi Asia/Dubai Africa/Johannesburg
    Africa/Lagos Africa/Nairobi Africa/Maputo Africa/Abidjan Australia/Sydney Australia/Brisbane
    Australia/Adelaide Australia/Darwin Australia/Perth Pacific/Auckland Pacific/Guam
    Pacific/Pago_Pago
    """.split()  # noqa: SIM905 - one name a line would hide the code
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
    return name in UTC_NAMES or name in list_places()


@cache
def list_places() -> frozenset[str]:
    """Return the zones that are a place.

    Not those that are a distance, whose signs are turned round, or letters.
    """
    return frozenset(
        name for name in available_timezones() if "/" in name and not name.startswith("Etc/")
    )


def explain_zone(name: str) -> str:
    """Return the answer to what is no zone, with those that can be meant."""
    if match := OFFSET.fullmatch("".join(name.casefold().split())):
        return explain_offset(name, match)
    meant = next(filter(None, guess_zones(name)), [])[:MOST]
    if not meant:
        return f"{FORM}, {EXAMPLE}"
    return (
        f"{FORM}: write "
        f"{join_choices(map(describe_zone, meant)) if meant[1:] else quoted(meant[0])}"
    )


def explain_offset(name: str, match: re.Match[str]) -> str:
    """Return the answer to a distance from UTC, which many places keep for part of the year."""
    distance = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if not distance:
        return f"{FORM}: write {join_choices(map(describe_zone, GREENWICH))}"
    meant = distance if match["sign"] == "+" else -distance
    if not match["etc"]:
        return f"{FORM}, as clocks change: {suggest_zones(meant) or EXAMPLE}"
    both = "; ".join(
        f"for {format_offset(offset)} {suggestion}"
        for offset in (-meant, meant)
        if (suggestion := suggest_zones(offset))
    )
    return f"{FORM}, and '{name}' is {format_offset(-meant)}, as its sign is turned round: {both}"


def suggest_zones(distance: timedelta) -> str:
    """Return places that are so far from UTC all year, in winter, or in summer.

    Nothing for none.
    """
    every = [*CITIES, *sorted(list_places() & list_zones_in_use())]
    always = [zone for zone in every if find_offsets(zone) == (distance, distance)]
    winter = [zone for zone in every if find_offsets(zone)[0] == distance != find_offsets(zone)[1]]
    summer = [zone for zone in every if find_offsets(zone)[1] == distance != find_offsets(zone)[0]]
    firsts = [group[0] for group in (always, winter, summer) if group]
    return f"write {join_choices(map(describe_zone, firsts))}" if firsts else ""


def guess_zones(name: str) -> Iterator[list[str]]:
    """Yield the zones that may be meant.

    By their spelling, an abbreviation, a city, a country, or a slip.
    """
    word, city = reduce_to_letters(name), reduce_to_letters(name.rpartition("/")[2])
    short = set(re.findall("[A-Z]+", name.upper()))
    cities = index_cities()
    yield [zone for zone in sorted(list_places()) if reduce_to_letters(zone) == word]
    yield list(GREENWICH) if word.removeprefix("etc") in ZERO else []
    yield [SPOKEN[word]] if word in SPOKEN else []
    yield [zone for zone in CITIES if short and short <= find_abbreviations(zone)]
    yield cities.get(city, [])
    yield find_zones_of_country(word)
    yield [find_current_name(name)] if find_current_name(name) in list_places() else []
    close = get_close_matches(city, cities, n=1, cutoff=SHORTEST_ALIKE)
    yield [zone for name in close for zone in cities[name]]


@cache
def index_cities() -> dict[str, list[str]]:
    """Return the zones in use by the letters of their last word, or of that of an older name."""
    zones = defaultdict[str, list[str]](list)
    for name in sorted(list_places()):
        city = reduce_to_letters(name.rpartition("/")[2])
        if find_current_name(name) not in zones[city]:
            zones[city].append(find_current_name(name))
    return dict(zones)


def find_current_name(name: str) -> str:
    """Return the name that a zone has today.

    Europe/Kyiv for Europe/Kiev, but Europe/Oslo for Europe/Oslo.
    """
    return name if name in list_zones_in_use() else read_links().get(name, name)


@cache
def list_zones_in_use() -> frozenset[str]:
    """Return the zones that the table of countries lists, which are the names of today."""
    return frozenset(row[2] for row in read_rows("zone.tab"))


def find_zones_of_country(word: str) -> list[str]:
    """Return the well-known zones of a country by its English name, or else its first."""
    codes = {reduce_to_letters(name): code for code, name in read_rows("iso3166.tab")}
    own = [row[2] for row in read_rows("zone.tab") if row[0] == codes.get(word)]
    return [zone for zone in CITIES if zone in own] or own[:1]


@cache
def read_links() -> dict[str, str]:
    """Return the zones that are another name for a zone."""
    lines = (line.split() for line in read_lines("tzdata.zi"))
    return {parts[2]: parts[1] for parts in lines if parts and parts[0] == "L"}


def read_rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of the zones' tables."""
    return (line.split("\t") for line in read_lines(name) if line and not line.startswith("#"))


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of one of the zones' files."""
    return tuple((files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines())


def reduce_to_letters(name: str) -> str:
    """Return a name in small letters, without accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


@cache
def find_offsets(zone: str) -> tuple[timedelta, timedelta]:
    """Return how far a zone is from UTC in its winter and in its summer."""
    both = [
        moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
        for moment in (WINTER, SUMMER)
    ]
    return min(both), max(both)


def find_abbreviations(zone: str) -> set[str]:
    """Return what a zone's clocks are called in winter and in summer."""
    return {f"{moment.replace(tzinfo=ZoneInfo(zone)):%Z}" for moment in (WINTER, SUMMER)}


def describe_zone(zone: str) -> str:
    """Return a zone with how far it is from UTC."""
    if zone in UTC_NAMES:
        return f"'{zone}'"
    winter, summer = find_offsets(zone)
    rest = " all year" if winter == summer else f", {format_offset(summer)} in summer"
    return f"'{zone}' ({format_offset(winter)}{rest})"


def format_offset(distance: timedelta) -> str:
    """Return a distance from UTC as people write it: `UTC+2`, `UTC-3:30`."""
    minutes = round(distance.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
