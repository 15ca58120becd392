"""What a new user types, and what comes of it."""
import json
import pathlib
import subprocess
import re
import unittest

from program import LIMIT, MINIMAL, PROGRAM, ROOT, InFolder, run

FAMILIES = sorted(path.name for path in (ROOT / "templates/starters").iterdir() if path.is_dir())


class Commands(InFolder):
    def test_version_and_help(self):
        self.assertRegex(self.code(0, run("--version")).stdout, r"^rubrica \d+\.\d+\.\d+\n$")
        self.assertIn("SUBCOMMANDS", self.code(0, run("--help")).stdout)
        self.assertIn("USAGE", self.code(0, run("help", "build")).stdout)

    def test_usage_errors_are_two(self):
        for arguments in [("frobnicate",), ("check", "--format", "xml"), ("check", "nowhere"), ("new", "boxes", "a"),
                          ("explain", "undefined-lable"), ("completions", "tcsh"), ("build", "--stage", "done")]:
            process = self.code(2, run(*arguments, cwd=self.folder))
            self.assertTrue(process.stderr.strip(), arguments)

    def test_a_byte_order_mark_is_no_column(self):
        self.write("g/guideline.md", "\ufeff---\nrubrica: 1\n")
        self.assertIn("g/guideline.md:1:1\n", self.code(1, run("check", "g", cwd=self.folder)).stdout)
        self.assertIn("line=1,col=1,", run("check", "g", "--format", "github", cwd=self.folder).stdout)
        places = [finding["place"] for finding in json.loads(run("check", "g", "--format", "json", cwd=self.folder).stdout)["findings"]]
        self.assertIn((1, 3), [(place["column"], place["start"]) for place in places])
        region = json.loads(run("check", "g", "--format", "sarif", cwd=self.folder).stdout)["runs"][0]["results"][0]["locations"][0]
        self.assertEqual(1, region["physicalLocation"]["region"]["startColumn"])

    def test_a_counter_is_no_negative_number(self):
        for arguments in [("--seen", "-5"), ("--seen=-1",), ("--seen", "one"), ("--seen", "--key")]:
            with self.subTest(arguments):
                self.assertIn("at least 0", self.code(2, run("gate", *arguments, cwd=self.folder)).stderr)

    def test_near_misses_are_offered(self):
        self.assertIn("undefined-label", run("explain", "undefined-lable").stderr)
        self.assertIn("text-spans", run("new", "text-span", "a", cwd=self.folder).stderr)
        for word, family in [("chat", "text-classification"), ("Ranking", "rating-scale"), ("multi-label", "text-classification"),
                             ("boxes", "image-boxes")]:
            self.assertIn(f"Start from `{family}`", run("new", word, "a", cwd=self.folder).stderr)

    def test_every_starter_checks_and_builds(self):
        self.assertGreaterEqual(len(FAMILIES), 8)
        for family in FAMILIES:
            with self.subTest(family):
                self.code(0, run("new", family, f"my-{family}", "--title", 'A "new" one', cwd=self.folder))
                self.code(0, run("check", f"my-{family}", cwd=self.folder))
                self.code(0, run("build", f"my-{family}", "--output", "out", cwd=self.folder))
                page = self.folder / f"out/my-{family}/instructions/index.html"
                self.assertIn("A &quot;new&quot; one", page.read_text())

    def test_an_import_has_the_id_that_was_asked_for(self):
        self.write("notes.md", "# Notes\n\nSay how it sounds.\n")
        for id, near in (("../x", "`x`"), ("A B", "`a-b`"), ("é!", None), ("a-", "`a`")):
            process = self.code(2, run("import", "notes.md", "--output", "new", f"--id={id}", cwd=self.folder))
            told = " ".join(process.stderr.split())
            self.assertIn(f"`{id}` cannot be the id", told)
            self.assertEqual(near is not None, "Did you mean" in told)
            self.assertIn(near or "lower-case letters", told)
            self.assertFalse((self.folder / "new").exists())
        self.code(0, run("import", "notes.md", "--output", "new", "--id", "my-notes", cwd=self.folder))
        self.assertIn("my-notes", (self.folder / "new/guideline.md").read_text())

    def test_no_starter_is_released_as_it_is(self):
        for family in FAMILIES:
            with self.subTest(family):
                self.code(0, run("new", family, f"my-{family}", cwd=self.folder))
                found = self.code(1, run("check", f"my-{family}", "--stage", "release", cwd=self.folder)).stdout
                # The purpose, the owner, and the name and address of the contact.
                self.assertEqual(4, found.count("error[leftover-placeholder]"), found)

    def test_new_overwrites_nothing(self):
        self.write("mine/notes.txt", "keep")
        self.code(2, run("new", "text-spans", "mine", cwd=self.folder))
        self.assertEqual("keep", (self.folder / "mine/notes.txt").read_text())

    def test_explain_knows_every_id_that_it_lists(self):
        ids = [line.split()[0] for line in self.code(0, run("explain")).stdout.splitlines()]
        self.assertGreater(len(ids), 15)
        for check in ids:
            self.assertRegex(self.code(0, run("explain", check)).stdout, "Why|What to do")

    def test_explain_knows_the_reasons_of_the_gate(self):
        document = (ROOT / "docs/formats/gate.md").read_text().split("## Reasons")[1].split("\n## ")[0]
        codes = set(re.findall(r"^\| `([a-z-]+)` \|", document, re.M))
        self.assertGreater(len(codes), 50)
        self.assertLessEqual(codes, {line.split()[0] for line in self.code(0, run("explain")).stdout.splitlines()})
        told = self.code(0, run("explain", "role-stale")).stdout
        self.assertIn("what was approved has changed", told)
        self.assertIn("What to do", told)
        # A finding that is a reason as well.
        both = self.code(0, run("explain", "leaf-in-no-scope")).stdout
        self.assertIn("Why", both)
        self.assertIn("What to do", both)
        self.assertIn("role-stale", run("explain", "role-stall").stderr)

    def test_schemas_are_printed_and_written(self):
        kinds = [line.split()[0] for line in self.code(0, run("schema")).stdout.splitlines()]
        self.assertIn("governance", kinds)
        self.code(0, run("schema", "--output", "schemas", cwd=self.folder))
        for kind in kinds:
            printed = self.code(0, run("schema", kind)).stdout
            self.assertEqual(printed, (self.folder / f"schemas/{kind}.schema.json").read_text())
            self.assertEqual(printed, (ROOT / f"docs/schemas/{kind}.schema.json").read_text())
        self.assertIn("governance", self.code(2, run("schema", "governence")).stderr)
        self.code(2, run("schema", "labels", "--output", "schemas", cwd=self.folder))

    def test_completions(self):
        for shell in ["bash", "zsh", "fish"]:
            self.assertIn("rubrica", self.code(0, run("completions", shell)).stdout)

    def test_bash_completes_paths_and_words(self):
        self.write("g/guideline.md", MINIMAL)
        script = self.folder / "completions"
        script.write_text(self.code(0, run("completions", "bash")).stdout)
        for line, completed in [("check g/gu", "g/guideline.md"), ("why legal g/gu", "g/guideline.md"),
                                ("new image-b", "image-boxes"), ("build g --output ", "g"),
                                ("check g --format sa", "sarif"), ("completions z", "zsh")]:
            with self.subTest(line):
                words = ["rubrica", *line.split(" ")]
                process = subprocess.run(
                    ["bash", "-c", """
                        PATH=$1:$PATH; source "$2"; shift 2
                        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                        _rubrica rubrica "${@: -1}" "${@: -2:1}"; printf '%s\\n' "${COMPREPLY[@]}"
                        """, "bash", pathlib.Path(PROGRAM).parent, script, *words],
                    cwd=self.folder, capture_output=True, text=True, timeout=LIMIT)
                self.assertEqual(process.stdout.split(), [completed], process.stderr)

    def test_findings_have_a_place_in_every_format(self):
        self.write("g/guideline.md", MINIMAL.replace("[good, bad]", "[good, bda]"))
        text = self.code(1, run("check", "g", cwd=self.folder)).stdout
        self.assertIn("--> g/guideline.md:6:47", text)
        self.assertIn("`bad`", text)
        findings = json.loads(self.code(1, run("check", "g", "--format", "json", cwd=self.folder)).stdout)["findings"]
        error = next(finding for finding in findings if finding["severity"] == "error")
        self.assertEqual(("g/guideline.md", 6, 47), tuple(error["place"][key] for key in ("file", "line", "column")))
        sarif = json.loads(self.code(1, run("check", "g", "--format", "sarif", cwd=self.folder)).stdout)
        self.assertEqual("2.1.0", sarif["version"])
        rules = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
        self.assertTrue({result["ruleId"] for result in sarif["runs"][0]["results"]} <= rules)
        github = self.code(1, run("check", "g", "--format", "github", cwd=self.folder)).stdout
        self.assertIn("::error file=g/guideline.md,line=6,col=47", github)

    def test_an_organisation_adds_items_to_the_checklist(self):
        self.write("guidelines/mood/guideline.md", MINIMAL)
        self.write("rubrica.yaml", "rubrica: 1\nchecklist: {catalogues: [ours/catalogue.yaml]}\ntargets: {checklist: {}}\n")
        self.assertIn("checklist.catalogues", self.code(2, run("build", ".", cwd=self.folder)).stderr)
        item = "{id: WRK-01, group: Works council, question: a, why: b, how: c, kind: attested, level: warn, role: council, stages: %s, evidence: sign-off}"
        text = f"catalogue: 1\ngroups: [Works council]\nraise: [CON-06]\nitems:\n  - {item}\n"
        states = []
        for stages in ("[draft]", "[pilot, release]"):
            self.write("ours/catalogue.yaml", text % stages)
            self.code(0, run("build", ".", "--output", "out", "--stage", "draft", cwd=self.folder))
            items = json.loads((self.folder / "out/mood/checklist/checklist.json").read_text())["items"]
            states.append(next(i["state"] for i in items if i["id"] == "WRK-01"))
            self.assertEqual("block", next(i["level"] for i in items if i["id"] == "CON-06"))
        self.assertEqual(["not-run", "not-applicable"], states)
        self.write("ours/catalogue.yaml", (text % "[draft]").replace("WRK-01", "CON-06", 1))
        self.assertIn("ours/catalogue.yaml:5:10: item `CON-06`", self.code(2, run("build", ".", cwd=self.folder)).stderr)

    def test_lint_follows_the_references_of_other_formats(self):
        golden = ROOT / "Tests/Golden/interchange"
        good = sorted(golden.glob("oscal/*.json")) + [golden / "cyclonedx/attestation.cdx.json", golden / "croissant/croissant.json"]
        self.assertIn("linted 6 files: nothing to report", self.code(0, run("lint", *good)).stderr)
        results = (golden / "oscal/assessment-results.json").read_text()
        self.write("results.json", results.replace('"CON-02_obj"', '"CON-77_obj"'))
        # By itself, and against the catalogue.
        for others in ([], [golden / "oscal/catalog.json"]):
            process = self.code(1, run("lint", "results.json", *others, "--format", "json", cwd=self.folder))
            self.assertEqual(["interchange-reference"], [f["id"] for f in json.loads(process.stdout)["findings"]])
        line = results[:results.index('"CON-02_obj"')].count("\n") + 1
        self.assertRegex(self.code(1, run("lint", "results.json", cwd=self.folder)).stdout, rf"results\.json:{line}:\d+")
        self.write("other.json", "{}")
        self.assertIn("not in a format", self.code(2, run("lint", "other.json", cwd=self.folder)).stderr)
        self.code(2, run("lint", "nowhere.json", cwd=self.folder))
        self.code(2, run("lint"))

    def test_stage_raises_the_bar(self):
        self.write("g/guideline.md", MINIMAL)
        self.code(0, run("check", "g", cwd=self.folder))
        self.code(1, run("check", "g", "--stage", "release", cwd=self.folder))

    def test_coverage_tells_what_is_prose(self):
        self.write("g/guideline.md", MINIMAL + "\nYou **must** read the whole message.\n")
        text = self.code(0, run("coverage", "g", cwd=self.folder)).stdout
        self.assertIn("is structure", text)
        self.assertIn("g/guideline.md:18:1: You must read the whole message", text)
        page = json.loads(self.code(0, run("coverage", "g", "--format", "json", cwd=self.folder)).stdout)
        self.assertEqual(["rule"], [sentence["form"] for sentence in page["guidelines"][0]["open"]])
        self.assertEqual(["good", "bad"], page["guidelines"][0]["withoutExample"]["labels"])

    def test_limits_and_levels_come_from_the_workspace(self):
        rule = "\n## Rules\n\n- Label every message that you get in the order in which you get it.\n"
        self.write("w/guidelines/g/guideline.md", MINIMAL + rule)
        self.assertNotIn("sentence-too-long", self.code(0, run("check", "w", cwd=self.folder)).stdout)
        self.write("w/rubrica.yaml", "rubrica: 1\nchecks: {sentence-too-long: {level: warning, limit: 8}}\n")
        self.assertIn("warning[sentence-too-long]", self.code(0, run("check", "w", cwd=self.folder)).stdout)

    def test_a_plain_document_builds_as_a_draft(self):
        self.write("notes.md", "# Notes\n\nLabel what you see.\n")
        self.code(0, run("build", "notes.md", "--output", "out", cwd=self.folder))
        self.assertIn("Label what you see.", (self.folder / "out/notes/instructions/index.html").read_text())


if __name__ == "__main__":
    unittest.main()
