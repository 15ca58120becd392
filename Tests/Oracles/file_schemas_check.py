"""The schemas of the YAML files that people write are valid, take every file of this repository, and refuse broken ones."""

import json
import pathlib
import re
import sys
import tempfile

import oracle
from jsonschema import Draft7Validator, Draft202012Validator
from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs/schemas"
TOOL = pathlib.Path(sys.executable).parent / "check-jsonschema"
# What means the same in draft 7 and in 2020-12.
COMMON = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "const",
    "pattern", "minimum", "maximum", "minItems", "maxItems", "minProperties", "maxProperties", "anyOf", "allOf", "if", "then",
}
TASK = "rubrica: 1\ntask: {modality: image, layers: [%s]}\n"

# kind of file, what is wrong, the file
BROKEN = [
    ("front-matter", "no version of the language", "id: signs\n"),
    ("front-matter", "another version of the language", "rubrica: 2\n"),
    ("front-matter", "a list", "- rubrica\n"),
    ("front-matter", "a key that does not exist", "rubrica: 1\npurpos: x\n"),
    ("front-matter", "capitals in the id", "rubrica: 1\nid: Street-Signs\n"),
    ("front-matter", "a hyphen at the end of the id", "rubrica: 1\nid: street-\n"),
    ("front-matter", "a version of two numbers", "rubrica: 1\nversion: '1.0'\n"),
    ("front-matter", "a leading zero in the version", "rubrica: 1\nversion: 1.02.0\n"),
    ("front-matter", "a stage that does not exist", "rubrica: 1\nstage: final\n"),
    ("front-matter", "a mapping as the title", "rubrica: 1\ntitle: {en: Signs}\n"),
    ("front-matter", "an escape answer without meaning", "rubrica: 1\nescape: [{id: unreadable}]\n"),
    ("front-matter", "an escape answer with another meaning", "rubrica: 1\nescape: [{id: unreadable, means: skip}]\n"),
    ("front-matter", "a warning without category", "rubrica: 1\nwarnings: [{text: hard}]\n"),
    ("front-matter", "a modality that does not exist", "rubrica: 1\ntask: {modality: picture}\n"),
    ("front-matter", "layers as a mapping", "rubrica: 1\ntask: {layers: {signs: box}}\n"),
    ("front-matter", "a layer without id", TASK % "{kind: box}"),
    ("front-matter", "a layer without kind", TASK % "{id: signs}"),
    ("front-matter", "a kind that does not exist", TASK % "{id: signs, kind: boxes}"),
    ("front-matter", "a scale with labels", TASK % "{id: bad, kind: scale, labels: [stop]}"),
    ("front-matter", "a box with a best value", TASK % "{id: signs, kind: box, best: 1}"),
    ("front-matter", "points of a scale as words", TASK % "{id: bad, kind: scale, points: [low, high]}"),
    ("front-matter", "a skeleton of three ends", TASK % "{id: hand, kind: keypoints, points: [a, b, c], skeleton: [[a, b, c]]}"),
    ("front-matter", "a word where a layer is required or not", TASK % "{id: signs, kind: box, required: 'yes'}"),
    ("front-matter", "a fraction as the most marks", TASK % "{id: signs, kind: box, maximum: 1.5}"),
    ("front-matter", "an enum without values", TASK % "{id: signs, kind: box, attributes: [{id: hidden, type: enum}]}"),
    ("front-matter", "a boolean with values", TASK % "{id: signs, kind: box, attributes: [{id: hidden, type: boolean, values: [a]}]}"),
    ("front-matter", "a condition in words", TASK % "{id: signs, kind: box, attributes: [{id: a, type: text, required-when: often}]}"),
    ("front-matter", "a grammar of a box", TASK % "{id: signs, kind: box, grammar: {numbers: words}}"),
    ("front-matter", "brackets that do not exist", TASK % "{id: words, kind: text, grammar: {brackets: '||'}}"),
    ("front-matter", "a tag without id", TASK % "{id: words, kind: text, grammar: {tags: [{means: noise}]}}"),
    ("front-matter", "a relation without id", TASK % "{id: links, kind: relation, over: signs, relations: [{name: on}]}"),
    ("front-matter", "a ranking of nothing", TASK % "{id: order, kind: ranking}"),
    ("front-matter", "a comparison of a number of candidates", TASK % "{id: better, kind: pairwise, candidates: {minimum: 2}}"),
    ("front-matter", "a track of nothing", TASK % "{id: tracks, kind: track}"),
    ("front-matter", "a track with labels", TASK % "{id: tracks, kind: track, over: signs, labels: [stop]}"),
    ("front-matter", "a box with a frame", TASK % "{id: signs, kind: box, frame: car}"),
    ("front-matter", "a kind of pre-annotation that does not exist", TASK % "{id: signs, kind: box, pre-annotation: fix}"),
    ("labels", "a label without id", "labels: [{name: Stop}]\n"),
    ("labels", "labels as a mapping", "labels: {stop: {name: Stop}}\n"),
    ("labels", "a colour by name", "labels: [{id: stop, colour: red}]\n"),
    ("labels", "a short colour", "labels: [{id: stop, colour: '#f00'}]\n"),
    ("labels", "a code in words", "labels: [{id: stop, code: one}]\n"),
    ("labels", "a status that does not exist", "labels: [{id: stop, status: old}]\n"),
    ("labels", "a contrast without label", "labels: [{id: stop, not: [{because: round}]}]\n"),
    ("labels", "a key that does not exist", "labels: [{id: stop, color: '#ff0000'}]\n"),
    ("label", "an id, which is said by the heading", "id: stop\n"),
    ("label", "a colour by name", "colour: red\n"),
    ("governance", "a section that does not exist", "contact: {questions: {name: A}}\n"),
    ("governance", "a role that does not exist", "contacts: {boss: {name: A}}\n"),
    ("governance", "a contact as a text", "contacts: {legal: Ada Park}\n"),
    ("governance", "sources as a mapping", "data: {sources: {id: a}}\n"),
    ("governance", "a source of another kind", "data: {sources: [{id: a, kind: bought}]}\n"),
    ("governance", "a workforce that does not exist", "workforce: {kind: robots}\n"),
    ("governance", "a mapping as a value", "data: {retention: {raw: 1}}\n"),
    ("governance", "a metric with a key that does not exist", "quality: {metrics: [{metric: iou, minimum: 0.8}]}\n"),
    ("governance", "an address without a host", "contacts: {legal: {email: desk.example.com}}\n"),
    ("governance", "a number of people in words", "quality: {annotators-per-item: three}\n"),
    ("governance", "fewer people than none", "quality: {annotators-per-item: -1}\n"),
    ("governance", "a share of more than all", "quality: {gold-share: 500 %}\n"),
    ("governance", "a share without a unit", "quality: {gold-share: 5}\n"),
    ("governance", "a percentage as a limit", "quality: {metrics: [{metric: kappa, at-least: 80 %}]}\n"),
    ("governance", "a day in another order", "maintenance: {next-review: 01.12.2027}\n"),
    ("governance", "a month that does not exist", "maintenance: {next-review: 2026-13-01}\n"),
    ("governance", "an approval that is none", "approvals: [{role: legal, state: maybe}]\n"),
    ("workspace", "no version", "organisation: {name: A}\n"),
    ("workspace", "the organisation as a text", "rubrica: 1\norganisation: A\n"),
    ("workspace", "a target that does not exist", "rubrica: 1\ntargets: {labelstudio: {}}\n"),
    ("workspace", "a list of targets", "rubrica: 1\ntargets: [schema]\n"),
    ("workspace", "a setting that does not exist", "rubrica: 1\ntargets: {schema: {draft: 7}}\n"),
    ("workspace", "ground-truth without settings", "rubrica: 1\ntargets: {ground-truth: {}}\n"),
    ("workspace", "a finding that does not exist", "rubrica: 1\nchecks: {no-doubt: off}\n"),
    ("workspace", "a level that does not exist", "rubrica: 1\nchecks: {one-sided-contrast: never}\n"),
    ("workspace", "a stage that does not exist", "rubrica: 1\nchecks: {one-sided-contrast: {level: {final: off}}}\n"),
    ("workspace", "a limit where nothing is counted", "rubrica: 1\nchecks: {one-sided-contrast: {limit: 3}}\n"),
    ("catalogue", "no version", "groups: [A]\n"),
    ("catalogue", "an item without evidence", "catalogue: 1\nitems: [{id: A, group: A, question: q, why: w, how: h, kind: both, level: warn, role: r}]\n"),
    ("catalogue", "a level that does not exist", "catalogue: 1\nitems: [{id: A, group: A, question: q, why: w, how: h, kind: both, level: stop, role: r, evidence: a}]\n"),
]


