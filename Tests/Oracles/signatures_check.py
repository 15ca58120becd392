"""Seals and statements mean the same to rubrica, to securesystemslib and to in-toto-attestation, in both directions.

Asks `rubrica-dev signatures`, which RUBRICA_DEV names, and the seals and sign-offs of a bundle that the program RUBRICA has
released: the workspace of the tutorial. The other bundles are not looked at.
"""

import base64
import copy
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import google.protobuf.json_format
import in_toto_attestation.v1.statement as in_toto
import in_toto_attestation.v1.statement_pb2 as statement_pb2
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from securesystemslib import dsse
from securesystemslib.signer import CryptoSigner, SSlibKey

import oracle

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("RUBRICA", ROOT / ".build/debug/rubrica")).resolve()
TYPE = "application/vnd.in-toto+json"
STATEMENT = {
    "_type": "https://in-toto.io/Statement/v1",
    "subject": [
        {"name": "toxicity#licence", "digest": {"sha256": "ab" * 32}},
        {"name": "toxicity#privacy", "digest": {"sha256": "cd" * 32}},
    ],
    "predicateType": "https://example.com/predicates/test/v1",
    "predicate": {"decision": "approve", "words": "Größe \"1\"\n", "items": [1, None, True]},
}


class Keys:
    """Three keys, as files of OpenSSH and as objects of securesystemslib."""

    def __init__(self, folder):
        self.private, self.public, self.signers, self.loaded = [], [], [], []
        for number in range(3):
            key = ed25519.Ed25519PrivateKey.generate()
            private, public = folder / f"key{number}", folder / f"key{number}.pub"
            private.write_bytes(key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()))
            line = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
            public.write_bytes(line + b" comment\n")
            self.private.append(private)
            self.public.append(public)
            self.signers.append(CryptoSigner(key))
            self.loaded.append(key.public_key().public_bytes_raw().hex())

    def theirs(self, numbers, envelope):
        """Keys of securesystemslib, which finds the signature of a key by what the envelope calls it."""
        hints = [signature["keyid"] for signature in envelope["signatures"]]
        return [SSlibKey(hints[min(place, len(hints) - 1)], "ed25519", "ed25519", {"public": self.loaded[number]})
                for place, number in enumerate(numbers)]


class Rubrica:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *words):
        return subprocess.run([self.program, "signatures", *map(str, words)], capture_output=True, timeout=oracle.LIMIT)

    def seal(self, statement, keys):
        file = self.folder / "statement.json"
        file.write_bytes(statement)
        result = self.run("seal", *[word for key in keys for word in ("--key", key)], file)
        if result.returncode != 0:
            raise RuntimeError(result.stderr.decode())
        return json.loads(result.stdout)

    def opens(self, envelope, keys, threshold):
        """The statement inside, or None."""
        file = self.folder / "envelope.json"
        file.write_text(json.dumps(envelope))
        words = [word for key in keys for word in ("--key", key)]
        result = self.run("open", "--threshold", threshold, *words, file)
        return result.stdout if result.returncode == 0 else None

    def reads(self, text):
        file = self.folder / "statement.json"
        file.write_bytes(text)
        return self.run("statement", file).returncode == 0


def securesystemslib_opens(envelope, keys, threshold):
    try:
        found = dsse.Envelope.from_dict(copy.deepcopy(envelope))
        found.verify(keys, threshold)
        return found.payload if found.payload_type == TYPE else None
    except Exception:
        return None


def broken(envelope):
    """What may be done to an envelope on its way, and must be noticed."""
    def other_payload(e):
        e["payload"] = base64.b64encode(base64.b64decode(e["payload"]).replace(b"approve", b"approved")).decode()

    def other_signature(e):
        sig = bytearray(base64.b64decode(e["signatures"][0]["sig"]))
        sig[10] ^= 1
        e["signatures"][0]["sig"] = base64.b64encode(sig).decode()

    changes = {
        "another payload": other_payload, "another signature": other_signature,
        "another type": lambda e: e.update(payloadType="application/json"),
        "no signature": lambda e: e["signatures"].clear(),
    }
    return {name: oracle.mutated(envelope, change) for name, change in changes.items()}


