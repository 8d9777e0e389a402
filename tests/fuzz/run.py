"""`make fuzz`: mutated projects through the command.

Nothing may raise, run long, grow large or lose a text.
"""

import argparse
import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fuzz.cases import lost_marks, make_case, marks_in, write_case
from fuzz.process import WALL, Done, load_everything, run
from fuzz.seeds import Seeds
from playbook.kinds import KINDS
from playbook.reference.lessons import load_lessons

SECONDS, MEGABYTES = 2.0, 500
METHOD = frozenset(load_lessons(KINDS))
"""The codes of advice, which says nothing of a lost text."""
FORMS = ("json", "json", "json", "text", "github", "sarif")


@dataclass
class Tally:
    """What was counted, and each failure by its sort."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0
    largest: float = 0


class Runner:
    """Runs the cases of one worker; what fails is kept below `out`."""

    def __init__(self, asked: argparse.Namespace, worker: int) -> None:
        self.asked, self.worker = asked, worker
        self.seeds = Seeds()
        self.tally = Tally()
        self.room = Path(mkdtemp(prefix="playbook-fuzz-"))
        self.kept = asked.out / "kept"

    def run(self, numbers: Iterator[int]) -> None:
        """Run cases, and say after each how far it is."""
        try:
            for number in numbers:
                self.case(number)
                if self.worker == 0 and self.tally.counts["inputs"] % 100 == 0:
                    print(f"{number:>7} …", dict(self.tally.counts), flush=True)
        finally:
            shutil.rmtree(self.room, ignore_errors=True)

    def case(self, number: int) -> None:
        """Check one input, and where the check is content, make all that can be made of it."""
        files = make_case(self.seeds, self.asked.seed, number)
        root = self.room / str(number)
        write_case(files, root)
        (root / ".cache").mkdir(exist_ok=True)
        (root / ".cache" / "playbook").symlink_to(self.kept.resolve(), target_is_directory=True)
        counts = self.tally.counts
        counts["inputs"] += 1
        done = self.command(number, root, "check", "--format", "json")
        form = FORMS[number % len(FORMS)]
        if form != "json":
            self.command(number, root, "check", "--format", form, limited=False)
        if done.code == 0:
            counts["clean"] += 1
            problems = problems_of(done)
            wanted = marks_in(files)
            if self.due("sites", self.asked.sites, number):
                self.site(number, root, problems, wanted)
            if self.due("sheets", self.asked.sheets, number):
                self.follow(number, root, "handouts", "--out", "printed")
                counts["sheets"] += 1
        shutil.rmtree(root, ignore_errors=True)

    def due(self, name: str, many: int, number: int) -> bool:
        """Whether it is time for one more, so that they are spread over all inputs."""
        share = many / self.asked.jobs
        return self.tally.counts[name] < min(
            share,
            2
            + share
            * 1.3
            * (number + 1 - self.asked.first)
            / (self.asked.inputs - self.asked.first),
        )

    def site(
        self, number: int, root: Path, problems: list[dict[str, Any]], wanted: dict[str, str]
    ) -> None:
        """Build a site, and look for each text in it."""
        self.tally.counts["sites"] += 1
        strict = ["--strict"] if not problems else []
        done = self.follow(number, root, "build", *strict)
        if done.code == 0:
            told = {each["path"] for each in problems if each["code"] not in METHOD}
            places = [root / "site", *root.glob("*/index.html")]
            lost = lost_marks(wanted, places[0], told)
            self.tally.counts["texts"] += len(wanted)
            if lost:
                self.tally.counts["lost"] += len(lost)
                self.keep(number, root, "lost", json.dumps(lost, indent=1))
        if number % 5 == 0:
            self.follow(number, root, "export", "exported")
            self.command(number, root, "announce", "2026-03", limited=False)

    def follow(self, number: int, root: Path, *args: str) -> Done:
        """Run a command that has to succeed, as the check was content."""
        done = self.command(number, root, *args, limited=False)
        if done.code != 0:
            self.tally.counts["failed"] += 1
            self.keep(
                number,
                root,
                "failed",
                f"{args} ended with {done.code}\n{done.out[-2000:]}\n{done.err[-6000:]}",
            )
        return done

    def command(self, number: int, root: Path, *args: str, limited: bool = True) -> Done:
        """Run a command in a process of its own; what it must never do is counted and kept."""
        done = run(args, root, self.room)
        counts = self.tally.counts
        used = f"code {done.code}, {done.seconds:.2f} s, {done.megabytes:.0f} MB"
        said = f"{args}: {used}\n{done.out[-2000:]}\n{done.err[-6000:]}"
        if done.code not in {0, 1, 2} or "Traceback (most recent call last)" in done.err:
            hung = done.wall >= WALL
            counts["hangs" if hung else "tracebacks"] += 1
            self.keep(number, root, "hang" if hung else "traceback", said)
        if limited:
            self.tally.slowest = max(self.tally.slowest, done.seconds)
            self.tally.largest = max(self.tally.largest, done.megabytes)
            for name, over in (
                ("slow", done.seconds > SECONDS),
                ("large", done.megabytes > MEGABYTES),
            ):
                if over:
                    counts[name] += 1
                    self.keep(number, root, name, said)
        return done

    def keep(self, number: int, root: Path, sort: str, said: str) -> None:
        """Keep an input that shows a failure, with what it is."""
        place = self.asked.out / f"{sort}-{self.asked.seed}-{number}"
        shutil.rmtree(place, ignore_errors=True)
        ignore = shutil.ignore_patterns("site", "exported", "printed", ".cache")
        try:
            shutil.copytree(root, place, symlinks=True, ignore=ignore)
        except (OSError, shutil.Error):
            place.mkdir(parents=True, exist_ok=True)
        (place / "WHAT.txt").write_text(said, encoding="utf-8", errors="replace")


def problems_of(done: Done) -> list[dict[str, Any]]:
    """Return what the check said, as it wrote it for other tools."""
    found = json.loads(done.out or "[]")
    return list(found["problems"] if isinstance(found, dict) else found)


def parse() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--sites", type=int, default=1_000)
    parser.add_argument("--sheets", type=int, default=500)
    parser.add_argument(
        "--first", type=int, default=0, help="the number of the first input, to go on with a run"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--case", type=int, help="only this one, written below --out to be looked at"
    )
    parser.add_argument(
        "--out", type=Path, default=Path(".fuzz"), help="where failing inputs are kept"
    )
    return parser.parse_args()


def main() -> int:
    """Run all cases, several at a time; say what was found, and whether all was well."""
    asked = parse()
    asked.out = asked.out.resolve()
    (asked.out / "kept").mkdir(parents=True, exist_ok=True)
    load_everything()
    if asked.case is not None:
        root = asked.out / f"case-{asked.seed}-{asked.case}"
        shutil.rmtree(root, ignore_errors=True)
        write_case(make_case(Seeds(), asked.seed, asked.case), root)
        print(f"written to {root}")
        asked.jobs, asked.inputs, asked.sites, asked.sheets = 1, 1, 1, 1
    start = time.monotonic()
    workers = [start_worker(asked, worker) for worker in range(asked.jobs)]
    tallies = [finish_worker(asked, worker, pid) for worker, pid in enumerate(workers)]
    counts: Counter[str] = sum((Counter(each["counts"]) for each in tallies), Counter())
    slowest, largest = (max(each[name] for each in tallies) for name in ("slowest", "largest"))
    print(
        f"seed {asked.seed}: {counts['inputs']:,} inputs, {counts['clean']:,} clean, "
        f"{counts['sites']:,} sites, "
        f"{counts['sheets']:,} sets of sheets, {counts['texts']:,} words looked for, "
        f"in {(time.monotonic() - start) / 60:.1f} minutes\n"
        f"{counts['tracebacks']} tracebacks, {counts['hangs']} hangs, "
        f"{counts['failed']} failed after a clean check, {counts['slow']} over {SECONDS:.0f} s "
        f"(most {slowest:.2f} s), "
        f"{counts['large']} over {MEGABYTES} MB (most {largest:.0f} MB), "
        f"{counts['lost']} texts lost"
    )
    bad = sum(
        counts[name]
        for name in ("tracebacks", "hangs", "failed", "slow", "large", "lost", "broken")
    )
    if bad:
        print(
            f"the inputs are below {os.path.relpath(asked.out)}/; one again: "
            f"--seed {asked.seed} --case NUMBER"
        )
    return 1 if bad else 0


def start_worker(asked: argparse.Namespace, worker: int) -> int:
    """Start a process that runs its share of the cases."""
    pid = os.fork()
    if pid:
        return pid
    runner, code = Runner(asked, worker), 1
    numbers = (
        [asked.case]
        if asked.case is not None
        else range(asked.first + worker, asked.inputs, asked.jobs)
    )
    try:
        runner.run(iter(numbers))
        code = 0
    finally:
        said = {
            "counts": runner.tally.counts,
            "slowest": runner.tally.slowest,
            "largest": runner.tally.largest,
        }
        (asked.out / f"tally-{worker}.json").write_text(json.dumps(said), encoding="utf-8")
        if code:
            import traceback  # noqa: PLC0415 - only when the fuzzer itself breaks

            traceback.print_exc()
        sys.stdout.flush()
        os._exit(code)


def finish_worker(asked: argparse.Namespace, worker: int, pid: int) -> dict[str, Any]:
    """Wait for a worker, and return what it counted."""
    _, status = os.waitpid(pid, 0)
    path = asked.out / f"tally-{worker}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    if status:
        found["counts"]["broken"] = 1
        print(f"worker {worker} ended with {os.waitstatus_to_exitcode(status)}", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
