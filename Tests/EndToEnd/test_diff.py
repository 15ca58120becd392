"""Differences of files, folders, workspaces, revisions and bundles."""
import json
import os
import re
import shutil
import signal
import subprocess
import unittest

from program import CLEAN, MINIMAL, ROOT, InFolder, run

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
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *arguments], cwd=self.folder, env=CLEAN,
            check=True, capture_output=True)

    def stand_in(self, lines):
        """The environment in which `git` begins with these lines of a script."""
        self.write("bin/git", f'#!/bin/sh\n{lines}\nexec "{shutil.which("git")}" "$@"\n').chmod(0o755)
        return {"PATH": f"{self.folder / 'bin'}{os.pathsep}{CLEAN['PATH']}"}

    def repository(self):
        self.git("init", "-q")
        self.write("guidelines/mood/guideline.md", OLD)
        self.git("add", ".")
        self.git("commit", "-qm", "old")
        self.write("guidelines/mood/guideline.md", NEW)
        self.git("commit", "-qam", "new")

    def test_git_that_goes_away_is_an_error(self):
        self.repository()
        place = self.stand_in('case "$*" in *cat-file*) exec <&-; sleep 0.2; exit 0;; esac')
        process = self.code(2, run("diff", "--git", "HEAD", "guidelines", cwd=self.folder, environment=place))
        self.assertIn("`git cat-file` gave no answer", process.stderr)

    def test_git_is_ended_as_everywhere_else(self):
        self.repository()
        place = self.stand_in(f'grep SigIgn /proc/$$/status > "{self.folder}/ignored"')
        self.code(0, run("diff", "--git", "HEAD", "guidelines", cwd=self.folder, environment=place))
        ignored = int((self.folder / "ignored").read_text().split()[1], 16)
        self.assertEqual(0, ignored >> (signal.SIGPIPE - 1) & 1)

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
        self.assertIn("review again  every item labelled `good`", text)
        self.assertIn("a.md:15 → b.md:15", text)
        self.assertIn("2.0.0 is enough (at least 2.0.0)", text)
        markdown = self.code(0, run("diff", "a.md", "b.md", "--format", "markdown", cwd=self.folder)).stdout
        self.assertIn("A friendly **or neutral** message.", markdown)

    POLICY = """rubrica: 1
organisation: {name: Ours}
approval:
  scopes: {all: [guideline]}
  roles: {legal: {scopes: [all], people: [lena@x.example, sam@x.example], quorum: 2}}
  policy: {role: legal}
"""

    def test_who_may_approve_is_told(self):
        self.repository()
        self.write("guidelines/rubrica.yaml", self.POLICY)
        self.write("guidelines/allowed_signers", "lena@x.example ssh-ed25519 AAAA\n")
        self.git("add", ".")
        self.git("commit", "-qm", "policy")
        self.write("guidelines/rubrica.yaml", self.POLICY.replace("quorum: 2", "quorum: 1").replace("Ours", "Theirs"))
        self.write("guidelines/allowed_signers", "lena@x.example ssh-ed25519 BBBB\n")
        compare = ("diff", "--git", "HEAD", "guidelines")
        text = self.code(0, run(*compare, cwd=self.folder)).stdout
        for words in ("how many of them must sign as `legal`\n    - 2\n    + 1", "the keys of `lena@x.example`",
                      "rubrica.yaml: `organisation.name`", "guidelines/rubrica.yaml:5"):
            self.assertIn(words, text)
        self.code(1, run(*compare, "--exit-code", cwd=self.folder))
        self.assertIn("must sign as `legal`", self.code(0, run(*compare, "--format", "markdown", cwd=self.folder)).stdout)
        told = json.loads(self.code(0, run(*compare, "--format", "json", cwd=self.folder)).stdout)["workspace"]
        self.assertEqual(["policy", "policy", "workspace"], [change["subject"]["part"] for change in told])
        self.assertEqual(5, told[0]["newPlace"]["line"])
        self.assertNotIn("workspace", self.code(0, run(*compare, "--only", "semantic", cwd=self.folder)).stdout)
        (self.folder / "guidelines/rubrica.yaml").unlink()
        text = self.code(0, run(*compare, cwd=self.folder)).stdout
        self.assertIn("whether anybody must approve", text)

    def test_rules_without_a_name_are_matched_where_they_stand(self):
        rules = "\n## Rules\n\n- Judge the tone.\n- {}\n- Leave out greetings.\n"
        self.write("a.md", OLD + rules.format("Count every word twice."))
        self.write("b.md", OLD + rules.format("Count each sentence of a message twice."))
        self.assertEqual(["changed"], [change[1] for change in self.changes("a.md", "b.md")])

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

    def test_bundles(self):
        for side, text in [("a", OLD), ("b", NEW)]:
            self.write(f"{side}/guidelines/mood/guideline.md", text)
            self.write(f"{side}/guidelines/mood/governance.yaml", "workforce: {kind: internal}\n")
            self.code(0, run("build", side, "--output", f"out-{side}", cwd=self.folder))
        for old, new in [("out-a/mood", "out-b/mood"), ("out-a", "out-b"), ("out-a/mood", "b"), ("a", "out-b/mood/")]:
            self.assertEqual(self.EXPECTED, self.changes(old, new), (old, new))
        process = self.code(0, run("diff", "out-a/mood", "b", cwd=self.folder))
        self.assertIn("out-a/mood/source.txt:mood/guideline.md:15 → b/guidelines/mood/guideline.md:15", process.stdout)
        self.assertIn("contains no pictures", process.stderr)
        source = self.folder / "out-a/mood/source.txt"
        source.write_bytes(source.read_bytes()[:-5])
        self.assertIn("damaged", self.code(2, run("diff", "out-a/mood", "b", cwd=self.folder)).stderr)

    def test_bundles_are_the_same_wherever_they_are_built(self):
        self.write("a/rubrica.yaml", "rubrica: 1\n")
        self.write("a/guidelines/mood/guideline.md", OLD)
        self.code(0, run("build", "a", "--output", "one", cwd=self.folder))
        self.code(0, run("build", ".", "--output", "../../../two", cwd=self.folder / "a/guidelines/mood"))
        self.assertEqual((self.folder / "one/mood/source.txt").read_bytes(),
                         (self.folder / "two/mood/source.txt").read_bytes())

    def test_the_page_is_for_annotators(self):
        self.write("a.md", OLD + "\n## Notes {audience=reviewer}\n\nAsk Ada.\n")
        self.write("b.md", NEW + "\n## Notes {audience=reviewer}\n\nAsk Bertha.\n")
        page = self.code(0, run("diff", "a.md", "b.md", "--format", "html", cwd=self.folder)).stdout
        self.assertTrue(page.startswith("<!doctype html>"))
        self.assertIn("A friendly <ins>or neutral</ins> message.", page)
        self.assertNotIn("Bertha", page)
        self.assertIn("Bertha", run("diff", "a.md", "b.md", cwd=self.folder).stdout)

    def test_what_is_written_is_as_recorded(self):
        """`RUBRICA_RECORD=1` writes Tests/Golden/difference anew and fails, so that no run blesses itself."""
        golden = ROOT / "Tests/Golden/difference"
        recording = "RUBRICA_RECORD" in os.environ
        for form in ["text", "json", "markdown", "html"]:
            output = self.code(
                0, run("diff", "old.md", "new.md", "--format", form, cwd=ROOT / "Tests/Fixtures/difference")).stdout
            # The styles have a file of their own.
            output = re.sub(r"<style>.*?</style>", "<style>…</style>", output, flags=re.DOTALL)
            if recording:
                (golden / form).write_text(output)
            self.assertEqual((golden / form).read_text(), output, form)
        self.assertFalse(recording, "recorded; look at the difference and run again")

    def page(self, language):
        """The page between the recorded pair, with its texts in another language."""
        for name in ["old.md", "new.md"]:
            text = (ROOT / "Tests/Fixtures/difference" / name).read_text()
            self.write(name, text.replace("rubrica: 1", f"rubrica: 1\nlanguage: {language}"))
        return self.code(0, run("diff", "old.md", "new.md", "--format", "html", cwd=self.folder)).stdout

    def test_links_on_the_page_lead_somewhere(self):
        page = self.page("en")
        targets = set(re.findall(r'href="#([^"]+)"', page))
        self.assertLessEqual(targets, set(re.findall(r'id="([^"]+)"', page)))
        self.assertNotIn("`", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))

    def test_the_page_speaks_the_language_of_the_guideline(self):
        words = {
            "fr": ["Changements pour les annotateurs", "À faire autrement désormais", "La définition"],
            "de": ["Änderungen für Annotierende", "Ab jetzt anders", "Die Definition"],
            "es": ["Cambios para anotadores", "A partir de ahora, de otro modo", "La definición"],
            "ja": ["アノテーター向けの変更点", "今後は次のように変わります", "定義"],
        }
        for language, expected in words.items():
            page = self.page(language)
            for word in expected:
                self.assertIn(word, page, language)
            # No word of ours is left in English, and nothing says that one would be.
            self.assertNotIn("This concerns", page)
            self.assertNotIn('lang="en"', page, language)
        page = self.page("it")
        self.assertIn('<main lang="en">', page)
        self.assertIn("Changes for annotators", page)

    def test_check_against_an_earlier_version(self):
        self.repository()
        self.write("guidelines/mood/guideline.md", NEW.replace("version: 2.0.0", "version: 1.0.0"))
        for base in ["HEAD~1", "HEAD~1:guidelines/mood"]:
            for path in ["guidelines/mood", "."]:
                text = self.code(0, run("check", path, "--base", base, cwd=self.folder)).stdout
                self.assertIn("version-not-raised", text, (base, path))
        self.write("guidelines/mood/guideline.md", NEW)
        text = self.code(0, run("check", ".", "--base", "HEAD~1", cwd=self.folder)).stdout
        self.assertIn("unrecorded-change", text)
        self.assertIn("label `good`: the definition", text)
        self.write("guidelines/mood/guideline.md", NEW + "\n## Changelog\n\n- **2.0.0**: neutral is good.\n")
        text = self.code(0, run("check", ".", "--base", "HEAD~1", cwd=self.folder)).stdout
        self.assertNotIn("unrecorded-change", text)
        self.code(2, run("check", ".", "--base", "nowhere", cwd=self.folder))

    def test_unknown_revisions_and_paths(self):
        self.repository()
        for arguments, words in [
            (("--git", "nowhere", "guidelines"), "`nowhere` is neither a git revision"),
            (("--git", "--upload-pack=x", "guidelines"), ""),
            (("HEAD:elsewhere", "guidelines/mood"), "there is no guideline at `elsewhere`")]:
            self.assertIn(words, self.code(2, run("diff", *arguments, cwd=self.folder)).stderr)

    def test_without_git(self):
        self.repository()
        (self.folder / "empty").mkdir()
        process = run("diff", "--git", "HEAD", "guidelines", cwd=self.folder,
                      environment={"PATH": str(self.folder / "empty")})
        self.assertIn("git is not installed", self.code(2, process).stderr)


if __name__ == "__main__":
    unittest.main()
