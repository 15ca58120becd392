"""The Croissant file of each bundle is valid by mlcroissant, its records can be read, and broken copies are refused."""

import json
import logging
import pathlib
import tempfile

import mlcroissant
import oracle

logging.disable(logging.ERROR)
BROKEN = [
    ("no hash", lambda data: data["distribution"][0].pop("sha256")),
    ("no address", lambda data: data["distribution"][0].pop("contentUrl")),
    ("a record with another column", lambda data: data["recordSet"][0]["data"][0].update(colour="red")),
    ("a version of the format that there is not", lambda data: data.update(conformsTo="http://mlcommons.org/croissant/7.0")),
    ("a file of no format", lambda data: data["distribution"][0].pop("encodingFormat")),
]
# What the source of a guideline cannot say.
EXPECTED = ("citeAs", "datePublished")


def read(path):
    dataset = mlcroissant.Dataset(jsonld=str(path))
    return dataset, [w for w in dataset.metadata.ctx.issues.warnings if not any(e in w for e in EXPECTED)]


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("croissant")
    for bundle, path in oracle.files(found.out, "croissant/croissant.json"):
        def work(path=path, bundle=bundle):
            good = oracle.load(path)
            dataset, warnings = read(path)
            # A licence or version that the source does not state is reported when the bundle is built.
            absent = [name for name in ("license", "version") if name not in good]
            o.check(bundle.name, "valid by mlcroissant", [w for w in warnings if not any(a in w for a in absent)])
            records = {s["@id"]: len(list(dataset.records(s["@id"]))) for s in good.get("recordSet", [])}
            o.check(bundle.name, "every record can be read", [s["@id"] for s in good.get("recordSet", []) if records[s["@id"]] != len(s["data"])])

        o.guard(bundle.name, "croissant", work)
    o.guard("-", "broken copies", lambda: broken(o, found.out))
    o.close()


def broken(o, out):
    all_files = (oracle.load(path) for _, path in oracle.files(out, "croissant/croissant.json"))
    good = next((g for g in all_files if g.get("distribution") and g.get("recordSet")), None)
    if good is None:
        return
    taken = []
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / "croissant.json"
        for what, change in BROKEN:
            path.write_text(json.dumps(oracle.mutated(good, change)), encoding="utf-8")
            try:
                read(path)
                taken.append(f"taken: {what}")
            except Exception:
                pass
    o.check("-", f"{len(BROKEN)} broken copies refused", taken)


if __name__ == "__main__":
    main()
