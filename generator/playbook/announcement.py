"""A club's message for one of its turns: plain text for a chat, text and HTML for a mail."""

from dataclasses import dataclass
from datetime import UTC
from email.message import EmailMessage

from markupsafe import Markup

from playbook.address import page_address
from playbook.clubs import ClubYear, Meeting, Part
from playbook.language import _, ngettext
from playbook.parts.chapter import Chapter

BOUNDARY = "=_playbook_announcement"


@dataclass(frozen=True)
class Announcement:
    """What a club's members hear when a turn begins."""

    year: ClubYear
    part: Part
    site_url: str

    @property
    def title(self) -> str:
        """The subject."""
        club = self.year.entry.artifact.title.plain()
        return f"{club}, {self.part.turn.name}: {self.part.guide.artifact.title.plain()}"

    @property
    def planned(self) -> str:
        """What to say of a turn that isn't settled."""
        return "" if self.part.turn.reading.confirmed else _("(planned, and not settled yet)")

    @property
    def reading(self) -> list[str]:
        """The chapters, with their minutes."""
        return [chapter(each) for each in self.part.chapters]

    @property
    def questions(self) -> list[str]:
        """One question to ponder alone and one for the team."""
        asked = self.part.guide.artifact.questions
        return [each.ask.plain() for group in (asked.individual, asked.team) for each in group[:1]]

    @property
    def exercise(self) -> str:
        """The first exercise, with its time."""
        first = next(iter(self.part.guide.artifact.exercises), None)
        if first is None:
            return ""
        alone, team = first.time.individual, first.time.team
        times = [_("%(time)s alone", time=alone.words)] if alone else []
        times += [_("%(time)s together", time=team.words)] if team else []
        spent = ", ".join(times)
        return f"{first.title.plain()}{f' ({spent})' if spent else ''}"

    @property
    def sessions(self) -> list[str]:
        """The next session that is still to come when the turn begins, each of its times with UTC."""
        ahead = [meeting for meeting in self.year.meetings if meeting.starts.date() >= self.part.turn.starts]
        return [told(meeting) for meeting in ahead if meeting.session is ahead[0].session]

    @property
    def book(self) -> str:
        """The book and its author."""
        book = self.year.book.artifact
        return _("%(title)s, by %(author)s", title=book.title.plain(), author=book.by.plain())

    @property
    def talk(self) -> list[str]:
        """Where members talk in between."""
        where = self.year.entry.artifact.discuss
        return [where.plain()] if where else []

    @property
    def page(self) -> str:
        """The guide's address, or nothing for a site that has none."""
        return page_address(self.site_url, self.part.guide.page) if self.site_url else ""

    @property
    def sections(self) -> list[tuple[str, list[str]]]:
        """What there is to say, under its headings."""
        coming = _("Next live session (come to one of them)") if self.sessions[1:] else _("Next live session")
        said = [
            (_("Read in %(book)s", book=self.book), self.reading),
            (_("Ponder"), self.questions),
            (_("Try with your team"), [self.exercise] if self.exercise else []),
            (coming, self.sessions),
            (_("Talk about it"), self.talk),
            (_("The guide"), [self.page] if self.page else []),
        ]
        return [(title, lines) for title, lines in said if lines]

    def chat(self) -> str:
        """Return the message as plain text."""
        blocks = [f"{title}\n" + "\n".join(f"- {line}" for line in lines) for title, lines in self.sections]
        return (
            "\n\n".join([f"{self.title}\n{self.planned}".strip(), self.part.guide.artifact.summary.plain(), *blocks])
            + "\n"
        )

    def mail(self) -> str:
        """Return the message as a mail with text and HTML, for any mail program to open."""
        made = EmailMessage()
        made["Subject"] = self.title
        made["X-Unsent"] = "1"
        made.set_content(self.chat(), cte="quoted-printable")
        made.add_alternative(self.html(), subtype="html", cte="quoted-printable")
        made.set_boundary(BOUNDARY)
        return made.as_string()

    def html(self) -> str:
        """Return the message as HTML without any style of its own."""
        said = [Markup("<h1>{}</h1>").format(self.title)]
        opening = (self.planned, self.part.guide.artifact.summary.plain())
        said += [Markup("<p>{}</p>").format(each) for each in opening if each]
        for title, lines in self.sections:
            shown = [linked(line) if line == self.page else line for line in lines]
            items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in shown)
            said.append(Markup("<h2>{}</h2>\n<ul>\n{}\n</ul>").format(title, items))
        return str(Markup("\n").join(said)) + "\n"


def linked(address: str) -> Markup:
    """Return an address as a link."""
    return Markup('<a href="{0}">{0}</a>').format(address)


def told(meeting: Meeting) -> str:
    """Return a meeting in its own zone and in UTC."""
    title = meeting.session.title.plain()
    return f"{title}: {meeting.day}, {meeting.hours} ({meeting.starts.astimezone(UTC):%H:%M} UTC)"


def chapter(each: Chapter) -> str:
    """Return a chapter, with its minutes where they are known."""
    said = _("Chapter %(number)s, %(title)s", number=each.number, title=each.title.plain())
    time = ngettext("(about %(number)s minute)", "(about %(number)s minutes)", each.minutes) if each.minutes else ""
    return f"{said} {time}".rstrip()
