"""What a site owner says of the site, in `site_config/site.yml`."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from playbook.problem import Problem
from playbook.shape import fit
from playbook.source import read
from playbook.wording import did_you_mean

FILE = Path("site_config") / "site.yml"


def from_environment(value: Any) -> Any:
    """Return what MkDocs makes of `!ENV [NAME, default]`: the first variable that is set, or the default."""
    if not isinstance(value, list) or not value:
        return value
    return next((os.environ[name] for name in value[:-1] if name in os.environ), value[-1] or "")


class Extra(BaseModel):
    """The settings that MkDocs itself knows nothing of."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    tagline: str = ""
    """One sentence on the home page: what this is and what to do now."""
    public: Annotated[bool, BeforeValidator(from_environment)] = False
    """Whether what is internal is left out of every build, as with `--public`."""
    rules: dict[str, Literal["error", "warning", "off"]] = {}
    """How much a rule matters here, by its code."""


class Settings(BaseModel):
    """The keys of MkDocs' own configuration that our pages need; `mkdocs.yml` inherits the same file."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str
    """The site's name."""
    site_description: str = ""
    """One sentence about the site."""
    site_url: Annotated[str, BeforeValidator(from_environment)] = ""
    """The site's address, for calendars, the feed and messages; what needs it is left out without it."""
    extra: Extra = Extra()
    """Our own additions."""


def load(root: Path, codes: Collection[str]) -> tuple[Settings, list[Problem]]:
    """Return the settings of the project at `root`, or defaults; and every problem in the file."""
    path = root / FILE
    if not path.exists():
        return Settings(site_name="Playbook"), []
    source, problems = read(path, root)
    problems = [each for each in problems if each.code != "SRC014"]  # MkDocs reads words with '!' here, such as !ENV
    if source is None:
        return Settings(site_name="Playbook"), problems
    settings, misfits = fit(Settings, source)
    if settings is None:
        return Settings(site_name="Playbook"), [*problems, *misfits]
    for code in settings.extra.rules:
        if code not in codes:
            mark = source.mark(("extra", "rules", code), key=True)
            message = f"there is no rule '{code}'{did_you_mean(code.upper(), codes)}: see the rules' page"
            problems.append(Problem(source.path, mark, "SET001", message))
    return settings, problems
