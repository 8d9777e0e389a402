"""What we add to each page is small."""

import gzip
import re
from pathlib import Path

from projects import Project

MOST = 40_000
LOADED = re.compile(r'<(?:script|link)[^>]* (?:src|href)="([^"]*/?assets/[^"/]+\.(?:js|css))"')


def ours(page: Path, root: Path) -> set[Path]:
    """Return the scripts and styles that a page loads; Material's own lie in folders of theirs."""
    html = page.read_text(encoding="utf-8")
    return {
        root / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve()
        for path in LOADED.findall(html)
    }


def test_our_scripts_and_styles_weigh_at_most_40_kb_on_any_page(own_project: Project) -> None:
    root = (own_project.root / "site").resolve()
    loaded = {page: ours(page, root) for page in root.rglob("*.html")}
    weights = {
        path: len(gzip.compress(path.read_bytes(), 9)) for path in set().union(*loaded.values())
    }
    assert {path.name for path in weights} >= {"playbook.css", "playbook.js", "early.js", "keep.js"}
    totals = {
        page.relative_to(root).as_posix(): sum(weights[path] for path in paths)
        for page, paths in loaded.items()
    }
    assert min(totals.values()) > 1_000
    assert {page: total for page, total in totals.items() if total > MOST} == {}
