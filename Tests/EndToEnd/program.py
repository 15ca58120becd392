"""Runs the real program in real folders. RUBRICA names it."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RUBRICA", str(ROOT / ".build/debug/rubrica"))
CLEAN = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}

MINIMAL = """---
rubrica: 1
task:
  modality: text
  layers:
    - {id: mood, kind: choice, labels: [good, bad]}
---
# Mood

## Labels

### Good
A friendly message.

### Bad
An angry message.
"""


def run(*arguments, cwd=None, environment=None, timeout=60, user=None):
    """The finished process, with its output as text."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], cwd=cwd, env={**CLEAN, **(environment or {})}, timeout=timeout,
        capture_output=True, text=True, errors="replace", user=user)


def tree(folder):
    """Relative path to digest of every visible file."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".rubrica" not in path.relative_to(folder).parts
    }


class InFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rubrica-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, path, content):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            place.write_bytes(content)
        else:
            place.write_text(content, encoding="utf-8")
        return place

    def code(self, expected, process):
        self.assertEqual(expected, process.returncode, process.stdout[-3000:] + process.stderr[-3000:])
        return process
