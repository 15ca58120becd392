"""The OSCAL files of each bundle are valid by compliance-trestle and by NIST's metaschema, which the oscal library carries, and broken copies are not."""

import json
import logging
import pathlib
import tempfile
import types

import oracle
import oscal
from oscal import oscal_support
from trestle.common import const
from trestle.core.validator_factory import validator_factory
from trestle.oscal import assessment_results, catalog, component, poam

logging.disable(logging.WARNING)
FILES = {
    "catalog.json": ("catalog", catalog.Catalog),
    "component-definition.json": ("component-definition", component.ComponentDefinition),
    "assessment-results.json": ("assessment-results", assessment_results.AssessmentResults),
    "poam.json": ("plan-of-action-and-milestones", poam.PlanOfActionAndMilestones),
}
VALIDATOR = validator_factory.get(types.SimpleNamespace(mode=const.VAL_MODE_ALL))


def by_trestle(name, path):
    """What trestle has against a file."""
    _, kind = FILES[name]
    try:
        model = kind.oscal_read(path)
        return [] if model is not None and VALIDATOR.model_is_valid(model, True) else ["compliance-trestle: not valid"]
    except Exception as error:
        return [f"compliance-trestle: {type(error).__name__}: {error}"]


def by_metaschema(name, path):
    """What the oscal library has against a file."""
    try:
        content = oscal.OSCAL.load(str(path))
        return [] if content is not None and content.is_valid else [f"oscal: {getattr(content, 'validation_errors', 'not loaded')}"]
    except Exception as error:
        return [f"oscal: {type(error).__name__}: {error}"]


# What each of the four files can be broken in, and who refuses that.
BROKEN = [
    ("an unknown field", lambda root: root.update(colour="red"), [by_trestle]),
    ("no title", lambda root: root["metadata"].pop("title"), [by_trestle, by_metaschema]),
    ("a UUID of version 1", lambda root: root.update(uuid="11111111-1111-1111-8111-111111111111"), [by_trestle]),
    ("a time without a zone", lambda root: root["metadata"].update({"last-modified": "2026-10-16T00:00:00"}), [by_trestle, by_metaschema]),
]


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("oscal")
    with tempfile.TemporaryDirectory() as scratch:
        # The library unpacks its data where it is started, unless it is told a place.
        oscal_support.configure_support(str(pathlib.Path(scratch) / "support.db"))
        check(o, found.out)
    o.close()


def check(o, out):
    for bundle in oracle.bundles(out):
        folder = bundle / "oscal"
        if not folder.is_dir():
            continue

        def work(folder=folder, bundle=bundle):
            files = sorted(p.name for p in folder.iterdir())
            o.check(bundle.name, f"{len(files)} files of known names", [f"unknown: {n}" for n in files if n not in FILES] + ([] if files else ["none"]))
            problems = [f"{n}: {p}" for n in files if n in FILES for p in by_trestle(n, folder / n)]
            o.check(bundle.name, "valid by compliance-trestle", problems)
            problems = [f"{n}: {p}" for n in files if n in FILES for p in by_metaschema(n, folder / n)]
            o.check(bundle.name, "valid by NIST's metaschema", problems)

        o.guard(bundle.name, "oscal", work)
    o.guard("-", "broken copies", lambda: broken(o, out))


def broken(o, out):
    """One bundle is enough: the copies of all others would be broken in the same way."""
    folder = next((b / "oscal" for b in oracle.bundles(out) if (b / "oscal/poam.json").exists()), None)
    if folder is None:
        return
    taken = []
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, (root, _) in FILES.items():
            good = oracle.load(folder / name)
            for what, change, libraries in BROKEN:
                made = oracle.mutated(good, lambda value: change(value[root]))
                path = pathlib.Path(scratch) / name
                path.write_text(json.dumps(made), encoding="utf-8")
                for library in libraries:
                    count += 1
                    if not library(name, path):
                        taken.append(f"{library.__name__} takes {name} with {what}")
    o.check("-", f"{count} broken copies refused", taken)


if __name__ == "__main__":
    main()
