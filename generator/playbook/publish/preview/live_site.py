"""The newest site of a preview, shared by the thread that reads and those that answer."""

import gc
import logging
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.assets import THEME
from playbook.config.place import find_place
from playbook.config.settings import CONFIG, FILE
from playbook.language import load_language
from playbook.publish.log import explain_error, log_problems
from playbook.publish.preview.alarm import Alarm
from playbook.publish.preview.answer import LOST, Answer
from playbook.publish.preview.content import PreviewContent
from playbook.publish.preview.excerpt import describe_fault, describe_problem, digest_mistakes
from playbook.publish.preview.site import HOME, PreviewSite, Unusable, load_site
from playbook.publish.preview.snapshot import Snapshot, describe_look, take_snapshot
from playbook.publish.preview.unmade import UnmadePages
from playbook.site.bundle import load_manifest
from playbook.text.english import counted

if TYPE_CHECKING:
    from playbook.source.problem import Problem

log = logging.getLogger("mkdocs.plugins.playbook")
POLL = 0.1
"""Seconds between two looks at the disk, where it doesn't say itself that something happened."""
SETTLED = 0.02
"""Seconds for which nothing may change before files are read, as some may be half written."""
IDLE = 0.5
"""Seconds without a request or an edit after which rules are applied, which slow a page down."""
PATIENCE = 25
"""Seconds after which a page that waits is told that nothing has changed."""
MOST = 20
"""How many mistakes a page shows."""


