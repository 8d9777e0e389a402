"""How all artifacts grew -> what changed last across the playbook, for home, feed and messages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from playbook.changes.change import ArtifactChange, Sort
from playbook.clubs.feed import Item
from playbook.config.settings import Settings
from playbook.history.moment import History, Moment
from playbook.language import _, format_day, ngettext
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.message import Message
from playbook.library.plain_text import PlainLine, make_line, make_link_line
from playbook.site.growth import locate_growth_page
from playbook.site.growth_sentences import write_events, write_sentences
from playbook.text.address import build_address

MOST_ON_HOME = 10
MOST_IN_FEED = 50
"""How many changes a feed holds: its readers keep what they have seen."""


@dataclass(frozen=True)
class News:
    """That an artifact changed on a day."""

    entry: Entry
    moment: Moment
    history: History

    @property
    def day(self) -> date:
        return self.moment.day

    @property
    def page(self) -> str:
        """The path of the page that tells more."""
        has_page = self.moment.change or self.history.is_dated
        return locate_growth_page(self.entry) if has_page else self.entry.page

    @property
    def title(self) -> str:
        """What the artifact is called today, on one line."""
        return " ".join(self.entry.artifact.title.plain().split())

    @property
    def words(self) -> str:
        """How much is new, renamed or gone; without an earlier state, what happened."""
        if self.history.is_dated:
            return "; ".join(self.happened)
        change = self.moment.change
        return describe_amount(change) if change else _("First version")

    @property
    def happened(self) -> list[str]:
        """What was decided, tested or heard, a line for each of these."""
        headlines = [event for event in self.moment.events if event.is_headline]
        return write_events(self.moment.events if self.history.is_dated else headlines)

    @property
    def sentences(self) -> list[str]:
        """What changed, a line for each way in which it did, what was decided first."""
        change = self.moment.change
        if change is None:
            return self.happened or [_("First version")]
        changed = write_sentences(change, self.entry, self.history.names) or [self.words]
        return [*self.happened, *changed]


def list_news(histories: Mapping[str, History], library: Library) -> list[News]:
    """Return what changed, the latest first; what changed unseen is left out."""
    news = [
        News(library.entries[name], moment, history)
        for name, history in histories.items()
        for moment in history.moments
        if history.is_dated or is_first(moment, history) or is_seen(moment.change)
    ]
    return sorted(news, key=lambda each: each.day, reverse=True)


def is_first(moment: Moment, history: History) -> bool:
    """Whether an artifact began with a moment, as far as anyone knows."""
    return moment is history.moments[0] and not (history.is_shallow or history.unread)


def is_seen(change: ArtifactChange | None) -> bool:
    """Whether anything of a change is left to tell, where what is internal was taken out."""
    return bool(change and (change.pieces or change.fields or change.references))


def describe_amount(change: ArtifactChange) -> str:
    """Return how many pieces are new, renamed, changed or gone, in words."""
    new, gone, renamed, changed = 0, 0, 0, 0
    for piece in change.pieces:
        if piece.before is None:
            new += 1
        elif piece.after is None:
            gone += 1
        elif piece.before.title != piece.after.title or Sort.RENAMED in piece.sorts:
            renamed += 1
        else:
            changed += 1
    parts = [
        ngettext("%(number)s new", "%(number)s new", new) if new else "",
        ngettext("%(number)s renamed", "%(number)s renamed", renamed) if renamed else "",
        ngettext("%(number)s changed", "%(number)s changed", changed) if changed else "",
        ngettext("%(number)s gone", "%(number)s gone", gone) if gone else "",
    ]
    return ", ".join(filter(None, parts)) or _("Reworded")


def list_feed_items(news: list[News], site_url: str) -> Iterator[Item]:
    """Yield the latest changes as a feed has them."""
    for one in news[:MOST_IN_FEED]:
        title = one.title
        yield Item(
            since=datetime.combine(one.day, time(), UTC),
            name=f"{one.entry.id}:changed:{one.day}",
            page=build_address(site_url, one.page),
            anchor=f"Day-{one.day}",
            title=_("Changed: %(title)s", title=title)
            if one.moment.change
            else _("New: %(title)s", title=title),
            summary=". ".join(one.sentences),
        )


def make_message(news: list[News], since: date, settings: Settings) -> Message:
    """Return a message on what changed since a day, artifact by artifact, the latest first."""
    by_artifact: dict[str, list[News]] = {}
    for one in news:
        by_artifact.setdefault(one.entry.id, []).append(one)
    amount = ngettext(
        "%(number)s of our trees, maps and clubs changed.",
        "%(number)s of our trees, maps and clubs changed.",
        len(by_artifact),
    )
    sections = [
        (several[0].title, [*list_lines(several, settings.site_url)])
        for several in by_artifact.values()
    ]
    title = _(
        "%(site)s: what changed since %(day)s", site=settings.site_name, day=format_day(since)
    )
    return Message(" ".join(title.split()), [make_line(amount)], sections)


def list_lines(news: list[News], site_url: str) -> Iterator[PlainLine]:
    """Yield what changed in one artifact, the earliest first, and where there is more."""
    for one in reversed(news):
        yield make_line(f"{format_day(one.day)}: {'. '.join(one.sentences)}")
    if site_url:
        yield make_link_line(build_address(site_url, news[0].page))
