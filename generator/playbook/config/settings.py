"""What a site owner says of the site, in `site_config/site.yml`."""

import os
from collections.abc import Collection, Iterator
from glob import escape as escape_pattern
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from playbook.config.config_file import apply_overrides, read_config_file
from playbook.config.identity import Look
from playbook.config.mkdocs_settings import (
    MKDOCS,
    find_named_files,
    look_up,
    read_mkdocs_configs,
    resolve_env,
)
from playbook.config.place import find_idle_folder
from playbook.config.unknown_keys import find_misplaced_public, find_unknown_keys
from playbook.config.weights import find_unknown_rules
from playbook.model.part import OneOrMany
from playbook.model.validation import validate_document
from playbook.source.document import Source
from playbook.source.problem import Problem
from playbook.system.git import ask_git
from playbook.text.inline import is_safe_link

FILE = Path("site_config") / "site.yml"
CONFIG = Path(MKDOCS)
ASKS_FOR_PUBLIC = "PLAYBOOK_PUBLIC"
"""The variable that asks for a public site, whatever the settings say."""
NO = {"", "0", "n", "no", "f", "false", "off", "~", "null", "none"}


def check_report_url(url: str) -> str:
    """Return an address for a browser or a mail program, or raise PydanticCustomError."""
    if url and not is_safe_link(url):
        raise PydanticCustomError("written", "an address starts with 'https://' or 'mailto:'")
    return url


class Extra(BaseModel):
    """The settings that MkDocs itself knows nothing of."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    tagline: str = ""
    """One sentence on the home page: what this is and what to do now."""
    public: Annotated[bool, BeforeValidator(resolve_env)] = False
    """Whether what is internal is left out of every build, as with `--public`."""
    publish: tuple[str, ...] = ()
    """Further files of the content folder to publish as they are, as patterns of their paths, such as `CNAME`."""  # noqa: E501 - shown as it stands
    report_url: Annotated[str, BeforeValidator(resolve_env), AfterValidator(check_report_url)] = ""
    """Where "Report a problem" leads, if anywhere; `{title}` and `{address}` in it are the page's."""  # noqa: E501 - shown as it stands
    reference: Annotated[bool, BeforeValidator(resolve_env)] = True
    """Whether the site has the pages for contributors: every field of every kind, and every rule."""  # noqa: E501 - shown as it stands
    history: Annotated[bool, BeforeValidator(resolve_env)] = False
    """Whether trees, maps and clubs get a page on how they grew, from git and from kept versions."""  # noqa: E501 - shown as it stands
    handouts: Annotated[bool, BeforeValidator(resolve_env)] = True
    """Whether the site has the sheets to print, which take the longest to make."""
    paper: Annotated[Literal["a4", "letter", "both"], BeforeValidator(resolve_env)] = "a4"
    """The paper of the sheets on the site: `a4`, `letter`, or `both` for readers in more than one part of the world."""  # noqa: E501 - shown as it stands
    shelves: Annotated[tuple[str, ...], OneOrMany] = ()
    """The shelves of packages whose artifacts stand beside the site's own, such as `plays`."""
    leave_out: Annotated[tuple[str, ...], OneOrMany] = ()
    """The ids of those artifacts of shelves that the site does without."""
    rules: dict[str, Literal["error", "warning", "off"]] = {}
    """How much a rule matters here, by its code."""


class Theme(BaseModel):
    """What MkDocs' theme is told."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Annotated[str, BeforeValidator(resolve_env)] = "en"
    """The language of the interface, by its code; what we have not translated into it is in English."""  # noqa: E501 - shown as it stands


def expand_theme(value: Any) -> Any:
    """Return a theme as its settings, where MkDocs' short form gives its name alone."""
    return {} if isinstance(value, str) else value


class Settings(BaseModel):
    """The keys of MkDocs' own configuration that our pages need; `mkdocs.yml` inherits the same file."""  # noqa: E501 - shown as it stands

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str
    """The site's name."""
    site_description: str = ""
    """One sentence about the site."""
    site_url: Annotated[str, BeforeValidator(resolve_env)] = ""
    """The site's address, for calendars, the feed and messages; what needs it is left out without it."""  # noqa: E501 - shown as it stands
    theme: Annotated[Theme, BeforeValidator(expand_theme)] = Theme()
    """The theme's own settings."""
    extra: Extra = Extra()
    """Our own additions."""
    _look: Look = PrivateAttr(default_factory=Look)
    _section: str = PrivateAttr(default="")

    @property
    def look(self) -> Look:
        """How the site looks, as `identity.yml` has it."""
        return self._look

    def with_look(self, look: Look) -> Self:
        """Return these settings with another look."""
        made = self.model_copy()
        made._look = look  # noqa: SLF001 - a copy of itself
        return made

    @property
    def section(self) -> str:
        """What our pages are called in a site that isn't ours; nothing where the whole site is."""
        return self._section

    def with_section(self, title: str) -> Self:
        """Return these settings for pages in a site that isn't ours."""
        made = self.model_copy()
        made._section = title  # noqa: SLF001 - a copy of itself
        return made

    def with_language(self, language: str) -> "Settings":
        """Return these settings with another language."""
        return self.model_copy(update={"theme": Theme(language=language)})


