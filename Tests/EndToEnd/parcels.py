"""The workspace of the tutorial, with people and keys, for tests of sign-offs."""
import json
import os
import shutil
import subprocess

from program import ROOT, InFolder, run

GUIDELINE = "parcels/guidelines/parcel-notes"
SIGNOFFS = GUIDELINE + "/signoffs"
NAMESPACE = "signoff@rubrica.dev"


class InParcels(InFolder):
    """Each test has the workspace with keys for everybody, and nothing signed."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "docs/tutorial/parcels", self.folder / "parcels")
        for name in ("olga", "lena", "sam", "mallory", "release"):
            self.key(name)
        self.edit("parcels/rubrica.yaml", "RELEASE-KEY", self.public("release"))
        self.edit(GUIDELINE + "/guideline.md", "stage: draft", "stage: release")
        self.write("parcels/allowed_signers", "".join(self.signer(name) for name in ("olga", "lena", "sam")))

    def key(self, name):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", self.folder / name], check=True,
            stdin=subprocess.DEVNULL)

    def public(self, name):
        return " ".join((self.folder / f"{name}.pub").read_text().split()[:2])

    def signer(self, person, key=None):
        """A line of allowed_signers."""
        return f"{person}@parcels.example {self.public(key or person)}\n"

    def edit(self, path, old, new):
        place = self.folder / path
        text = place.read_text(encoding="utf-8")
        self.assertIn(old, text)
        place.write_text(text.replace(old, new), encoding="utf-8")

    def rubrica(self, *arguments, code=0, **options):
        return self.code(code, run(*arguments, cwd=self.folder, **options))

    def sign(self, person, role, time, *more, decision="approve", code=0, path="parcels"):
        return self.rubrica(
            "sign", path, "--as", role, "--decision", decision, "--key", person, "--time", time, *more, code=code)

    def sign_policy(self, time, code=0):
        return self.sign("olga", "owner", time, "--policy", code=code)

    def sign_everything(self):
        """Times of 2 November, from nine to twelve."""
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z")
        self.sign("sam", "security", "2026-11-02T11:00:00Z")
        self.sign("olga", "owner", "2026-11-02T12:00:00Z")

    def gate(self, path, time, *more, code):
        answer = json.loads(self.rubrica("gate", path, "--time", time, "--format", "json", *more, code=code).stdout)
        self.assertEqual("pass" if code == 0 else "denied", answer["result"])
        self.assertEqual(code == 0, "release" in answer["properties"])
        return answer

    def codes(self, path, time, *more):
        """Why the gate says no."""
        return sorted({denial["code"] for denial in self.gate(path, time, *more, code=1)["denials"]})

    def release(self, time="2026-11-03T09:00:00Z", code=0):
        return self.rubrica("release", "parcels", "--output", "out", "--key", "release", "--time", time, code=code)


def keygen_takes(signers, statement, principal, signed_at, revoked=None):
    """Whether ssh-keygen takes the signature beside a statement, for the time at which it was signed."""
    time = signed_at.replace("-", "").replace(":", "").replace("T", "")
    words = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", principal, "-n", NAMESPACE, "-s", f"{statement}.sig",
             "-O", f"verify-time={time}"]
    if revoked:
        words += ["-r", revoked]
    with open(statement, "rb") as text:
        return subprocess.run(words, stdin=text, capture_output=True, env={**os.environ, "TZ": "UTC"}).returncode == 0
