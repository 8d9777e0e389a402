"""Golden cases: a YAML file in kinds/ with its page and drawings beside it.

What a case refers to lies in the folder of its name.
"""

import os
import shutil
from pathlib import Path

import pytest

from playbook.kinds import KINDS
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.source.problem import Severity

HERE = Path(__file__).parent / "kinds"


CASES = sorted(HERE.glob("*/*.yml"))


WRITE = os.environ.get("PLAYBOOK_GOLDEN") == "write"


each_case = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}"
)


def read_case(case: Path, content: Path) -> tuple[Library, Entry]:
    shutil.copy(case, content)
    beside = case.with_suffix("")
    if beside.is_dir():
        shutil.copytree(beside, content / beside.name)
    library = Library(content, KINDS)
    errors = [problem for problem in library.problems if problem.severity is Severity.ERROR]
    assert not errors, "\n".join(["fix this case, or what lies in its folder:", *map(str, errors)])
    return library, library.entries[case.stem]
