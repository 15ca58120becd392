"""Runs the real program in real folders. RUBRICA names it, RUBRICA_PATIENCE stretches the time limits."""
import atexit
import functools
import hashlib
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("RUBRICA", ROOT / ".build/debug/rubrica"))
CLEAN = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "GIT_CONFIG_GLOBAL": "/dev/null",
         "GIT_CONFIG_NOSYSTEM": "1"}
# Seconds after which something hangs. No test takes a tenth of it, and none is about it.
LIMIT = 600 * float(os.environ.get("RUBRICA_PATIENCE", "1"))
NOBODY = 65534

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


def run(*arguments, cwd=None, environment=None, limits=None, program=PROGRAM, **options):
    """The finished process, with its output as text. `limits` are those of `setrlimit`, by their names."""
    def limit():
        # As a shell leaves it. Python ignores it, and so would what it starts.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        for name, value in limits.items():
            resource.setrlimit(getattr(resource, name), (value, value))
    return subprocess.run(
        [program, *map(str, arguments)], cwd=cwd, env={**CLEAN, **(environment or {})}, timeout=LIMIT,
        capture_output=True, text=True, errors="replace", preexec_fn=limit if limits else None, **options)


def run_without_room(*arguments, size=0, **options):
    """As `run`, where nobody can write a file of more than `size` bytes."""
    return run(*arguments, limits={"RLIMIT_FSIZE": size}, **options)


def run_by_nobody(*arguments, **options):
    """As `run`, by somebody who must not read everything, as root may."""
    if os.geteuid() != 0:
        return run(*arguments, **options)
    try:
        return run(*arguments, program=open_program(), user=NOBODY, group=NOBODY, extra_groups=[], **options)
    except PermissionError as error:
        raise unittest.SkipTest(f"nobody else gets as far as {error.filename}")


@functools.cache
def open_program():
    """A copy of the program that everybody can run, though the checkout may be closed to others."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rubrica-test-"))
    atexit.register(shutil.rmtree, folder)
    folder.chmod(0o755)
    return shutil.copy(PROGRAM, folder)


def wait(come, what):
    """Waits until `come` says yes."""
    end = time.monotonic() + LIMIT
    while not come():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.005)


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
