"""A guideline in several languages, from the first file to the pages."""
import os
import shutil
import unittest

from program import MINIMAL, ROOT, InFolder, run, run_by_nobody


class Translations(InFolder):
    def update(self, code=0):
        return self.code(code, run("i18n", "update", "mood", "fr", cwd=self.folder)).stdout

    def status(self, code):
        return self.code(code, run("i18n", "status", "mood", cwd=self.folder)).stdout

    def test_from_nothing_to_a_page_and_on(self):
        self.write("mood/guideline.md", MINIMAL)
        self.code(0, run("i18n", "status", "mood", cwd=self.folder))
        self.assertIn("6 untranslated", self.update())
        file = self.folder / "mood/i18n/fr.md"
        self.assertIn("missing", self.status(1))
        self.assertIn("mood/i18n/fr.md:", self.status(1))
        text = file.read_text()
        for old, new in [("# Mood", "# Humeur"), ("### Good", "### Bonne"), ("### Bad", "### Mauvaise"), ("A friendly message.", "Un message aimable."),
                         ("An angry message.", "Un message fâché."), ("\nMood\n", "\nHumeur\n")]:
            self.assertIn(old, text)
            text = text.replace(old, new)
        file.write_text(text)
        self.assertIn("6 of 6", self.status(0))
        self.update()
        self.assertNotIn(" untranslated -->", file.read_text())
        self.code(0, run("build", "mood", "--output", "out", cwd=self.folder))
        page = (self.folder / "out/mood/instructions/fr/index.html").read_text()
        self.assertIn('<html lang="fr" dir="ltr">', page)
        self.assertIn("Un message aimable.", page)
        self.assertIn('<a href="../index.html" hreflang="en" lang="en" dir="ltr">English</a>', page)
        self.assertIn('href="fr/index.html"', (self.folder / "out/mood/instructions/index.html").read_text())
        # The original changes: nothing of the translation is lost, and a release is refused.
        self.write("mood/guideline.md", MINIMAL.replace("An angry message.", "An angry or rude message."))
        self.assertIn("outdated", self.status(1))
        self.assertIn("outdated-translation", run("check", "mood", cwd=self.folder).stdout)
        self.assertIn("error[outdated-translation]", self.code(1, run("check", "mood", "--stage", "release", cwd=self.folder)).stdout)
        self.assertIn("1 outdated", self.update())
        self.assertIn("Un message fâché.", file.read_text())
        before = file.read_bytes()
        self.assertIn("up to date", self.update())
        self.assertEqual(before, file.read_bytes())
        self.code(0, run("build", "mood", "--output", "out", cwd=self.folder))
        page = (self.folder / "out/mood/instructions/fr/index.html").read_text()
        self.assertIn('<div lang="en" dir="ltr"><p>An angry or rude message.</p>', page)
        self.assertNotIn("fâché", page)

    def test_a_new_language_is_built_though_nothing_else_changed(self):
        self.write("mood/guideline.md", MINIMAL)
        self.code(0, run("build", "mood", "--output", "out", cwd=self.folder))
        self.update()
        self.code(0, run("build", "mood", "--output", "out", cwd=self.folder))
        self.assertTrue((self.folder / "out/mood/instructions/fr/index.html").exists())
        shutil.rmtree(self.folder / "mood/i18n")
        self.code(0, run("build", "mood", "--output", "out", cwd=self.folder))
        self.assertFalse((self.folder / "out/mood/instructions/fr").exists())

    def test_a_language_is_one_in_letters_of_any_case(self):
        self.write("mood/guideline.md", MINIMAL)
        self.update()
        told = self.code(0, run("i18n", "update", "mood", "FR", cwd=self.folder)).stdout
        self.assertIn("mood/i18n/fr.md is up to date", told)
        self.assertEqual(["fr.md"], [path.name for path in (self.folder / "mood/i18n").iterdir()])
        shutil.copy(self.folder / "mood/i18n/fr.md", self.folder / "mood/i18n/FR.md")
        self.assertIn("duplicate-declaration", self.code(1, run("check", "mood", cwd=self.folder)).stdout)

    def test_what_is_no_text_is_refused_and_stays(self):
        self.write("mood/guideline.md", MINIMAL)
        self.update()
        file = self.folder / "mood/i18n/fr.md"
        text = file.read_text().replace("An angry message.", "Un message fâché.")
        line = next(number for number, words in enumerate(text.splitlines(), 1) if "fâché" in words)
        for content, place in [(text.encode("latin-1"), f"mood/i18n/fr.md:{line}:13: "), (text.encode("utf-16"), "mood/i18n/fr.md:1:1: "),
                               (text.replace("fâché", "f\0ché").encode(), f"mood/i18n/fr.md:{line}:13: "),
                               (text.encode() + b" " * (2 << 20), "mood/i18n/fr.md: "),
                               (b"---\nrubrica: 1\n" + text.encode().replace(b"---", b""), "mood/i18n/fr.md:1:1: ")]:
            file.write_bytes(content)
            with self.subTest(content[:20]):
                for command in (("update", "mood", "fr"), ("status", "mood")):
                    process = self.code(2, run("i18n", *command, cwd=self.folder))
                    self.assertIn(place, process.stderr)
                    self.assertIn("help", process.stderr)
                    self.assertEqual("", process.stdout)
                self.assertEqual(content, file.read_bytes())
                self.assertNotIn("missing-translation", self.code(1, run("check", "mood", cwd=self.folder)).stdout)
        file.write_bytes(text.encode("latin-1"))
        self.assertIn("UTF-8", run("i18n", "update", "mood", "fr", cwd=self.folder).stderr)
        # Other languages are not held up.
        self.code(0, run("i18n", "update", "mood", "de", cwd=self.folder))
        process = self.code(2, run("i18n", "status", "mood", cwd=self.folder))
        self.assertIn("mood de: 0 of 6", process.stdout)
        self.assertIn("fr.md", process.stderr)

    def test_what_cannot_be_read_is_not_missing(self):
        self.write("mood/guideline.md", MINIMAL)
        folder = self.folder / "mood/i18n"

        def refused(*words, run=run):
            for command in (("update", "mood", "fr"), ("status", "mood")):
                process = self.code(2, run("i18n", *command, cwd=self.folder))
                for word in words:
                    self.assertIn(word, process.stderr)
                self.assertNotIn("there is no translation", process.stderr)

        folder.symlink_to("nowhere")
        refused("mood/i18n", "broken link")
        folder.unlink()
        folder.write_text("a file")
        refused("mood/i18n", "not a folder")
        folder.unlink()
        folder.mkdir()
        (folder / "fr.md").symlink_to("nowhere")
        refused("mood/i18n/fr.md", "broken link")
        (folder / "fr.md").unlink()
        (folder / "fr.md").mkdir()
        refused("mood/i18n/fr.md", "not a regular file")
        (folder / "fr.md").rmdir()
        os.chmod(self.folder, 0o755)
        os.chmod(folder, 0)
        self.addCleanup(os.chmod, folder, 0o755)
        refused("mood/i18n", "permission denied", run=run_by_nobody)

    def test_an_unreadable_guideline_has_no_translation_to_tell(self):
        self.write("mood/guideline.md", MINIMAL)
        self.update()
        before = (self.folder / "mood/i18n/fr.md").read_bytes()
        self.write("mood/guideline.md", MINIMAL.encode() + b"\xff\n")
        for command in (("update", "mood", "fr"), ("update", "mood", "de"), ("status", "mood")):
            self.assertIn("mood/guideline.md", self.code(2, run("i18n", *command, cwd=self.folder)).stderr)
        self.assertEqual(["fr.md"], os.listdir(self.folder / "mood/i18n"))
        self.assertEqual(before, (self.folder / "mood/i18n/fr.md").read_bytes())

    def test_usage(self):
        self.write("mood/guideline.md", MINIMAL)
        self.assertIn("Did you mean `fr`", self.code(2, run("i18n", "update", "mood", "french", cwd=self.folder)).stderr)
        self.code(2, run("i18n", "update", "mood", "en", cwd=self.folder))
        self.code(2, run("i18n", "update", ROOT / "guidelines", "fr", cwd=self.folder))
        self.code(2, run("i18n", "update", "nowhere", "fr", cwd=self.folder))
        self.assertFalse((self.folder / "mood/i18n").exists())

    def test_the_example_is_complete(self):
        self.code(0, run("i18n", "status", ROOT / "guidelines"))

    def test_starters_and_imports_in_another_language(self):
        self.code(0, run("new", "image-boxes", "cadres", "--language", "fr", cwd=self.folder))
        text = (self.folder / "cadres/guideline.md").read_text()
        self.assertIn("language: fr", text)
        self.assertIn("## Étiquettes", text)
        self.assertNotIn("foreign-word", self.code(0, run("check", "cadres", cwd=self.folder)).stdout)
        self.code(2, run("new", "image-boxes", "b", "--language", "french", cwd=self.folder))
        self.write("alt.md", "# Schilder\n\n## Labels\n\n### Halt\nEin Achteck.\n\nUmfasst: Handschilder\n\n## Regeln\n\n- Eine Regel.\n")
        self.code(0, run("import", "alt.md", "--language", "de", "--output", "neu", cwd=self.folder))
        draft = (self.folder / "neu/guideline.md").read_text()
        self.assertIn('language: "de"', draft)
        self.assertIn("**Umfasst**", draft)
        self.assertNotIn("foreign-word", run("check", "neu", cwd=self.folder).stdout)


if __name__ == "__main__":
    unittest.main()