class Overrides(Settings):
    """What `mkdocs.yml` itself says of the same keys, which counts before `site.yml`."""

    site_name: str = ""
    """The site's name, where it stands here."""


def read_text(value: Any) -> Any:
    """Return what MkDocs makes of a text, which may be left empty."""
    return resolve_env(value) or ""


class GuestOverrides(BaseModel):
    """What the `mkdocs.yml` of a site that isn't ours says of them; its `extra:` is theirs."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str = ""
    """The site's name."""
    site_description: Annotated[str, BeforeValidator(read_text)] = ""
    """One sentence about the site."""
    site_url: Annotated[str, BeforeValidator(read_text)] = ""
    """The site's address."""
    theme: Annotated[Theme, BeforeValidator(expand_theme)] = Theme()
    """The theme's own settings."""


class GuestSettings(Settings):
    """What a guest says of itself; the site is named in `mkdocs.yml`."""

    site_name: str = "Playbook"
    """The site's name, where `mkdocs.yml` doesn't say it."""


def load_settings(
    root: Path, codes: Collection[str], *, public: bool = False, is_guest: bool = False
) -> tuple[Settings, list[Problem]]:
    """Return the settings of the project at `root`, or defaults; and every problem in the file.

    The site is public when one of them all asks for that: `public`, the environment, `site.yml`,
    `mkdocs.yml`.
    """
    settings, problems = read_settings(root, codes, GuestSettings if is_guest else Settings)
    chain = list(read_mkdocs_configs(root))
    if not is_guest:
        problems += [*find_lost_settings(root, chain), *find_idle_folder(chain)]
    configs = [
        config for config in chain if config is None or config.path != (root / FILE).resolve()
    ]
    public = (
        public or settings.extra.public or is_request_for_public(os.environ.get(ASKS_FOR_PUBLIC))
    )
    public = public or any(
        config is None or is_request_for_public(look_up(config, "extra", "public"))
        for config in configs
    )
    for config in reversed(configs):  # what inherits counts before what it inherits
        if config and isinstance(config.data, dict):
            model = GuestOverrides if is_guest else Overrides
            overrides, misfits = validate_document(model, config)
            settings = apply_overrides(settings, overrides) if overrides else settings
            problems += [*misfits, *find_misplaced_public(config)]
            if not is_guest:
                problems += find_unknown_keys(config, Extra.model_fields)
            if isinstance(overrides, Overrides):
                problems += find_unknown_rules(overrides.extra.rules, config, codes)
    named_paths = (path for config in chain if config for path in find_named_files(config))
    publish = (*settings.extra.publish, *map(escape_pattern, named_paths))
    extra = settings.extra.model_copy(update={"public": public, "publish": publish})
    return settings.model_copy(update={"extra": extra}), problems


def is_request_for_public(value: Any) -> bool:
    """Whether a value asks for a public site.

    All but a plain no does, so that a slip leaves out too much.
    """
    return str(resolve_env(value) or "").strip().casefold() not in NO


def read_settings(
    root: Path, codes: Collection[str], model: type[Settings]
) -> tuple[Settings, list[Problem]]:
    """Return what `site.yml` says, or defaults; and every problem in it."""
    # MkDocs reads words with '!' here, such as !ENV, and switches some things off with null
    settings, source, problems = read_config_file(root / FILE, root, model, {"SRC014", "SRC024"})
    if source:
        problems = [
            *problems,
            *find_misplaced_public(source),
            *find_unknown_keys(source, Extra.model_fields),
            *find_unknown_rules(settings.extra.rules if settings else (), source, codes),
        ]
    return settings or Settings(site_name="Playbook"), problems


def explain_lost(root: Path) -> str:
    """Return the answer to a project without `site.yml`, which git may still know."""
    name = FILE.as_posix()
    if ask_git(root, "ls-files", "--", name):
        return (
            f"{name} is gone: 'git restore {name}' brings it back, or 'playbook init' writes a "
            "new one"
        )
    return f"{name} isn't there: 'playbook init' writes one"


def find_lost_settings(root: Path, chain: list[Source | None]) -> Iterator[Problem]:
    """Yield the place where `mkdocs.yml` inherits a `site.yml` that isn't there."""
    for config in chain:
        inherited = look_up(config, "INHERIT") if config else None
        if config and isinstance(inherited, str) and not (root / FILE).exists():
            path = os.path.normpath(config.path.parent / inherited)
            if path == os.path.normpath(root.resolve() / FILE):
                yield Problem(
                    config.path, config.find_mark(("INHERIT",)), "SET020", explain_lost(root)
                )
