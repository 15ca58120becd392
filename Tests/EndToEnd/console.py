"""Console sessions in Markdown: ```console blocks with `$ command` lines and what they print."""
import os
import pathlib
import re
import subprocess

from program import CLEAN, LIMIT, PROGRAM, ROOT

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(block):
    """(command, output) of a block; output is the lines up to the next command."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in found]


def stable(text):
    """A text without what keys decide, which are new in every run, and without blanks at its ends."""
    return re.sub(r"\b[0-9a-f]{16}(?:[0-9a-f]{48})?\b", "<digest>", text).strip()


class Shell:
    """Runs commands one after another, each knowing how the one before it ended."""

    def __init__(self, folder):
        self.folder, self.code = pathlib.Path(folder), 0
        programs = self.folder / ".bin"
        programs.mkdir()
        (programs / "rubrica").symlink_to(pathlib.Path(PROGRAM).resolve())
        self.environment = {
            **CLEAN, "PATH": f"{programs}:{os.environ['PATH']}", "SOURCES": str(ROOT), "LC_ALL": "C.UTF-8"}

    def run(self, command):
        """What the command prints, on either stream, as a terminal shows it."""
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.code}); {command}"], cwd=self.folder, env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, timeout=LIMIT)
        self.code = done.returncode
        return done.stdout.rstrip("\n")


def replayed(page, shell):
    """The page with what its commands print now, and (command, written, printed) for each."""
    results = []

    def again(match):
        lines = []
        for command, written in commands(match[1]):
            printed = shell.run(command)
            results.append((command, written, printed))
            # Where only digests differ, what is written may stay.
            kept = written if stable(written) == stable(printed) else printed
            lines += [f"$ {command}"] + ([kept] if kept else [])
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(again, page), results