def check_seals(o, rubrica, keys):
    payload = json.dumps(STATEMENT, ensure_ascii=False, indent=1).encode()
    ours = rubrica.seal(payload, keys.private[:2])
    theirs = dsse.Envelope(payload, TYPE, {})
    for signer in keys.signers[:2]:
        theirs.sign(signer)
    for name, envelope in {"rubrica": ours, "securesystemslib": theirs.to_dict()}.items():
        cases = [("two of two", envelope, [0, 1], 2, True), ("one of two", envelope, [0, 1], 1, True),
                 ("a key that has not signed", envelope, [2], 1, False),
                 ("two of one and another", envelope, [0, 2], 2, False)]
        cases += [(what, changed, [0], 1, False) for what, changed in broken(envelope).items()]
        for what, sealed, numbers, threshold, expected in cases:
            problems = []
            own = rubrica.opens(sealed, [keys.public[n] for n in numbers], threshold)
            if (own == payload) != expected or (own is not None) != expected:
                problems.append(f"rubrica: {own!r}")
            # It is told the hints in the order of the keys; without a signature there is none to be told.
            loaded = keys.theirs(numbers, sealed) if sealed["signatures"] else []
            other = securesystemslib_opens(sealed, loaded, threshold)
            if (other == payload) != expected or (other is not None) != expected:
                problems.append(f"securesystemslib: {other!r}")
            o.check(f"sealed by {name}", f"{what}: {'taken' if expected else 'refused'} by both", problems)


def in_toto_reads(text):
    try:
        parsed = google.protobuf.json_format.Parse(text, statement_pb2.Statement())
        in_toto.Statement.copy_from_pb(parsed).validate()
        return True
    except Exception:
        return False


def check_statements(o, rubrica):
    def changed(change):
        return json.dumps(oracle.mutated(STATEMENT, change), ensure_ascii=False).encode()

    good = changed(lambda s: None)
    # The text, whether in-toto-attestation takes it, and whether rubrica does.
    cases = {
        "a statement": (good, True, True),
        "one subject": (changed(lambda s: s["subject"].pop()), True, True),
        "another version": (changed(lambda s: s.update(_type="https://in-toto.io/Statement/v0.1")), False, False),
        "no subject": (changed(lambda s: s["subject"].clear()), False, False),
        "a subject without a digest": (changed(lambda s: s["subject"][0].pop("digest")), False, False),
        "no predicate type": (changed(lambda s: s.pop("predicateType")), False, False),
        "no predicate": (changed(lambda s: s.pop("predicate")), False, False),
        "a predicate that is a list": (changed(lambda s: s.update(predicate=[1])), False, False),
        "a field that nobody knows": (changed(lambda s: s.update(more=1)), False, False),
        "a key that stands twice": (good.replace(b'"_type"', b'"_type": "x", "_type"', 1), False, False),
        "bytes behind the statement": (good + b"}", False, False),
        # Where rubrica asks for more.
        "another digest than SHA-256": (
            changed(lambda s: s["subject"][0].update(digest={"sha1": "ab" * 20})), True, False),
        "a digest that is too short": (
            changed(lambda s: s["subject"][0].update(digest={"sha256": "abcd"})), True, False),
        "a subject without a name": (changed(lambda s: s["subject"][0].pop("name")), True, False),
        "one name twice": (changed(lambda s: s["subject"][0].update(name="toxicity#privacy")), True, False),
    }
    for what, (text, theirs, ours) in cases.items():
        problems = []
        if in_toto_reads(text) != theirs:
            problems.append(f"in-toto-attestation: {not theirs}")
        if rubrica.reads(text) != ours:
            problems.append(f"rubrica: {not ours}")
        by = {(True, True): "taken by both", (False, False): "refused by both", (True, False): "refused by rubrica alone"}
        o.check("statement", f"{what}: {by[theirs, ours]}", problems)


