"""What every file of one site is made from, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from playbook.clubs.schedule import sort_by_reading
from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.drawing.drawing import Drawing
from playbook.drawing.links import link_to_files
from playbook.history.histories import read_histories
from playbook.history.moment import History
from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.library import Library
from playbook.site.catalogues import WaysIn, find_ways_in
from playbook.site.growth_news import News, list_news
from playbook.site.handout_files import Handouts
from playbook.site.templates import PageRenderer


@dataclass(frozen=True, eq=False)
class Build:
    """A library, its settings, and what is known of the whole site before any page is made."""

    library: Library
    settings: Settings
    cache: PictureCache
    directory_urls: bool = True
    """MkDocs' `use_directory_urls`: whether a page's address is a folder, and not a file."""
    on_demand: bool = False
    """Whether a sheet is printed only when it is asked for."""

    @property
    def title(self) -> str:
        """What the home page is called."""
        return self.settings.section or self.settings.site_name

    @cached_property
    def handouts(self) -> Handouts:
        """What pages offer to print."""
        return Handouts(self.library, self.settings, self.cache, on_demand=self.on_demand)

    @cached_property
    def pages(self) -> PageRenderer:
        """What renders the pages."""
        previews = bool(self.settings.site_url)
        return PageRenderer(
            self.library,
            self.cache.draw_thumbnail,
            self.handouts.find_offers,
            previews=previews,
            home_title=self.settings.section,
            grown=self.histories.keys(),
            is_public=self.settings.extra.public,
        )

    @cached_property
    def shelves(self) -> dict[Kind, list[Entry]]:
        """The artifacts of each kind that has any, in the order in which they are read."""
        kinds = self.library.kinds.values()
        shelves = {kind: sort_by_reading(self.library.of(kind), self.pages.clubs) for kind in kinds}
        return {kind: entries for kind, entries in shelves.items() if entries}

    @cached_property
    def histories(self) -> dict[str, History]:
        """How artifacts grew, by their ids, where the site tells that and they did."""
        return {name: history for name, history in self.all_histories.items() if history}

    @cached_property
    def all_histories(self) -> dict[str, History]:
        """How artifacts grew, by their ids, those too of which one state is known."""
        extra = self.settings.extra
        if not extra.history:
            return {}
        return read_histories(self.library, self.cache.get, is_public=extra.public)

    @cached_property
    def news(self) -> list[News]:
        """What changed across the playbook, the latest first."""
        return list_news(self.all_histories, self.library)

    @cached_property
    def ways_in(self) -> WaysIn:
        """The pages that lead to others."""
        return find_ways_in(self.library, self.pages)

    def draw_pictures(self, drawings: Iterable[Drawing], page: str) -> dict[str, Markup]:
        """Return pictures for a page by their names, their links as the site writes them."""
        if not self.directory_urls:
            drawings = (link_to_files(drawing, page) for drawing in drawings)
        return {drawing.name: Markup(self.cache.draw_picture(drawing)) for drawing in drawings}
