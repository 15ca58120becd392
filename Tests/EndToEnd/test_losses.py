"""Nothing that people have is lost: not by a build, not on a full disk, not on the way to the reader."""
import fcntl
import os
import pathlib
import select
import shutil
import signal
import subprocess
import unittest

from parcels import GUIDELINE, InParcels
from program import CLEAN, LIMIT, MINIMAL, PROGRAM, ROOT, InFolder, run, run_by_nobody, run_without_room, tree, wait


class Places(InFolder):
    """A bundle takes the place of a bundle alone."""

    def refused(self, *arguments, path):
        before = {name: value for name, value in tree(self.folder).items()}
        process = self.code(2, run(*arguments, cwd=self.folder))
        self.assertIn(f"`{path}` would be replaced", process.stderr)
        self.assertEqual(before, tree(self.folder))
        return process.stderr

    def test_the_source(self):
        self.write("w/one/guideline.md", MINIMAL)
        self.write("w/two/guideline.md", MINIMAL)
        self.refused("build", "w", "-o", "w", path="w/one")
        self.code(2, run("build", "-o", ".", cwd=self.folder / "w"))
        self.refused("build", "w/two", "-o", "w/one/..", path="w/one/../two")
        self.assertTrue((self.folder / "w/one/guideline.md").exists())

    def test_a_folder_above_the_source(self):
        self.write("w/g/guideline.md", MINIMAL.replace("rubrica: 1", "rubrica: 1\nid: w"))
        self.refused("build", "w/g", "-o", ".", path="./w")

    def test_what_somebody_else_has_there(self):
        self.write("w/one/guideline.md", MINIMAL)
        self.write("w/two/guideline.md", MINIMAL)
        self.write("out/two/notes.txt", "precious")
        self.refused("build", "w", "-o", "out", path="out/two")
        self.assertFalse((self.folder / "out/one").exists())
        shutil.rmtree(self.folder / "out/two")
        self.write("out/two", "a file")
        self.assertIn("not a folder", self.refused("build", "w", "-o", "out", path="out/two"))
        (self.folder / "out/two").unlink()
        self.write("elsewhere/notes.txt", "precious")
        (self.folder / "out/two").symlink_to("../elsewhere")
        self.refused("build", "w", "-o", "out", path="out/two")
        self.write("elsewhere/manifest.json", '{"schema": "another"}')
        (self.folder / "out/two").unlink()
        shutil.move(self.folder / "elsewhere", self.folder / "out/two")
        self.assertIn("bundle manifest", self.refused("build", "w", "-o", "out", path="out/two"))

    def test_what_somebody_has_put_into_a_bundle(self):
        self.write("w/one/guideline.md", MINIMAL)
        self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
        self.write("out/one/schema/notes.txt", "precious")
        # Nothing is replaced.
        self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
        self.write("w/one/guideline.md", MINIMAL.replace("friendly", "kind"))
        self.assertIn("`schema/notes.txt`", self.refused("build", "w", "-o", "out", path="out/one"))
        (self.folder / "out/one/schema/notes.txt").unlink()
        self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
        self.assertIn("kind", (self.folder / "out/one/instructions/index.html").read_text())

    def test_a_bundle_that_has_lost_its_manifest_is_made_again(self):
        self.write("w/one/guideline.md", MINIMAL)
        for damage in (lambda path: path.unlink(), lambda path: path.write_text("{"),
                       lambda path: shutil.rmtree(path.parent / "schema")):
            self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
            whole = tree(self.folder / "out/one")
            damage(self.folder / "out/one/manifest.json")
            self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
            self.assertEqual(whole, tree(self.folder / "out/one"))

    def test_an_empty_folder_is_taken(self):
        self.write("w/one/guideline.md", MINIMAL)
        (self.folder / "out/one").mkdir(parents=True)
        self.code(0, run("build", "w", "-o", "out", cwd=self.folder))

    def test_the_bundle_of_a_guideline_that_is_gone(self):
        for name in ("one", "two", "three"):
            self.write(f"w/{name}/guideline.md", MINIMAL)
        self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
        self.write("out/two/notes.txt", "precious")
        shutil.rmtree(self.folder / "w/two")
        shutil.rmtree(self.folder / "w/three")
        self.assertIn("kept: out/two", self.code(0, run("build", "w", "-o", "out", cwd=self.folder)).stderr)
        self.assertEqual("precious", (self.folder / "out/two/notes.txt").read_text())
        self.assertFalse((self.folder / "out/three").exists())

    def test_an_output_that_is_no_folder_is_called_so(self):
        self.write("w/one/guideline.md", MINIMAL)
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        self.assertIn("not a folder", self.code(2, run("build", "w", "-o", "w/rubrica.yaml", cwd=self.folder)).stderr)


