"""The record schema of each bundle is a valid JSON Schema 2020-12, takes every good example, and refuses broken ones."""

import copy
import pathlib
import sys

import oracle
from jsonschema import Draft202012Validator, FormatChecker

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTHING = "no such label \N{SNOWMAN}"


def resolve(schema, part):
    while isinstance(part, dict) and "$ref" in part and part["$ref"].startswith("#/"):
        target = schema
        for step in part["$ref"][2:].split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        part = target
    return part


def closed(schema, part):
    """Whether every string in `part` is from a closed list."""
    part = resolve(schema, part)
    if not isinstance(part, dict):
        return False
    if "enum" in part or "const" in part or "pattern" in part:
        return True
    branches = [b for key in ("anyOf", "oneOf", "allOf") for b in part.get(key, [])]
    if "items" in part:
        branches.append(part["items"])
    if part.get("type") == "string" and not branches:
        return False
    return all(closed(schema, b) for b in branches) if branches else part.get("type") not in (None, "string")


def broken(schema, record):
    """(what, the broken record)"""
    def change(what, work):
        made = copy.deepcopy(record)
        work(made)
        return what, made

    if not isinstance(record, dict):
        yield "a word that is no escape answer", NOTHING
        yield "a list", [record]
        return
    yield change("an unknown layer", lambda r: r.update({"no-such-layer": 1}))
    for key in schema.get("required", []):
        if key in record:
            yield change(f"{key} left out", lambda r, key=key: r.pop(key))
    yield "a word that is no escape answer", NOTHING

    def inside(value, path):
        if isinstance(value, dict):
            for key, part in value.items():
                if key in ("label", "relation") and isinstance(part, str):
                    yield path + [key], NOTHING
                if key == "box" and isinstance(part, list) and part:
                    yield path + [key], part[:3]
                    yield path + [key], part[:3] + ["wide"]
                if key == "polygon" and isinstance(part, list):
                    yield path + [key], part[:2]
                if key == "polyline" and isinstance(part, list):
                    yield path + [key], part[:1]
                if key == "mask":
                    yield path + [key], 7
                if key == "cuboid" and isinstance(part, dict):
                    yield path + [key], {**part, "yaw": 90}
                    yield path + [key], {**part, "size": part["size"][:2]}
                    yield path + [key], {**part, "size": [0] + part["size"][1:]}
                    yield path + [key], {k: v for k, v in part.items() if k != "centre"}
                if key == "frames" and isinstance(part, dict):
                    yield path + [key], {}
                    yield path + [key], {**part, "first": "hidden"}
                    yield path + [key], {k: "gone" for k in part}
                if key in ("start", "end"):
                    yield path + [key], -1
                yield from inside(part, path + [key])
        elif isinstance(value, list):
            for index, part in enumerate(value):
                yield from inside(part, path + [index])

    for path, part in inside(record, []):
        def put(r, path=path, part=part):
            for step in path[:-1]:
                r = r[step]
            r[path[-1]] = part
        yield change(f"{'.'.join(map(str, path))} = {part!r}", put)
    for layer, value in record.items():
        yield change(f"{layer} = a mapping with an unknown key", lambda r, layer=layer: r.update({layer: {NOTHING: 1}}))
        part = schema.get("properties", {}).get(layer)
        if part is not None and part.get("uniqueItems") and "allOf" in part and isinstance(value, list) and value:
            again = value[0]["label"] if isinstance(value[0], dict) else {"label": value[0]}
            yield change(f"{layer} = a label twice", lambda r, layer=layer, again=again: r[layer].append(again))
        if part is not None and closed(schema, part):
            if isinstance(value, str):
                yield change(f"{layer} = unknown", lambda r, layer=layer: r.update({layer: NOTHING}))
            if isinstance(value, list) and value and any(isinstance(v, list) for v in value):
                yield change(f"{layer} = [[unknown]]", lambda r, layer=layer: r.update({layer: [[NOTHING]]}))
            if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
                yield change(f"{layer} = [unknown]", lambda r, layer=layer: r.update({layer: [NOTHING]}))
            if isinstance(value, int) and not isinstance(value, bool):
                yield change(f"{layer} = 987654", lambda r, layer=layer: r.update({layer: 987654}))


def examine(o, bundle):
    path = bundle / "schema/record.schema.json"
    schema = oracle.load(path)
    o.check(bundle.name, "says JSON Schema 2020-12", [] if schema.get("$schema") == DIALECT else [schema.get("$schema")])
    Draft202012Validator.check_schema(schema)
    o.ok(bundle.name, "is valid by jsonschema")
    tool = pathlib.Path(sys.executable).parent / "check-jsonschema"
    run = oracle.run([tool, "--check-metaschema", path])
    o.check(bundle.name, "is valid by check-jsonschema", [run.stdout + run.stderr] if run.returncode else [])

    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    examples = schema.get("examples", [])
    problems = [f"example {i}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for i, r in enumerate(examples) for e in validator.iter_errors(r)]
    if not examples:
        o.skip(bundle.name, "the schema carries no example (the guideline has no good example with a record)")
        return
    o.check(bundle.name, f"{len(examples)} examples are valid", problems)
    tried, problems = 0, []
    for index, record in enumerate(examples):
        for what, made in broken(schema, record):
            tried += 1
            if validator.is_valid(made):
                problems.append(f"example {index} is still valid with: {what}")
    o.check(bundle.name, f"{tried} mutants refused", problems)


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("schema")
    all_bundles = [b for b in oracle.bundles(found.out) if (b / "schema").is_dir()]
    if not all_bundles:
        o.fail("-", f"no bundle in {found.out} has schema/")
    for bundle in all_bundles:
        o.guard(bundle.name, "record.schema.json", lambda bundle=bundle: examine(o, bundle))
    o.close()


if __name__ == "__main__":
    main()
