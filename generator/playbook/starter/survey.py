"""A project's folder -> what it lacks of all that makes writing and publishing easy."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from playbook.system.git import ask_git

MOST_BYTES = 1_000_000
PIN = re.compile(r"^\s*discovery[-_.]playbook\s*==\s*([^\s;#,]+)", re.MULTILINE | re.IGNORECASE)
SETTINGS = ".vscode/settings.json"
SCHEMA = ".vscode/playbook.schema.json"
HOOKS = ".pre-commit-config.yaml"
REQUIREMENTS = "requirements.txt"
WORKFLOWS = (
    ".github/workflows/*.y*ml",
    ".gitlab-ci.yml",
    "netlify.toml",
    ".forgejo/workflows/*.y*ml",
    ".gitea/workflows/*.y*ml",
    ".woodpecker.y*ml",
    "Jenkinsfile",
    "bitbucket-pipelines.yml",
    "azure-pipelines.yml",
)
KEPT_OUT = {".cache/playbook/pages": "/.cache/", "site/index.html": "/site/"}
"""What is made in a project and is not to be committed, with the line of .gitignore for it."""
ADDS = "'playbook init' adds it"


def find_lacks(root: Path, version: str, make_schema: Callable[[], str]) -> Iterator[str]:
    """Yield what a project lacks, and how to add it; nothing of it keeps a build from working.

    `version` is that of this program, `make_schema` makes what it writes for editors.
    """
    yield from find_editor_lacks(root, make_schema)
    if "playbook" not in read(root / HOOKS):
        yield f"a check before each commit, in {HOOKS}: {explain_adding(root / HOOKS)}"
    elif lacks_hook(root):
        yield (
            f"the check before each commit in this clone, as {HOOKS} has it: 'pip install "
            "pre-commit', then 'pre-commit install'"
        )
    files = (path for pattern in WORKFLOWS for path in root.glob(pattern))
    if not any("playbook" in read(path) for path in files):
        yield (
            "a workflow that checks and publishes: 'playbook init --host github', gitlab or "
            "netlify, adds one"
        )
    if ask_git(root, "rev-parse", "--is-inside-work-tree"):
        for name, line in KEPT_OUT.items():
            if not ask_git(root, "check-ignore", name):
                yield f"a line '{line}' in .gitignore, for what is made here: add it"
    yield from find_pin_lacks(root, version)


def lacks_hook(root: Path) -> bool:
    """Whether nothing runs before a commit in this clone; another program may manage its hooks."""
    top, git = (
        ask_git(root, "rev-parse", f"--{name}") for name in ("show-toplevel", "git-common-dir")
    )
    hooks_paths = ask_git(root, "config", "--get-all", "core.hooksPath").splitlines()
    is_managed = len(hooks_paths) > 1  # one is what we switch hooks off with
    if not top or Path(top).resolve() != root.resolve() or is_managed:
        return False
    return not (root / git / "hooks" / "pre-commit").exists()


def find_editor_lacks(root: Path, make_schema: Callable[[], str]) -> Iterator[str]:
    """Yield what keeps an editor from completing keys."""
    if SCHEMA not in read(root / SETTINGS):
        yield f"completion in Visual Studio Code, in {SETTINGS}: {explain_adding(root / SETTINGS)}"
    if not (root / SCHEMA).is_file():
        yield f"the schema that editors complete from: 'playbook schema > {SCHEMA}' writes it"
    elif read(root / SCHEMA) != make_schema():
        yield f"a schema of this version in {SCHEMA}: 'playbook schema > {SCHEMA}' renews it"


def find_pin_lacks(root: Path, version: str) -> Iterator[str]:
    """Yield that no version is pinned, or another than is installed."""
    files = {path.name: read(path) for path in sorted(root.glob("requirements*.txt"))}
    files["pyproject.toml"] = read(root / "pyproject.toml")
    pins = [(name, match[1]) for name, text in files.items() for match in PIN.finditer(text)]
    if not pins and 'name = "discovery-playbook"' not in files["pyproject.toml"]:
        yield (
            f"a pinned version, for all to build the same: write 'discovery-playbook=={version}' "
            f"in {REQUIREMENTS}"
        )
    for name, pin in pins:
        if pin != version:
            yield (
                f"the version that {name} pins, {pin}: write {version} there, which is installed, "
                f"or 'pip install discovery-playbook=={pin}'"
            )


def explain_adding(path: Path) -> str:
    """Return how to add a file, or what a file that is there already should say."""
    if not path.exists():
        return ADDS
    if path.name == Path(HOOKS).name:
        return "add a local hook with 'entry: playbook check'"
    return f'add "yaml.schemas": {{"{SCHEMA}": "FOLDER/**/*.{{yml,yaml}}"}} with your folder'


def read(path: Path) -> str:
    """Return the text of a small file; nothing where there is none that can be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return ""
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
