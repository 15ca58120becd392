"""The tutorials are true: their commands print what is written there.

`RUBRICA_RECORD=1` writes it anew and fails, so that no run blesses itself.
"""
import os
import unittest

from console import Shell, replayed, stable
from program import ROOT, InFolder


class Tutorials(InFolder):
    def test_governance(self):
        file = ROOT / "docs/tutorial-governance.md"
        page = file.read_text(encoding="utf-8")
        told, results = replayed(page, Shell(self.folder))
        if os.environ.get("RUBRICA_RECORD"):
            file.write_text(told, encoding="utf-8")
            self.fail("recorded; look at the difference and run again")
        self.assertGreater(len(results), 30)
        for command, written, printed in results:
            with self.subTest(command):
                self.assertEqual(stable(written), stable(printed))


if __name__ == "__main__":
    unittest.main()
