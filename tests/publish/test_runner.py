"""What MkDocs says of a page that we make names the file that people write."""

import logging
from pathlib import Path

from playbook.publish.plugin import PlaybookPlugin
from playbook.publish.runner import LineFormatter
from playbook.site.site import Site
from playbook.site.site_file import SiteFile


def test_a_page_that_fails_is_named_by_its_yaml() -> None:
    formatter = LineFormatter()
    record = logging.LogRecord(
        "mkdocs", logging.ERROR, "", 1, "Error reading page 'trees/bake-plan.md': no", (), None
    )
    assert formatter.format(record) == "error: Error reading page 'trees/bake-plan.md': no"
    formatter.plugin = PlaybookPlugin()
    made = SiteFile("trees/bake-plan.md", str, Path("content/trees/bake-plan.yml"))
    formatter.plugin.site = Site((lambda: [made],))
    assert formatter.format(record) == "error: Error reading page 'content/trees/bake-plan.yml': no"