class PlacesOfReleases(InParcels):
    def test_the_release_of_a_guideline_that_is_not_on_this_branch(self):
        self.sign_everything()
        self.release()
        before = tree(self.folder / "out/parcel-notes")
        shutil.rmtree(self.folder / GUIDELINE)
        self.write("parcels/guidelines/other/guideline.md", MINIMAL)
        told = self.rubrica("build", "parcels", "--output", "out").stderr
        self.assertIn("kept: out/parcel-notes: it was released", told)
        self.assertEqual(before, tree(self.folder / "out/parcel-notes"))

    def test_a_key_from_a_pipe(self):
        self.sign_everything()
        command = ["bash", "-c", 'exec "$0" "$@" --key <(cat release)', PROGRAM, "release", "parcels", "--output", "out",
                   "--time", "2026-11-02T13:00:00Z"]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_what_somebody_else_has_there(self):
        self.sign_everything()
        self.write("out/parcel-notes/notes.txt", "precious")
        before = tree(self.folder)
        self.assertIn("`out/parcel-notes` would be replaced", self.release(code=2).stderr)
        self.assertEqual(before, tree(self.folder))
        shutil.rmtree(self.folder / "out")
        self.release()
        self.release(time="2026-11-03T10:00:00Z")


class EmptyPaths(InFolder):
    def test_they_are_usage_errors(self):
        self.write("g/guideline.md", MINIMAL)
        before = tree(self.folder)
        for arguments in [
                ("build", "g", "-o", ""), ("build", ""), ("check", ""),
                ("check", "g", "--templates", ""), ("new", "image-boxes", ""), ("new", "image-boxes", "a", "--templates", ""),
                ("import", ""), ("import", "g/guideline.md", "-o", ""), ("schema", "--output", ""), ("lint", ""),
                ("i18n", "update", "", "fr"), ("i18n", "status", ""), ("status", ""), ("why", "all", ""),
                ("gate", ""), ("gate", "g", "--key", ""), ("diff", "", "g"), ("diff", "g", ""), ("coverage", ""),
                ("review", "packet", "legal", ""), ("review", "packet", "legal", "g", "-o", ""), ("corpus", ""),
                ("release", "g", "-o", "", "--key", "k"), ("release", "g", "--key", ""),
                ("sign", ""), ("sign", "g", "--prepare", ""), ("sign", "g", "--key", "")]:
            with self.subTest(arguments):
                process = self.code(2, run(*arguments, cwd=self.folder))
                self.assertIn("must not be empty", process.stderr)
        self.assertEqual(before, tree(self.folder))


class FullDisk(InFolder):
    def test_a_translation_stays_as_it_was(self):
        self.write("mood/guideline.md", MINIMAL)
        self.code(0, run("i18n", "update", "mood", "fr", cwd=self.folder))
        file = self.folder / "mood/i18n/fr.md"
        file.write_text(file.read_text().replace("A friendly message.", "Un message aimable."))
        self.write("mood/guideline.md", MINIMAL.replace("An angry message.", "An angry or rude message."))
        before = tree(self.folder)
        for size in (0, 100):
            process = self.code(2, run_without_room("i18n", "update", "mood", "fr", cwd=self.folder, size=size))
            self.assertIn("mood/i18n/fr.md", process.stderr)
            self.assertEqual(before, tree(self.folder))
        os.chmod(file, 0o640)
        self.code(0, run("i18n", "update", "mood", "fr", cwd=self.folder))
        self.assertIn("Un message aimable.", file.read_text())
        self.assertEqual(0o640, file.stat().st_mode & 0o777)

    def test_a_new_translation_leaves_nothing(self):
        self.write("mood/guideline.md", MINIMAL)
        self.code(2, run_without_room("i18n", "update", "mood", "fr", cwd=self.folder))
        self.assertEqual(["guideline.md"], os.listdir(self.folder / "mood"))

    def test_a_new_guideline_leaves_nothing(self):
        for size in (0, 100, 3000):
            self.code(2, run_without_room("new", "image-boxes", "signs", cwd=self.folder, size=size))
            self.assertEqual([], os.listdir(self.folder))
        self.code(0, run("new", "image-boxes", "signs", cwd=self.folder))
        self.assertEqual(["signs"], os.listdir(self.folder))


