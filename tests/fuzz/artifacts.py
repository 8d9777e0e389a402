"""Random artifacts of every kind, written from the models themselves, which the check finds nothing
wrong with."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import count
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from fuzz.filling import Later
from playbook.kinds import KINDS
from playbook.model.part import Anchored, OneOrMany
from playbook.model.picture_file import PictureFile
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import (
    Count,
    FormattedText,
    Isbn,
    Minutes,
    Month,
    People,
    Slug,
    Tag,
    TimeSpan,
)
from playbook.parts.cadence import Cadence
from playbook.parts.flow import Flow
from playbook.parts.revision import Revision
from playbook.parts.scorecard import Scorecard
from playbook.text.inline import Text

FORMS: dict[type, tuple[str, ...]] = {
    Count: ("7 of 10", "0 of 1", "9999 of 9999"),
    Isbn: ("9781736633304", "0-306-40615-2"),
    Minutes: ("20", "45-60", "1", "9999", "1-9999"),
    Month: ("2026-03", "9999-12"),
    PictureFile: ("ana.png", "../faces/her face (1).JPG", "字.svg"),
    People: ("3", "2-8", "3+", "999"),
    Tag: ("first-week", "a", "führung", "42"),
    Revision: ("2026-02-20", "2026-02-20 14:30"),
    TimeSpan: ("09:00-10:00", "00:00-23:59", "12:15-12:16"),
    Cadence: ("monthly", "weekly", "5 weeks", "99 weeks", "dates"),
    bool: ("true", "false"),
}
"""How each type of a fixed form may be written."""
SET_FORM = {
    "zone": (
        "America/Los_Angeles",
        "Europe/Berlin",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "Africa/Casablanca",
    ),
    "url": ("https://example.org/a_(b)?c=1&d=*", "https://müller.example/ü?q=字"),
}
LEFT_OUT = {
    ("OpportunityTree", "solutions"),  # each belongs under an opportunity
    ("ExperienceMap", "merges"),  # a map that merges others has to hold the nodes of each
    ("Reading", "starts"),  # the days of a club follow from its cadence
    ("Artifact", "kind"),
}
NAMED = {"node", "step", "flow", "opportunity", "solution", "assumption", "assumption test"}
NAMED |= {"story map step"}
"""The sorts of piece that others refer to, and which therefore have an id."""
IDS = ("a", "ask-around", "7", "index-of", "con", "führung", "спрашивает", "請求書", "سؤال")
FIRST, LAST = date(2000, 1, 1), date(2098, 12, 31)


class Author:
    """Writes a project's documents: at least one of each kind, by id."""

    def __init__(self, draw: Random, size: int) -> None:
        self.draw, self.size = draw, size
        self.ids: dict[str, list[str]] = defaultdict(list)
        self.pieces: dict[str, list[str]] = defaultdict(list)
        self.home, self.depth, self.numbers = "", 0, count(1)
        self.unnamed: set[str] = set()
        for kind in KINDS:
            for _ in range(draw.randint(1, 1 + size // 2)):
                self.ids[kind.name].append(self.new_id())

    def documents(self) -> dict[str, dict[str, Any]]:
        """Return every document by its id, its texts and references still to be filled in."""
        made = {}
        for kind in KINDS:
            for name in self.ids[kind.name]:
                self.home = name
                made[name] = {"kind": kind.name, **self.model(kind.model)}
        return made

    def new_id(self) -> str:
        """Return an id that nothing else has."""
        base = self.draw.choice([each for each in IDS if takes(Slug, each)])
        return f"{base}-{next(self.numbers)}"

    def wanted(self) -> bool:
        """Whether to write what may be left out."""
        return self.draw.random() < (0.15, 0.4, 0.7, 0.9, 1)[min(self.size, 4)]

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        """Return a value for each field that is required, and for some that are not."""
        if model in {Flow, Scorecard}:
            return self.flow() if model is Flow else self.scorecard()
        self.depth += 1
        given: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            left_out = any((base.__name__, key) in LEFT_OUT for base in model.__mro__)
            if left_out or not (
                field.is_required()
                or self.wanted()
                or (issubclass(model, Anchored) and key == "id")
            ):
                continue
            value = self.value(key, field.annotation, field)
            if value is not None:
                given[key] = value
        self.depth -= 1
        if finish := getattr(self, f"finish_{model.__name__.lower()}", None):
            finish(given)
        if issubclass(model, Anchored):
            free = model.word not in NAMED and self.home not in self.unnamed
            if free and "title" in given and self.draw.random() < 0.1:
                self.unnamed.add(self.home)
                del given[
                    "id"
                ]  # it follows from the title, which may be like another one: one in a document
            else:
                self.pieces[model.word].append(f"{self.home}#{given['id']}")
        return given

    def value(self, key: str, wanted: Any, field: FieldInfo) -> Any:
        """Return a value of the type that is wanted, or None where there is none to be had."""
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin is Literal:
            return self.draw.choice(arguments)
        if origin is tuple:
            return self.items(key, arguments[0], field)
        if origin in {Annotated, Union, UnionType}:
            return self.value(key, next(each for each in arguments if each is not NoneType), field)
        if issubclass(wanted, BaseModel):
            return self.short(wanted, self.model(wanted))
        return self.scalar(key, wanted, field)

    def short(self, model: type[BaseModel], given: dict[str, Any]) -> Any:
        """Return the short form of a piece where it has one and says no more."""
        field = getattr(model, "short_for", "")
        return (
            given[field] if field and set(given) <= {field} and self.draw.random() < 0.5 else given
        )

    def items(self, key: str, wanted: Any, field: FieldInfo) -> Any:
        """Return a list as long as it may be, or one item without a list where that will do."""
        least = max(
            (bound.min_length for bound in field.metadata if hasattr(bound, "min_length")),
            default=0,
        )
        most = min(
            (bound.max_length for bound in field.metadata if hasattr(bound, "max_length")),
            default=99,
        )
        if self.depth > 3 + self.size // 3 and not least:
            return None
        number = max(least, min(most, self.draw.choice((1, 1, 2, 3, 5)[: 1 + self.size])))
        found = [self.value(key, wanted, field) for _ in range(number)]
        if None in found or not found:
            return None
        one = found[0]
        if (
            OneOrMany in field.metadata
            and number == 1
            and isinstance(one, str | dict | Later)
            and self.draw.random() < 0.5
        ):
            return one
        return found

    def scalar(self, key: str, wanted: type, field: FieldInfo) -> Any:
        """Return a text, a number, or what stands for a text where only one form will do."""
        if issubclass(wanted, Ref):
            if issubclass(wanted, PartRef) or wanted.words:
                return Later(wanted.words, self.home if issubclass(wanted, PartRef) else "")
            kinds = wanted.kinds or tuple(self.ids)
            return self.draw.choice([each for kind in kinds for each in self.ids[kind]])
        if wanted in {Slug, date}:
            return self.new_id() if wanted is Slug else self.day()
        if wanted is int:
            least = max((bound.ge for bound in field.metadata if hasattr(bound, "ge")), default=1)
            most = min((bound.le for bound in field.metadata if hasattr(bound, "le")), default=3)
            return self.draw.randint(least, most)
        if forms := FORMS.get(wanted) or SET_FORM.get(key):
            return self.draw.choice([each for each in forms if takes(wanted, each)])
        assert wanted in {Text, str}, f"'{key}' takes {wanted}: say here how to write it"
        return Later()

    def day(self, first: date = FIRST, last: date = LAST) -> str:
        """Return a day."""
        return str(first + timedelta(days=self.draw.randint(0, (last - first).days)))

    def flow(self) -> dict[str, Any]:
        """Return a flow in which each step leads on to a later one, so that all are reached and all
        end."""
        ids = [self.new_id() for _ in range(self.draw.choice((1, 2, 3, 6)[: 2 + self.size]))]
        steps, ways = [], {}
        for number, name in enumerate(ids):
            step = {"id": name, "title": Later()}
            for key in ("text", "checkpoint"):
                if self.wanted():
                    step[key] = Later()
            ahead = ids[number + 1 :]
            if len(ahead) > 1 and self.draw.random() < 0.6:
                answers = self.draw.sample(["yes", "no", "ja", "いいえ", "maybe 7", "لا"], 2)
                ways[name] = [(answers[0], ahead[0]), (answers[1], self.draw.choice(ahead[1:]))]
                step["next"] = [{"answer": answer, "to": to} for answer, to in ways[name]]
            elif ahead:
                step["next"] = self.draw.choice((ahead[0], [ahead[0]], [{"to": ahead[0]}]))
                ways[name] = [("", ahead[0])]
            if self.wanted() and not ahead:
                step["see"] = self.draw.choice([each for ids in self.ids.values() for each in ids])
            steps.append(step)
            self.pieces["step"].append(f"{self.home}#{name}")
        flow = {"id": self.new_id(), "title": Later(), "steps": steps}
        self.pieces["flow"].append(f"{self.home}#{flow['id']}")
        if self.wanted():
            flow["scenarios"] = [
                self.scenario(ids[0], ways) for _ in range(self.draw.randint(1, 3))
            ]
        return flow

    def scenario(self, at: str, ways: dict[str, list[tuple[str, str]]]) -> dict[str, Any]:
        """Return a scenario that walks a flow to one of its ends."""
        answers = []
        while at in ways:
            answer, to = self.draw.choice(ways[at])
            if answer:
                answers.append({"at": at, "answer": answer})
            at = to
        return {
            "id": self.new_id(),
            "title": Later(),
            "given": Later(),
            "answers": answers,
            "ends": at,
        }

    def scorecard(self) -> dict[str, Any]:
        """Return a scorecard that adds up."""
        levels = self.draw.randint(2, 6)
        criteria = [
            {
                "id": self.new_id(),
                "title": Later(),
                "ask": Later(),
                "looks": [Later()] * levels,
                "first": Later(),
            }
            for _ in range(self.draw.randint(2, 4))
        ]
        above = sorted(
            self.draw.sample(range(1, (levels - 1) * len(criteria) + 1), self.draw.randint(0, 2))
        )
        verdicts = [{"at_least": least, "title": Later(), "text": Later()} for least in (0, *above)]
        card = {
            "id": self.new_id(),
            "title": Later(),
            "levels": [Later()] * levels,
            "criteria": criteria,
        }
        return {**card, "verdicts": verdicts}

    def finish_book(self, given: dict[str, Any]) -> None:
        """Number the chapters, of which a guide reads the first."""
        numbers = count(1)
        for part in given["parts"]:
            for chapter in part["chapters"]:
                chapter["number"] = next(numbers)

    def finish_readingguide(self, given: dict[str, Any]) -> None:
        """Read what every book has, and the one book that every club reads."""
        given["chapters"] = self.draw.choice((1, [1]))
        given["book"] = self.ids["book"][0]

    def finish_club(self, given: dict[str, Any]) -> None:
        """Let the days follow from the start."""
        given["book"] = self.ids["book"][0]
        readings = given["readings"]
        if given.get("cadence") == "dates":
            days = sorted({self.day() for _ in readings})
            given["readings"] = [
                {"guide": each["guide"] if isinstance(each, dict) else each, "starts": day}
                for each, day in zip(
                    readings if isinstance(readings, list) else [readings], days, strict=False
                )
            ]

    def finish_experiencemap(self, given: dict[str, Any]) -> None:
        """Say who drew it, as on every map that merges no others."""
        given.setdefault("drawn_by", {"role": Later()})

    def finish_interviewsnapshot(self, given: dict[str, Any]) -> None:
        """Put the interview into the past, and call its person by a first name."""
        given |= {
            "date": self.day(date(2015, 1, 1), date(2025, 12, 31)),
            "who": self.draw.choice(("Rosa", "Åsa", "Łukasz", "ماهر")),
        }

    def finish_opportunity(self, given: dict[str, Any]) -> None:
        """Leave the one target to chance among those of the tree."""
        if given.get("status") == "target":
            given["status"] = "exploring"


def takes(wanted: type, text: str) -> bool:
    """Whether a type takes a text: what an id may hold, for one, is its own business."""
    try:
        if issubclass(wanted, FormattedText):
            wanted.check(text)
    except PydanticCustomError:
        return False
    return True
