"""A tree with two earlier states, kept beside it: content that isn't ours."""

from pathlib import Path

TREE = """\
kind: opportunity-tree
title: Bees 🐝 that **stay** & more
summary: Why swarms leave a new hive.
date: 2026-03-01
outcome: {title: More swarms stay, type: product, metric: Share of hives with bees in May}
opportunities:
  - {title: 蜂が多すぎる, status: target}
  - {title: "I can't see <b>the queen</b>"}
"""


def write_hive(content: Path) -> Path:
    """Write the tree and its earlier states; return the folder of these."""
    kept = content / "trees" / "hive.versions"
    kept.mkdir(parents=True)
    (kept.parent / "hive.yml").write_text(TREE, encoding="utf-8")
    first = TREE.replace("status: target", "status: open").replace("see <b>the", "find <b>the")
    (kept / "2026-01-07.yml").write_text(first, encoding="utf-8")
    less = first.split("  - {title: \"I can't")[0]
    (kept / "2026-01-02.yml").write_text(less, encoding="utf-8")
    return kept