class Leftovers(InFolder):
    """A killed run leaves a folder beside what it was to write, and its number is given out again."""

    def after_a_kill(self, *arguments, target):
        script = 'mkdir "$TARGET.$$.tmp" && echo old > "$TARGET.$$.tmp/leftover.md" && exec "$@"'
        finished = subprocess.run(["sh", "-c", script, "sh", PROGRAM, *arguments], env={**CLEAN, "TARGET": target},
                                  cwd=self.folder, capture_output=True, text=True)
        self.code(0, finished)
        self.assertFalse((self.folder / target / "leftover.md").exists())

    def test_a_new_guideline(self):
        self.after_a_kill("new", "text-classification", "mood", target="mood")

    def test_an_import(self):
        self.write("mood.md", "# Mood\n\nSay how it sounds.\n")
        self.after_a_kill("import", "mood.md", "--output", "mood", target="mood")


class GivenFiles(InParcels):
    """Files that are written where somebody says."""

    def test_a_packet_takes_the_place_of_a_packet_alone(self):
        source = self.folder / GUIDELINE / "guideline.md"
        before = source.read_bytes()
        self.write("notes.txt", "precious")
        (self.folder / "link.html").symlink_to("notes.txt")
        for path in (f"{GUIDELINE}/guideline.md", "parcels/rubrica.yaml", "notes.txt", "link.html", "parcels", "/dev/full"):
            self.assertIn(path, self.rubrica("review", "packet", "legal", "parcels", "-o", path, code=2).stderr)
        self.assertEqual(before, source.read_bytes())
        self.assertEqual("precious", (self.folder / "link.html").read_text())
        for _ in range(2):
            self.rubrica("review", "packet", "legal", "parcels", "-o", "packet.html")

    def test_a_statement_takes_the_place_of_a_statement_alone(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        source = self.folder / GUIDELINE / "guideline.md"
        before = source.read_bytes()
        filed = "parcels/signoffs/" + next(path.name for path in (self.folder / "parcels/signoffs").glob("*.json"))
        words = ("sign", "parcels", "--as", "legal", "--decision", "approve", "--id", "lena@parcels.example", "--prepare")
        kept = (self.folder / filed).read_bytes()
        for path in (f"{GUIDELINE}/guideline.md", filed):
            self.assertIn(path, self.rubrica(*words, path, code=2).stderr)
        self.assertEqual((before, kept), (source.read_bytes(), (self.folder / filed).read_bytes()))
        for _ in range(2):
            self.rubrica(*words, "statement.json")


class LostOutput(InFolder):
    COMMANDS = [("--version",), ("--help",), ("schema", "labels"), ("check", "w"), ("check", "w", "--format", "json"),
                ("diff", "w/g", "x/h", "--format", "json"), ("explain",), ("coverage", "w"), ("completions", "bash")]

    def setUp(self):
        super().setUp()
        self.write("w/g/guideline.md", MINIMAL)
        self.write("x/h/guideline.md", MINIMAL.replace("rubrica: 1", "rubrica: 1\nid: g").replace("friendly", "kind"))

    def shell(self, command):
        return subprocess.run(["bash", "-c", command, "bash", PROGRAM], cwd=self.folder, env=CLEAN,
                              capture_output=True, text=True, timeout=LIMIT)

    def test_a_device_without_room(self):
        for arguments in self.COMMANDS:
            with self.subTest(arguments):
                process = self.shell(f'"$1" {" ".join(arguments)} > /dev/full')
                self.assertIn("the output could not be written: No space left", self.code(2, process).stderr)

    def test_a_closed_output(self):
        for arguments in self.COMMANDS:
            with self.subTest(arguments):
                process = self.shell(f'"$1" {" ".join(arguments)} >&-')
                self.assertIn("the output could not be written", self.code(2, process).stderr)

    def test_a_closed_output_does_not_go_into_a_file(self):
        self.shell('"$1" build w -o out <&- >&- 2>&-')
        self.assertEqual(b"", (self.folder / "out/.rubrica/lock").read_bytes())

    def unread(self, *arguments, **options):
        """The finished process, whose output goes into a pipe that nobody reads any more."""
        reader, writer = os.pipe()
        os.close(reader)
        try:
            return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=CLEAN, stdout=writer,
                                  stderr=subprocess.PIPE, text=True, timeout=LIMIT, **options)
        finally:
            os.close(writer)

    def test_a_reader_that_has_had_enough(self):
        for arguments in self.COMMANDS:
            for action in (signal.SIG_DFL, signal.SIG_IGN):
                with self.subTest(arguments, action=action):
                    process = self.unread(*arguments, preexec_fn=lambda: signal.signal(signal.SIGPIPE, action))
                    self.assertEqual(2, process.returncode)
                    self.assertNotIn("written", process.stderr)

    def test_a_build_that_nobody_reads_is_whole(self):
        self.code(0, run("build", "w", "-o", "expected", cwd=self.folder))
        # Whether or not something was to be said.
        self.assertIn(self.unread("build", "w", "-o", "out").returncode, (0, 2))
        self.assertEqual(tree(self.folder / "expected"), tree(self.folder / "out"))

    def test_a_reader_of_one_line(self):
        process = self.shell('set -o pipefail; "$1" explain | head -1')
        self.assertEqual("", process.stderr)
        self.assertEqual(1, process.stdout.count("\n"))
        # All of it may have been on its way before the reader went.
        self.assertIn(process.returncode, (0, 2))

    def test_a_reader_that_is_slow(self):
        arguments = ("check", ROOT / "guidelines", "--format", "sarif", "--stage", "release")
        whole = run(*arguments)
        self.assertGreater(len(whole.stdout), 1 << 16)
        reader, writer = os.pipe()
        self.addCleanup(os.close, reader)
        os.set_blocking(writer, False)
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
        process = subprocess.Popen([PROGRAM, *arguments], env=CLEAN, stdout=writer, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)

        def full():
            return not select.select([], [writer], [], 0)[1]

        received, waited = b"", 0
        while process.poll() is None:
            wait(lambda: full() or process.poll() is not None, "the output does not come")
            if full():
                received += os.read(reader, 4096)
                waited += 1
        os.close(writer)
        while chunk := os.read(reader, 4096):
            received += chunk
        self.assertEqual(whole.returncode, process.returncode)
        self.assertEqual(whole.stdout.encode(), received)
        self.assertGreater(waited, 10)


