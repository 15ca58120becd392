"""Bad input through the real program: a clear error, an exit code, in bounded time."""
import os
import time
import unittest

from program import MINIMAL, InFolder, run


# Seconds; a build for debugging takes ten times as long as one for release.
BOUND = 60


class Hostile(InFolder):
    def check(self, expected, content, *words, name="g/guideline.md", bound=10):
        self.write(name, content)
        start = time.monotonic()
        process = self.code(expected, run("check", "g", cwd=self.folder, timeout=bound))
        self.assertLess(time.monotonic() - start, bound)
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
        self.code(2, run("check", "g/guideline.md", cwd=self.folder, timeout=10))

    def test_a_folder_without_read_permission(self):
        self.write("g/one/guideline.md", MINIMAL)
        self.write("g/two/guideline.md", MINIMAL)
        os.chmod(self.folder, 0o755)
        os.chmod(self.folder / "g/two", 0)
        self.addCleanup(os.chmod, self.folder / "g/two", 0o755)
        user = 65534 if os.geteuid() == 0 else None
        process = self.code(2, run("check", "g", cwd=self.folder, user=user))
        self.assertIn("permission denied", process.stderr)
        self.assertIn("g/two", process.stderr)

    def test_an_output_that_cannot_be_written(self):
        self.write("g/guideline.md", MINIMAL)
        self.write("out", "a file")
        process = self.code(2, run("build", "g", "--output", "out", cwd=self.folder))
        self.assertIn("out", process.stderr)
        self.assertEqual("a file", (self.folder / "out").read_text())

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

    def test_a_reader_that_goes_away(self):
        self.write("g/guideline.md", MINIMAL)
        code = os.system(f"cd {self.folder} && {os.environ.get('RUBRICA', 'true')} check g | head -c 1 > /dev/null")
        self.assertEqual(0, code)


class HostileRepetition(InFolder):
    """The same thing some thousand times: time grows as the text does. Without that each takes minutes."""

    def end(self, body="", layers="    - {id: l, kind: choice, question: Q?, labels: [a, b]}", modality="text",
            command=("check", "g"), **files):
        self.write("g/guideline.md", f"""---
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
""")
        for name, content in files.items():
            self.write(f"g/{name}.yaml", content)
        process = run(*command, cwd=self.folder, timeout=BOUND)
        self.assertIn(process.returncode, (0, 1), process.stderr)
        return process.stdout

    def test_equal_sections(self):
        self.end("## H\n\n\n" * 30_000)

    def test_equal_questions(self):
        self.end("## FAQ\n\n" + "### Q\nA.\n\n" * 20_000)

    def test_equal_rules(self):
        self.end("## Rules\n\n" + "### R\nDraw it.\n\n" * 14_000, modality="image")

    def test_equal_examples(self):
        self.end("## Examples\n\n" + "### Good: x\n> t\n\n" * 14_000)

    def test_rules_with_one_condition(self):
        rules = (f"### R{n}\n**If** x **then** y. **Threshold** `s{n % 7} < {n} px` -> label\n\n" for n in range(3_500))
        self.end("## Rules\n\n" + "".join(rules), modality="image")

    def test_dots(self):
        self.end("## Text\n\n" + "www." * 60_000)

    def test_links_that_lead_nowhere(self):
        self.end("## Text\n\n" + "Look at [z](#zz).\n\n" * 14_000)

    def test_attributes(self):
        lines = (f"        - {{id: a{n}, type: boolean}}\n" for n in range(6_000))
        self.end(layers="    - id: l\n      kind: box\n      labels: [a, b]\n      attributes:\n" + "".join(lines),
                 modality="image")

    def test_relations(self):
        relations = ", ".join(f"{{id: r{n}, from: [a], to: [b]}}" for n in range(6_000))
        self.end(layers="    - {id: s, kind: span, labels: [a, b]}\n"
                 f"    - {{id: r, kind: relation, over: s, relations: [{relations}]}}")

    def test_findings_in_one_long_line(self):
        self.end(labels="labels: [" + ",".join(f"&a{n} x" for n in range(24_000)) + "]\n")

    def test_columns(self):
        out = self.end("|".join("a" * 40_000) + "\n" + "|".join("-" * 40_000))
        self.assertIn("text-beyond-limits", out)

    def test_comments_that_allow_findings(self):
        comment = "<!-- rubrica: allow leftover-todo because of me -->\n\nTODO\n\n"
        self.end("## Text\n\n" + comment * 4_000)

    def test_comments_that_allow_nothing(self):
        self.end("## Text\n\n" + "<!-- rubrica: allow leftover-todos because of me -->\n\nTODO\n\n" * 4_000)

    def test_sources_of_data(self):
        self.write("rubrica.yaml", "rubrica: 1\norganisation: {name: X}\ntargets: {checklist: {}}\n")
        lines = (f"    - {{id: s{n}, kind: public}}\n" for n in range(8_000))
        self.end(command=("build", "."), governance="data:\n  sources:\n" + "".join(lines))


class HostileBundles(InFolder):
    """A gate that is given anything as a bundle says no, and soon; `run` has a time limit."""

    def setUp(self):
        super().setUp()
        self.code(0, run("corpus", self.folder / "corpus", "--write-only", "--only", "good"))
        self.bundle = self.folder / "corpus/good/bundle"

    def gate(self):
        return run("gate", self.bundle, "--key", self.folder / "corpus/release.pub", "--time", "2026-11-24T10:00:00Z")

    def denied(self, reason):
        self.assertIn(reason, self.code(1, self.gate()).stdout)

    def test_good_it_passes(self):
        self.code(0, self.gate())

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
        self.assertIn("more files, bytes or levels", self.code(2, self.gate()).stderr)


if __name__ == "__main__":
    unittest.main()
