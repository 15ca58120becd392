"""What the oracles share: where the bundles are, how a result is counted, how a run closes."""

import argparse
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import traceback

# Seconds after which something hangs. Nothing that works takes a tenth of it.
LIMIT = 600 * float(os.environ.get("ORACLE_PATIENCE", "1"))


class Oracle:
    """Counts checks. A check that throws has failed; a program that made no check has failed too."""

    def __init__(self, name):
        self.name = name
        self.passed = self.failed = self.skipped = self.warnings = 0

    def say(self, mark, subject, text):
        print(f"{mark:<4} {self.name:<20} {subject:<28} {text}", flush=True)

    def ok(self, subject, text):
        self.passed += 1
        self.say("ok", subject, text)

    def fail(self, subject, text, details=()):
        self.failed += 1
        self.say("FAIL", subject, text)
        details = [str(d) for d in details]
        for detail in details[:12]:
            print("       " + detail.replace("\n", "\n       ")[:1200], flush=True)
        if len(details) > 12:
            print(f"       and {len(details) - 12} more", flush=True)

    def skip(self, subject, reason):
        self.skipped += 1
        self.say("skip", subject, reason)

    def warn(self, subject, text):
        self.warnings += 1
        self.say("note", subject, text)

    def check(self, subject, text, problems):
        """One check: `problems` is empty when it holds."""
        problems = list(problems)
        if problems:
            self.fail(subject, text, problems)
        else:
            self.ok(subject, text)
        return not problems

    def guard(self, subject, text, work):
        """Runs `work`, and counts an exception as a failure of the check `text`."""
        try:
            return work()
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.fail(subject, f"{text}: could not be finished", [f"{type(error).__name__}: {error}", f"{where.filename}:{where.lineno}"])
            return None

    def close(self):
        if self.passed + self.failed + self.skipped == 0:
            self.fail("-", "no check was made")
        tally = os.environ.get("ORACLE_TALLY")
        if tally:
            pathlib.Path(tally).write_text(f"{self.passed} {self.failed} {self.skipped}\n")
        else:
            skipped = f", {self.skipped} skipped" if self.skipped else ""
            print(f"{self.name}: {self.passed} passed, {self.failed} failed{skipped}")
        sys.exit(1 if self.failed else 0)


def arguments(description, *, screenshots=False):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("out", type=pathlib.Path, help="folder of compiled bundles")
    if screenshots:
        parser.add_argument("--screenshots", type=pathlib.Path, help="folder for pictures of the pages")
    found = parser.parse_args()
    if screenshots and found.screenshots:
        found.screenshots.mkdir(parents=True, exist_ok=True)
    return found


def bundles(out):
    """Every bundle below `out`: a folder that has a manifest, or one of the folders that a target writes."""
    marks = ("manifest.json", "instructions", "label-studio", "ground-truth", "schema", "checklist", "oscal", "cyclonedx", "croissant", "hugging-face")
    return [b for b in sorted(out.iterdir()) if b.is_dir() and any((b / m).exists() for m in marks)] if out.is_dir() else []


def files(out, path):
    """The bundles that have a file at `path`, each with it."""
    return [(b, b / path) for b in bundles(out) if (b / path).exists()]


def load(path):
    def unique(pairs):
        seen = {}
        for key, value in pairs:
            if key in seen:
                raise ValueError(f"{path.name}: key {key!r} twice")
            seen[key] = value
        return seen

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)


def run(command, **options):
    """A finished program, with its output as text."""
    return subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, **options)


def chromium(player):
    """The browser, started by Playwright."""
    found = os.environ.get("RUBRICA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise RuntimeError("no chromium; run environments.sh or set RUBRICA_CHROMIUM")
    return player.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"], timeout=LIMIT * 1000)


def context(browser, **options):
    """What belongs to one visitor of pages."""
    made = browser.new_context(**options)
    made.set_default_timeout(LIMIT * 1000)
    return made


def mutated(value, change):
    """A deep copy of `value` on which `change` was made."""
    copied = copy.deepcopy(value)
    change(copied)
    return copied
