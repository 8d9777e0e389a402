"""The files of a new playbook, by their paths."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from playbook.shelves.shelf import PACKAGE, Shelf
from playbook.source.emit import emit_text, emit_value
from playbook.starter.repository import Repository

FILES = Path(__file__).with_name("files")
ENDING = ".tmpl"
SURROUNDINGS = {
    ".gitignore": "gitignore",
    "requirements.txt": "requirements.txt",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
}
"""What stands around a playbook, by its path: its template."""
SETTINGS = {
    f"site_config/{name}.yml": f"site_config/{name}.yml"
    for name in ("site", "identity", "audiences")
}
"""What a team sets of a site that is all a playbook."""
PLAYBOOK = {
    name: name
    for name in (
        "README.md",
        "mkdocs.yml",
        "content/snapshots/example-interview.yml",
        "content/maps/example-map.yml",
        "content/trees/example-tree.yml",
        "content/plays/example-play.yml",
    )
}
"""The playbook itself."""
HOSTS = {
    "github": {
        ".github/workflows/check.yml": "hosts/github/check.yml",
        ".github/workflows/review.yml": "hosts/github/review.yml",
        ".github/workflows/comment.yml": "hosts/github/comment.yml",
        ".github/workflows/publish.yml": "hosts/github/publish.yml",
    },
    "gitlab": {".gitlab-ci.yml": "hosts/gitlab/gitlab-ci.yml"},
    "netlify": {"netlify.toml": "hosts/netlify/netlify.toml"},
    "none": {},
}
"""What checks and publishes it, by its host."""


NO_REPOSITORY = Repository()


@dataclass(frozen=True)
class Choices:
    """What a team wants its playbook to be."""

    name: str
    host: str
    version: str
    """That of this program."""
    day: date
    """The day of the interview in the example."""
    repository: Repository = NO_REPOSITORY
    shelves: tuple[Shelf, ...] = ()
    """What of others it shows beside its own."""
    content: str = "content"
    """The folder of its YAML."""


def find_recent_day() -> date:
    """Return a day that is past everywhere on earth, and the check's clock may be elsewhere."""
    return date.today() - timedelta(days=2)  # noqa: DTZ011 - the day at the desk


def make_files(
    choices: Choices, *, with_content: bool = True, with_settings: bool = True
) -> dict[str, str]:
    """Return the files of a playbook; without its content, only what stands around it."""
    environment = Environment(  # noqa: S701 - it writes YAML and Markdown, which the filters make safe
        loader=FileSystemLoader(FILES),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    environment.filters |= {"yaml": emit_value, "plain": emit_text, "markdown": escape_markdown}
    edit_uri, report_url = choices.repository.find_addresses(choices.host)
    words = {
        "name": choices.name,
        "host": choices.host,
        "version": choices.version,
        "day": choices.day,
        "content": choices.content,
        "pattern": rf"^({re.escape(choices.content)}/|site_config/|mkdocs\.yml$)",
        "branch": choices.repository.branch,
        "shelves": [shelf.name for shelf in choices.shelves],
        "packages": {
            shelf.package: shelf.version for shelf in choices.shelves if shelf.package != PACKAGE
        },
        "edit_uri": edit_uri,
        "report_url": report_url,
    }
    templates = {**SURROUNDINGS, **HOSTS[choices.host]}
    templates |= PLAYBOOK if with_content else {}
    templates |= SETTINGS if with_settings else {}
    return {
        path: environment.get_template(f"{template}{ENDING}").render(words)
        for path, template in templates.items()
    }


def escape_markdown(words: str) -> str:
    r"""Return words for a heading of Markdown, in which no sign acts: `\*`."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!$])", r"\\\1", words)