def reader():
    """YAML 1.2, dates as texts: what the language says, and what check-jsonschema does."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.yaml_constructors["tag:yaml.org,2002:timestamp"] = yaml.constructor.yaml_constructors["tag:yaml.org,2002:str"]
    return yaml


def front_matter(text):
    found = re.match(r"\A\ufeff?---[ \t]*\r?\n(.*?\n)---[ \t]*\r?\n", text, re.S)
    return found and found[1]


def label_fences(text):
    return re.findall(r"^```yaml label[ \t]*\n(.*?)^```", text, re.S | re.M)


def own_files():
    """(kind of file, where it stands, its text): everything that people wrote in this repository."""
    folders = [ROOT / "guidelines", ROOT / "Tests/Fixtures", ROOT / "templates/starters"]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(ROOT))
            if path.suffix not in (".md", ".yaml"):
                continue
            text = path.read_text(encoding="utf-8")
            kind = {"labels.yaml": "labels", "governance.yaml": "governance", "rubrica.yaml": "workspace"}.get(path.name)
            if kind:
                yield kind, name, text
            if path.name == "guideline.md":
                if "templates/starters" in name:
                    text = text.replace("{{id}}", "an-id")
                if front_matter(text):
                    yield "front-matter", name, front_matter(text)
                for place, fence in enumerate(label_fences(text)):
                    yield "label", f"{name}#{place + 1}", fence
    catalogue = ROOT / "templates/checklist/catalogue.yaml"
    yield "catalogue", "templates/checklist/catalogue.yaml", catalogue.read_text(encoding="utf-8")


def subschemas(part):
    """Every schema inside a schema, with itself."""
    if not isinstance(part, dict):
        return
    yield part
    for key in ("properties", "$defs"):
        for inner in part.get(key, {}).values():
            yield from subschemas(inner)
    for key in ("items", "additionalProperties", "if", "then"):
        yield from subschemas(part.get(key))
    for key in ("anyOf", "allOf"):
        for inner in part.get(key, []):
            yield from subschemas(inner)


def examine_schema(o, path):
    schema = oracle.load(path)
    run = oracle.run([TOOL, "--check-metaschema", path])
    o.check(path.stem, "is valid 2020-12 by check-jsonschema", [run.stdout + run.stderr] if run.returncode else [])
    Draft7Validator.check_schema({key: value for key, value in schema.items() if key != "$schema"})
    o.ok(path.stem, "is valid as draft 7 too")
    parts = list(subschemas(schema))
    o.check(path.stem, "uses only what both drafts have", sorted({key for part in parts for key in part} - COMMON))
    # A condition names a key only to look at its value.
    conditions = [id(inner) for part in parts if "if" in part for inner in subschemas(part["if"])]
    silent = [
        key
        for part in parts
        if id(part) not in conditions
        for key, inner in part.get("properties", {}).items()
        if not inner.get("description", "").endswith(".")
    ]
    o.check(path.stem, "describes every key", silent)


def judge(kind, files):
    """What check-jsonschema says of each text: file name to its first error, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for place, text in enumerate(files):
            path = pathlib.Path(folder) / f"{place}.yaml"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        command = [TOOL, "--schemafile", SCHEMAS / f"{kind}.schema.json", "--output-format", "json", *paths]
        run = oracle.run(command)
        result = json.loads(run.stdout)
        if result.get("parse_errors"):
            raise ValueError(f"no YAML: {result['parse_errors']}")
        found = {}
        for error in result.get("errors", []):
            found.setdefault(int(pathlib.Path(error["filename"]).stem), f"{error['path']}: {error['message']}")
        return [found.get(place) for place in range(len(files))]


