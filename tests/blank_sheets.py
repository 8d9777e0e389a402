"""A blank sheet in place of each that a project prints.

All its pages offer them, and nothing is typeset.
"""

from unittest.mock import patch

from playbook.drawing.cache import PictureCache
from playbook.handouts import printing
from playbook.handouts.catalogue import list_offered_handouts
from playbook.handouts.handout import Handout
from playbook.handouts.pdf import Pdf
from playbook.handouts.printing import choose_papers
from playbook.handouts.typst import Paper
from playbook.project import load_project
from projects import Project

BLANK = b"%PDF-1.7 with no page"


def make_blank(handout: Handout, _paper: Paper) -> Pdf:
    """Return a PDF that claims to have a page for each sheet."""
    count = len(handout.sheets)
    pages = tuple(range(1, count + 1))
    return Pdf(BLANK, count, pages, pages)


def keep_blank_sheets(project: Project, site_url: str = "") -> None:
    """Keep in the project's cache, for a site at this address, what the build takes for sheets."""
    loaded = load_project(project.root)
    settings = loaded.settings.model_copy(update={"site_url": site_url})
    cache = PictureCache(project.root / ".cache" / "playbook")
    handouts = [
        handout
        for entry in loaded.library.entries.values()
        for handout in list_offered_handouts(entry, loaded.library, settings, cache)
    ]
    papers = choose_papers(settings.extra.paper)
    with patch.object(printing, "make_pdf", make_blank):
        sheets = list(printing.print_handouts(handouts, cache, papers))
    assert {sheet.content for sheet in sheets if not sheet.fault} == {BLANK}
