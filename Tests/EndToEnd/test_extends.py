"""A guideline that extends another: built, built again, compared with its base."""
import json
import re
import unittest

from program import ROOT, InFolder, run


def snippet(kind):
    """A snippet of the page about extending: what it shows is what is tried."""
    text = (ROOT / "docs/format/extends.md").read_text(encoding="utf-8")
    return re.search(rf"```markdown {kind}\n(.*?\n)```\n", text, re.S).group(1)


class Extends(InFolder):
    def setUp(self):
        super().setUp()
        self.write("rubrica.yaml", "rubrica: 1\n")
        self.base = self.write("guidelines/street-signs/guideline.md", snippet("base"))
        self.own = self.write("guidelines/mirrored-signs/guideline.md", snippet("extension"))

    def page(self):
        return (self.folder / "build/mirrored-signs/instructions/index.html").read_text(encoding="utf-8")

    def test_the_bundle_is_a_whole_guideline(self):
        self.code(0, run("build", ".", cwd=self.folder))
        page = self.page()
        for words in ["Every other sign.", "A traffic mirror at a junction", "painted", "Box the mirrors first"]:
            self.assertIn(words, page)
        for words in ["A white triangle", "A reflection in a window", "Box the signs from the left"]:
            self.assertNotIn(words, page)

    def test_a_change_of_the_base_builds_the_extension_again(self):
        self.code(0, run("build", ".", cwd=self.folder))
        self.assertIn("2 unchanged", run("build", ".", cwd=self.folder).stderr)
        self.base.write_text(snippet("base").replace("Every other sign.", "Signs of any other kind."))
        process = self.code(0, run("build", ".", cwd=self.folder))
        self.assertNotIn("unchanged", process.stderr)
        self.assertIn("Signs of any other kind.", self.page())

    def test_findings_stand_in_the_file_that_they_are_about(self):
        self.base.write_text(snippet("base").replace("labels: [stop,", "labels: [stpo,"))
        findings = json.loads(
            self.code(1, run("check", "guidelines/mirrored-signs", "--format", "json", cwd=self.folder)).stdout)
        places = {finding["place"]["file"] for finding in findings["findings"] if finding["id"] == "undefined-label"}
        self.assertEqual({"guidelines/street-signs/guideline.md"}, places)

    def test_a_base_that_moved_on_is_reported(self):
        self.base.write_text(snippet("base").replace("version: 2.1.0", "version: 2.2.0"))
        text = self.code(0, run("check", "guidelines/mirrored-signs", cwd=self.folder)).stdout
        self.assertIn("other-base-version", text)
        self.code(1, run("check", "guidelines/mirrored-signs", "--stage", "pilot", cwd=self.folder))

    def test_a_circle_is_refused(self):
        self.base.write_text(snippet("base").replace("version: 2.1.0", "version: 2.1.0\nextends: ../mirrored-signs"))
        self.assertIn("circular-extension", self.code(1, run("check", ".", cwd=self.folder)).stdout)

    def test_the_difference_from_the_base(self):
        text = self.code(0, run("diff", "--base", "guidelines/mirrored-signs", cwd=self.folder)).stdout
        for words in ["label `yield` removed", "label `mirror` added", "rule “Smallest sign”: the threshold on height",
                      "guidelines/street-signs/guideline.md:37 → guidelines/mirrored-signs/guideline.md:"]:
            self.assertIn(words, text)
        self.assertNotIn("version  ", text)
        for arguments in [("guidelines/street-signs",), (".",), ("guidelines/mirrored-signs", ".")]:
            self.code(2, run("diff", "--base", *arguments, cwd=self.folder))


if __name__ == "__main__":
    unittest.main()
