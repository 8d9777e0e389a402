"""What a site owner says of the site, in `site_config/site.yml`."""

import os
from collections.abc import Collection, Iterator
from glob import escape as escape_pattern
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from playbook.config.config_file import read_config_file
from playbook.config.identity import Look
from playbook.config.weights import find_unknown_rules
from playbook.model.part import OneOrMany
from playbook.model.validation import validate_document
from playbook.source.document import Source, read
from playbook.source.problem import Problem
from playbook.text.inline import is_safe_link

FILE = Path("site_config") / "site.yml"
CONFIG = Path("mkdocs.yml")
ASKS_FOR_PUBLIC = "PLAYBOOK_PUBLIC"
"""The variable that asks for a public site, whatever the settings say."""
NO = {"", "0", "n", "no", "f", "false", "off", "~", "null", "none"}


def resolve_env(value: Any) -> Any:
    """Return what MkDocs makes of `!ENV [NAME, default]`.

    The first variable that is set, or the default.
    """
    if not isinstance(value, list) or not value:
        return value
    return next((os.environ[name] for name in value[:-1] if name in os.environ), value[-1] or "")


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
    """The language of the interface, by its code; what we have not translated to it is in English."""  # noqa: E501 - shown as it stands


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

    @property
    def look(self) -> Look:
        """How the site looks, as `identity.yml` has it."""
        return self._look

    def with_look(self, look: Look) -> Self:
        """Return these settings with another look."""
        made = self.model_copy()
        made._look = look  # noqa: SLF001 - a copy of itself
        return made

    def with_language(self, language: str) -> "Settings":
        """Return these settings with another language."""
        return self.model_copy(update={"theme": Theme(language=language)})


class Overrides(Settings):
    """What `mkdocs.yml` itself says of the same keys, which counts before `site.yml`."""

    site_name: str = ""
    """The site's name, where it stands here."""


def load_settings(
    root: Path, codes: Collection[str], *, public: bool = False
) -> tuple[Settings, list[Problem]]:
    """Return the settings of the project at `root`, or defaults; and every problem in the file.

    The site is public when one of them all asks for that: `public`, the environment, `site.yml`,
    `mkdocs.yml`.
    """
    settings, problems = read_settings(root, codes)
    chain = list(read_mkdocs_configs(root))
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
            overrides, misfits = validate_document(Overrides, config)
            settings = apply_overrides(settings, overrides) if overrides else settings
            problems += [
                *misfits,
                *find_misplaced_public(config),
                *find_unknown_rules(overrides.extra.rules if overrides else (), config, codes),
            ]
    named_paths = (path for config in chain if config for path in find_named_files(config))
    publish = (*settings.extra.publish, *map(escape_pattern, named_paths))
    extra = settings.extra.model_copy(update={"public": public, "publish": publish})
    return settings.model_copy(update={"extra": extra}), problems


Part = TypeVar("Part", bound=BaseModel)


def apply_overrides(part: Part, overrides: BaseModel) -> Part:
    """Return settings with others put over them, level by level, as MkDocs inherits."""
    changes: dict[str, Any] = {}
    for name in overrides.model_fields_set:
        before, after = getattr(part, name), getattr(overrides, name)
        if isinstance(before, BaseModel):
            changes[name] = apply_overrides(before, after)
        else:
            changes[name] = {**before, **after} if isinstance(before, dict) else after
    return part.model_copy(update=changes)


def is_request_for_public(value: Any) -> bool:
    """Whether a value asks for a public site.

    All but a plain no does, so that a slip leaves out too much.
    """
    return str(resolve_env(value) or "").strip().casefold() not in NO


def read_settings(root: Path, codes: Collection[str]) -> tuple[Settings, list[Problem]]:
    """Return what `site.yml` says, or defaults; and every problem in it."""
    # MkDocs reads words with '!' here, such as !ENV, and switches some things off with null
    settings, source, problems = read_config_file(root / FILE, root, Settings, {"SRC014", "SRC024"})
    if source:
        problems = [
            *problems,
            *find_misplaced_public(source),
            *find_unknown_rules(settings.extra.rules if settings else (), source, codes),
        ]
    return settings or Settings(site_name="Playbook"), problems


def read_mkdocs_configs(root: Path, name: str = CONFIG.name) -> Iterator[Source | None]:
    """Yield `mkdocs.yml` and each file that it inherits; None for one that can't be read."""
    path, seen = root / name, set[Path]()
    while path.exists() and path not in seen:
        seen.add(path)
        source, _ = read(path.resolve(), path.resolve().parent)  # MkDocs follows links here, too
        yield source
        inherited = look_up(source, "INHERIT") if source else None
        if not isinstance(inherited, str):
            return
        path = Path(os.path.normpath(path.parent / inherited))


def find_named_files(config: Source) -> Iterator[str]:
    """Yield the content's files that a configuration puts on every page, such as a logo."""
    for keys in (("theme", "logo"), ("theme", "favicon")):
        value = look_up(config, *keys)
        yield from [value] if isinstance(value, str) else []
    for key in ("extra_css", "extra_javascript", "extra_templates"):
        values = look_up(config, key)
        for value in values if isinstance(values, list) else ():
            path = value.get("path") if isinstance(value, dict) else value
            yield from [path] if isinstance(path, str) else []


def look_up(source: Source, *keys: str) -> Any:
    """Return the value below these keys, or None."""
    value = source.data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def find_misplaced_public(source: Source) -> Iterator[Problem]:
    """Yield each key that means `public:` below `extra:` and is something else."""
    places = [((), look_up(source)), (("extra",), look_up(source, "extra"))]
    for place, mapping in places:
        for key in mapping if isinstance(mapping, dict) else ():
            if str(key).strip().casefold() == "public" and (not place or key != "public"):
                message = (
                    f"'{key}' has no effect here: write 'public:' in lower case below 'extra:'"
                )
                yield Problem(
                    source.path, source.find_mark((*place, key), key=True), "SET010", message
                )
