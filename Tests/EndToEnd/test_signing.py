"""What is left behind when signing and releasing do not come to an end."""
import ctypes
import fcntl
import json
import os
import shutil
import signal
import subprocess
import threading
import unittest

from program import CLEAN, LIMIT, PROGRAM, InFolder, run, run_by_nobody, run_without_room, tree, wait

PEOPLE = ["ada", "lena", "lars", "olga", "otto", "sam"]
TIME = ("--time", "2026-11-03T09:00:00Z")
TRACE_ME, TO_SYSTEM_CALL = 0, 24  # of ptrace(2)
# An `ssh-keygen` that has signed and does not end while there is a file.
WAITING = """#!/bin/sh
"$KEYGEN" "$@" && touch "$WAITS" || exit
while [ -e "$WAITS" ]; do sleep 0.02; done
"""


class SigningTests(InFolder):
    """A workspace that people sign with keys of their own."""

    def setUp(self):
        super().setUp()
        self.code(0, run("corpus", self.folder / "corpus", "--write-only", "--only", "good"))
        self.root = self.folder / "workspace"
        (self.folder / "corpus/source").rename(self.root)
        self.guideline = self.root / "guidelines/parcel-notes"
        for folder in (self.root / "signoffs", self.guideline / "signoffs"):
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
        signers = []
        for person in [*PEOPLE, "release"]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", self.key(person)], check=True)
            public = self.key(person).with_suffix(".pub").read_text().strip()
            signers.append(f"{person}@parcels.example {public}\n")
        (self.root / "allowed_signers").write_text("".join(signers[:-1]))
        settings = self.root / "rubrica.yaml"
        lines = [
            f'  release-keys: ["{public}"]' if line.startswith("  release-keys:") else line
            for line in settings.read_text().splitlines()
        ]
        settings.write_text("\n".join(lines) + "\n")
        for person in ("olga", "otto"):
            self.code(0, self.sign("owner", person, "--policy", path=self.root))

    def key(self, person):
        return self.folder / f"key-{person}"

    def command(self, role, person, *more, path=None):
        return ["sign", "--as", role, "--decision", "approve", "--key", str(self.key(person)), *TIME, *more,
                str(path or self.guideline)]

    def sign(self, role, person, *more, **options):
        return run(*self.command(role, person, *more, **options))

    def sign_everything(self):
        for role, person in (("legal", "lena"), ("security", "sam"), ("owner", "olga"), ("owner", "otto")):
            self.code(0, self.sign(role, person))

    def release(self, person="release"):
        return run("release", self.root, "--output", self.folder / "out", "--key", self.key(person), *TIME)

    def gate(self, *more):
        return run("gate", self.guideline, *TIME, *more)

    def gate_bundle(self, *more):
        public = self.key("release").with_suffix(".pub")
        return run("gate", self.folder / "out/parcel-notes", "--key", public, *TIME, *more)

    @property
    def signoffs(self):
        return self.guideline / "signoffs"

    def assert_whole(self, count):
        """The log has so many lines, each with its statement and signature, and there is no other."""
        names = [line[65:] for line in (self.signoffs / "log.txt").read_text().splitlines()]
        self.assertEqual(count, len(names))
        for name in names:
            self.assertTrue((self.signoffs / name).exists() and (self.signoffs / f"{name}.sig").exists(), name)
        self.assertEqual(count, len(list(self.signoffs.glob("*.sig"))))
        self.assertFalse((self.signoffs / ".signing.json").exists())

    def test_signed_released_and_released_again(self):
        self.sign_everything()
        self.code(0, self.gate())
        self.code(0, self.release())
        self.code(0, self.gate_bundle())
        seal = (self.folder / "out/parcel-notes/seal.json").read_bytes()
        self.code(0, self.release())
        self.code(0, self.gate_bundle("--seen", "2"))
        self.assertNotEqual(seal, (self.folder / "out/parcel-notes/seal.json").read_bytes())
        self.assertEqual(2, len((self.guideline / "signoffs/seals.txt").read_text().splitlines()))
        # The log must go on from the checkpoint of the release.
        log = self.guideline / "signoffs/log.txt"
        log.write_text("".join(log.read_text().splitlines(keepends=True)[:-1]))
        denied = self.code(1, self.gate("--format", "json"))
        self.assertIn("log-checkpoint", denied.stdout)

    def test_a_bundle_that_would_be_denied_is_not_sealed(self):
        settings = self.root / "rubrica.yaml"
        settings.write_text(settings.read_text().replace("checklist: {}, ", ""))
        self.sign_everything()
        self.code(0, self.gate())
        refused = self.code(1, self.release())
        self.assertIn("checklist", refused.stdout)
        self.assertFalse((self.folder / "out/parcel-notes/seal.json").exists())
        self.assertFalse((self.guideline / "signoffs/seals.txt").exists())

    def test_a_key_that_the_policy_does_not_name_seals_nothing(self):
        self.sign_everything()
        refused = self.code(1, self.release("lena"))
        self.assertIn("release-keys", refused.stdout + refused.stderr)
        self.assertFalse((self.folder / "out/parcel-notes/seal.json").exists())

    def start(self, environment, *command):
        process = subprocess.Popen(command, env={**CLEAN, "TMPDIR": str(self.folder), **environment}, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def signing(self, role, person):
        """Somebody who has signed what is there now and files it when a file is removed: that and the process."""
        program = self.write("bin/ssh-keygen", WAITING)
        program.chmod(0o755)
        waits = self.folder / f"{person}-waits"
        process = self.start({"PATH": f"{program.parent}:{CLEAN['PATH']}", "KEYGEN": shutil.which("ssh-keygen"),
                              "WAITS": str(waits)}, PROGRAM, *self.command(role, person))
        wait(lambda: waits.exists() or process.poll() is not None, "nobody has signed")
        self.assertIsNone(process.poll())
        return waits, process

    def signing_at_once(self):
        return [self.signing(role, person) for role, person in (
            ("legal", "lena"), ("legal", "lars"), ("security", "sam"), ("owner", "otto"))]

    def test_what_was_signed_at_once_is_filed_in_turn(self):
        for waits, process in self.signing_at_once():
            waits.unlink()
            output = process.communicate(timeout=LIMIT)[0]
            self.assertEqual(0, process.returncode, output)
        self.assert_whole(4)
        self.code(0, self.sign("owner", "olga"))
        self.code(0, self.gate())

    def test_people_who_sign_at_once_lose_nothing(self):
        signings = self.signing_at_once()
        for waits, _ in signings:
            waits.unlink()
        outputs = [process.communicate(timeout=LIMIT)[0] for _, process in signings]
        added = sum(process.returncode == 0 for _, process in signings)
        self.assertGreater(added, 0, outputs)
        for (_, process), output in zip(signings, outputs):
            if process.returncode != 0:
                self.assertEqual(2, process.returncode, output)
                self.assertIn("somebody else is signing", output)
        self.assert_whole(added)
        # The next one finds a log that is whole.
        self.code(0, self.sign("owner", "olga"))
        self.assert_whole(added + 1)

    def test_nothing_is_added_while_somebody_files(self):
        self.code(0, self.sign("legal", "lena"))
        before = tree(self.signoffs)
        holder = os.open(self.signoffs, os.O_RDONLY)
        self.addCleanup(os.close, holder)
        fcntl.flock(holder, fcntl.LOCK_EX)
        self.assertIn("somebody else is signing", self.code(2, self.sign("security", "sam")).stderr)
        self.assertEqual(before, tree(self.signoffs))
        fcntl.flock(holder, fcntl.LOCK_UN)
        self.code(0, self.sign("security", "sam"))
        self.assert_whole(2)

    def test_a_kill_before_anything_is_filed_leaves_nothing(self):
        _, process = self.signing("legal", "lena")
        process.kill()
        self.assertEqual(-signal.SIGKILL, process.wait())
        self.assertFalse(self.signoffs.exists())

    def test_a_kill_leaves_the_log_whole(self):
        self.signoffs.mkdir()
        signed = 0
        for filed in range(1, 5):
            name = f"{signed:04}-legal-approve"
            files = [self.signoffs / file for file in
                     (".signing.json", f"{name}.json", f"{name}.json.sig", f"{name}.leaves.json", "log.txt")]
            self.kill(after=files[filed - 1])
            self.assertTrue(all(file.exists() for file in files[:filed]))
            self.assertFalse(any(file.exists() for file in files[filed:-1]))
            # The next one finishes what was interrupted.
            self.code(0, self.sign("legal", "lena"))
            signed += 2
            self.assert_whole(signed)

    def kill(self, after):
        """Kills a signing as soon as there is a file: it is held at each of its system calls, and looked for."""
        libc = ctypes.CDLL(None, use_errno=True)
        libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]

        def be_traced():
            if libc.ptrace(TRACE_ME, 0, None, None) != 0:
                raise OSError(ctypes.get_errno(), "ptrace")
        try:
            process = subprocess.Popen([PROGRAM, *self.command("legal", "lena")], stdout=subprocess.DEVNULL,
                                       env={**CLEAN, "TMPDIR": str(self.folder)}, preexec_fn=be_traced)
        except subprocess.SubprocessError:
            self.skipTest("this machine lets nobody trace a process")
        guard = threading.Timer(LIMIT, process.kill)
        guard.start()
        self.addCleanup(guard.cancel)
        status = os.waitpid(process.pid, 0)[1]
        while os.WIFSTOPPED(status):
            if after.exists():
                process.kill()
            # A signal of somebody else is passed on.
            passed = os.WSTOPSIG(status) if os.WSTOPSIG(status) != signal.SIGTRAP else None
            libc.ptrace(TO_SYSTEM_CALL, process.pid, None, passed)
            status = os.waitpid(process.pid, 0)[1]
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(-signal.SIGKILL, process.returncode)

    def test_what_a_process_of_the_same_number_left_is_not_met(self):
        script = 'mkdir "$TMPDIR/rubrica-sign-$$" "$TMPDIR/rubrica-sign.$$.tmp" && exec "$@"'
        finished = subprocess.run(["sh", "-c", script, "sh", PROGRAM, *map(str, self.command("legal", "lena"))],
                                  env={**CLEAN, "TMPDIR": str(self.folder)}, capture_output=True, text=True)
        self.code(0, finished)

    def interrupt(self, folder, kept):
        """Takes the last signing back to where it had written the first `kept` files; returns what it would write."""
        log = (folder / "log.txt").read_text()
        name = log.splitlines()[-1][65:]
        names = [name, f"{name}.sig", f"{name[:-5]}.leaves.json", "log.txt"]
        note = {name: (folder / name).read_text() for name in names}
        (folder / ".signing.json").write_text(json.dumps(note))
        for name in names[kept:-1]:
            (folder / name).unlink()
        earlier = "".join(log.splitlines(keepends=True)[:-1])
        (folder / "log.txt").write_text(earlier) if earlier else (folder / "log.txt").unlink()
        return note

    def test_the_next_one_finishes_what_was_interrupted(self):
        self.code(0, self.sign("legal", "lena"))
        folder = self.guideline / "signoffs"
        for signed, kept in enumerate((0, 1, 2, 3), start=1):
            note = self.interrupt(folder, kept)
            if kept:
                denied = " ".join(self.code(1, self.gate()).stdout.split())
                self.assertIn("`rubrica sign` finishes one that is noted", denied)
            self.code(0, self.sign("security", "sam"))
            for name, text in note.items():
                self.assertTrue((folder / name).read_text().startswith(text), name)
            self.assertEqual(signed + 1, len((folder / "log.txt").read_text().splitlines()))
            self.assertFalse((folder / ".signing.json").exists())

    def test_what_was_interrupted_is_not_finished_over_something_else(self):
        self.code(0, self.sign("legal", "lena"))
        folder = self.guideline / "signoffs"
        log = (folder / "log.txt").read_text()
        self.interrupt(folder, 3)
        changed = log.replace("a", "b", 1)
        (folder / "log.txt").write_text(changed)
        refused = self.code(2, self.sign("security", "sam"))
        self.assertIn("cannot be finished", refused.stderr)
        self.assertEqual(changed, (folder / "log.txt").read_text())
        (folder / ".signing.json").write_text("{")
        self.assertIn("cannot be read", self.code(2, self.sign("security", "sam")).stderr)

    @unittest.skipIf(os.geteuid() != 0, "only root can make a small disk")
    def test_a_full_disk_adds_nothing(self):
        folder = self.guideline / "signoffs"
        folder.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder], capture_output=True).returncode:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", folder], check=False)
        failed = self.code(2, self.sign("legal", "lena"))
        self.assertIn("No space left", failed.stderr)
        self.assertEqual({}, tree(folder))

    def test_files_that_cannot_be_written_add_nothing(self):
        self.code(0, self.sign("security", "sam"))
        statement = self.folder / "statement"
        self.code(0, self.sign("legal", "lena", "--prepare", statement))
        before = tree(self.signoffs)
        # The statement has room in the second one, and the note of what is to be filed has none.
        for size in (0, statement.stat().st_size + 1000):
            failed = self.code(2, run_without_room(*self.command("legal", "lena"), size=size))
            self.assertIn("File too large", failed.stderr)
            self.assertEqual(before, tree(self.signoffs))

    def test_a_folder_without_permission_is_told_of(self):
        folder = self.guideline / "signoffs"
        folder.mkdir(mode=0o555)
        for path in (self.folder, *self.folder.rglob("*")):
            os.chmod(path, 0o555 if path.is_dir() else 0o444)
            self.addCleanup(os.chmod, path, 0o755)
        failed = self.code(2, run_by_nobody(*self.command("legal", "lena")))
        self.assertIn(str(folder), failed.stderr)
        self.assertEqual({}, tree(folder))


if __name__ == "__main__":
    unittest.main()
