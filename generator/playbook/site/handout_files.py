"""Library -> its printed sheets as files, and what each artifact's page offers of them."""

from collections.abc import Iterator

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_handouts
from playbook.handouts.faults import find_print_faults
from playbook.handouts.print_menu import PrintMenu, make_print_menu
from playbook.handouts.printing import Print, print_handouts
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.site.site_file import SiteFile
from playbook.source.problem import Problem


class Handouts:
    """The handouts of one library.

    Those of an artifact are printed when it is the first time asked for them.
    """

    def __init__(self, library: Library, settings: Settings, cache: PictureCache) -> None:
        self.library = library
        self.settings = settings
        self.cache = cache
        self._prints: dict[str, list[Print]] = {}

    def print_for(self, entry: Entry) -> list[Print]:
        """Return an artifact's handouts on each paper, those too that can't be printed."""
        if not self.settings.extra.handouts:
            return []
        if entry.id not in self._prints:
            handouts = list_handouts(entry, self.library, self.settings, Order(), self.cache)
            self._prints[entry.id] = list(print_handouts(handouts, self.cache))
        return self._prints[entry.id]

    def print_all(self) -> Iterator[Print]:
        for entry in self.library.entries.values():
            yield from self.print_for(entry)

    def find_offers(self, entry: Entry) -> PrintMenu:
        """Return what an artifact's page offers to print."""
        return make_print_menu(sheet for sheet in self.print_for(entry) if not sheet.fault)

    def make_files(self) -> Iterator[SiteFile]:
        """Yield each handout that can be printed."""
        for sheet in self.print_all():
            if not sheet.fault:
                yield SiteFile.with_content(sheet.path, sheet.content)

    def find_faults(self) -> Iterator[Problem]:
        """Yield a problem for each handout that can't be printed."""
        return find_print_faults(self.print_all(), self.library)
