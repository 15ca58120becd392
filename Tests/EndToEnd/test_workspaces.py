"""A workspace is the same from wherever it is looked at."""
import json
import unittest

from parcels import InParcels
from program import MINIMAL, InFolder, run, tree

SETTINGS = "rubrica: 1\nchecks: {sentence-too-long: {level: error, limit: 8}}\ntargets: {schema: {}}\n"
LONG = "\n## Rules\n\n- Label every message that you get in the order in which you get it.\n"


class Workspaces(InFolder):
    def setUp(self):
        super().setUp()
        self.write("w/rubrica.yaml", SETTINGS)
        for name in ("g", "h"):
            self.write(f"w/guidelines/{name}/guideline.md", MINIMAL + LONG)
        (self.folder / "w/guidelines/g/media").mkdir()

    def places(self, folder, path, *more, code=1):
        """The files of the findings that the settings of the workspace make errors."""
        process = self.code(code, run("check", path, "--format", "json", *more, cwd=self.folder / folder))
        findings = json.loads(process.stdout)["findings"]
        return sorted({found["place"]["file"] for found in findings if found["id"] == "sentence-too-long"})

    def test_settings_are_found_from_everywhere(self):
        whole = str(self.folder / "w/guidelines/g/guideline.md")
        for folder, path, shown in [
                (".", "w/guidelines/g", ["w/guidelines/g/guideline.md"]),
                ("w", "guidelines/g/guideline.md", ["guidelines/g/guideline.md"]),
                ("w", ".", ["guidelines/g/guideline.md", "guidelines/h/guideline.md"]),
                ("w", "guidelines", ["guidelines/g/guideline.md", "guidelines/h/guideline.md"]),
                ("w/guidelines", ".", ["g/guideline.md", "h/guideline.md"]),
                ("w/guidelines", "g", ["g/guideline.md"]),
                ("w/guidelines/g", ".", ["guideline.md"]),
                ("w/guidelines/g", "./", ["guideline.md"]),
                ("w/guidelines/g", "guideline.md", ["guideline.md"]),
                ("w/guidelines/g", "../h", ["../h/guideline.md"]),
                ("w/guidelines/g", "..", ["../g/guideline.md", "../h/guideline.md"]),
                ("w/guidelines/g/media", "..", ["../guideline.md"]),
                ("w/guidelines/g/media", "../../h", ["../../h/guideline.md"]),
                ("/", whole, [whole]), ("w/guidelines/h", whole, [whole])]:
            with self.subTest((folder, path)):
                self.assertEqual(shown, self.places(folder, path))
                for name in shown:
                    self.assertTrue((self.folder / folder / name).exists())

    def test_settings_of_the_current_folder_are_not_those_of_another_workspace(self):
        self.write("other/rubrica.yaml", "rubrica: 1\nchecks: {sentence-too-long: {level: off}}\n")
        self.write("plain/g/guideline.md", MINIMAL + LONG)
        for path in ("../plain/g", self.folder / "plain/g"):
            self.assertEqual([], self.places("w", path, code=0))
        for path in ("../w/guidelines/g", self.folder / "w/guidelines/g"):
            self.assertEqual([f"{path}/guideline.md"], self.places("other", path))

    def test_what_lies_where_nobody_looks_is_told(self):
        self.write("w/rubrica.yaml", SETTINGS.replace("error", "note"))
        self.write("w/README.md", "# All of it\n")
        self.write("w/docs/a/b/guideline.md", "# How to write one\n")
        self.write("w/other/rubrica.yaml", SETTINGS)
        self.write("w/other/deep/k/guideline.md", MINIMAL)
        self.assertNotIn("not looked at", run("check", cwd=self.folder / "w").stderr)
        for path in ("w/loose.md", "w/teams/night/k/guideline.md"):
            self.write(path, MINIMAL)
        for command in ("check", "build", "gate", "status"):
            told = run(command, cwd=self.folder / "w").stderr
            self.assertIn("not looked at: `loose.md`, `teams/night/k/guideline.md`\n", told, command)
        self.assertIn("`w/teams/night/k/guideline.md`", run("check", "w", cwd=self.folder).stderr)
        self.assertNotIn("not looked at", run("check", "guidelines/g", cwd=self.folder / "w").stderr)
        self.write("none/a/b/c/guideline.md", MINIMAL)
        self.assertIn("`none/a/b/c/guideline.md`", self.code(2, run("check", "none", cwd=self.folder)).stderr)

    def test_a_document_under_nearly_its_name_is_renamed(self):
        for name in ("Guideline.md", "guidelines.md"):
            with self.subTest(name):
                self.write(f"{name}-in/{name}", MINIMAL)
                told = " ".join(self.code(2, run("check", f"{name}-in", cwd=self.folder)).stderr.split())
                self.assertIn(f"but there is `{name}`", told)
                self.assertIn("Rename it to `guideline.md`", told)

    def test_a_base_among_the_guidelines_is_told_its_place(self):
        self.write("w/guidelines/base.md", MINIMAL)
        told = " ".join(self.code(2, run("check", cwd=self.folder / "w")).stderr.split())
        self.assertIn("`extends: ../base`", told)
        self.assertIn("`extends: ../../bases/base.md`", told)

    def test_a_part_of_a_workspace_leaves_the_other_bundles(self):
        self.write("w/rubrica.yaml", SETTINGS.replace("error", "note"))
        self.write("w/k/guideline.md", MINIMAL)
        self.code(0, run("build", cwd=self.folder / "w"))
        before = tree(self.folder / "w/build")
        self.code(0, run("build", cwd=self.folder / "w/guidelines"))
        self.code(0, run("build", cwd=self.folder / "w/guidelines/g"))
        self.assertEqual(before, tree(self.folder / "w/build"))
        self.assertFalse((self.folder / "w/guidelines/build").exists())
        self.assertFalse((self.folder / "w/guidelines/g/build").exists())

    def test_commands_that_write_do_so_from_inside(self):
        inside = self.folder / "w/guidelines/g"
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        self.assertIn("wrote i18n/fr.md", self.code(0, run("i18n", "update", ".", "fr", cwd=inside)).stdout)
        self.assertIn("  missing   guideline.md:", self.code(1, run("i18n", "status", cwd=inside)).stdout.replace("i18n/fr.md", "guideline.md"))
        self.write("w/guidelines/g/guideline.md", MINIMAL.replace("[good, bad]", "[good, bda]"))
        process = run("check", ".", "--fix", "--unsafe-fixes", cwd=inside)
        self.assertIn("fixed: guideline.md:6", process.stderr)
        self.assertIn("[good, bad]", (inside / "guideline.md").read_text())

    def test_a_base_is_found_from_inside(self):
        self.write("w/guidelines/g/guideline.md", MINIMAL.replace("rubrica: 1", "rubrica: 1\nextends: ../h"))
        self.write("w/rubrica.yaml", "rubrica: 1\n")
        for folder, path in [("w", "guidelines/g"), ("w/guidelines/g", ".")]:
            self.assertNotIn("missing-base", run("check", path, cwd=self.folder / folder).stdout)


class GatesInside(InParcels):
    def test_the_policy_is_found_from_everywhere(self):
        self.sign_everything()
        time = ("--time", "2026-11-03T09:00:00Z")
        for folder, path in [(".", "parcels"), ("parcels", "guidelines"), ("parcels/guidelines", "."),
                             ("parcels/guidelines", "parcel-notes"), ("parcels/guidelines/parcel-notes", "."),
                             ("parcels/guidelines/parcel-notes/signoffs", "..")]:
            with self.subTest((folder, path)):
                self.assertIn("pass", self.code(0, run("gate", path, *time, cwd=self.folder / folder)).stdout)
        self.edit("parcels/guidelines/parcel-notes/guideline.md", "stage: release", "stage: draft")
        denied = run("gate", ".", *time, "--format", "json", cwd=self.folder / "parcels/guidelines/parcel-notes")
        files = {denial["file"] for denial in json.loads(self.code(1, denied).stdout)["denials"] if denial["file"]}
        self.assertIn("guideline.md", files)
        self.assertEqual(set(), {name for name in files if name.startswith("..") and not name.startswith("../../rubrica")})


if __name__ == "__main__":
    unittest.main()
