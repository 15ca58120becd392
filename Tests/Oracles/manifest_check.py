"""Every file of a bundle is listed in its manifest with the right SHA-256, and nothing else is listed."""

import hashlib
import re

import oracle

HEX = re.compile(r"(?:sha256[:-])?([0-9a-f]{64})")


def digests(manifest):
    """Path -> digest, from a mapping or from a list of {path, sha256}."""
    files = manifest["files"]
    if isinstance(files, dict):
        pairs = [(k, v if isinstance(v, str) else v.get("sha256") or v.get("digest")) for k, v in files.items()]
    else:
        pairs = [(f["path"], f.get("sha256") or f.get("digest")) for f in files]
    if len({p for p, _ in pairs}) != len(pairs):
        raise ValueError("a path is listed twice")
    return dict(pairs)


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("manifest")
    all_bundles = oracle.bundles(found.out)
    if not all_bundles:
        o.fail("-", f"no bundle in {found.out}")
    for bundle in all_bundles:
        def work(bundle=bundle):
            listed = digests(oracle.load(bundle / "manifest.json"))
            actual = {p.relative_to(bundle).as_posix(): p for p in bundle.rglob("*") if p.is_file() and p.name != "manifest.json"}
            problems = [f"not listed: {p}" for p in sorted(actual.keys() - listed.keys())]
            problems += [f"listed but missing: {p}" for p in sorted(listed.keys() - actual.keys() - {"manifest.json"})]
            for path in sorted(actual.keys() & listed.keys()):
                match = HEX.fullmatch(listed[path] or "")
                if not match:
                    problems.append(f"{path}: not a SHA-256: {listed[path]!r}")
                elif match[1] != hashlib.sha256(actual[path].read_bytes()).hexdigest():
                    problems.append(f"{path}: digest differs")
            o.check(bundle.name, f"{len(actual)} files, each with its digest", problems)

        o.guard(bundle.name, "manifest.json", work)
    o.close()


if __name__ == "__main__":
    main()
