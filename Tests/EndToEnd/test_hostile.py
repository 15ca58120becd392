"""Bad input through the real program: a clear error, an exit code, in bounded time of a processor."""
import os
import resource
import unittest

from program import MINIMAL, InFolder, run, run_by_nobody

# Seconds of a processor, however busy it is; a build for debugging takes ten times as many as one for release.
BOUND = {"RLIMIT_CPU": 30}


class Hostile(InFolder):
    def check(self, expected, content, *words, name="g/guideline.md"):
        self.write(name, content)
        process = self.code(expected, run("check", "g", cwd=self.folder, limits=BOUND))
        for word in words:
            self.assertIn(word, process.stdout + process.stderr)
        return process

    def test_invalid_utf8(self):
        self.check(1, b"# A\n\nb\xff\n", "g/guideline.md:3:2")

    def test_nul(self):
        self.check(1, b"# A\n\nb\x00c\n", "g/guideline.md:3:2")

    def test_a_hundred_megabytes(self):
        self.check(2, b"a " * (50 << 20), "100.0 MiB", "at most 2.0 MiB")

    def test_quadratic_markdown(self):
        self.check(1, "![[]()" * 40_000, "text-beyond-limits")

    def test_twenty_thousand_quotes(self):
        self.check(1, "> " * 20_000 + "a\n", "text-beyond-limits")

    def test_alias_bomb(self):
        lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
        lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
        self.check(1, "---\n" + "\n".join(lines) + "\n---\n", "text-beyond-limits")

    def test_deep_yaml(self):
        self.check(1, "---\na: " + "[" * 100_000 + "\n---\n", "text-beyond-limits")

    def test_long_lines_are_cut_in_reports(self):
        text = MINIMAL.replace("[good, bad]", "[good," + " " * 5_000 + "bda," + " " * 5_000 + "bad]")
        process = self.check(1, text, "bda")
        self.assertLess(max(map(len, process.stdout.splitlines())), 400)

    def test_control_characters_do_not_reach_the_terminal(self):
        process = self.check(1, MINIMAL.replace("[good, bad]", "[good, \"b\\eda\u202e\"]"))
        self.assertNotIn("\x1b", process.stdout)
        self.assertNotIn("\u202e", process.stdout)

    def test_a_pipe_instead_of_a_file(self):
        (self.folder / "g").mkdir()
        os.mkfifo(self.folder / "g/guideline.md")
        self.code(2, run("check", "g/guideline.md", cwd=self.folder))

    def test_a_folder_without_read_permission(self):
        self.write("g/one/guideline.md", MINIMAL)
        self.write("g/two/guideline.md", MINIMAL)
        os.chmod(self.folder, 0o755)
        os.chmod(self.folder / "g/two", 0)
        self.addCleanup(os.chmod, self.folder / "g/two", 0o755)
        process = self.code(2, run_by_nobody("check", "g", cwd=self.folder))
        self.assertIn("permission denied", process.stderr)
        self.assertIn("g/two", process.stderr)

    def test_an_output_that_cannot_be_written(self):
        self.write("g/guideline.md", MINIMAL)
        self.write("out", "a file")
        process = self.code(2, run("build", "g", "--output", "out", cwd=self.folder))
        self.assertIn("out", process.stderr)
        self.assertEqual("a file", (self.folder / "out").read_text())

    def test_a_file_from_the_future(self):
        self.write("g/guideline.md", MINIMAL)
        os.utime(self.folder / "g/guideline.md", (10_413_792_000, 10_413_792_000))
        self.code(0, run("check", "g", cwd=self.folder))

    def test_paths_that_leave_the_workspace(self):
        self.write("secret.png", b"\x89PNG secret")
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        self.write("w/g/guideline.md", MINIMAL + "\n![a](../../secret.png)\n\n![b](/etc/passwd)\n")
        process = run("build", "w", "--output", "out", cwd=self.folder)
        page = self.folder / "out/g/instructions/index.html"
        self.assertIn("outside", process.stdout)
        if page.exists():
            self.assertNotIn("root:", page.read_text())
            self.assertNotIn("data:image", page.read_text())

    def test_missing_media(self):
        self.check(0, MINIMAL + "\n![a picture](media/none.png)\n", "missing-media")


