"""The CycloneDX file of each bundle passes the strict validator of cyclonedx-python-lib, and broken copies do not."""

import json

import oracle
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

BROKEN = [
    ("an unknown field", lambda bom: bom.update(colour="red")),
    ("a claim with an unknown field", lambda bom: bom["declarations"]["claims"][0].update(colour="red")),
    ("a score above 1", lambda bom: bom["declarations"]["attestations"][0]["map"][0].update(conformance={"score": 2})),
    ("no format", lambda bom: bom.pop("bomFormat")),
    ("a serial number that is none", lambda bom: bom.update(serialNumber="7")),
    ("a hash of no algorithm", lambda bom: bom["declarations"]["targets"]["components"][0].update(hashes=[{"alg": "SHA-7", "content": "00"}])),
]


def problems(text):
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return [] if error is None else [error]


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("cyclonedx")
    for bundle, path in oracle.files(found.out, "cyclonedx/attestation.cdx.json"):
        def work(path=path, bundle=bundle):
            o.check(bundle.name, "valid by cyclonedx-python-lib, strictly", problems(path.read_text(encoding="utf-8")))
            good = oracle.load(path)
            taken = [what for what, change in BROKEN if not problems(json.dumps(oracle.mutated(good, change)))]
            o.check(bundle.name, f"{len(BROKEN)} broken copies refused", [f"taken: {what}" for what in taken])

        o.guard(bundle.name, "cyclonedx", work)
    o.close()


if __name__ == "__main__":
    main()