def both_drafts(kind, text):
    """Whether the two drafts say the same of a text, and what."""
    schema = oracle.load(SCHEMAS / f"{kind}.schema.json")
    value = reader().load(text)
    seventh = Draft7Validator({key: part for key, part in schema.items() if key != "$schema"}).is_valid(value)
    return seventh == Draft202012Validator(schema).is_valid(value)


def main():
    oracle.arguments(__doc__)
    o = oracle.Oracle("file_schemas")
    kinds = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
    wanted = ["catalogue", "front-matter", "governance", "label", "labels", "workspace"]
    o.check("docs/schemas", "has a schema of each kind of file", set(wanted) ^ set(kinds))
    files = list(own_files())
    for kind in kinds:
        path = SCHEMAS / f"{kind}.schema.json"
        o.guard(kind, "the schema", lambda path=path: examine_schema(o, path))
        own = [(name, text) for k, name, text in files if k == kind]

        def takes(kind=kind, own=own):
            errors = judge(kind, [text for _, text in own])
            problems = [f"{name}: {error}" for (name, _), error in zip(own, errors) if error]
            problems += [f"{name}: the drafts differ" for name, text in own if not both_drafts(kind, text)]
            o.check(kind, f"{len(own)} files of this repository are valid", problems if own else ["there is none"])

        o.guard(kind, "files of this repository", takes)
        broken = [(what, text) for k, what, text in BROKEN if k == kind]

        def refuses(kind=kind, broken=broken):
            errors = judge(kind, [text for _, text in broken])
            problems = [f"still valid: {what}" for (what, _), error in zip(broken, errors) if not error]
            problems += [f"{what}: the drafts differ" for what, text in broken if not both_drafts(kind, text)]
            o.check(kind, f"{len(broken)} broken files are refused", problems if broken else ["there is none"])

        o.guard(kind, "broken files", refuses)
    o.close()


if __name__ == "__main__":
    main()
