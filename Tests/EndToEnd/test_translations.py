"""A guideline in several languages, from the first file to the pages."""
import shutil
import unittest

from program import MINIMAL, ROOT, InFolder, run


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
