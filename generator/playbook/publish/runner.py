"""Runs MkDocs in this process: a build that appears whole or not at all, and the live preview."""

import logging
import re
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import IpAddress
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from playbook.config.place import find_place
from playbook.project import Project
from playbook.publish.log import explain_error
from playbook.publish.mkdocs_config import find_config_problems
from playbook.publish.plugin import find_plugin
from playbook.publish.preview.live_site import LiveSite
from playbook.publish.preview.server import PreviewServer
from playbook.system.terminal import escape_controls, format_path

if TYPE_CHECKING:
    from playbook.publish.own_plugin import OwnPlugin

CONFIG = "mkdocs.yml"
FAILING_PAGE = re.compile(r"^(Error (?:reading|building) page )'([^']*)'")
OWN = "mkdocs.plugins.playbook"


class Failed(Exception):
    """The build did not come to its end; what is wrong has been said already."""


class LineFormatter(logging.Formatter):
    """Our own problems as they are, MkDocs' with their level."""

    def __init__(self) -> None:
        super().__init__()
        self.plugin: OwnPlugin | None = None

    def format(self, record: logging.LogRecord) -> str:
        """Return the line to print."""
        message = FAILING_PAGE.sub(self._name_source, record.getMessage())
        text = "\n  | ".join(map(escape_controls, message.splitlines()))
        return text if record.name == OWN else f"{record.levelname.lower()}: {text}"

    def _name_source(self, match: re.Match[str]) -> str:
        """Return the words on a page that fails, with the file that it is made from."""
        files = self.plugin.site.files if self.plugin else ()
        sources = (site_file.source for site_file in files if match[2].endswith(site_file.path))
        source = next(filter(None, sources), None)
        return f"{match[1]}'{format_path(source) if source else match[2]}'"


def show_log(level: int) -> LineFormatter:
    """Print what MkDocs says from `level` on to standard error."""
    handler, formatter = logging.StreamHandler(sys.stderr), LineFormatter()
    handler.setFormatter(formatter)
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(level)
    logging.getLogger(OWN).setLevel(logging.INFO)
    return formatter


def build(
    root: Path,
    *,
    strict: bool,
    public: bool = False,
    offline: bool = False,
    out: Path | None = None,
) -> tuple[Path, Project | None]:
    """Build the site of the project at `root`; return its folder, and what it was made from.

    It lies in `out`, or else where `site_dir` says.

    Raises Failed, and then the old site stands.
    """
    formatter = show_log(logging.WARNING)
    check_config(root)
    try:
        site_dir = str(out) if out else None
        config = load_config(str(root / CONFIG), strict=strict or None, site_dir=site_dir)
        if offline:
            make_offline(config)
        formatter.plugin = plugin = find_plugin(config)
        plugin.is_public, plugin.is_strict = public, strict
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as error:
        raise Failed(str(error)) from error
    except (BuildError, ConfigurationError) as error:
        logging.getLogger(OWN).error("%s", error)  # noqa: TRY400 - the line is for the contributor, who wants no traceback
        raise Failed(str(error)) from error
    return Path(config.site_dir), plugin.project


def check_config(root: Path) -> None:
    """Say what is wrong with `mkdocs.yml`; raises Failed then."""
    problems = find_config_problems(root)
    for problem in problems:
        logging.getLogger(OWN).error("%s", problem)
    if problems:
        raise Failed(CONFIG)


def make_offline(config: MkDocsConfig) -> None:
    """Let every link lead to a file, and leave out the page that only a host shows."""
    config.use_directory_urls = False
    config.site_url = ""
    config.theme.static_templates.discard("404.html")


def serve(root: Path, address: str) -> None:
    """Preview the site at `address`; an edit shows at once.

    Raises Failed when nothing can listen there.
    """
    show_log(logging.WARNING)
    if find_place(root).is_guest:
        preview_with_mkdocs(root, address)
        return
    log = logging.getLogger(OWN)
    try:
        place = IpAddress().run_validation(address)
        server = PreviewServer(place.host, place.port)
    except (OSError, OverflowError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        log.error(  # noqa: TRY400
            "Can't listen on %s: %s; name another with --address HOST:PORT", address, reason
        )
        raise Failed(str(error)) from error
    origin = f"http://{address}"
    server.live = LiveSite(root, origin)
    log.info("Serving on %s/", origin)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        server.live.watch()
    except KeyboardInterrupt:
        log.info("The preview has ended")
    finally:
        server.shutdown()
        server.server_close()


def preview_with_mkdocs(root: Path, address: str) -> None:
    """Let MkDocs preview a site that isn't ours: it knows what their plugins make of their pages.

    Raises Failed when nothing can listen at the address.
    """
    check_config(root)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    try:
        mkdocs_serve(str(root / CONFIG), dev_addr=address)
    except (Abort, BuildError, ConfigurationError, OSError) as error:
        logging.getLogger(OWN).error("%s", explain_error(error))  # noqa: TRY400 - the same
        raise Failed(str(error)) from error
