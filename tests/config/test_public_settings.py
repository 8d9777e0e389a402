"""Whoever asks for a public site gets one.

The flag, the environment, `site.yml`, `mkdocs.yml` and what it inherits.
"""

from pathlib import Path

import pytest

from playbook.project import load_project
from projects import Project, Run

MAP = """\
kind: experience-map
title: Zirkon
summary: S
visibility: internal
scope: All
drawn_by: designer
nodes: [{title: One}]
"""
SITE = "site_config/site.yml"
NAMED = "site_name: N\n"
BARE = """site_name: N
docs_dir: content
theme: {name: material}
plugins: [{playbook: {site: true}}]
"""


@pytest.fixture
def internal(project: Project) -> Project:
    project.write({"maps/ana.yml": MAP})
    return project


def configure(project: Project, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = project.root / name
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")


WITHOUT_A_LINE: dict[str, dict[str, str | None]] = {
    "as it comes": {},
    "no line": {SITE: NAMED},
    "says no": {SITE: f"{NAMED}extra: {{public: false}}\n"},
    "no site.yml": {SITE: None, "mkdocs.yml": BARE},
}


@pytest.mark.parametrize("files", WITHOUT_A_LINE.values(), ids=WITHOUT_A_LINE)
@pytest.mark.parametrize(
    "value", ["true", "True", " yes ", "1", "on", "yes please", "public", "flase"]
)
def test_the_environment_asks_whatever_the_settings_say(
    value: str, files: dict[str, str | None], internal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(internal, files)
    monkeypatch.setenv("PLAYBOOK_PUBLIC", value)
    loaded = load_project(internal.root)
    assert loaded.settings.extra.public
    assert set(loaded.library.entries) == set()
    assert set(loaded.unredacted.entries) == {"ana"}


@pytest.mark.parametrize("value", [None, "", "false", "False", "no", "0", "off"])
def test_a_plain_no_is_no(
    value: str | None, internal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLAYBOOK_PUBLIC", raising=False)
    if value is not None:
        monkeypatch.setenv("PLAYBOOK_PUBLIC", value)
    loaded = load_project(internal.root)
    assert not loaded.settings.extra.public
    assert set(loaded.library.entries) == {"ana"}


ASKED: dict[str, dict[str, str | None]] = {
    "site.yml": {SITE: f"{NAMED}extra: {{public: true}}\n"},
    "mkdocs.yml": {"mkdocs.yml": f"INHERIT: {SITE}\n{BARE}extra: {{public: true}}\n"},
    "a variable": {
        "mkdocs.yml": f"INHERIT: {SITE}\n{BARE}extra: {{public: !ENV [NOT_SET_ANYWHERE, true]}}\n"
    },
    "no site.yml": {SITE: None, "mkdocs.yml": f"{BARE}extra: {{public: yes}}\n"},
    "inherited": {
        "mkdocs.yml": f"INHERIT: base.yml\n{BARE}",
        "base.yml": f"INHERIT: {SITE}\nextra: {{public: true}}\n",
    },
    "mkdocs.yml says no": {
        SITE: f"{NAMED}extra: {{public: true}}\n",
        "mkdocs.yml": f"INHERIT: {SITE}\n{BARE}extra: {{public: false}}\n",
    },
    "unreadable": {"mkdocs.yml": "a: [\n"},
}


@pytest.mark.parametrize("files", ASKED.values(), ids=ASKED)
def test_one_that_asks_is_enough(
    files: dict[str, str | None], internal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PUBLIC", "false")
    configure(internal, files)
    loaded = load_project(internal.root)
    assert loaded.settings.extra.public
    assert set(loaded.library.entries) == set()


def test_files_that_inherit_each_other_end(internal: Project) -> None:
    configure(
        internal, {"mkdocs.yml": f"INHERIT: base.yml\n{BARE}", "base.yml": "INHERIT: mkdocs.yml\n"}
    )
    assert not load_project(internal.root).settings.extra.public


MISPLACED = {
    "at the top": (f"{NAMED}public: true\n", (2, 1)),
    "in capitals": (f"{NAMED}extra:\n  Public: true\n", (3, 3)),
    "with a space": (f'{NAMED}extra:\n  "public ": true\n', (3, 3)),
}


@pytest.mark.parametrize(("text", "mark"), MISPLACED.values(), ids=MISPLACED)
@pytest.mark.parametrize("name", [SITE, "mkdocs.yml"])
def test_a_key_that_nobody_would_follow_is_an_error(
    name: str, text: str, mark: tuple[int, int], internal: Project
) -> None:
    configure(internal, {name: text})
    (found,) = [
        each
        for each in load_project(internal.root).problems
        if each.path.parent != internal.content / "maps"
    ]
    assert (found.path, found.code, found.mark) == (internal.root / name, "SET010", mark)
    assert found.message.endswith(
        "has no effect here: write 'public:' in lower case below 'extra:'"
    )


@pytest.mark.parametrize(
    "files",
    [
        {},
        {SITE: None, "mkdocs.yml": f"{BARE}extra: {{reference: false}}\n"},
        {"mkdocs.yml": f"INHERIT: {SITE}\n{BARE}extra: {{public: true}}\n"},
    ],
    ids=["no line", "no site.yml", "mkdocs.yml"],
)
def test_a_build_follows(files: dict[str, str | None], internal: Project, run: Run) -> None:
    configure(internal, files)
    internal.write({"index.md": "# Us\n"})
    says_so = "public: true" in str(files.get("mkdocs.yml"))
    asked = {} if says_so else {"PLAYBOOK_PUBLIC": "true"}
    built = run("build", cwd=internal.root, **asked)
    assert built.returncode == 0, built.stderr
    site = internal.root / "site"
    assert [
        path for path in site.rglob("*") if path.is_file() and b"Zirkon" in path.read_bytes()
    ] == []
    assert not (Path(site) / "maps" / "ana").exists()


def test_a_map_that_is_left_out_is_not_merged(internal: Project, run: Run) -> None:
    internal.write({"maps/bo.yml": MAP, "maps/cy.yml": MAP.replace("internal", "public")})
    refused = run("merge", "ana", "bo", cwd=internal.root, PLAYBOOK_PUBLIC="true")
    assert refused.returncode == 2
    assert "'ana' is not a map" in refused.stderr
