"""A club's message for one of its turns: plain text for a chat, text and HTML for a mail."""

from dataclasses import dataclass
from datetime import UTC, date

from markupsafe import Markup

from playbook.clubs.schedule import ClubYear, Meeting, ReadingTurn
from playbook.language import _, ngettext
from playbook.library.entry import Entry
from playbook.library.message import Message
from playbook.library.plain_text import PlainLine, PlainWriter, make_line, make_link_line
from playbook.parts.chapter import Chapter
from playbook.text.address import build_address


@dataclass(frozen=True)
class Announcement:
    """What a club's members hear when a turn begins."""

    year: ClubYear
    part: ReadingTurn
    site_url: str

    @property
    def title(self) -> str:
        """The subject."""
        club = self.of_club.title(self.year.entry.artifact.title)
        return (
            f"{club}, {self.part.turn.name}: {self.of_guide.title(self.part.guide.artifact.title)}"
        )

    @property
    def of_club(self) -> PlainWriter:
        """Writes what the club says."""
        return self.make_writer(self.year.entry)

    @property
    def of_guide(self) -> PlainWriter:
        """Writes what the guide says."""
        return self.make_writer(self.part.guide)

    @property
    def of_book(self) -> PlainWriter:
        """Writes what the book says."""
        return self.make_writer(self.year.book)

    def make_writer(self, entry: Entry) -> PlainWriter:
        """Return what writes the texts of an artifact."""
        return PlainWriter(self.site_url, self.year.library.resolve, entry)

    @property
    def opening(self) -> list[PlainLine]:
        """Whether the turn is settled, and what the guide is about."""
        planned = (
            []
            if self.part.turn.reading.confirmed
            else [make_line(_("(planned, not confirmed yet)"))]
        )
        return [*planned, self.of_guide.line(self.part.guide.artifact.summary)]

    @property
    def reading(self) -> list[PlainLine]:
        """The chapters, with their minutes."""
        return [make_line(self.format_chapter(each)) for each in self.part.chapters]

    def format_chapter(self, chapter: Chapter) -> str:
        """Return a chapter, with its minutes where they are known."""
        title = _(
            "Chapter %(number)s, %(title)s",
            number=chapter.number,
            title=self.of_book.words(chapter.title),
        )
        time = (
            ngettext("(about %(number)s minute)", "(about %(number)s minutes)", chapter.minutes)
            if chapter.minutes
            else ""
        )
        return f"{title} {time}".rstrip()

    @property
    def questions(self) -> list[PlainLine]:
        """One question to ponder alone and one for the team."""
        asked = self.part.guide.artifact.questions
        return [
            self.of_guide.line(question.ask)
            for group in (asked.individual, asked.team)
            for question in group[:1]
        ]

    @property
    def exercise(self) -> list[PlainLine]:
        """The first exercise, with its time."""
        first = next(iter(self.part.guide.artifact.exercises), None)
        if first is None:
            return []
        spent = f" ({', '.join(first.time.labels)})" if first.time.labels else ""
        title = self.of_guide.line(first.title)
        return [PlainLine(f"{title.plain}{spent}", title.html + spent)]

    @property
    def ahead(self) -> list[Meeting]:
        """What is still to come when the turn begins."""
        return [
            meeting
            for meeting in self.year.meetings
            if meeting.starts.date() >= self.part.turn.starts
        ]

    @property
    def sessions(self) -> list[PlainLine]:
        """The next session that takes place, each of its times with UTC."""
        live = [meeting for meeting in self.ahead if not meeting.is_cancelled]
        return [self.format_meeting(each) for each in live if each.session is live[0].session]

    @property
    def cancelled(self) -> list[PlainLine]:
        """What doesn't take place, up to the end of the turn and the next session that does."""
        live = next(
            (meeting.session.date for meeting in self.ahead if not meeting.is_cancelled), date.max
        )
        last = max(live, self.part.turn.ends)
        return [
            self.format_meeting(meeting)
            for meeting in self.ahead
            if meeting.is_cancelled and meeting.session.date <= last
        ]

    def format_meeting(self, meeting: Meeting) -> PlainLine:
        """Return a meeting in its own zone and in UTC, with the reason why it is cancelled."""
        title = self.of_club.line(meeting.session.title)
        when = f": {meeting.day}, {meeting.hours} ({meeting.starts.astimezone(UTC):%H:%M} UTC)"
        why = [self.of_club.line(reason) for reason in meeting.reasons]
        return PlainLine(
            f"{title.plain}{when}{''.join(f'. {line.plain}' for line in why)}",
            title.html + when + Markup().join(Markup(". {}").format(line.html) for line in why),
        )

    @property
    def book(self) -> str:
        """The book and its author."""
        book = self.year.book.artifact
        return _(
            "%(title)s, by %(author)s",
            title=self.of_book.words(book.title),
            author=self.of_book.words(book.by),
        )

    @property
    def page(self) -> str:
        """The guide's address, or nothing for a site that has none."""
        return build_address(self.site_url, self.part.guide.page) if self.site_url else ""

    @property
    def sections(self) -> list[tuple[str, list[PlainLine]]]:
        """What there is to say, under its headings."""
        club = self.year.entry.artifact
        coming = (
            _("Next live session (come to one of them)")
            if self.sessions[1:]
            else _("Next live session")
        )
        sections = [
            (_("Read in %(book)s", book=self.book), self.reading),
            (_("Ponder"), self.questions),
            (_("Try with your team"), self.exercise),
            (coming, self.sessions),
            (_("Cancelled"), self.cancelled),
            (
                _("How to join"),
                [self.of_club.line(club.join)] if club.join and self.sessions else [],
            ),
            (_("Talk about it"), [self.of_club.line(club.discuss)] if club.discuss else []),
            (_("The guide"), [make_link_line(self.page)] if self.page else []),
        ]
        return [(title, lines) for title, lines in sections if lines]

    @property
    def message(self) -> Message:
        """The message, for a chat or a mail."""
        return Message(self.title, self.opening, self.sections)