class Release:
    """A workspace in which everybody has signed, released."""

    PEOPLE = {"lena": "legal", "sam": "security", "olga": "owner"}

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        shutil.copytree(ROOT / "docs/tutorial/parcels", folder / "parcels")
        self.key = ed25519.Ed25519PrivateKey.generate()
        lines = {name: self.write(name, ed25519.Ed25519PrivateKey.generate()) for name in self.PEOPLE}
        settings = folder / "parcels/rubrica.yaml"
        settings.write_text(settings.read_text().replace("RELEASE-KEY", self.write("release", self.key)))
        (folder / "parcels/allowed_signers").write_text(
            "".join(f"{name}@parcels.example {line}\n" for name, line in lines.items()))
        guideline = folder / "parcels/guidelines/parcel-notes/guideline.md"
        guideline.write_text(guideline.read_text().replace("stage: draft", "stage: release"))
        self.run("sign", "parcels", "--policy", "--as", "owner", "--decision", "approve", "--key", "olga",
                 "--time", "2026-11-02T09:00:00Z")
        for hour, (name, role) in enumerate(self.PEOPLE.items(), 10):
            self.run("sign", "parcels", "--as", role, "--decision", "approve", "--key", name,
                     "--time", f"2026-11-02T{hour}:00:00Z")
        for day in (3, 4):
            self.run("release", "parcels", "--output", f"out{day}", "--key", "release", "--time", f"2026-11-0{day}T09:00:00Z")
        self.bundle, self.earlier = folder / "out4/parcel-notes", folder / "out3/parcel-notes"

    def write(self, name, key):
        """Writes the files of a key; returns its public line."""
        private, public = self.folder / name, self.folder / f"{name}.pub"
        private.write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()))
        private.chmod(0o600)
        line = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode()
        public.write_text(line + "\n")
        return line

    def run(self, *words):
        result = oracle.run([self.program, *words], cwd=self.folder)
        if result.returncode != 0:
            raise RuntimeError(f"{words[0]}: {result.stdout}{result.stderr}")

    def passes(self):
        result = oracle.run(
            [self.program, "gate", self.bundle, "--key", self.folder / "release.pub", "--time", "2026-11-05T09:00:00Z"])
        return result.returncode == 0


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_release(o, release):
    """The seal of a released bundle, taken apart without rubrica."""
    name = "released bundle"
    envelope = json.loads((release.bundle / "seal.json").read_text())

    def loaded(key):
        public = key.public_key().public_bytes_raw().hex()
        return [SSlibKey(envelope["signatures"][0]["keyid"], "ed25519", "ed25519", {"public": public})]

    payload = securesystemslib_opens(envelope, loaded(release.key), 1)
    o.check(name, "the seal is taken by securesystemslib", [] if payload else ["refused"])
    other = ed25519.Ed25519PrivateKey.generate()
    o.check(name, "with another key it is refused",
            ["taken"] if securesystemslib_opens(envelope, loaded(other), 1) else [])
    for what, changed in broken(envelope).items():
        if what == "another payload":
            changed["payload"] = base64.b64encode(payload.replace(b"release", b"relaxed")).decode()
        taken = changed["signatures"] and securesystemslib_opens(changed, loaded(release.key), 1)
        (release.bundle / "seal.json").write_text(json.dumps(changed))
        o.check(name, f"{what}: refused by both",
                [*(["taken by securesystemslib"] if taken else []), *(["taken by rubrica"] if release.passes() else [])])
    (release.bundle / "seal.json").write_text(json.dumps(envelope))
    o.check(name, "written anew by a library of JSON it is the same seal", [] if release.passes() else ["refused by rubrica"])

    o.check(name, "its statement is taken by in-toto-attestation", [] if in_toto_reads(payload) else ["refused"])
    statement = json.loads(payload)
    subject, predicate = statement["subject"][0], statement["predicate"]
    expected = {
        "name": (subject["name"], "parcel-notes@1.0.0"),
        "manifest": (subject["digest"], {"sha256": digest(release.bundle / "manifest.json")}),
        "counter": (predicate["counter"], 2),
        "seal before": (predicate["previous"], digest(release.earlier / "seal.json")),
        "release": ("release" in predicate["properties"], True),
    }
    o.check(name, "the statement says what is there", [f"{what}: {a!r} is not {b!r}" for what, (a, b) in expected.items() if a != b])
    roots = {log["name"]: (log["size"], log["root"]) for log in predicate["logs"]}
    folders = {"parcel-notes": "signoffs", "policy": "approval/signoffs"}
    o.check(name, "the roots of its logs are those of RFC 6962 over the statements",
            [what for what, folder in folders.items() if roots.get(what) != tree_head(release.bundle / folder)])
    statements = [path for folder in folders.values() for path in sorted((release.bundle / folder).glob("*.json"))]
    o.check(name, f"{len(statements)} sign-offs are statements for in-toto-attestation",
            [path.name for path in statements if not in_toto_reads(path.read_bytes())] + ([] if len(statements) == 4 else ["not four"]))


def tree_head(folder):
    """Size and root of a log, from its lines and the statements that they name."""
    entries = []
    for line in (folder / "log.txt").read_text().splitlines():
        named, file = line.split(" ", 1)
        entry = (folder / file).read_bytes()
        if hashlib.sha256(entry).hexdigest() != named:
            raise ValueError(f"{file} is not what the log says")
        entries.append(entry)

    def root(part):
        if len(part) == 1:
            return hashlib.sha256(b"\0" + part[0]).digest()
        left = 1 << (len(part) - 1).bit_length() - 1
        return hashlib.sha256(b"\1" + root(part[:left]) + root(part[left:])).digest()

    return len(entries), root(entries).hex()


def main():
    oracle.arguments(__doc__)
    o = oracle.Oracle("signatures")
    with tempfile.TemporaryDirectory() as name:
        o.guard("released bundle", "a release", lambda: check_release(o, Release(str(PROGRAM), pathlib.Path(name))))
    program = os.environ.get("RUBRICA_DEV")
    if not program:
        o.skip("-", "RUBRICA_DEV does not say where rubrica-dev is")
        o.close()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        rubrica = Rubrica(program, folder)
        o.guard("seals", "envelopes", lambda: check_seals(o, rubrica, Keys(folder)))
        o.guard("statement", "statements", lambda: check_statements(o, rubrica))
    o.close()


if __name__ == "__main__":
    main()
