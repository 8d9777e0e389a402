"""Library -> its pages as Markdown, by the templates of the kinds and of the theme."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from playbook.clubs.schedule import find_clubs
from playbook.content.handwritten import find_page
from playbook.handouts.print_menu import PrintMenu
from playbook.library.entry import Entry
from playbook.library.interviews import group_supported, measure_freshness
from playbook.library.library import Library
from playbook.library.pieces import collect_pieces
from playbook.library.reads import collect_reads, note_reads
from playbook.library.subpage import SubPage
from playbook.parts.flow import Flow, Scenario
from playbook.parts.simulation import ScenarioRun, run_scenario
from playbook.parts.term import Term
from playbook.rules.rule import Lookup
from playbook.site.environment import load_environment, template_name
from playbook.site.gallery import Covers, Sketch
from playbook.site.glossary import Terms
from playbook.site.markdown import Writer
from playbook.site.portraits import locate_portrait

Pictures = Mapping[str, Markup]


def run_scenarios(
    artifact: Any, others: Lookup, flow: Flow
) -> list[tuple[Scenario, ScenarioRun | None]]:
    """Return each scenario of an artifact's flow with how it goes."""
    return [
        (scenario, run_scenario(flow, scenario, artifact, others)) for scenario in flow.scenarios
    ]


def offer_nothing(_entry: Entry) -> PrintMenu:
    return {}


class PageRenderer:
    """Renders pages of one library.

    `sketch` draws the small pictures on cards; with `previews` each page names the picture that
    stands for it where someone shares it; `offers` says what an artifact's page offers to print;
    `home_title` is what the home page is called where it isn't that of the whole site; `grown` are
    the ids of what has a page on how it grew. Of a library
    that `is_public`, what is internal has been left out.
    """

    def __init__(  # noqa: PLR0913 - what all pages of a library are made with, by name
        self,
        library: Library,
        sketch: Sketch | None = None,
        offers: Callable[[Entry], PrintMenu] = offer_nothing,
        *,
        previews: bool = False,
        home_title: str = "",
        grown: Collection[str] = (),
        is_public: bool = False,
    ) -> None:
        self.library = library
        self.offers = offers
        self.terms = Terms(collect_pieces(library, Term))
        self.supported = group_supported(library)
        with collect_reads() as self.club_reads:
            self.clubs = find_clubs(library)
        self.covers = Covers(library, self.clubs, sketch)
        self.bound = {
            "cover": self.covers,
            "portrait": partial(locate_portrait, library),
            "previews": previews,
            "home_title": home_title,
            "grown": grown,
            "is_public": is_public,
            "stands": partial(find_page, library.handwritten),
        }

    def render(self, template: str, path: str, **values: Any) -> str:
        """Return the page at `path`, with links relative to it."""
        return self._fill(template, Writer(path, self.library.resolve), **values)

    def render_artifact(
        self, entry: Entry, pictures: Pictures, subpages: Sequence[SubPage] = ()
    ) -> str:
        """Return an artifact's page; `subpages` are the pages that it has beside this one."""
        template = template_name(entry.kind.file("page.md.jinja"))
        return self.terms.link(
            *self._of(entry, entry.page, template, pictures=pictures, subpages=subpages)
        )

    def render_subpage(self, entry: Entry, page: SubPage, pictures: Pictures) -> str:
        """Return a page beside that of an artifact."""
        template = (
            page.template if page.is_shared else template_name(entry.kind.file(page.template))
        )
        text, write = self._of(
            entry, page.path, template, pictures=pictures, page=page, **page.values
        )
        return text if page.is_shared else self.terms.link(text, write)

    def _of(self, entry: Entry, path: str, template: str, **values: Any) -> tuple[str, Writer]:
        write = Writer(path, self.library.resolve, entry)
        facts = {
            "entry": entry,
            "it": entry.artifact,
            "backlinks": self.library.backlinks(entry),
            "clubs": self.clubs,
        }
        is_own = entry.shelf is None
        facts["source"] = self.library.inventory.get_path(entry.source.path) if is_own else ""
        supports = self.supported.get(entry.id, [])
        note_reads(piece.entry.id for piece in supports)
        facts |= {
            "supports": supports,
            "freshness": measure_freshness(entry, self.library),
        }
        facts["offers"] = defaultdict(dict, self.offers(entry))
        facts["simulate"] = partial(run_scenarios, entry.artifact, self.library)
        return self._fill(template, write, **facts, **values), write

    def _fill(self, template: str, write: Writer, **values: Any) -> str:
        return tidy_markdown(
            load_environment().get_template(template).render(write=write, **self.bound, **values)
        )


def tidy_markdown(text: str) -> str:
    """Return Markdown without trailing spaces and without more than one blank line in a row."""
    lines: list[str] = []
    for line in (raw.rstrip() for raw in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
