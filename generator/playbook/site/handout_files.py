"""Library -> its printed sheets as files, and what each artifact's page offers of them."""

from collections.abc import Iterator
from functools import partial
from itertools import product

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import FOLDER, list_offered_handouts
from playbook.handouts.faults import find_print_faults
from playbook.handouts.handout import Handout
from playbook.handouts.print_menu import PrintMenu, make_print_menu
from playbook.handouts.printing import Print, choose_papers, print_handout, print_handouts
from playbook.handouts.typst import Paper
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.site.site_file import SiteFile
from playbook.source.problem import Problem


class Handouts:
    """The handouts of one library.

    Those of an artifact are printed when it is the first time asked for them, or with `on_demand`
    each when it is asked for itself.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        cache: PictureCache,
        *,
        on_demand: bool = False,
    ) -> None:
        self.library = library
        self.settings = settings
        self.cache = cache
        self.on_demand = on_demand
        self._prints: dict[str, list[Print]] = {}

    def print_for(self, entry: Entry) -> list[Print]:
        """Return what an artifact's page offers, that too which can't be printed."""
        extra = self.settings.extra
        if not extra.handouts:
            return []
        if entry.id not in self._prints:
            handouts = list_offered_handouts(entry, self.library, self.settings, self.cache)
            papers = choose_papers(extra.paper)
            self._prints[entry.id] = (
                [Print(*job, b"", job[0].fault) for job in product(handouts, papers)]
                if self.on_demand
                else list(print_handouts(handouts, self.cache, papers))
            )
        return self._prints[entry.id]

    def find_file(self, path: str) -> SiteFile:
        """Return the handout at a path, printed when its content is asked for.

        Raises LookupError where there is none.
        """
        folder, _, below = path.partition("/")
        entry = self.library.entries.get(below.split("/")[1]) if below.count("/") > 1 else None
        for sheet in self.print_for(entry) if folder == FOLDER and entry else ():
            if sheet.path == path:
                return SiteFile(path, partial(self._print, sheet.handout, sheet.paper))
        raise LookupError(f"there is no sheet '{path}'")

    def _print(self, handout: Handout, paper: Paper) -> bytes:
        sheet = print_handout(handout, paper, self.cache)
        if sheet.fault:
            raise ValueError(sheet.fault)
        return sheet.content

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