class HostileRepetition(InFolder):
    """The same thing some thousand times: time grows as the text does. Where it grows as its square, each takes minutes."""

    LAYERS = "    - {id: l, kind: choice, question: Q?, labels: [a, b]}"

    def guideline(self, body="", layers=LAYERS, modality="text"):
        return f"""---
rubrica: 1
id: g
title: Title
task:
  modality: {modality}
  layers:
{layers}
---
# T

## Labels

### A
A word.

### B
A letter.

{body}
"""

    def seconds(self, *command):
        """What a processor worked on a command."""
        def used():
            times = resource.getrusage(resource.RUSAGE_CHILDREN)
            return times.ru_utime + times.ru_stime
        before = used()
        process = run(*command, cwd=self.folder)
        self.assertIn(process.returncode, (0, 1), process.stderr)
        return used() - before

    def grows(self, count, text, name="guideline.md", command=("check", "g")):
        """`text` says a thing a number of times. Twice as many take twice the time, and four times where it is a square."""
        if name != "guideline.md":
            self.write("g/guideline.md", self.guideline())

        def cost(number):
            self.write(f"g/{name}", text(number))
            return self.seconds(*command)

        # Others may hold up a processor that is measured, but not again and again.
        for _ in range(5):
            start, half, whole = cost(1), cost(count // 2), cost(count)
            # Below a tenth of a second nothing is measured.
            if whole - start < 3.2 * max(half - start, 0.1):
                return
        self.fail(f"{half - start:.2f} s became {whole - start:.2f} s")

    def test_equal_sections(self):
        self.grows(30_000, lambda n: self.guideline("## H\n\n\n" * n))

    def test_equal_questions(self):
        self.grows(20_000, lambda n: self.guideline("## FAQ\n\n" + "### Q\nA.\n\n" * n))

    def test_equal_rules(self):
        self.grows(14_000, lambda n: self.guideline("## Rules\n\n" + "### R\nDraw it.\n\n" * n, modality="image"))

    def test_equal_examples(self):
        self.grows(14_000, lambda n: self.guideline("## Examples\n\n" + "### Good: x\n> t\n\n" * n))

    def test_rules_with_one_condition(self):
        def text(count):
            rules = (f"### R{n}\n**If** x **then** y. **Threshold** `s{n % 7} < {n} px` -> label\n\n" for n in range(count))
            return self.guideline("## Rules\n\n" + "".join(rules), modality="image")
        self.grows(3_500, text)

    def test_dots(self):
        self.grows(60_000, lambda n: self.guideline("## Text\n\n" + "www." * n))

    def test_links_that_lead_nowhere(self):
        self.grows(14_000, lambda n: self.guideline("## Text\n\n" + "Look at [z](#zz).\n\n" * n))

    def test_attributes(self):
        def text(count):
            lines = (f"        - {{id: a{n}, type: boolean}}\n" for n in range(count))
            layer = "    - id: l\n      kind: box\n      labels: [a, b]\n      attributes:\n"
            return self.guideline(layers=layer + "".join(lines), modality="image")
        self.grows(6_000, text)

    def test_relations(self):
        def text(count):
            relations = ", ".join(f"{{id: r{n}, from: [a], to: [b]}}" for n in range(count))
            return self.guideline(layers="    - {id: s, kind: span, labels: [a, b]}\n"
                                  f"    - {{id: r, kind: relation, over: s, relations: [{relations}]}}")
        self.grows(6_000, text)

    def test_findings_in_one_long_line(self):
        self.grows(24_000, lambda count: "labels: [" + ",".join(f"&a{n} x" for n in range(count)) + "]\n", name="labels.yaml")

    def test_unknown_settings(self):
        self.grows(16_000, lambda n: "rubrica: 1\n" + "".join(f"c{key}: off\n" for key in range(n)), name="rubrica.yaml")

    def test_columns(self):
        self.grows(40_000, lambda n: self.guideline("|".join("a" * n) + "\n" + "|".join("-" * n)))
        self.assertIn("text-beyond-limits", run("check", "g", cwd=self.folder).stdout)

    def test_comments_that_allow_findings(self):
        comment = "<!-- rubrica: allow leftover-todo because of me -->\n\nTODO\n\n"
        self.grows(4_000, lambda n: self.guideline("## Text\n\n" + comment * n))

    def test_comments_one_after_another(self):
        comment = "<!-- rubrica: allow leftover-todo because of me -->\n\n"
        self.grows(4_000, lambda n: self.guideline("## Text\n\n" + comment * n + "TODO\n"))
        allow = "# rubrica: allow leftover-todo because of me\n"
        self.grows(12_000, lambda n: allow * n + "labels: []\n", name="labels.yaml")

    def test_no_break_spaces_in_one_line(self):
        self.grows(40_000, lambda n: self.guideline("## Text\n\n" + "\u00a0a" * n))

    def test_comments_of_a_translation_that_do_not_end(self):
        self.grows(20_000, lambda n: "---\nrubrica: 1\n---\n" + "<!-- unit: a\n" * n, name="i18n/fr.md")

    def test_comments_that_allow_nothing(self):
        comment = "<!-- rubrica: allow leftover-todos because of me -->\n\nTODO\n\n"
        self.grows(4_000, lambda n: self.guideline("## Text\n\n" + comment * n))

    def test_sources_of_data(self):
        self.write("rubrica.yaml", "rubrica: 1\norganisation: {name: X}\ntargets: {checklist: {}}\n")
        def text(count):
            return "data:\n  sources:\n" + "".join(f"    - {{id: s{n}, kind: public}}\n" for n in range(count))
        self.grows(8_000, text, name="governance.yaml", command=("build", "."))


class HostileBundles(InFolder):
    """A gate that is given anything as a bundle says no, and soon."""

    def setUp(self):
        super().setUp()
        self.code(0, run("corpus", self.folder / "corpus", "--write-only", "--only", "good"))
        self.bundle = self.folder / "corpus/good/bundle"

    def gate(self):
        return run("gate", self.bundle, "--key", self.folder / "corpus/release.pub", "--time", "2026-11-24T10:00:00Z",
                   limits=BOUND)

    def denied(self, reason):
        self.assertIn(reason, self.code(1, self.gate()).stdout)

    def test_good_it_passes(self):
        self.code(0, self.gate())

    def test_no_program_to_run(self):
        process = self.code(2, run("corpus", self.folder / "again", "--only", "good", "--run", ""))
        self.assertIn("cannot be started", process.stderr)

    def test_a_seal_of_a_hundred_megabytes(self):
        (self.bundle / "seal.json").write_bytes(b'{"payload":"' + b"A" * 100_000_000 + b'"}')
        self.denied("seal-unreadable")

    def test_a_manifest_of_brackets(self):
        (self.bundle / "manifest.json").write_bytes(b"[" * 5_000_000)
        self.denied("manifest-unreadable")

    def test_a_manifest_of_very_many_values(self):
        (self.bundle / "manifest.json").write_bytes(b"[" + b"1," * 2_000_000 + b"1]")
        self.denied("manifest-unreadable")

    def test_scopes_of_very_many_keys(self):
        keys = b",".join(b'"key %d":1' % number for number in range(200_000))
        (self.bundle / "scopes.json").write_bytes(b"{" + keys + b"}")
        self.denied("scopes-unreadable")

    def test_a_log_of_very_many_lines(self):
        log = self.bundle / "approval/signoffs/log.txt"
        log.write_text(log.read_text().splitlines(keepends=True)[0] * 50_000)
        self.denied("log-unreadable")

    def test_very_many_files_and_folders(self):
        deep = self.bundle.joinpath(*["d"] * 200)
        deep.mkdir(parents=True)
        self.assertIn("more files, bytes or folder levels", self.code(2, self.gate()).stderr)


if __name__ == "__main__":
    unittest.main()
