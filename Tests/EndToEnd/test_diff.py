"""Differences of files, folders, workspaces, revisions and bundles."""
import json
import os
import subprocess
import unittest

from program import MINIMAL, InFolder, run

OLD = MINIMAL.replace("rubrica: 1", "rubrica: 1\nid: mood\nversion: 1.0.0")
NEW = OLD.replace("A friendly message.", "A friendly or neutral message.").replace("1.0.0", "2.0.0")


class Diff(InFolder):
    def changes(self, *arguments):
        output = self.code(0, run("diff", *arguments, "--format", "json", cwd=self.folder)).stdout
        return [
            (change["kind"], change["action"], change["subject"]["id"], change["aspect"])
            for guideline in json.loads(output)["guidelines"] for change in guideline["changes"]]

    EXPECTED = [("semantic", "changed", "good", "the definition")]

    def git(self, *arguments):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *arguments], cwd=self.folder, check=True,
            capture_output=True)

    def repository(self):
        self.git("init", "-q")
        self.write("guidelines/mood/guideline.md", OLD)
        self.git("add", ".")
        self.git("commit", "-qm", "old")
        self.write("guidelines/mood/guideline.md", NEW)
        self.git("commit", "-qam", "new")

    def test_files_folders_and_workspaces(self):
        for side, text in [("a", OLD), ("b", NEW)]:
            self.write(f"{side}/guidelines/mood/guideline.md", text)
            self.write(f"{side}/guidelines/tone/guideline.md", OLD.replace("id: mood", "id: tone"))
        paths = [f"{{}}/guidelines/mood{name}" for name in ("/guideline.md", "", "/")] + ["{}"]
        for path in paths:
            self.assertEqual(self.EXPECTED, self.changes(path.format("a"), path.format("b")), path)

    def test_text_names_both_places_and_the_answers_to_look_at(self):
        self.write("a.md", OLD)
        self.write("b.md", NEW)
        text = self.code(0, run("diff", "a.md", "b.md", cwd=self.folder)).stdout
        self.assertIn("1.0.0 → 2.0.0", text)
        self.assertIn("+ A friendly or neutral message.", text)
        self.assertIn("look again  every item labelled `good`", text)
        self.assertIn("a.md:15 → b.md:15", text)
        self.assertIn("2.0.0 is enough (at least 2.0.0)", text)
        markdown = self.code(0, run("diff", "a.md", "b.md", "--format", "markdown", cwd=self.folder)).stdout
        self.assertIn("A friendly **or neutral** message.", markdown)

    def test_exit_codes(self):
        self.write("a.md", OLD)
        self.write("b.md", NEW)
        self.write("c.md", OLD.replace("A friendly", "A *friendly*"))
        self.code(1, run("diff", "a.md", "b.md", "--exit-code", cwd=self.folder))
        self.code(0, run("diff", "a.md", "a.md", "--exit-code", cwd=self.folder))
        self.code(1, run("diff", "a.md", "c.md", "--exit-code", cwd=self.folder))
        self.code(0, run("diff", "a.md", "c.md", "--exit-code", "--only", "semantic", cwd=self.folder))
        for arguments in [("a.md",), ("a.md", "nowhere.md"), ("--git", "HEAD", "a.md"), ("HEAD:a.md", "a.md"),
                          ("--git", "HEAD", "a.md", "b.md"), ("a.md", "b.md", "--only", "looks")]:
            process = self.code(2, run("diff", *arguments, cwd=self.folder))
            self.assertTrue(process.stderr.strip(), arguments)

    def test_a_side_that_cannot_be_read_is_not_compared(self):
        self.write("a.md", OLD)
        self.write("b.md", NEW.replace("labels: [good, bad]", "labels: [good, bad"))
        process = self.code(2, run("diff", "a.md", "b.md", cwd=self.folder))
        self.assertIn("rubrica check", process.stderr)

    def test_revisions(self):
        self.repository()
        path = "guidelines/mood"
        for arguments in [
            (f"HEAD~1:{path}", path), (f"HEAD~1:{path}", f"HEAD:{path}/guideline.md"), ("HEAD~1:", "."),
            ("HEAD~1:./guidelines/mood", "."), ("--git", "HEAD~1", path), ("--git", "HEAD~1", f"{path}/guideline.md"),
            ("--git", "HEAD~1", ".")]:
            self.assertEqual(self.EXPECTED, self.changes(*arguments), arguments)
        self.assertEqual([], self.changes("--git", "HEAD", path))

    def test_revisions_from_elsewhere(self):
        self.repository()
        output = self.code(0, run("diff", "--git", "HEAD~1", self.folder / "guidelines/mood", cwd="/")).stdout
        self.assertIn("HEAD~1:guidelines/mood/guideline.md:15", output)

    def test_unknown_revisions_and_paths(self):
        self.repository()
        for arguments, words in [
            (("--git", "nowhere", "guidelines"), "git knows no revision `nowhere`"),
            (("--git", "--upload-pack=x", "guidelines"), ""),
            (("HEAD:elsewhere", "guidelines/mood"), "there is no guideline at `elsewhere`")]:
            self.assertIn(words, self.code(2, run("diff", *arguments, cwd=self.folder)).stderr)

    def test_without_git(self):
        self.repository()
        (self.folder / "empty").mkdir()
        process = run("diff", "--git", "HEAD", "guidelines", cwd=self.folder,
                      environment={"PATH": str(self.folder / "empty")})
        self.assertIn("the program `git` is not there", self.code(2, process).stderr)


if __name__ == "__main__":
    unittest.main()
