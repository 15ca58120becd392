"""`check --fix`: what it changes, and above all what it does not."""
import json
import os
import subprocess
import unittest

from program import MINIMAL, InFolder, run

SLIPS = MINIMAL.replace("rubrica: 1\n", "Rubrica: 1\n").replace("labels: [good, bad]", "labels: [Good, bad]").replace(
    "friendly", "friend\u200bly")


class Fixes(InFolder):
    def test_safe_edits_are_made_and_checked_again(self):
        self.write("g/guideline.md", SLIPS)
        process = self.code(0, run("check", "g", "--fix", cwd=self.folder))
        self.assertEqual(MINIMAL, (self.folder / "g/guideline.md").read_text())
        self.assertIn("fixed: g/guideline.md:2:1: unknown-key", process.stderr)
        self.assertIn("fixed 3 findings in 1 file", process.stderr)
        again = self.code(0, run("check", "g", "--fix", cwd=self.folder))
        self.assertIn("fixed 0 findings in 0 files", again.stderr)

    def test_all_other_bytes_stay(self):
        text = SLIPS.replace("\n", "\r\n").rstrip() + " \t"
        self.write("g/guideline.md", text.encode())
        self.code(0, run("check", "g", "--fix", cwd=self.folder))
        expected = MINIMAL.replace("\n", "\r\n").rstrip() + " \t"
        self.assertEqual(expected.encode(), (self.folder / "g/guideline.md").read_bytes())

    def test_a_decision_is_made_only_when_asked_for(self):
        slip = MINIMAL.replace("labels: [good, bad]", "labels: [godo, bad]")
        self.write("g/guideline.md", slip)
        self.code(1, run("check", "g", "--fix", cwd=self.folder))
        self.assertEqual(slip, (self.folder / "g/guideline.md").read_text())
        self.code(0, run("check", "g", "--fix", "--unsafe-fixes", cwd=self.folder))
        self.assertEqual(MINIMAL, (self.folder / "g/guideline.md").read_text())

    def test_a_value_in_capitals_is_a_slip(self):
        self.write("g/guideline.md", MINIMAL.replace("kind: choice", "kind: Choice"))
        self.code(0, run("check", "g", "--fix", cwd=self.folder))
        self.assertEqual(MINIMAL, (self.folder / "g/guideline.md").read_text())

    def test_one_finding_remains_and_two_remain(self):
        self.write("g/guideline.md", MINIMAL.replace("rubrica: 1\n", 'rubrica: 1\ntitle: "open\n'))
        process = self.code(1, run("check", "g", "--fix", cwd=self.folder))
        self.assertIn("fixed 0 findings in 0 files; 1 error remains\n", process.stderr)

    def test_a_dry_run_prints_what_patch_takes(self):
        self.write("w/guidelines/a/guideline.md", SLIPS)
        self.write("w/guidelines/b/guideline.md", SLIPS + "\nNo line end\u200b here")
        process = self.code(0, run("check", "w", "--fix", "--dry-run", cwd=self.folder))
        for name in "ab":
            self.assertIn("Rubrica: 1", (self.folder / f"w/guidelines/{name}/guideline.md").read_text())
        self.assertIn("would fix 7 findings in 2 files", process.stderr)
        subprocess.run(["patch", "-p1"], cwd=self.folder, input=process.stdout, text=True, check=True,
                       capture_output=True)
        self.assertEqual(MINIMAL, (self.folder / "w/guidelines/a/guideline.md").read_text())
        self.assertEqual(MINIMAL + "\nNo line end here", (self.folder / "w/guidelines/b/guideline.md").read_text())

    def test_links_and_read_only_files_are_left_alone(self):
        self.write("g/real/text.md", SLIPS)
        (self.folder / "g/guideline.md").symlink_to("real/text.md")
        self.assertIn("not changed", self.code(2, run("check", "g", "--fix", cwd=self.folder)).stderr)
        self.assertEqual(SLIPS, (self.folder / "g/real/text.md").read_text())
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        (self.folder / "w/guidelines").mkdir()
        (self.folder / "w/guidelines/a").symlink_to(self.folder / "elsewhere2")
        self.write("elsewhere2/guideline.md", SLIPS)
        self.assertIn("outside the workspace", self.code(2, run("check", "w", "--fix", cwd=self.folder)).stderr)
        self.assertEqual(SLIPS, (self.folder / "elsewhere2/guideline.md").read_text())
        self.write("r/guideline.md", SLIPS)
        os.chmod(self.folder / "r/guideline.md", 0o444)
        self.assertIn("not changed", self.code(2, run("check", "r", "--fix", cwd=self.folder)).stderr)
        self.assertEqual(SLIPS, (self.folder / "r/guideline.md").read_text())

    def test_permissions_stay(self):
        self.write("g/guideline.md", SLIPS)
        os.chmod(self.folder / "g/guideline.md", 0o640)
        self.code(0, run("check", "g", "--fix", cwd=self.folder))
        self.assertEqual(0o640, (self.folder / "g/guideline.md").stat().st_mode & 0o777)
        self.assertEqual(["guideline.md"], [path.name for path in (self.folder / "g").iterdir()])

    def test_what_is_allowed_is_told_to_programs(self):
        self.write("g/guideline.md", MINIMAL + "\n<!-- rubrica: allow leftover-todo because \"legal\" answers -->\n\nTODO\n")
        process = self.code(0, run("check", "g", "--format", "json", cwd=self.folder))
        findings = {finding["id"]: finding for finding in json.loads(process.stdout)["findings"]}
        self.assertEqual('"legal" answers', findings["leftover-todo"]["allowed"]["reason"])
        self.assertIn("1 allowed", process.stderr)
        sarif = json.loads(self.code(0, run("check", "g", "--format", "sarif", cwd=self.folder)).stdout)
        result = next(r for r in sarif["runs"][0]["results"] if r["ruleId"] == "leftover-todo")
        self.assertEqual(("inSource", '"legal" answers'),
                         tuple(result["suppressions"][0][key] for key in ("kind", "justification")))
        for style in ["text", "github"]:
            self.assertNotIn("TODO", self.code(0, run("check", "g", "--format", style, cwd=self.folder)).stdout)
        for _ in range(2):
            built = self.code(0, run("build", "g", "--output", "out", cwd=self.folder))
            self.assertIn("1 allowed", built.stderr)
        # source.txt is the source itself.
        pages = b"".join(path.read_bytes() for path in (self.folder / "out/g").rglob("*")
                         if path.is_file() and path.name != "source.txt")
        self.assertIn(b"A friendly message.", pages)
        self.assertNotIn(b"rubrica: allow", pages)


if __name__ == "__main__":
    unittest.main()
