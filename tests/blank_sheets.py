"""A blank sheet in place of each that a project prints.

All its pages offer them, and nothing is typeset.
"""

from unittest.mock import patch

from playbook.drawing.cache import PictureCache
from playbook.handouts import printing
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.typst import PAPERS, Paper
from playbook.project import load_project
from projects import Project

BLANK = b"%PDF-1.7 with /Type/Pages/Count 2 and no page"


def keep_blank_sheets(
    project: Project,
    site_url: str = "",
    *,
    papers: tuple[Paper, ...] = PAPERS,
    public: bool = False,
) -> None:
    """Keep in the project's cache, for a site at this address, what the build then takes for its
    sheets on these papers."""
    loaded = load_project(project.root, public=public)
    settings = loaded.settings.model_copy(update={"site_url": site_url})
    cache = PictureCache(project.root / ".cache" / "playbook")
    handouts = list_all_handouts(loaded.library, settings, Order(), cache)
    with patch.object(printing, "make_pdf", lambda *_: BLANK):
        sheets = list(printing.print_handouts(handouts, cache, papers))
    assert {sheet.content for sheet in sheets if not sheet.fault} == {BLANK}
