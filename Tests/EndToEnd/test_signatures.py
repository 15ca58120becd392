"""Statements and ssh-keygen: what one side signs the other takes, and both refuse the same."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from parcels import NAMESPACE, SIGNOFFS, InParcels, keygen_takes
from program import InFolder, run


class Statements(InParcels):
    def taken(self, folder, **options):
        signers = self.folder / "parcels/allowed_signers"
        answers = {}
        for statement in sorted((self.folder / folder).glob("*-*.json")):
            if statement.name.endswith(".leaves.json"):
                continue
            predicate = json.loads(statement.read_text())["predicate"]
            answers[statement.name] = keygen_takes(
                signers, statement, predicate["signer"]["id"], predicate["signedAt"], **options)
        return answers

    def test_ssh_keygen_takes_what_sign_writes(self):
        self.sign_everything()
        self.sign("lena", "legal", "2026-11-02T13:00:00Z", "--comment", "Größer „als“ \U0001F4E6 \\ /?", decision="request-changes")
        self.sign("lena", "legal", "2026-11-02T14:00:00Z", "--expires", "2026-12-24T00:00:00Z", "--delegate",
                  "sam@parcels.example", decision="delegate")
        statements = {**self.taken(SIGNOFFS), **self.taken("parcels/signoffs")}
        self.assertEqual(6, len(statements))
        self.assertEqual({True}, set(statements.values()), statements)

    def test_a_revoked_key_counts_for_ssh_keygen_from_the_beginning(self):
        self.sign_everything()
        revoked = self.write("parcels/revoked_keys", f"{self.public('lena')} from=parcel-notes:1\n")
        self.assertEqual(
            {"0000-legal-approve.json": False, "0001-security-approve.json": True, "0002-owner-approve.json": True},
            self.taken(SIGNOFFS, revoked=revoked))
        # Rubrica knows what was signed before.
        self.gate("parcels", "2026-11-02T13:00:00Z", code=0)

    def test_a_statement_is_signed_elsewhere(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        time = ("--time", "2026-11-02T10:00:00Z")
        self.rubrica("sign", "parcels", "--as", "legal", "--decision", "approve", "--id", "lena@parcels.example",
                     "--prepare", "note.json", *time)
        self.assertFalse((self.folder / SIGNOFFS).exists())
        with tempfile.TemporaryDirectory() as other:
            shutil.copy(self.folder / "note.json", other)
            subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", self.folder / "lena", "note.json"],
                           cwd=other, check=True, capture_output=True)
            proof = pathlib.Path(other) / "note.json.sig"
            self.rubrica("sign", "parcels", "--import", "note.json", "--signature", proof, *time)
        self.assertEqual({"0000-legal-approve.json": True}, self.taken(SIGNOFFS))
        self.rubrica("why", "legal", "parcels", "--time", "2026-11-02T11:00:00Z")
        # The same one again is refused.
        self.rubrica("sign", "parcels", "--import", self.folder / SIGNOFFS / "0000-legal-approve.json", *time, code=1)

    def test_another_kind_of_key(self):
        subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-b", "256", "-N", "", "-C", "lars", "-f", self.folder / "lars"],
                       check=True, stdin=subprocess.DEVNULL)
        self.write("parcels/allowed_signers", "".join(self.signer(name) for name in ("olga", "lars", "sam")))
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lars", "legal", "2026-11-02T10:00:00Z")
        self.assertEqual({"0000-legal-approve.json": True}, self.taken(SIGNOFFS))


class Corpus(InFolder):
    """Bundles of which one thing is wrong."""

    # ssh-keygen asks for no touch unless allowed_signers says so.
    TAKEN_BY_KEYGEN = {"signature-nobody-present"}
    # For ssh-keygen a revoked key has never signed, and it refuses files of signers by its own rules.
    REVOKED = {"key-revoked", "key-used-after-revocation"}

    @classmethod
    def setUpClass(cls):
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="rubrica-corpus-"))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        cls.corpus = cls.root / "corpus"
        cls.written = run("corpus", cls.corpus)
        cls.cases = [json.loads(path.read_text()) for path in sorted(cls.corpus.glob("*/case.json"))]

    def gate(self, case):
        process = run(
            "gate", self.corpus / case["name"] / "bundle", "--key", self.corpus / "release.pub", "--time", case["time"],
            "--seen", case["seen"], *[word for name in case["require"] for word in ("--require", name)], "--format", "json")
        return process.returncode, json.loads(process.stdout)

    def test_every_case_is_refused_for_its_reason(self):
        self.code(0, self.written)
        self.assertIn(f"{len(self.cases)} others are refused, each for the expected reason", self.written.stdout)
        self.assertGreaterEqual(len(self.cases), 60)
        self.assertEqual(len(self.cases), len({case["what"] for case in self.cases}))
        self.assertGreaterEqual(len({case["code"] for case in self.cases}), 40)

    def test_the_gate_as_a_program_says_the_same(self):
        good = {"name": "good", "time": self.cases[0]["time"], "seen": 0, "require": ["release"]}
        self.assertEqual((0, "pass"), (lambda code, answer: (code, answer["result"]))(*self.gate(good)))
        for code in sorted({case["code"] for case in self.cases}):
            case = next(case for case in self.cases if case["code"] == code)
            with self.subTest(case["name"]):
                status, answer = self.gate(case)
                self.assertEqual(1, status)
                self.assertIn(code, {denial["code"] for denial in answer["denials"]})

    def test_a_verifier_that_is_wrong_is_told(self):
        # It says no to the good one, yes to one that was edited, and neither to one that lacks a file.
        verifier = self.write("verifier", """
            test -d "$1" && test -f "$2" && test "${3%Z}" != "$3" && test "$4" -ge 0 && test -n "$5" || exit 3
            case "$1" in */file-edited/bundle) exit 0;; */file-removed/bundle) exit 2;; *) exit 1;; esac
            """)
        told = self.code(1, run(
            "corpus", self.folder / "corpus", "--run", f"sh {verifier} {{bundle}} {{key}} {{time}} {{seen}} {{require}}"))
        self.assertEqual(
            ["good: exited with code 1", "file-edited: exited with code 0", "file-removed: exited with code 2"],
            [line.split(";")[0] for line in told.stdout.splitlines()])
        self.assertIn(f"3 of {len(self.cases) + 1} answers are wrong", told.stderr)

    def test_few_are_told_as_few(self):
        def told(name, *more, code=0):
            process = self.code(code, run("corpus", self.folder / name, *more))
            return (process.stdout + process.stderr).splitlines()[-1]
        self.assertEqual("the good bundle passes", told("none", "--only", "good"))
        one = ("--only", "file-edited")
        self.assertEqual("the good bundle passes, and the other one is refused for the expected reason", told("one", *one))
        self.assertEqual(f"wrote a good bundle and another one into {self.folder}/two", told("two", *one, "--write-only"))
        self.assertEqual("1 of 2 answers is wrong", told("three", *one, "--run", "true", code=1))
        self.assertEqual("the only answer is wrong", told("four", "--only", "good", "--run", "false", code=1))

    def test_a_folder_that_is_there_stays_as_it_is(self):
        self.write("corpus/mine", "mine")
        self.code(2, run("corpus", self.folder / "corpus"))
        self.assertEqual(["mine"], [path.name for path in (self.folder / "corpus").iterdir()])

    def test_ssh_keygen_refuses_the_same_statements(self):
        counted = 0
        for case in self.cases + [{"name": "good", "code": "", "time": self.cases[0]["time"], "seen": 0, "require": []}]:
            bundle = self.corpus / case["name"] / "bundle"
            signers, revoked = bundle / "approval/allowed_signers", bundle / "approval/revoked_keys"
            if not signers.exists() or case["code"] in ("statement-unreadable", "signers-unreadable", "path-unsafe"):
                continue
            denials = self.gate(case)[1]["denials"]
            ours = {denial["statement"] for denial in denials
                    if denial["code"] in ("signature-refused", "signature-missing")}
            # What the log does not know as it is has no signature that matters.
            foreign = {denial["statement"] for denial in denials if denial["code"].startswith("log-entry")}
            theirs = set()
            for statement in [*(bundle / "signoffs").glob("*.json"), *(bundle / "approval/signoffs").glob("*.json")]:
                predicate = json.loads(statement.read_text())["predicate"]
                if not keygen_takes(signers, statement, predicate["signer"]["id"], predicate["signedAt"],
                                    revoked if revoked.exists() else None):
                    theirs.add(statement.name)
            theirs -= foreign
            with self.subTest(case["name"]):
                counted += 1
                if case["name"] in self.TAKEN_BY_KEYGEN:
                    self.assertEqual((1, set()), (len(ours), theirs))
                elif case["name"] in self.REVOKED:
                    self.assertLessEqual(ours, theirs)
                    self.assertTrue(ours)
                else:
                    self.assertEqual(ours, theirs)
        self.assertGreater(counted, 90)


if __name__ == "__main__":
    unittest.main()