class LiveSite:
    """What the preview of the project at `root` shows at `origin`."""

    def __init__(self, root: Path, origin: str) -> None:
        self.root, self.origin = root, origin
        self.folder = find_place(root).content
        self.content = PreviewContent()
        self.site: PreviewSite | None = None
        self.fault = ""
        self.config_problems: list[Problem] = []
        self.stamp = ""
        self.version = 0
        self.asked = 0.0
        self.is_littered = False
        self.answers: dict[str, Answer] = {}
        self.pages: dict[str, bytes] = {}
        """Each page as it was when it could last be made."""
        self.unmade = UnmadePages()
        self.lock = threading.Lock()
        self.changed = threading.Condition()

    def read(self, snapshot: Snapshot | None = None) -> None:
        """Read the project anew, as it is on the disk in a snapshot, but for what can't differ.

        What can't be read leaves the site as it was.
        """
        start = time.monotonic()
        stamp = describe_look(snapshot or self.look(), self.folder)
        with self.lock:
            old = self.site if stamp == self.stamp and not self.fault else None
            self.fault, self.config_problems, self.stamp = "", [], stamp
            if old is None:
                self.folder = find_place(self.root).content
                load_manifest.cache_clear()
                load_language.cache_clear()
            try:
                self.site = load_site(self.root, self.origin, self.content, old)
            except Unusable as error:
                log_problems(error.problems)
                self.config_problems = error.problems
                self.fault = counted(len(error.problems), "problem")
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview stays up
                self.fault = explain_error(error)
            self.answers.clear()
            self.unmade.forget()
        if self.fault:
            log.error("The preview still shows the last good version: %s", self.fault)
        log.info("The preview is ready after %.1f s", time.monotonic() - start)
        self.is_littered = True
        self.tell_browsers()

    def tell_browsers(self) -> None:
        """Let those that wait see what is new."""
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def judge_for_a_while(self, rules: Iterator[bool], alarm: Alarm) -> None:
        """Go on to apply the rules, until it is time to look at the disk again."""
        end = time.monotonic() + POLL
        try:
            for is_different in rules:
                if is_different:
                    self.tell_browsers()
                if time.monotonic() > end or alarm.rang.is_set():
                    return
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview stays up
            log.error("The rules can't be applied: %s", explain_error(error))  # noqa: TRY400

    def watch(self) -> None:
        """Read the project, and again whenever a file changes; ends at an interrupt."""
        # What is read stays: to look for garbage among a thousand artifacts takes seconds.
        gc.disable()
        seen = self.look()
        self.read(seen)
        gc.freeze()
        rules = self.content.judge_anew()
        alarm = Alarm(self.list_watched())
        while True:
            alarm.wait(POLL)
            before, now = seen, self.look()
            while now != before:
                time.sleep(SETTLED)
                before, now = now, self.look()
            if now != seen:
                seen = now
                self.read(seen)
                self.asked = time.monotonic()
                rules = self.content.judge_anew()
            if time.monotonic() - self.asked > IDLE:
                self.judge_for_a_while(rules, alarm)
                if not alarm.rang.is_set():
                    self.tidy()

    def tidy(self) -> None:
        """Look for garbage, while nobody waits for a page."""
        if self.is_littered:
            self.is_littered = False
            gc.collect()

    def look(self) -> Snapshot:
        """Return how the files are now that the site is made from."""
        return take_snapshot(self.list_watched())

    def list_watched(self) -> list[Path]:
        """Return the files and folders that the site is made from."""
        own = [self.folder, self.root / FILE.parent, self.root / CONFIG, THEME]
        if self.site is None:
            return own
        config = self.site.config
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        return [*own, *map(Path, custom), *map(Path, config.watch)]

    def answer(self, url: str) -> Answer:
        """Return what is at an address, made now or as it was made since the last edit."""
        with self.changed:
            self.changed.wait_for(lambda: self.version)
        self.asked, self.is_littered = time.monotonic(), True
        with self.lock:
            if url in self.answers:
                return self.answers[url]
            try:
                answer = self.make_answer(url)
            except Exception as error:  # noqa: BLE001 - whatever it is, other pages can be made
                is_known = bool(self.content.breaking)
                answer = self.unmade.answer(url, error, self.site, self.stamp, is_known=is_known)
            if answer.shown:
                self.answers[url] = answer
            return answer

    def make_answer(self, url: str) -> Answer:
        site = self.site
        if site is None:
            return Answer.bare(503, "The preview can't be shown yet", self.fault, self.stamp)
        path = site.locate(url)
        if path is None:
            return Answer.redirect(site.mount)
        try:
            content = site.make(path)
            self.content.report_unkept()
        except Exception:
            if url not in self.pages or not self.content.breaking:
                raise
            content = self.pages[url]
        if content is not None:
            answer = Answer.of(200, path, content, self.stamp)
            if answer.shown:
                self.pages[url] = content
            return answer
        if site.find(f"{path}/index.html"):
            return Answer.redirect(f"{url}/")
        return Answer.of(404, LOST, site.make(LOST) or b"", self.stamp)

    def find_mistakes(self, url: str) -> list[dict[str, Any]]:
        """Return what is wrong with the file of a page, or where it has none with any file.

        And what is wrong with the settings, on each page.
        """
        answer = self.answer(url)
        with self.lock:
            content = self.content
            path = self.site.locate(url) if self.site else None
            file = self.site.find(path) if self.site and path else None
            source = content.sources.get(file.src_uri) if file else None
            is_lost = path == HOME or answer.status != HTTPStatus.OK
            problems = [
                *self.config_problems,
                *(
                    problem
                    for problem in content.breaking
                    if is_lost or problem.path == source or content.path not in problem.path.parents
                ),
            ]
            mistakes = [describe_problem(problem) for problem in problems[:MOST]]
            if self.fault and not self.config_problems:
                mistakes.insert(
                    0, describe_fault("The preview still shows the last good version", self.fault)
                )
            return [*self.unmade.describe(url), *mistakes]

    def find_moved(self, url: str) -> str | None:
        """Return where a page is now, if its artifact has another id than it had."""
        if self.answer(url).status == HTTPStatus.NOT_FOUND:
            for old, new in self.content.entries.renamed.items():
                moved = url.replace(f"/{old}/", f"/{new}/")
                if moved != url and self.answer(moved).status == HTTPStatus.OK:
                    return moved
        return None

    def wait(self, url: str, look: str, seen: str) -> dict[str, Any]:
        """Wait until a page or its mistakes look different, but not for ever.

        Returns them with what stands for their looks, or where the page is now.
        """
        end = time.monotonic() + PATIENCE
        while True:
            version = self.version
            mistakes = self.find_mistakes(url)
            if moved := self.find_moved(url):
                return {"moved": moved}
            now = {"shown": self.answer(url).shown, "seen": digest_mistakes(mistakes)}
            left = end - time.monotonic()
            if now != {"shown": look, "seen": seen} or left < 0:
                return {**now, "mistakes": mistakes}
            with self.changed:
                self.changed.wait_for(lambda: self.version != version, timeout=left)  # noqa: B023
