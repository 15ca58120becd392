"""The output: whole or untouched, the same everywhere, and not made twice."""
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

from program import CLEAN, MINIMAL, PROGRAM, ROOT, InFolder, run, run_without_room, tree


def complete(bundle):
    """Whether a bundle is exactly what its manifest says."""
    manifest = json.loads((bundle / "manifest.json").read_text())
    listed = {entry["path"]: entry["digest"] for entry in manifest["files"]}
    found = {path: "sha256:" + digest for path, digest in tree(bundle).items() if path != "manifest.json"}
    return listed == found


class Output(InFolder):
    def build(self, *more, expected=0, **options):
        return self.code(expected, run("build", "w", "--output", "out", *more, cwd=self.folder, **options))

    def two(self):
        self.write("w/one/guideline.md", MINIMAL)
        self.write("w/two/guideline.md", MINIMAL)

    def test_bundles_match_their_manifests(self):
        self.two()
        self.build()
        for name in ["one", "two"]:
            self.assertTrue(complete(self.folder / "out" / name))

    def test_a_refused_build_changes_nothing(self):
        self.two()
        self.build()
        before = tree(self.folder / "out")
        self.write("w/one/guideline.md", MINIMAL.replace("friendly", "kind"))
        self.write("w/two/guideline.md", MINIMAL.replace("[good, bad]", "[good, worse]"))
        self.build(expected=1)
        self.assertEqual(before, tree(self.folder / "out"))
        self.assertFalse((self.folder / "out/.rubrica/staging").exists())

    def test_a_refused_build_leaves_nothing_behind(self):
        self.two()
        self.write("out/two/notes.txt", "not ours")
        self.assertIn("Nothing was changed", self.build(expected=2).stderr)
        self.assertEqual(["two"], os.listdir(self.folder / "out"))
        shutil.rmtree(self.folder / "out")
        self.write("w/two/guideline.md", MINIMAL.replace("[good, bad]", "[good, worse]"))
        self.build(expected=1)
        self.assertFalse((self.folder / "out").exists())
        self.write("w/two/guideline.md", MINIMAL)
        self.build()
        self.assertTrue((self.folder / "out/.rubrica/lock").exists())

    def test_what_stands_in_the_way_is_named(self):
        self.two()
        self.write("out/.rubrica", "a file")
        self.assertIn("`out/.rubrica`: it is not a folder", self.build(expected=2).stderr)
        shutil.rmtree(self.folder / "out")
        self.write("out", "a file")
        self.assertIn("`out`: it is not a folder", self.build(expected=2).stderr)

    def test_only_what_changed_is_compiled(self):
        self.two()
        self.build()
        stamps = {path: os.stat(path).st_mtime_ns for path in (self.folder / "out/one").rglob("*")}
        self.assertIn("(2 unchanged)", self.build().stderr)
        self.write("w/two/guideline.md", MINIMAL.replace("friendly", "kind"))
        self.assertIn("(1 unchanged)", self.build().stderr)
        self.assertIn("kind message", (self.folder / "out/two/instructions/index.html").read_text())
        self.assertEqual(stamps, {path: os.stat(path).st_mtime_ns for path in (self.folder / "out/one").rglob("*")})

    def test_findings_of_unchanged_guidelines_are_told_again(self):
        self.two()
        first, second = self.build(), self.build()
        self.assertTrue(first.stdout)
        self.assertEqual(first.stdout, second.stdout)

    def test_damaged_outputs_are_made_again(self):
        self.two()
        self.build()
        whole = tree(self.folder / "out")
        (self.folder / "out/one/instructions/index.html").write_text("gone")
        shutil.rmtree(self.folder / "out/two/schema")
        self.build()
        self.assertEqual(whole, tree(self.folder / "out"))
        (self.folder / "out/.rubrica/cache").write_bytes(b"rubrica cache 1\n" + os.urandom(100))
        self.build()
        self.assertEqual(whole, tree(self.folder / "out"))

    def test_a_removed_guideline_leaves_the_output(self):
        self.two()
        self.build()
        self.write("out/notes.txt", "not ours")
        shutil.rmtree(self.folder / "w/two")
        self.build()
        self.assertFalse((self.folder / "out/two").exists())
        self.assertTrue((self.folder / "out/notes.txt").exists())

    def test_new_pictures_and_settings_are_seen(self):
        self.write("w/one/guideline.md", MINIMAL + "\n## More\n\n![a picture](media/a.png)\n")
        self.build()
        picture = (ROOT / "guidelines/shelf-products/media").glob("*.png").__next__()
        (self.folder / "w/one/media").mkdir()
        shutil.copy(picture, self.folder / "w/one/media/a.png")
        self.build()
        self.assertIn("data:image/png;base64", (self.folder / "out/one/instructions/index.html").read_text())
        self.write("w/rubrica.yaml", "rubrica: 1\ntargets: {schema: {}}\n")
        self.build()
        self.assertFalse((self.folder / "out/one/instructions").exists())

    def test_two_guidelines_with_one_id_are_refused(self):
        self.write("w/one/guideline.md", MINIMAL.replace("rubrica: 1", "rubrica: 1\nid: same"))
        self.write("w/two/guideline.md", MINIMAL.replace("rubrica: 1", "rubrica: 1\nid: same"))
        self.assertIn("one/guideline.md", self.build(expected=2).stderr)

    def test_the_same_bytes_in_another_place_language_and_time_zone(self):
        shutil.copytree(ROOT / "guidelines", self.folder / "a/guidelines")
        shutil.copytree(ROOT / "guidelines", self.folder / "b/c/other name")
        one = run("build", "guidelines", "--output", "../out1", cwd=self.folder / "a",
                  environment={"LC_ALL": "C", "TZ": "UTC"})
        two = run("build", self.folder / "b/c/other name", "--output", self.folder / "out2", cwd="/",
                  environment={"LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "TZ": "Pacific/Kiritimati"})
        self.code(0, one)
        self.code(0, two)
        self.assertEqual(tree(self.folder / "out1"), tree(self.folder / "out2"))
        self.assertGreater(len(tree(self.folder / "out1")), 20)

    def test_a_kill_leaves_whole_bundles(self):
        count, workspace = 60, self.folder / "many"
        subprocess.run([sys.executable, ROOT / "Benchmarks/generate.py", str(count), workspace],
                       check=True, stdout=subprocess.DEVNULL)
        out = self.folder / "out"
        self.code(0, run("build", workspace, "--output", out))
        before = tree(out)
        staging = out / ".rubrica/staging"

        def inodes():
            return {entry.name: entry.inode() for entry in os.scandir(out) if entry.name != ".rubrica"}

        def new(earlier):
            return sum(earlier[name] != inode for name, inode in inodes().items())

        def replaced(moment):
            """How many bundles are new after a build that was killed as soon as `moment` said so."""
            for document in workspace.rglob("guideline.md"):
                document.write_text(document.read_text() + "\nOne more sentence.\n")
            earlier = inodes()
            process = subprocess.Popen([PROGRAM, "build", workspace, "--output", out], env=CLEAN,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while process.poll() is None and not moment(earlier):
                time.sleep(0.0005)
            process.kill()
            process.wait()
            self.assertEqual(earlier.keys(), inodes().keys())
            for name in earlier:
                self.assertTrue(complete(out / name), name)
            return new(earlier)

        replaced(lambda earlier: True)
        replaced(lambda earlier: staging.exists())
        # Who looks away for a moment misses it, and tries again.
        for number in (1, count // 2):
            self.assertTrue(any(0 < replaced(lambda earlier: new(earlier) >= number) < count for _ in range(30)),
                            "no build was killed in between")
        self.assertEqual(before.keys(), tree(out).keys())
        self.code(0, run("build", workspace, "--output", out))
        self.assertTrue(all(complete(out / name) for name in inodes()))

    def test_files_that_cannot_be_written_change_nothing(self):
        self.two()
        self.build()
        before = tree(self.folder / "out")
        self.write("w/one/guideline.md", MINIMAL.replace("friendly", "kind"))
        for size in (0, 100, 3000):
            process = self.code(2, run_without_room("build", "w", "--output", "out", cwd=self.folder, size=size))
            self.assertIn("File too large", process.stderr)
            self.assertEqual(before, tree(self.folder / "out"))
        self.build()
        self.assertIn("kind", (self.folder / "out/one/instructions/index.html").read_text())

    def test_a_full_disk_changes_nothing(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode:
            self.skipTest("cannot mount a small disk here (needs root)")
        self.addCleanup(subprocess.run, ["umount", disk])
        self.write("w/one/guideline.md", MINIMAL)
        out = disk / "out"
        self.code(0, run("build", self.folder / "w", "--output", out))
        before = tree(out)
        self.write("w/one/guideline.md", MINIMAL.replace("friendly", "kind"))
        (disk / "filler").write_bytes(b"x" * (1 << 20))
        try:
            with open(disk / "filler2", "wb") as filler:
                filler.write(b"x" * (2 << 20))
        except OSError:
            pass
        process = self.code(2, run("build", self.folder / "w", "--output", out))
        self.assertIn("No space left", process.stderr)
        self.assertEqual(before, tree(out))

    def test_a_second_build_at_the_same_time_is_refused(self):
        self.two()
        self.build()
        with open(self.folder / "out/.rubrica/lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn("another build", self.build(expected=2).stderr)


if __name__ == "__main__":
    unittest.main()
