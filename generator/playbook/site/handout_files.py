"""Library -> its printed sheets as files, and what each artifact's page offers of them."""

from collections.abc import Iterator

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import list_offered_handouts
from playbook.handouts.faults import find_print_faults
from playbook.handouts.print_menu import PrintMenu, make_print_menu
from playbook.handouts.printing import Print, choose_papers, print_handouts
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
        """Return what an artifact's page offers, that too which can't be printed."""
        extra = self.settings.extra
        if not extra.handouts:
            return []
        if entry.id not in self._prints:
            handouts = list_offered_handouts(entry, self.library, self.settings, self.cache)
            prints = print_handouts(handouts, self.cache, choose_papers(extra.paper))
            self._prints[entry.id] = list(prints)
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