class Unread(InFolder):
    """What is there and cannot be read is never taken for what is not there."""

    def check(self, expected, run=run):
        return self.code(expected, run("check", "w", cwd=self.folder))

    def test_settings(self):
        self.write("w/g/guideline.md", MINIMAL)
        settings = self.folder / "w/rubrica.yaml"
        for make in (lambda: settings.mkdir(), lambda: os.mkfifo(settings), lambda: settings.symlink_to("nowhere"),
                     lambda: settings.symlink_to("rubrica.yaml")):
            make()
            for path in ("w", "w/g"):
                process = self.code(2, run("check", path, cwd=self.folder))
                self.assertIn("w/rubrica.yaml", process.stderr)
            settings.rmdir() if settings.is_dir() else settings.unlink()
        self.check(0)

    def test_files_of_a_guideline(self):
        self.write("w/g/guideline.md", MINIMAL)
        for name in ("labels.yaml", "governance.yaml", "i18n", "i18n/fr.md"):
            link = self.folder / "w/g" / name
            link.parent.mkdir(exist_ok=True)
            link.symlink_to("nowhere")
            with self.subTest(name):
                process = self.check(1)
                self.assertIn(f"w/g/{name}", process.stdout)
                self.assertIn("a broken link", process.stdout)
                self.assertNotIn("the file has the file", process.stdout)
            link.unlink()
        (self.folder / "w/g/i18n").rmdir()
        self.write("w/g/i18n", "a file")
        self.assertIn("not a folder", self.check(1).stdout)

    def test_links_out_of_the_workspace(self):
        picture = bytes.fromhex("89504e470d0a1a0a") + b"secret"
        for path in ("private/x.png", "w/shared/x.png"):
            self.write(path, picture)
        self.write("private/labels.yaml", "good: {name: Good}\n")
        self.write("private/text.md", MINIMAL)
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        self.write("w/guidelines/g/guideline.md", MINIMAL + "\n![A picture](media/x.png)\n")
        folder = self.folder / "w/guidelines/g"
        # A file, and a folder of files.
        for link, target in (("media/x.png", "private/x.png"), ("media", "private")):
            (folder / link).parent.mkdir(exist_ok=True)
            (folder / link).symlink_to(self.folder / target)
            process = self.code(1, run("check", "w", "--stage", "release", cwd=self.folder))
            self.assertIn("error[missing-media]", process.stdout)
            self.assertIn("outside the workspace", process.stdout)
            self.code(0, run("build", "w", "-o", "out", cwd=self.folder))
            self.assertNotIn("c2VjcmV0", (self.folder / "out/g/instructions/index.html").read_text())
            (folder / link).unlink()
            (folder / "media").rmdir() if (folder / "media").is_dir() else None
        # Within the workspace they stay links.
        (folder / "media").symlink_to("../../shared")
        self.assertNotIn("outside", run("check", "w", cwd=self.folder).stdout)
        (folder / "media").unlink()
        for link, target in (("labels.yaml", "labels.yaml"), ("i18n/fr.md", "text.md")):
            (folder / link).parent.mkdir(exist_ok=True)
            (folder / link).symlink_to(self.folder / "private" / target)
            process = self.check(1)
            self.assertIn(f"w/guidelines/g/{link}", process.stdout)
            self.assertIn("outside the workspace", process.stdout)
            (folder / link).unlink()
        self.write("w/guidelines/h/guideline.md", "---\nrubrica: 1\nextends: ../../bases/b.md\n---\n\n# More\n")
        self.write("others/b.md", MINIMAL)
        (self.folder / "w/bases").symlink_to("../others")
        self.assertIn("outside the workspace", self.check(1).stdout)
        shutil.rmtree(self.folder / "w/guidelines/h")
        (self.folder / "w/guidelines/h").mkdir()
        (self.folder / "w/guidelines/h/guideline.md").symlink_to("../../../private/text.md")
        self.assertIn("w/guidelines/h/guideline.md`: it is outside the workspace", " ".join(self.check(2).stderr.split()))

    def test_a_folder_of_a_guideline_that_is_linked_in(self):
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        self.write("w/common/y.png", b"none")
        self.write("other/x.png", b"none")
        self.write("elsewhere/mood/guideline.md",
                   MINIMAL + "\n![One](media/x.png)\n\n![Two](media/y.png)\n\n![Three](media/z.png)\n")
        self.write("elsewhere/mood/media/x.png", b"none")
        (self.folder / "elsewhere/mood/media/y.png").symlink_to(self.folder / "w/common/y.png")
        (self.folder / "elsewhere/mood/media/z.png").symlink_to(self.folder / "other/x.png")
        (self.folder / "w/guidelines").mkdir()
        (self.folder / "w/guidelines/mood").symlink_to("../../elsewhere/mood")
        told = run("check", "w", cwd=self.folder).stdout
        self.assertEqual(1, told.count("outside the workspace"))
        self.assertIn("`media/z.png` is outside the workspace", told)
        # With the shelf itself linked, it is the same.
        (self.folder / "w/guidelines/mood").unlink()
        (self.folder / "w/guidelines").rmdir()
        (self.folder / "w/guidelines").symlink_to("../elsewhere")
        self.assertEqual(told.count("outside"), run("check", "w", cwd=self.folder).stdout.count("outside"))

    def test_a_document_of_a_workspace(self):
        self.write("w/g/guideline.md", MINIMAL)
        (self.folder / "w/h").mkdir()
        (self.folder / "w/h/guideline.md").symlink_to("nowhere")
        self.assertIn("w/h/guideline.md", self.check(2).stderr)

    def test_a_link_among_guidelines(self):
        self.write("w/guidelines/g/guideline.md", MINIMAL)
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        for name in ("h", "h.md"):
            link = self.folder / "w/guidelines" / name
            link.symlink_to("../../shared/h")
            for path in ("w", "w/guidelines"):
                for command in ("check", "build", "status"):
                    with self.subTest(name=name, path=path, command=command):
                        told = " ".join(self.code(2, run(command, path, cwd=self.folder)).stderr.split())
                        self.assertIn(f"cannot read `w/guidelines/{name}`: it is a broken link", told)
            link.unlink()
        # Beside the shelf, and hidden, it is somebody else's.
        (self.folder / "w/h").symlink_to("nowhere")
        (self.folder / "w/guidelines/.h").symlink_to("nowhere")
        self.check(0)

    def test_a_folder_whose_name_is_no_text(self):
        self.write("w/g/guideline.md", MINIMAL)
        # A file of such a name is none of ours.
        pathlib.Path(os.fsdecode(os.fsencode(self.folder) + b"/w/caf\xe9.txt")).write_text("a note")
        self.check(0)
        for place in ("w", "w/guidelines"):
            odd = pathlib.Path(os.fsdecode(os.fsencode(self.folder / place) + b"/caf\xe9"))
            odd.mkdir(parents=True)
            (odd / "guideline.md").write_text(MINIMAL)
            with self.subTest(place):
                self.assertIn(f"`{place}/caf\\xE9`: its name is not UTF-8", self.check(2).stderr)
                self.code(2, run("import", "w", "--output", "neu", cwd=self.folder))
            shutil.rmtree(odd)
        self.check(0)

    def test_translations_without_permission(self):
        self.write("w/g/guideline.md", MINIMAL)
        (self.folder / "w/g/i18n").mkdir()
        os.chmod(self.folder, 0o755)
        os.chmod(self.folder / "w/g/i18n", 0)
        self.addCleanup(os.chmod, self.folder / "w/g/i18n", 0o755)
        process = self.check(1, run_by_nobody)
        self.assertIn("w/g/i18n", process.stdout)
        self.assertIn("permission denied", process.stdout)

    def test_templates(self):
        self.write("w/g/guideline.md", MINIMAL)
        self.write("file", "")
        for path in ("nowhere", "file"):
            process = self.code(2, run("check", "w", "--templates", path, cwd=self.folder))
            self.assertIn(f"`{path}`", process.stderr)
            self.code(2, run("new", "image-boxes", "signs", "--templates", path, cwd=self.folder))

    def test_a_build_refuses_what_a_check_refuses(self):
        fr = "w/g/i18n/fr.md"
        self.write("w/g/guideline.md", MINIMAL)
        self.write("w/h/guideline.md", MINIMAL)
        self.code(0, run("i18n", "update", "w/g", "fr", cwd=self.folder))
        os.chmod(self.folder, 0o777)

        def build(expected):
            return self.code(expected, run_by_nobody("build", "w", "-o", "out", cwd=self.folder)).stderr

        build(0)
        self.assertIn("2 unchanged", build(0))
        for name in ("labels.yaml", "governance.yaml"):
            (self.folder / "w/g" / name).symlink_to(name)
            self.check(1, run_by_nobody)
            build(1)
            (self.folder / "w/g" / name).unlink()
        self.assertIn("2 unchanged", build(0))
        os.chmod(self.folder / fr, 0)
        self.check(1, run_by_nobody)
        build(1)
        os.chmod(self.folder / fr, 0o644)
        self.assertIn("1 unchanged", build(0))


class Terminals(InFolder):
    def test_names_in_errors_are_shown_and_not_obeyed(self):
        name = "no\x1b[31m\nerror: pe"
        process = self.code(2, run("check", name, cwd=self.folder))
        self.assertNotIn("\x1b", process.stderr)
        self.assertIn("no␛[31m␊error: pe", process.stderr)
        self.assertNotIn("\x1b", self.code(2, run("check", "--for\x1b[31mat", cwd=self.folder)).stderr)

    def test_findings_for_github(self):
        self.write("g/guideline.md", MINIMAL.replace("[good, bad]", '[good, "b\\eda"]'))
        process = self.code(1, run("check", "g", "--format", "github", cwd=self.folder))
        self.assertNotIn("\x1b", process.stdout)
        self.assertIn("␛", process.stdout)

    def test_how_to_fix_without_a_fix(self):
        self.write("g/guideline.md", MINIMAL)
        for flag in ("--unsafe-fixes", "--dry-run"):
            self.assertIn("--fix", self.code(2, run("check", "g", flag, cwd=self.folder)).stderr)


if __name__ == "__main__":
    unittest.main()
