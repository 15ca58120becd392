"""What is left behind when signing and releasing do not come to an end."""
import json
import os
import signal
import subprocess
import time
import unittest

from program import CLEAN, PROGRAM, InFolder, run, tree

PEOPLE = ["ada", "lena", "lars", "olga", "otto", "sam"]


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

    def key(self, person):
        return self.folder / f"key-{person}"

    def command(self, role, person, *more, path=None):
        return ["sign", "--as", role, "--decision", "approve", "--key", str(self.key(person)), *more,
                str(path or self.guideline)]

    def sign(self, role, person, *more, **options):
        return run(*self.command(role, person, *more, **options))

    def sign_everything(self):
        for person in ("olga", "otto"):
            self.code(0, self.sign("owner", person, "--policy", path=self.root))
        for role, person in (("legal", "lena"), ("security", "sam"), ("owner", "olga"), ("owner", "otto")):
            self.code(0, self.sign(role, person))

    def release(self, *more):
        return run("release", self.root, "--output", self.folder / "out", "--key", self.key("release"), *more)

    def gate(self, *more):
        return run("gate", self.folder / "out/parcel-notes", "--key", self.key("release").with_suffix(".pub"), *more)

    def test_signed_released_and_released_again(self):
        self.sign_everything()
        self.code(0, run("gate", self.guideline))
        self.code(0, self.release())
        self.code(0, self.gate())
        seal = (self.folder / "out/parcel-notes/seal.json").read_bytes()
        self.code(0, self.release())
        self.code(0, self.gate("--seen", "2"))
        self.assertNotEqual(seal, (self.folder / "out/parcel-notes/seal.json").read_bytes())
        self.assertEqual(2, len((self.guideline / "signoffs/seals.txt").read_text().splitlines()))
        # The log must go on from the checkpoint of the release.
        log = self.guideline / "signoffs/log.txt"
        log.write_text("".join(log.read_text().splitlines(keepends=True)[:-1]))
        denied = self.code(1, run("gate", self.guideline, "--format", "json"))
        self.assertIn("log-checkpoint", denied.stdout)

    def test_a_bundle_that_would_be_denied_is_not_sealed(self):
        settings = self.root / "rubrica.yaml"
        settings.write_text(settings.read_text().replace("checklist: {}, ", ""))
        self.sign_everything()
        self.code(0, run("gate", self.guideline))
        refused = self.code(1, self.release())
        self.assertIn("checklist", refused.stdout)
        self.assertFalse((self.folder / "out/parcel-notes/seal.json").exists())
        self.assertFalse((self.guideline / "signoffs/seals.txt").exists())

    def test_a_key_that_the_policy_does_not_name_seals_nothing(self):
        self.sign_everything()
        refused = self.code(2, run("release", self.root, "--output", self.folder / "out", "--key", self.key("lena")))
        self.assertIn("release-keys", refused.stdout + refused.stderr)
        self.assertFalse((self.folder / "out/parcel-notes/seal.json").exists())

    def test_people_who_sign_at_once_lose_nothing(self):
        self.code(0, self.sign("owner", "olga", "--policy", path=self.root))
        processes = [
            subprocess.Popen([PROGRAM, *self.command(role, person)], env=CLEAN, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
            for role, person in (("legal", "lena"), ("legal", "lars"), ("security", "sam"), ("owner", "otto"))
        ]
        outputs = [process.communicate(timeout=60)[0] for process in processes]
        added = sum(process.returncode == 0 for process in processes)
        self.assertGreater(added, 0, outputs)
        for process, output in zip(processes, outputs):
            if process.returncode != 0:
                self.assertRegex(output, "somebody else is signing|times in a log do not go back")
        folder = self.guideline / "signoffs"
        self.assertEqual(added, len((folder / "log.txt").read_text().splitlines()))
        self.assertEqual(added, len(list(folder.glob("*.sig"))))
        # The next one finds a log that is whole.
        self.code(0, self.sign("owner", "olga"))

    def test_a_kill_leaves_the_log_whole(self):
        killed = 0
        for step in range(12):
            process = subprocess.Popen([PROGRAM, *self.command("legal", "lena")], env=CLEAN,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.02 * step)
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        self.assertGreater(killed, 0, "nothing was killed: nothing was tested")
        self.code(0, self.sign("legal", "lena"))
        folder = self.guideline / "signoffs"
        lines = (folder / "log.txt").read_text().splitlines()
        for line in lines:
            self.assertTrue((folder / line[65:]).exists() and (folder / f"{line[65:]}.sig").exists())
        self.assertEqual(len(lines), len(list(folder.glob("*.sig"))))
        self.assertFalse((folder / ".signing.json").exists())

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
        self.code(0, self.sign("owner", "olga", "--policy", path=self.root))
        self.code(0, self.sign("legal", "lena"))
        folder = self.guideline / "signoffs"
        for signed, kept in enumerate((0, 1, 2, 3), start=1):
            note = self.interrupt(folder, kept)
            if kept:
                denied = " ".join(self.code(1, run("gate", self.guideline)).stdout.split())
                self.assertIn("the next `rubrica sign` finishes", denied)
            self.code(0, self.sign("security", "sam"))
            for name, text in note.items():
                self.assertTrue((folder / name).read_text().startswith(text), name)
            self.assertEqual(signed + 1, len((folder / "log.txt").read_text().splitlines()))
            self.assertFalse((folder / ".signing.json").exists())

    def test_what_was_interrupted_is_not_finished_over_something_else(self):
        self.code(0, self.sign("owner", "olga", "--policy", path=self.root))
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

    @unittest.skipIf(os.geteuid() != 0, "needs another user")
    def test_a_folder_without_permission_is_told_of(self):
        folder = self.guideline / "signoffs"
        folder.mkdir(mode=0o555)
        for path in (self.folder, *self.folder.rglob("*")):
            os.chmod(path, 0o555 if path.is_dir() else 0o444)
        failed = self.code(2, run(*self.command("legal", "lena"), user=65534))
        self.assertIn(str(folder), failed.stderr)
        self.assertEqual({}, tree(folder))


if __name__ == "__main__":
    unittest.main()
