"""Our pages beside mkdocs-static-i18n, for which a stand-in builds a site once a language."""

from pathlib import Path

from built import files
from projects import run_mkdocs

TRANSLATOR = """from mkdocs.plugins import BasePlugin, event_priority

class Translator(BasePlugin):
    current_language, default_language = "de", "en"

    @event_priority(-100)
    def on_files(self, files, config):
        for file in list(files):
            if file.abs_src_path is None:
                files.remove(file)
        return files

    def on_page_context(self, context, *, page, config, nav):
        if page.file.src_uri.startswith("discovery"):
            assert page.file.alternates[page.file.locale] is page.file
        return context
"""
HOOK = """import translator

def on_config(config):
    config.plugins["i18n"] = plugin = translator.Translator()
    plugin.load_config({})
"""
PLAY = """kind: play
title: Look
summary: Look.
purpose: To see.
time: 10
steps: [{title: Look}]
"""


def test_our_pages_are_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "docs" / "discovery").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Theirs\n")
    (tmp_path / "docs" / "discovery" / "look.yml").write_text(PLAY)
    (tmp_path / "translator.py").write_text(TRANSLATOR)
    (tmp_path / "hook.py").write_text(HOOK)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: material\nplugins: [playbook]\nhooks: [hook.py]\nstrict: true\n"
        "nav: [index.md, discovery/]\n"
    )
    done = run_mkdocs("build", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    site = files(tmp_path / "site")
    assert "de/discovery/plays/look/index.html" in site
    assert b'href="de/discovery/plays/look/"' in site["index.html"]
