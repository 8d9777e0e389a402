"""Whatever the check accepts becomes pages, pictures, sheets, calendars and messages, with each of
its words."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blank_sheets import BLANK, make_blank
from fuzz.everything import Project, lost_texts, make_everything
from playbook.handouts import printing
from playbook.handouts.handout import Handout
from playbook.handouts.pdf import Pdf
from playbook.handouts.typst import PAPERS, Paper, make_pdf

LONG = os.environ.get("PLAYBOOK_FUZZ") == "long"
each_project = settings(
    max_examples=1_500 if LONG else 4,
    deadline=None,
    derandomize=not LONG,
    suppress_health_check=[HealthCheck.too_slow],
)


@each_project
@given(seed=st.integers(0, 2**64 - 1), size=st.integers(0, 4) if LONG else st.just(1))
def test_all_that_is_accepted_is_made_and_nothing_is_lost(seed: int, size: int) -> None:
    chosen = PAPERS[seed % len(PAPERS)]

    def make_one(handout: Handout, paper: Paper) -> Pdf:
        make = make_pdf if LONG or paper == chosen else make_blank
        return make(handout, paper)

    with TemporaryDirectory() as folder, patch.object(printing, "make_pdf", make_one):
        project, _ = Project(Path(folder) / "project", seed, size).settle()
        files = make_everything(project)
        assert lost_texts(project.library, files) == []
        for path, content in files.items():
            if path.endswith(".pdf") and content != BLANK:
                assert isinstance(content, bytes)
                assert len(pypdfium2.PdfDocument(content)) > 0, path
        for entry in project.library.entries.values():
            assert entry.page in files
