"""A sheet of weeks and chapters -> a club and a guide for each week that reads something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from playbook.clubs.scaffold import MOST_READINGS, Rhythm, write_guide, write_schedule
from playbook.clubs.sheet_rows import (
    DAYS,
    HOSTS,
    PAGES,
    TIMES,
    Clock,
    Week,
    read_clock,
    read_week,
)
from playbook.exchange.draft import Draft, Taken
from playbook.exchange.outline import Finding, Note, Outline
from playbook.exchange.table import SHEET
from playbook.exchange.yaml_lines import clean_value, is_value, write_comments, write_value
from playbook.library.kind import Kind
from playbook.model.time_zones import explain_zone, is_zone
from playbook.parts.cadence import WEEK, Cadence, list_weeks
from playbook.parts.chapter import Chapter, format_runs
from playbook.source.emit import emit_value
from playbook.text.english import quoted

NO_COLUMNS = (
    "this is no sheet of a club: it needs a heading 'Chapters', and one that is 'Week' or 'Date'"
)
BREAKS = re.compile(r"# breaks: .*\n")
SESSIONS = re.compile(r"# sessions:\n#   - .*\n")


@dataclass(frozen=True)
class Answers:
    """What someone has said that no sheet says: the order of its days, and the time zone."""

    order: str = ""
    zone: str = ""
    usual_zone: str = ""
    """The zone of a club whose sheet has no times."""


@dataclass
class SheetClub:
    """A club on its way to being written, from the rows of a sheet."""

    outline: Outline
    name: str
    book: str
    chapters: tuple[Chapter, ...]
    answers: Answers
    findings: list[Finding] = field(default_factory=list)

    def list_drafts(self, club_kind: Kind, guide_kind: Kind) -> Iterator[tuple[Kind, str, Draft]]:
        """Yield the kind, the id and the draft of the club, and of each guide."""
        weeks = self._read_weeks()
        read = [week for week in weeks if week.chapters]
        zone = self._find_zone(weeks)
        if any(finding.is_question for finding in self.findings):
            yield club_kind, self.name, Draft(self.name, "", findings=self._list_findings())
            return
        self._report_missing(read)
        ids = [f"{self.name}-{number:02}" for number in range(1, len(read) + 1)]
        text = self._write_club(
            club_kind, weeks, dict(zip([w.line for w in read], ids, strict=True)), zone
        )
        roles = {week.line: "reading" if week.chapters else "week off" for week in weeks}
        taken = tuple(Taken(week.line, roles[week.line], week.item.words) for week in weeks)
        yield club_kind, self.name, Draft(self.name, text, taken, self._list_findings())
        for name, week in zip(ids, read, strict=True):
            pages = week.find(PAGES)
            words = f", pages {clean_value(pages.value)}" if pages and is_value(pages.value) else ""
            yield (
                guide_kind,
                name,
                Draft(name, write_guide(guide_kind, self.book, week.chapters, words)),
            )

    def _list_findings(self) -> tuple[Finding, ...]:
        return tuple(sorted(self.findings, key=lambda finding: finding.line))

    def _ask(self, line: int, answer: str) -> None:
        self.findings.append(Finding(line, answer, is_question=True))

    def _read_weeks(self) -> list[Week]:
        """Return the rows, each with its day: a week after the last where it says none."""
        if self.outline.form != SHEET:
            self._ask(self.outline.line or 1, NO_COLUMNS)
            return []
        weeks: list[Week] = []
        for item in self.outline.items:
            week, findings = read_week(item, self.chapters, self.answers.order)
            before = weeks[-1].day if weeks else None
            self.findings += [one for one in findings if self._is_new(one)]
            if not week.item.find_fact(*DAYS) and before:
                week = Week(item, before + WEEK, week.chapters)
            if week.day and before and week.day <= before:
                self._ask(
                    week.line, f"{week.day} is not after {before}, the day of the row above it"
                )
            weeks.append(week)
        read = [week for week in weeks if week.chapters]
        if not weeks or (not read and not self.findings):
            self._ask(
                self.outline.line or 1, "no row of it names a chapter: there is nothing to read"
            )
        elif not weeks[0].item.find_fact(*DAYS):
            answer = (
                "the first row says no day: write it below a heading 'Date', such as 2026-03-02"
            )
            self._ask(weeks[0].line, answer)
        if len(read) > MOST_READINGS:
            answer = f"there are {len(read)} weeks, and a club has {MOST_READINGS} at most"
            self._ask(read[MOST_READINGS].line, answer)
        return weeks

    def _is_new(self, finding: Finding) -> bool:
        """Whether a question isn't about the order of days once more: one answer is for all."""
        sign = "'--dates "
        return sign not in finding.message or all(sign not in one.message for one in self.findings)

    def _find_zone(self, weeks: list[Week]) -> str:
        """Return the zone of the club: as someone has said, else as its times say."""
        if self.answers.zone:
            return self.answers.zone
        timed = [(week, clock) for week in weeks if (clock := find_clock(week))]
        for week, clock in timed:
            if not is_zone(clock.zone):
                what = (
                    f"'{clock.zone}' is no time zone ({explain_zone(clock.zone)})"
                    if clock.zone
                    else "it says no time zone"
                )
                self._ask(week.line, f"{what}: add --zone, such as '--zone America/Los_Angeles'")
                return ""
            if clock.zone != timed[0][1].zone:
                answer = f"'{clock.zone}' is another time zone than at line {timed[0][0].line}"
                self._ask(week.line, f"{answer}: write all times in one, and name it with --zone")
        return timed[0][1].zone if timed else self.answers.usual_zone

    def _report_missing(self, read: list[Week]) -> None:
        """Note which chapters of the book nobody reads, and which are read twice."""
        numbers = [chapter.number for week in read for chapter in week.chapters]
        if missing := {chapter.number for chapter in self.chapters} - {*numbers}:
            which = "chapter" if len(missing) == 1 else "chapters"
            answer = f"no week reads {which} {format_runs(missing)} of the book '{self.book}'"
            self.findings.append(Finding(self.outline.line, answer))
        first: dict[int, int] = {}
        for week in read:
            for chapter in week.chapters:
                if chapter.number in first:
                    answer = (
                        f"chapter {chapter.number} is read at line {first[chapter.number]}, too"
                    )
                    self.findings.append(Finding(week.line, answer))
                first.setdefault(chapter.number, week.line)

    def _write_club(self, kind: Kind, weeks: list[Week], ids: dict[int, str], zone: str) -> str:
        read = [week for week in weeks if week.chapters]
        days = [week.day or date.min for week in read]
        breaks = [
            week.day for week in weeks if week.day and not week.chapters and days[0] < week.day
        ]
        is_weekly = list_weeks(days[0], breaks, len(days)) == days
        sessions = [line for week in weeks for line in self._write_session(week, ids)]
        readings: list[str] = []
        for week in weeks:
            comments = [line.strip() for line in write_comments(list_rest(week))]
            if week.chapters:
                own = ids[week.line]
                entry = own if is_weekly else f"{{guide: {own}, starts: {week.day}}}"
                readings.append("\n  ".join([entry, *comments]))
            elif comments and readings:
                readings[-1] = "\n  ".join([readings[-1], *comments])
            elif comments:
                readings.append("\n  ".join(comments))
        rhythm = Rhythm(Cadence("weekly" if is_weekly else "dates"), days[0], zone)
        text = write_schedule(kind, self.name, self.book, rhythm, readings)
        text = re.sub(r"^  - (?=#)", "  ", text, flags=re.MULTILINE)  # a comment before the first
        if breaks and is_weekly:
            text = BREAKS.sub(lambda _: f"breaks: [{', '.join(map(str, breaks))}]\n", text, count=1)
        elif breaks:
            notes = "".join(f"# a week off: {day}\n" for day in breaks)
            text = BREAKS.sub(lambda _: notes, text, count=1)
        if sessions:
            text = SESSIONS.sub(lambda _: "\n".join(["sessions:", *sessions, ""]), text, count=1)
        remarks = "".join(f"{line}\n" for line in write_comments(self.outline.notes))
        return f"{remarks}{text}"

    def _write_session(self, week: Week, ids: dict[int, str]) -> Iterator[str]:
        """Yield the session of a week whose time is known."""
        time, clock = week.find(TIMES), find_clock(week)
        if not week.chapters or not time:
            return
        if not clock:
            answer = f"{quoted(time.value)} is no time of day: no session was written for it"
            self.findings.append(Finding(week.line, answer))
            return
        if not clock.has_end:
            answer = f"{quoted(time.value)} has no end: the session was given an hour"
            self.findings.append(Finding(week.line, answer))
        own = ids[week.line]
        yield f"  - id: session-{own.rpartition('-')[2]}"
        yield f"    title: {emit_value(' and '.join(str(one.title) for one in week.chapters))}"
        yield f"    date: {week.day}"
        yield f"    times: [{emit_value(clock.span)}]"
        yield from (
            line for line in write_comments([Note(f"{time.key}: {time.value}", week.line)], "    ")
        )
        host = week.find(HOSTS)
        if host and is_value(host.value):
            yield f"    about: {write_value(f'{host.key}: {host.value}')}"
        yield f"    guide: {own}"


def find_clock(week: Week) -> Clock | None:
    """Return when a week's readers meet; nothing in a week off."""
    time = week.find(TIMES)
    return read_clock(time.value) if time and week.chapters else None


def list_rest(week: Week) -> list[Note]:
    """Return the cells of a row that have no field in the club or in its guide."""
    used = week.list_known()
    pages, host, clock = week.find(PAGES), week.find(HOSTS), find_clock(week)
    if clock:
        used += [week.find(TIMES), host if host and is_value(host.value) else None]
    if week.chapters and pages and is_value(pages.value):
        used.append(pages)
    rest = [fact for fact in week.item.facts if fact not in used]
    return [Note(f"{fact.key}: {fact.value}", fact.line) for fact in rest]
