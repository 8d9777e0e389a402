"""What a site owner says of the site, in `site_config/site.yml`."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from playbook.problem import Problem
from playbook.shape import fit
from playbook.source import read

FILE = Path("site_config") / "site.yml"


class Extra(BaseModel):
    """The settings that MkDocs itself knows nothing of."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    tagline: str = ""
    """One sentence on the home page: what this is and what to do now."""


class Settings(BaseModel):
    """The keys of MkDocs' own configuration that our pages need; `mkdocs.yml` inherits the same file."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str
    """The site's name."""
    site_description: str = ""
    """One sentence about the site."""
    extra: Extra = Extra()
    """Our own additions."""


def load(root: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings of the project at `root`, or defaults and every problem in the file."""
    path = root / FILE
    if not path.exists():
        return Settings(site_name="Playbook"), []
    source, problems = read(path, root)
    if source is None:
        return Settings(site_name="Playbook"), problems
    settings, misfits = fit(Settings, source)
    return settings or Settings(site_name="Playbook"), [*problems, *misfits]
