"""Pages that can't be made, and what stands in their place."""

import logging
from typing import TYPE_CHECKING, Any

from playbook.publish.log import explain_error
from playbook.publish.preview.answer import Answer
from playbook.publish.preview.excerpt import describe_fault

if TYPE_CHECKING:
    from playbook.publish.preview.site import PreviewSite

UNMADE = "500.html"
TITLE = "This page can't be made yet"
log = logging.getLogger("mkdocs.plugins.playbook")


class UnmadePages:
    """Why pages can't be made, where no mistake in the content accounts for that."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}
        """By their addresses."""

    def forget(self) -> None:
        """Forget all, since the content has changed."""
        self.reasons.clear()

    def answer(
        self, url: str, error: Exception, site: "PreviewSite | None", stamp: str, *, is_known: bool
    ) -> Answer:
        """Return what stands in the place of a page, in the site's look if that can be had.

        The error is said unless it `is_known` what has to be fixed: that is said at its line.
        """
        reason = explain_error(error)
        if not is_known:
            self.reasons[url] = reason
            log.error("'%s' can't be made: %s", url, reason)
        try:
            if site:
                return Answer.of(500, UNMADE, site.make_template(UNMADE), stamp)
        except Exception as fault:  # noqa: BLE001 - a theme of their own may be what is broken
            log.debug("The page for it can't be made either: %s", explain_error(fault))
        return Answer.bare(500, TITLE, "" if is_known else reason, stamp)

    def describe(self, url: str) -> list[dict[str, Any]]:
        """Return as JSON why a page can't be made; nothing if a mistake accounts for that."""
        reason = self.reasons.get(url)
        return [describe_fault("This page can't be made", reason)] if reason else []
