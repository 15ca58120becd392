"""What `sign`, `why`, `gate` and `release` answer beyond the story of the tutorial: exit codes, reasons, refusals."""
import json
import os
import shlex
import shutil
import subprocess
import threading
import time
import unittest

from parcels import GUIDELINE, NAMESPACE, SIGNOFFS, InParcels
from program import CLEAN, PROGRAM, run, run_without_room, tree

NOON = "2026-11-02T12:30:00Z"


class Refusals(InParcels):
    def unchanged(self, code, *arguments):
        before = tree(self.folder), sorted(self.folder.rglob("*"))
        answer = self.rubrica("sign", "parcels", *arguments, code=code)
        self.assertEqual(before, (tree(self.folder), sorted(self.folder.rglob("*"))), arguments)
        return answer.stderr

    def test_a_refused_signature_leaves_nothing(self):
        approve = ("--as", "legal", "--decision", "approve", "--time", "2026-11-02T10:00:00Z")
        self.sign_policy("2026-11-02T09:00:00Z")
        # No statement was there before, nor a folder for them.
        told = self.unchanged(1, *approve, "--key", "mallory", "--id", "lena@parcels.example")
        self.assertIn("nothing was added", told)
        self.assertIn("0000-legal-approve.json", told)
        self.assertIn("is not listed in", self.unchanged(1, *approve, "--key", "mallory"))
        self.assertIn("keys/none", self.unchanged(2, *approve, "--key", "keys/none", "--id", "lena@parcels.example"))
        self.assertIn("`nobody`", self.unchanged(2, "--as", "nobody", "--decision", "approve", "--key", "lena"))
        self.unchanged(2, "--as", "legal", "--decision", "request-changes", "--key", "lena")
        self.unchanged(2, "--as", "legal", "--decision", "delegate", "--delegate", "sam@parcels.example", "--key", "lena")
        self.unchanged(2, *approve, "--key", "lena", "--supersedes", "0007-legal-approve.json")
        self.unchanged(2, *approve, "--key", "lena", "--condition", "soon do it")

    def test_a_clock_that_was_set_back_is_refused(self):
        self.sign_everything()
        told = self.unchanged(
            1, "--as", "legal", "--decision", "approve", "--key", "lena", "--time", "2026-11-02T11:30:00Z")
        self.assertIn("`0002-owner-approve.json` was signed at 2026-11-02T12:00:00Z, after 2026-11-02T11:30:00Z", told)

    def test_statements_of_two_branches_are_put_together_in_order_of_time(self):
        self.sign_policy("2026-11-02T08:00:00Z")
        shutil.copytree(self.folder / "parcels", self.folder / "branch")
        self.sign("lena", "legal", "2026-11-02T09:00:00Z", path="branch")
        self.sign("sam", "security", "2026-11-02T10:00:00Z")
        early = self.folder / "branch/guidelines/parcel-notes/signoffs/0000-legal-approve.json"
        told = self.unchanged(1, "--import", early, "--time", NOON)
        self.assertIn("times in a log must not go back", told)
        self.assertIn("Keep the log of the branch that was signed first", told)
        late = self.folder / SIGNOFFS / "0000-security-approve.json"
        self.rubrica("sign", "branch", "--import", late, "--time", NOON)
        # Signed after another one of its own branch.
        self.sign("sam", "security", "2026-11-02T11:00:00Z")
        second = self.folder / SIGNOFFS / "0001-security-approve.json"
        told = self.rubrica("sign", "branch", "--import", second, "--time", NOON, code=1).stderr
        self.assertIn("have the person sign again", told)

    def test_a_statement_that_was_changed_on_its_way_is_refused(self):
        self.rubrica("sign", "parcels", "--as", "legal", "--decision", "request-changes", "--comment", "Too long.",
                     "--id", "lena@parcels.example", "--prepare", "note.json", "--time", NOON)
        self.write("note.json.sig", "nothing")
        self.unchanged(1, "--import", "note.json", "--time", NOON)
        self.write("note.json", "{}")
        self.unchanged(2, "--import", "note.json", "--time", NOON)
        self.unchanged(2, "--import", "other.json")

    def refused(self, words, *arguments, code=1, time="2026-11-02T10:00:00Z"):
        told = self.unchanged(code, *arguments, "--time", time)
        self.assertIn(words, " ".join(told.split()))

    def test_what_could_never_count_is_not_signed(self):
        self.write("parcels/allowed_signers", "".join(self.signer(name) for name in ("olga", "lena", "sam", "mallory")))
        approve, delegate = ("--as", "legal", "--decision", "approve"), ("--as", "legal", "--decision", "delegate")
        later = ("--expires", "2026-12-24T00:00:00Z", "--comment", "Away.")
        self.refused("role-not-member", *approve, "--key", "mallory")
        self.refused("without a delegation", *approve, "--key", "sam", "--on-behalf-of", "lena@parcels.example")
        for name, words in (("nobody@parcels.example", "has no key"), ("lena@parcels.example", "for themselves")):
            self.refused(words, *delegate, *later, "--key", "lena", "--delegate", name)
        self.refused("does not have the role", *delegate, *later, "--key", "mallory", "--delegate", "sam@parcels.example")
        self.refused("not after", *approve, "--key", "lena", "--expires", "2026-11-01T00:00:00Z", code=2)
        self.refused("is over", "--as", "legal", "--decision", "approve-with-conditions", "--key", "lena",
                     "--condition", "2026-11-01 Sign the annex.")
        self.refused("does not have the role", "--policy", "--as", "owner", "--decision", "approve", "--key", "lena")
        # An objection is heard from anybody.
        self.sign("mallory", "legal", "2026-11-02T10:00:00Z", "--comment", "Wait.", decision="request-changes")

    def test_only_who_may_withdraws_an_objection(self):
        self.write("parcels/allowed_signers", "".join(self.signer(name) for name in ("olga", "lena", "sam", "mallory")))
        self.sign_policy("2026-11-02T09:00:00Z")
        time = "2026-11-02T10:00:00Z"
        self.sign("mallory", "legal", time, "--comment", "Wait.", decision="request-changes")
        withdraw = ("--as", "legal", "--decision", "withdraw", "--comment", "Done.",
                    "--supersedes", "0000-legal-request-changes.json")
        self.refused("would take nothing back", *withdraw, "--key", "sam")
        self.assertIn("role-objection", self.codes("parcels", NOON))
        # Somebody of the role may, also for another person.
        self.rubrica("sign", "parcels", *withdraw, "--key", "lena", "--time", time)
        self.assertNotIn("role-objection", self.codes("parcels", NOON))

    def test_only_who_objected_to_a_policy_withdraws_it(self):
        self.sign("lena", "owner", "2026-11-02T09:00:00Z", "--policy", "--comment", "Wait.", decision="request-changes")
        withdraw = ("--policy", "--as", "owner", "--decision", "withdraw", "--comment", "Done.", "--supersedes",
                    "0000-owner-request-changes.json")
        self.refused("alone can withdraw", *withdraw, "--key", "olga")
        self.rubrica("sign", "parcels", *withdraw, "--key", "lena", "--time", NOON)

    def test_an_author_who_signs_by_name_is_refused(self):
        self.edit(GUIDELINE + "/guideline.md", "authors: [ada@parcels.example]", "authors: [Lena Park]")
        self.refused("an author of the guideline", "--as", "legal", "--decision", "approve", "--key", "lena",
                     "--name", "lena park")

    def test_nothing_is_signed_in_a_far_future(self):
        far = "2962-11-02T10:00:00Z"
        self.refused("lies in the future", "--as", "legal", "--decision", "approve", "--key", "lena", time=far)
        self.rubrica("sign", "parcels", "--as", "legal", "--decision", "approve", "--id", "lena@parcels.example",
                     "--prepare", "note.json", "--time", far, code=1)
        self.assertFalse((self.folder / "note.json").exists())

    def test_what_does_not_compile_is_not_signed(self):
        self.edit(GUIDELINE + "/guideline.md", "## Labels", "## Labels\n\n[nothing](#no-such-place)\n")
        self.refused("rubrica check", "--as", "legal", "--decision", "approve", "--key", "lena", code=1)
        told = self.rubrica("review", "packet", "legal", "parcels", "-o", "legal.html", code=1).stderr
        self.assertIn("guideline.md:", told)
        self.assertFalse((self.folder / "legal.html").exists())

    def test_a_statement_about_another_content_is_not_imported(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        self.rubrica("sign", "parcels", "--as", "legal", "--decision", "approve", "--id", "lena@parcels.example",
                     "--prepare", "note.json", "--time", NOON)
        subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", "lena", "note.json"],
                       cwd=self.folder, check=True, capture_output=True)
        self.edit(GUIDELINE + "/governance.yaml", "labels 60 months", "labels 61 months")
        self.refused("another content of `parcel-notes#data`", "--import", "note.json", time=NOON)

    def test_only_the_packet_of_what_is_signed_was_reviewed(self):
        approve = ("--as", "legal", "--decision", "approve", "--key", "lena", "--reviewed")
        self.sign_policy("2026-11-02T09:00:00Z")
        self.rubrica("review", "packet", "owner", "parcels", "-o", "owner.html")
        self.rubrica("review", "packet", "legal", "parcels", "-o", "legal.html")
        for path, words in (("/etc/hostname", "not a review packet"), ("owner.html", "another role")):
            self.refused(words, *approve, path)
        self.edit(GUIDELINE + "/governance.yaml", "labels 60 months", "labels 61 months")
        self.refused("another content of `parcel-notes#data`", *approve, "legal.html")
        self.refused("rubrica review packet legal parcels", *approve, "legal.html")
        self.rubrica("review", "packet", "legal", "parcels", "-o", "legal.html")
        page = (self.folder / "legal.html").read_text()
        for edited in (page.replace("61 months", "2 months"), page + "<p>All is fine.</p>",
                       page.replace("<main>", "<h1>ALL IS FINE</h1><main hidden>")):
            self.assertNotEqual(page, edited)
            self.write("edited.html", edited)
            self.refused("is not the page that `rubrica review packet` makes", *approve, "edited.html")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z", "--reviewed", "legal.html")
        # It was made before anybody of the role had signed, and says nothing that is untrue now.
        self.sign("lena", "legal", "2026-11-02T11:00:00Z", "--reviewed", "legal.html")
        self.rubrica("review", "packet", "legal", "parcels", "--for", "lena@parcels.example", "-o", "legal.html")
        self.sign("lena", "legal", "2026-11-02T12:00:00Z", "--reviewed", "legal.html")

    def test_a_policy_is_read_before_it_is_signed(self):
        packet = ("review", "packet", "owner", "parcels", "--policy", "-o", "policy.html")
        approve = ("--policy", "--as", "owner", "--decision", "approve", "--key", "olga", "--reviewed", "policy.html")
        self.rubrica(*packet)
        self.assertIn("No policy was approved before", (self.folder / "policy.html").read_text())
        changed = (self.folder / "policy.html").read_text().replace("sam@parcels.example", "sam@parcels.test")
        self.write("changed.html", changed)
        self.refused("is not the page that", *approve[:-1], "changed.html")
        self.rubrica("sign", "parcels", *approve, "--time", "2026-11-02T09:00:00Z")
        meaning = "I have read the approval policy and approve it as owner."
        self.assertIn(meaning, (self.folder / "policy.html").read_text())
        signed = json.loads((self.folder / "parcels/signoffs/0000-owner-approve.json").read_text())
        self.assertEqual(meaning, signed["predicate"]["meaning"])
        self.rubrica(*packet)
        self.assertIn("Nothing.", (self.folder / "policy.html").read_text())
        self.edit("parcels/rubrica.yaml", "people: [sam@parcels.example]", "people: [sam@parcels.example, mallory@x.example]")
        with open(self.folder / "parcels/allowed_signers", "a") as file:
            file.write(self.signer("mallory"))
        self.refused("another content of `policy`", *approve)
        self.refused("parcels --policy", *approve)
        self.rubrica(*packet)
        page = (self.folder / "policy.html").read_text()
        self.assertIn("Who may sign as <code>security</code>", page)
        self.assertIn("<ins>mallory@x.example,</ins> sam@parcels.example", page)
        self.assertIn("The keys of <code>mallory@parcels.example</code>", page)
        self.rubrica("sign", "parcels", *approve, "--time", "2026-11-02T10:00:00Z")
        self.rubrica("review", "packet", "legal", "parcels", "--policy", code=2)

    def test_a_sealed_bundle_says_that_nothing_is_open(self):
        self.sign_everything()
        self.release()
        for name in ("checklist.md", "checklist.html"):
            text = (self.folder / "out/parcel-notes/checklist" / name).read_text()
            self.assertIn("62 of 63 items are settled. The gate decides the rest", text)
            self.assertNotIn("not run, blocks", text)
            self.assertIn("<code>seal.json</code>" if name.endswith("html") else "`seal.json`", text)

    def test_nobody_signs_under_a_policy_that_is_not_in_force(self):
        approve = ("--as", "legal", "--decision", "approve", "--key", "lena")
        self.refused("sign --policy --as owner", *approve)
        self.sign_everything()
        with open(self.folder / "parcels/allowed_signers", "a") as file:
            file.write(self.signer("mallory"))
        for more in (approve, (*approve, "--prepare", "note.json"),
                     ("--as", "legal", "--decision", "withdraw", "--key", "lena", "--comment", "No.", "--supersedes",
                      "0000-legal-approve.json"),
                     ("--as", "legal", "--decision", "delegate", "--key", "lena", "--delegate", "sam@parcels.example",
                      "--expires", "2026-12-24T00:00:00Z")):
            self.refused("policy-unapproved", *more, time=NOON)
        told = self.rubrica("why", "legal", "parcels", "--time", NOON, code=1).stdout
        self.assertIn("policy-unapproved", told)
        self.assertIn("--policy --as owner --decision approve", told)
        self.assertNotIn("--as legal", told)
        # What was signed before counts with the policy.
        self.sign_policy("2026-11-02T13:00:00Z")
        self.rubrica("why", "legal", "parcels", "--time", "2026-11-02T14:00:00Z")
        self.sign("lena", "legal", "2026-11-02T14:00:00Z")

    def test_the_checklist_knows_of_a_policy_that_is_not_in_force(self):
        self.sign_everything()
        self.edit("parcels/rubrica.yaml", "maximum-age: 180", "maximum-age: 90")
        self.rubrica("build", "parcels", "--output", "out")
        items = json.loads((self.folder / "out/parcel-notes/checklist/checklist.json").read_text())["items"]
        item = next(item for item in items if item["id"] == "REL-01")
        self.assertEqual("failed", item["state"])
        self.assertIn("approval policy", item["missing"][0]["text"])
        self.assertEqual(["checklist-open", "policy-unapproved"], self.codes("parcels", NOON))

    def test_one_person_in_two_roles_is_told_by_every_command(self):
        allowed = "  one-person-several-roles: true\n  policy: {role: owner}"
        self.edit("parcels/rubrica.yaml", "  policy: {role: owner}", allowed)
        self.edit("parcels/rubrica.yaml", "people: [sam@parcels.example]", "people: [sam@parcels.example, lena@parcels.example]")
        self.sign_policy("2026-11-02T09:00:00Z")
        for role, person in (("legal", "lena"), ("security", "lena"), ("owner", "olga")):
            self.sign(person, role, "2026-11-02T10:00:00Z")
        self.gate("parcels", NOON, code=0)
        self.edit("parcels/rubrica.yaml", allowed, "  policy: {role: owner}")
        self.sign_policy("2026-11-02T11:00:00Z")
        for words in (["status"], ["why", "legal"], ["why", "security"], ["gate"]):
            told = self.rubrica(*words, "parcels", "--time", NOON, code=1).stdout
            self.assertIn("role-person-twice", told)
        self.assertNotIn("role-person-twice", self.rubrica("why", "owner", "parcels", "--time", NOON).stdout)
        self.assertEqual(["checklist-open", "role-person-twice"], self.codes("parcels", NOON))
        # Whoever counts in one role is not taken for the other one.
        self.refused("role-person-twice", "--as", "security", "--decision", "approve", "--key", "lena", time=NOON)
        self.sign("lena", "security", NOON, "--comment", "Sam does.", "--supersedes", "0001-security-approve.json",
                  decision="withdraw")
        self.sign("sam", "security", NOON)
        self.gate("parcels", "2026-11-02T13:00:00Z", code=0)

    def test_a_program_that_does_not_sign_is_told_of(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        self.write("bin/ssh-keygen", "#!/bin/sh\nexit 0\n").chmod(0o755)
        told = self.rubrica("sign", "parcels", "--as", "legal", "--decision", "approve", "--key", "lena", "--time", NOON,
                            code=2, environment={"PATH": str(self.folder / "bin")}).stderr
        self.assertIn("did not sign", told)

    def test_a_folder_among_the_signoffs_is_named(self):
        (self.folder / SIGNOFFS / "old").mkdir(parents=True)
        told = self.rubrica("gate", "parcels", "--time", NOON, code=2).stderr
        self.assertIn(f"{SIGNOFFS}/old", told)
        self.assertNotIn("guideline.md", told)

    def test_a_damaged_log_takes_no_more(self):
        self.sign_everything()
        log = self.folder / SIGNOFFS / "log.txt"
        log.write_text("".join(log.read_text().splitlines(True)[:-1]))
        told = self.unchanged(1, "--as", "legal", "--decision", "approve", "--key", "lena", "--time", NOON)
        self.assertIn("0002-owner-approve.json", told)
        self.assertIn("from version control", told)

    def test_a_damaged_log_is_told_alike_by_all(self):
        self.sign_everything()
        approve = ("--as", "legal", "--decision", "approve", "--key", "lena", "--time", NOON)
        log, statement = (self.folder / SIGNOFFS / name for name in ("log.txt", "0000-legal-approve.json"))
        for path, text, words in (
                (log, None, "no `log.txt`"), (statement, None, "there is no such file"),
                (log, "<<<<<<< HEAD\n" + log.read_text(), "git has left")):
            old = path.read_text()
            path.write_text(text) if text else path.unlink()
            told = self.unchanged(1, *approve)
            self.assertIn(words, told)
            self.assertNotIn("completes it", told)
            self.assertEqual(1, told.count("refused:"))
            denials = self.gate("parcels", NOON, code=1)["denials"]
            self.assertTrue(any(words in denial["message"] for denial in denials))
            path.write_text(old)

    def test_another_id_needs_another_log(self):
        self.sign_everything()
        self.edit(GUIDELINE + "/guideline.md", "id: parcel-notes", "id: notes-of-parcels")
        told = self.unchanged(1, "--as", "legal", "--decision", "approve", "--key", "lena", "--time", NOON)
        self.assertIn("move the folder of sign-offs away", told)
        told = self.rubrica("why", "legal", "parcels", "--time", NOON, code=1).stdout
        self.assertIn("move the folder of sign-offs away", told)
        self.assertNotIn("rubrica sign", told)
        shutil.move(self.folder / SIGNOFFS, self.folder / "old")
        self.sign("lena", "legal", NOON)


class Reasons(InParcels):
    def test_every_reason_says_what_where_and_who(self):
        answer = self.gate("parcels", NOON, code=1)
        self.assertEqual(
            ["checklist-open", "policy-unapproved", "role-missing"],
            sorted({denial["code"] for denial in answer["denials"]}))
        for denial in answer["denials"]:
            self.assertTrue(denial["message"].endswith((".", "?")), denial)
            self.assertTrue(denial["who"], denial)
            if denial["file"]:
                line = (self.folder / denial["file"]).read_text().splitlines()[denial["line"] - 1]
                self.assertGreaterEqual(len(line), denial["column"])
        self.assertIn("checklist-closed", self.properties_when_signed())

    def test_a_finding_names_whoever_can_mend_it(self):
        def who():
            denials = self.gate("parcels", NOON, code=1)["denials"]
            return {tuple(denial["who"]) for denial in denials if denial["code"] == "finding"}
        self.edit(GUIDELINE + "/guideline.md", "## Labels", "## Labels\n\n[nothing](#no-such-place)\n")
        self.assertEqual({("ada@parcels.example",)}, who())
        # Without authors, the role of the policy that answers for them.
        self.edit(GUIDELINE + "/guideline.md", "authors: [ada@parcels.example]\n", "")
        self.assertEqual({("owner",)}, who())

    def properties_when_signed(self):
        self.sign_everything()
        answer = self.gate("parcels", NOON, code=0)
        self.assertEqual("2026-12-16T00:00:00Z", answer["validUntil"])
        return answer["properties"]

    def test_a_condition_is_a_no_until_the_role_says_that_it_is_met(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z", "--condition", "2026-11-20 Sign the annex.",
                  decision="approve-with-conditions")
        self.sign("sam", "security", "2026-11-02T11:00:00Z")
        self.sign("olga", "owner", "2026-11-02T12:00:00Z")
        denials = self.gate("parcels", NOON, code=1)["denials"]
        self.assertEqual(["REL-03"], [denial["message"].split()[0] for denial in denials])
        statement = "0000-legal-approve-with-conditions.json"
        self.assertEqual((["lena@parcels.example"], statement), (denials[0]["who"], denials[0]["statement"]))
        told = self.rubrica("why", "legal", "parcels", "--time", NOON).stdout
        self.assertIn("Sign the annex.", told)
        self.assertIn(f"--as legal --decision approve --supersedes {statement} --key KEY", told)
        self.assertIn("    legal: REL-03\n", self.rubrica("status", "parcels", "--time", NOON, code=1).stdout)
        late = "2026-11-21T00:00:00Z"
        self.assertEqual(["checklist-open", "condition-overdue"], self.codes("parcels", late))
        # An approval that does not name the condition leaves it open.
        self.sign("lena", "legal", "2026-11-21T08:00:00Z")
        self.assertIn("checklist-open", self.codes("parcels", "2026-11-21T08:30:00Z"))
        self.sign("lena", "legal", "2026-11-21T09:00:00Z", "--supersedes", "0000-legal-approve-with-conditions.json")
        self.gate("parcels", "2026-11-21T09:30:00Z", code=0)

    def test_a_role_that_keeps_wording_keeps_no_more_than_other_words(self):
        self.sign_everything()
        guideline = GUIDELINE + "/guideline.md"
        self.edit(guideline, "Every text is one note", "Each text is a note")
        self.gate("parcels", NOON, code=0)
        text = (self.folder / guideline).read_text(encoding="utf-8")
        for old, new in [
                ("## Rules", "## Read this first\n\nWhen a note is rude, choose the first one.\n\n## Rules"),
                ("Choose what it asks for.", "Choose [Address](#address)."),
                ("Choose what it asks for.", "Choose what it asks for.\n\nGuess."),
                ("### Damage {#damage}", "### Address {#damage}"), ("> The jar has a crack", "> The lid has a crack")]:
            with self.subTest(new):
                self.edit(guideline, old, new)
                self.assertIn("role-stale", self.codes("parcels", NOON))
            self.write(guideline, text)

    def test_an_objection_ends_by_withdrawal(self):
        self.sign_everything()
        self.sign("lena", "legal", "2026-11-02T13:00:00Z", "--comment", "Wait.", decision="request-changes")
        self.assertEqual(["role-objection"], [
            code for code in self.codes("parcels", "2026-11-02T14:00:00Z") if code.startswith("role-objection")])
        told = self.rubrica("why", "legal", "parcels", "--time", "2026-11-02T14:00:00Z", code=1).stdout
        self.assertIn("Wait.", told)
        self.assertIn("--supersedes 0003-legal-request-changes.json", told)
        self.sign("lena", "legal", "2026-11-02T15:00:00Z", "--comment", "It is fine.", "--supersedes",
                  "0003-legal-request-changes.json", decision="withdraw")
        self.rubrica("why", "legal", "parcels", "--time", "2026-11-02T16:00:00Z")

    def test_only_those_are_named_who_can_sign(self):
        self.key("lars")
        with open(self.folder / "parcels/allowed_signers", "a") as file:
            file.write(self.signer("lars"))
        self.edit("parcels/rubrica.yaml", "people: [lena@parcels.example, lars@parcels.example]",
                  "people: [lena@parcels.example, lars@parcels.example]\n      quorum: 2")
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z")
        why = ("why", "legal", "parcels", "--time", NOON)
        self.assertIn("who can sign: lars@parcels.example\n", self.rubrica(*why, code=1).stdout)
        # Whoever of the role may say that an objection is met.
        self.sign("lars", "legal", "2026-11-02T11:00:00Z", "--comment", "Wait.", decision="request-changes")
        objection = [denial for denial in self.gate("parcels", NOON, code=1)["denials"] if denial["code"] == "role-objection"]
        self.assertEqual([["legal"]], [denial["who"] for denial in objection])
        self.assertIn("who can sign: lena@parcels.example, lars@parcels.example\n", self.rubrica(*why, code=1).stdout)
        self.edit(GUIDELINE + "/guideline.md", "authors: [ada@parcels.example]", "authors: [lena@parcels.example]")
        self.write("parcels/revoked_keys", self.public("lars") + "\n")
        told = self.rubrica(*why, code=1).stdout
        self.assertNotIn("rubrica sign", told)
        self.write("parcels/revoked_keys", "")
        self.assertIn("who can sign: lars@parcels.example\n", self.rubrica(*why, code=1).stdout)

    def test_nobody_is_named_who_counts_in_another_role(self):
        self.key("lars")
        with open(self.folder / "parcels/allowed_signers", "a") as file:
            file.write(self.signer("lars"))
        self.edit("parcels/rubrica.yaml", "people: [sam@parcels.example]", "people: [sam@parcels.example, lena@parcels.example]")
        self.sign_policy("2026-11-02T09:00:00Z")
        why = ("why", "security", "parcels", "--time", NOON)
        self.assertIn("who can sign: sam@parcels.example, lena@parcels.example\n", self.rubrica(*why, code=1).stdout)
        self.sign("lena", "legal", "2026-11-02T10:00:00Z")
        self.assertIn("who can sign: sam@parcels.example\n", self.rubrica(*why, code=1).stdout)
        # In the role itself, who has signed is named again once the text has changed.
        self.edit(GUIDELINE + "/governance.yaml", "classification: internal", "classification: confidential")
        self.assertIn("who can sign: sam@parcels.example, lena@parcels.example\n", self.rubrica(*why, code=1).stdout)

    def test_commands_that_are_told_can_be_copied(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        shutil.move(self.folder / "parcels", self.folder / "my parcel's")
        told = self.rubrica("why", "legal", "my parcel's", "--time", NOON, code=1).stdout
        words = shlex.split(next(line for line in told.splitlines() if line.startswith("  rubrica review ")))
        self.rubrica(*words[1:])
        words = shlex.split(next(line for line in told.splitlines() if line.startswith("  rubrica sign ")))
        self.rubrica(*words[1:-1], "lena", "--time", NOON)
        log = self.folder / "my parcel's/guidelines/parcel-notes/signoffs/log.txt"
        log.unlink()
        told = self.rubrica("why", "legal", "my parcel's", "--time", NOON, code=1).stdout
        self.assertNotIn("--decision", told)

    def test_who_signs_for_somebody_is_told(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z", "--delegate", "sam@parcels.example", "--expires",
                  "2026-12-24T00:00:00Z", decision="delegate")
        self.sign("sam", "legal", "2026-11-02T11:00:00Z", "--on-behalf-of", "lena@parcels.example")
        told = self.rubrica("why", "legal", "parcels", "--time", NOON).stdout
        self.assertIn("sam@parcels.example approved for lena@parcels.example", told)

    def test_status_counts_what_has_run_out_as_open(self):
        self.sign_everything()
        self.assertIn(" 0 blocking items open", self.rubrica("status", "parcels", "--time", NOON).stdout)
        self.assertNotIn(" 0 blocking items open", self.rubrica("status", "parcels", "--time", "2028-01-01T00:00:00Z", code=1).stdout)

    def test_status_shows_every_date_that_comes_due(self):
        self.sign_everything()
        told = self.rubrica("status", "parcels", "--time", NOON).stdout
        for words in ("waiver of VEN-04", "must be reviewed", "vendor ends", "`legal` expires", "`security` expires", "`owner` expires"):
            self.assertIn(words, told)

    def test_the_policy_of_the_tutorial_covers_what_is_yet_to_come(self):
        self.rubrica("i18n", "update", "parcels/guidelines/parcel-notes", "de")
        self.assertNotIn("leaf-in-no-scope", self.codes("parcels", NOON))

    def test_status_tells_programs_what_it_tells_people(self):
        self.sign_policy("2026-11-02T09:00:00Z")
        self.sign("lena", "legal", "2026-11-02T10:00:00Z")
        answer = json.loads(
            self.rubrica("status", "parcels", "--time", NOON, "--format", "json", code=1).stdout)
        roles = {role["role"]: role for role in answer["roles"]}
        self.assertEqual([1, 0, 0], [roles[name]["count"] for name in ("legal", "security", "owner")])
        self.assertTrue(roles["legal"]["isSatisfied"])
        self.assertEqual("lena@parcels.example", roles["legal"]["approvals"][0]["person"])
        checklist = answer["checklist"]
        self.assertEqual(checklist["open"], sum(len(turn["items"]) for turn in checklist["turns"]))
        self.assertGreater(checklist["items"], checklist["open"])
        self.assertLessEqual({turn["role"] for turn in checklist["turns"]}, set(roles))
        self.assertIn("2026-12-15", [entry["date"] for entry in answer["due"]])
        self.assertEqual("denied", answer["result"])

    def test_status_without_a_policy_says_so_once(self):
        settings = self.folder / "parcels/rubrica.yaml"
        settings.write_text(settings.read_text().split("approval:")[0])
        told = self.rubrica("status", "parcels", code=1).stdout
        self.assertEqual(1, told.count("no approval policy"))
        self.assertIn("parcel-notes 1.0.0", told)
        self.assertIn("blocking items open", told)
        answer = json.loads(self.rubrica("status", "parcels", "--format", "json", code=1).stdout)
        self.assertEqual(["policy-missing"], [denial["code"] for denial in answer["denials"]])
        # The gate and a release say the same, and not that nothing could be told.
        self.assertEqual(["policy-missing"], self.codes("parcels", NOON))
        self.assertIn("no approval policy", self.release(code=1).stderr)

    def test_a_waiver_is_due_for_whoever_answers_for_the_item(self):
        self.rubrica("build", "parcels", "--output", "out")
        due = json.loads((self.folder / "out/parcel-notes/checklist/checklist.json").read_text())["due"]
        self.assertEqual(["legal"], [entry["role"] for entry in due if "VEN-04" in entry["what"]])

    def test_a_place_in_the_settings_can_be_opened(self):
        self.sign_everything()
        self.edit("parcels/rubrica.yaml", "targets: {", "checks: {sentence-too-long: off}\ntargets: {")
        self.sign_policy("2026-11-02T13:00:00Z")
        told = self.rubrica("why", "owner", "parcels", "--time", "2026-11-02T14:00:00Z", code=1).stdout
        self.assertIn("at parcels/rubrica.yaml:3:", told)

    def test_what_cannot_be_asked_is_neither_yes_nor_no(self):
        for words in (["gate", "nothing"], ["gate", "parcels", "--key", "release.pub"], ["why", "nobody", "parcels"],
                      ["gate", "parcels", "--time", "yesterday"], ["status", "nothing"],
                      ["release", "parcels", "--key", "release.pub"]):
            self.rubrica(*words, code=2)


class Releases(InParcels):
    def setUp(self):
        super().setUp()
        self.sign_everything()

    def bundle(self, *more, code):
        return self.gate("out/parcel-notes", "2026-11-04T09:00:00Z", "--key", "release.pub", *more, code=code)

    def test_the_seal_counts(self):
        self.release()
        self.assertIn("sealed", self.bundle("--seen", "1", code=0)["properties"])
        denials = self.bundle("--seen", "2", code=1)["denials"]
        self.assertEqual(["seal-older"], [denial["code"] for denial in denials])
        self.rubrica("gate", "out/parcel-notes", code=2)
        self.release("2026-11-03T10:00:00Z")
        self.bundle("--seen", "2", code=0)
        self.assertEqual(
            ["seal-property"], self.codes("out/parcel-notes", "2026-11-04T09:00:00Z", "--key", "release.pub", "--require", "blessed"))

    def test_a_key_can_come_through_a_pipe(self):
        self.release()
        gate = ("gate", "out/parcel-notes", "--time", "2026-11-04T09:00:00Z", "--key", "/dev/stdin")
        self.rubrica(*gate, input=self.public("release") + "\n")
        self.rubrica(*gate, input=self.public("mallory") + "\n", code=1)
        self.assertIn("no public key", self.rubrica(*gate, input="", code=2).stderr)

    def test_a_pipe_with_a_name_waits_for_its_writer(self):
        self.release()
        pipe = self.folder / "key.pipe"
        os.mkfifo(pipe)
        gate = ("gate", "out/parcel-notes", "--time", "2026-11-04T09:00:00Z", "--key", "key.pipe")
        for text, code in ((self.public("release") + "\n", 0), (self.public("mallory") + "\n", 1), ("", 2)):
            writer = threading.Timer(0.3, pipe.write_text, [text])
            writer.daemon = True
            writer.start()
            self.rubrica(*gate, code=code)
            writer.join(10)

    def test_another_key_is_no_key(self):
        self.release()
        self.assertEqual(
            ["seal-signature"], self.codes("out/parcel-notes", "2026-11-04T09:00:00Z", "--key", "mallory.pub"))

    def test_a_key_that_the_policy_does_not_name_seals_nothing(self):
        before = tree(self.folder)
        told = self.rubrica(
            "release", "parcels", "--output", "out", "--key", "mallory", "--time", "2026-11-03T09:00:00Z", code=1)
        self.assertIn("`release-keys`", told.stderr)
        self.assertEqual(before, tree(self.folder))

    def test_what_a_killed_release_left_is_cleared_away(self):
        self.release()
        left = self.write("out/parcel-notes/seal.json.1kz8h2p0q7xyz.tmp", "{")
        self.rubrica("build", "parcels", "--output", "out")
        self.assertFalse(left.exists())
        left.write_text("{")
        self.release("2026-11-03T10:00:00Z")
        self.assertFalse(left.exists())
        self.bundle(code=0)
        kept = self.write("out/parcel-notes/notes.1kz8h2p0q7xyz.tmp", "mine")
        self.assertIn(kept.name, self.release("2026-11-03T11:00:00Z", code=2).stderr)

    def test_a_release_that_fails_leaves_the_earlier_one(self):
        self.release()
        before = tree(self.folder)
        seals = self.folder / SIGNOFFS / "seals.txt"
        good = seals.read_text()
        for text, place in ((good + "=======\n", "2:1"), (good + good, "2:1"), ("1 x 1.0.0\n", "1:3")):
            seals.write_text(text)
            with self.subTest(text):
                told = self.release("2026-11-03T10:00:00Z", code=2).stderr
                self.assertIn(f"{SIGNOFFS}/seals.txt:{place}: ", " ".join(told.split()))
                seals.write_text(good)
                self.assertEqual(before, tree(self.folder))
        # No room for a checkpoint, for a bundle.
        for size in (0, 1000):
            self.code(2, run_without_room(
                "release", "parcels", "--output", "out", "--key", "release", "--time", "2026-11-03T10:00:00Z",
                cwd=self.folder, size=size))
            self.assertEqual(before, tree(self.folder))
        self.bundle(code=0)

    def test_a_release_that_is_not_counted_any_more_is_noticed(self):
        self.release()
        seals = self.folder / SIGNOFFS / "seals.txt"
        good = seals.read_text()
        begun = self.folder / SIGNOFFS / ".first-release"
        self.assertFalse(begun.exists())

        def refused():
            before = tree(self.folder)
            told = " ".join(self.release("2026-11-03T10:00:00Z", code=2).stderr.split())
            self.assertEqual(before, tree(self.folder))
            self.assertIn("from version control", told)
            return told

        seals.unlink()
        self.assertIn("seals.txt` does not exist, but `out/parcel-notes/seal.json` is the seal of release 1", refused())
        seals.write_text("\n")
        self.assertIn("seals.txt` has no release in it", refused())
        shutil.rmtree(self.folder / "out")
        self.assertIn("/checkpoint.txt` was written by a release", refused())
        seals.write_text(good)
        self.release("2026-11-03T10:00:00Z")
        seals.write_text(good)
        self.assertIn("ends with release 1, but `out/parcel-notes/seal.json` is the seal of release 2", refused())
        # As a kill leaves the first release, before anything was counted.
        shutil.rmtree(self.folder / "out")
        seals.unlink()
        begun.write_text("")
        self.release()
        self.assertFalse(begun.exists())
        self.bundle(code=0)

    def test_a_first_release_that_fails_leaves_nothing(self):
        before = tree(self.folder)
        for size in (0, 1000):
            self.code(2, run_without_room(
                "release", "parcels", "--output", "out", "--key", "release", "--time", "2026-11-03T10:00:00Z",
                cwd=self.folder, size=size))
            self.assertEqual(before, tree(self.folder))
        self.release()

    def test_a_kill_leaves_a_bundle_with_a_seal(self):
        words = [PROGRAM, "release", "parcels", "--output", "out", "--key", "release", "--time", "2026-11-03T10:00:00Z"]
        self.release()
        start = time.monotonic()
        self.release()
        lasts = time.monotonic() - start
        for moment in range(1, 13):
            process = subprocess.Popen(words, cwd=self.folder, env=CLEAN, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(lasts * moment / 12)
            process.kill()
            process.wait()
            with self.subTest(moment):
                self.bundle(code=0)
        self.release("2026-11-03T11:00:00Z")
        self.bundle(code=0)

    def test_a_bundle_is_no_source(self):
        self.release()
        for words in (["status"], ["why", "legal"], ["check"], ["build"], ["coverage"], ["review", "packet", "legal"],
                      ["release", "--key", "release"], ["sign", "--as", "legal", "--decision", "approve", "--key", "lena"]):
            told = " ".join(self.rubrica(*words, "out/parcel-notes", code=2).stderr.split())
            self.assertIn("`out/parcel-notes` is a bundle", told)
            self.assertIn("rubrica gate out/parcel-notes --key KEY", told)
        self.rubrica("diff", "out/parcel-notes", "parcels")

    def test_a_build_in_the_place_of_a_release_is_told(self):
        self.release()
        told = self.rubrica("build", "parcels", "--output", "out").stderr
        self.assertIn("unsealed: out/parcel-notes", told)
        self.assertNotIn("unsealed", self.rubrica("build", "parcels", "--output", "out").stderr)
        self.assertNotIn("unsealed", self.release("2026-11-03T10:00:00Z").stderr)

    def test_two_guidelines_of_one_id_are_refused(self):
        shutil.copytree(self.folder / GUIDELINE, self.folder / "parcels/guidelines/copy")
        time = ("--time", "2026-11-03T09:00:00Z")
        for words in (["check", "parcels"], ["gate", "parcels", *time], ["status", "parcels", *time],
                      ["release", "parcels/guidelines/copy", "--output", "out", "--key", "release", *time]):
            told = " ".join(self.rubrica(*words, code=2).stderr.split())
            self.assertIn("two guidelines have the id `parcel-notes`", told)
            self.assertIn("copy/guideline.md", told)
        self.assertFalse((self.folder / "out").exists())

    def test_a_folder_that_has_lost_its_guideline_is_named(self):
        self.write("parcels/guidelines/lost/governance.yaml", "")
        for words in (["check", "parcels"], ["gate", "parcels"], ["status", "parcels"], ["build", "parcels"]):
            self.assertIn("parcels/guidelines/lost", self.rubrica(*words, code=2).stderr)

    def test_a_guideline_where_none_is_looked_for_is_named(self):
        text = (self.folder / GUIDELINE / "guideline.md").read_text(encoding="utf-8")
        text = text.replace("id: parcel-notes", "id: cows")
        self.write("parcels/guidelines/README.md", "# Our guidelines\n")
        self.write("parcels/guidelines/notes.md", "---\ntitle: Notes\n---\n\nrubrica: no\n")
        self.rubrica("check", "parcels")
        for path in ("vision/cows/guideline.md", "vision/a/b/guideline.md", "parcel-notes/old/guideline.md", "loose.md"):
            self.write(f"parcels/guidelines/{path}", text)
            for folder, words in ((".", ["check", "parcels"]), (".", ["gate", "parcels"]), (".", ["status", "parcels"]),
                                  ("parcels", ["build", "guidelines"]), ("parcels/guidelines", ["check", "."])):
                with self.subTest((path, folder, words)):
                    told = self.code(2, run(*words, cwd=self.folder / folder)).stderr
                    self.assertIn(path, told)
            self.release(code=2)
            (self.folder / "parcels/guidelines" / path).unlink()
            shutil.rmtree(self.folder / "parcels/guidelines/vision", ignore_errors=True)
        # What is another workspace's, or a bundle, is its own.
        self.write("parcels/guidelines/vision/rubrica.yaml", "rubrica: 1\n")
        self.write("parcels/guidelines/vision/cows/guideline.md", text)
        self.rubrica("check", "parcels")
        self.assertFalse((self.folder / "out").exists())

    def test_a_key_that_others_can_read_is_told_of(self):
        self.assertNotIn("chmod", self.release().stderr)
        (self.folder / "release").chmod(0o644)
        self.assertIn("chmod 600", self.release("2026-11-03T10:00:00Z").stderr)

    def test_nothing_is_sealed_that_is_denied(self):
        self.edit(GUIDELINE + "/governance.yaml", "labels 60 months", "labels 61 months")
        told = self.release(code=1)
        self.assertIn("role-stale", told.stdout)
        self.assertFalse((self.folder / "out").exists())

    def test_every_changed_byte_is_noticed(self):
        self.release()
        bundle = self.folder / "out/parcel-notes"
        files = sorted(path for path in bundle.rglob("*") if path.is_file())
        self.assertGreater(len(files), 12)
        for path in files:
            bytes = path.read_bytes()
            for place in {0, len(bytes) // 2, len(bytes) - 1}:
                path.write_bytes(bytes[:place] + b"\x00" + bytes[place + 1:])
                with self.subTest(file=path.name, place=place):
                    self.bundle(code=1)
            path.write_bytes(bytes + b"\n")
            with self.subTest(file=path.name, place="end"):
                # Blanks around an envelope are no part of it.
                self.bundle(code=0 if path.name == "seal.json" else 1)
            path.unlink()
            with self.subTest(file=path.name, place="gone"):
                self.bundle(code=1)
            path.write_bytes(bytes)
        (bundle / "more.txt").write_text("more")
        self.assertEqual(["file-added"], [denial["code"] for denial in self.bundle(code=1)["denials"]])
        (bundle / "more.txt").unlink()
        self.bundle(code=0)

    def test_a_release_does_not_change_what_was_signed(self):
        before = tree(self.folder / "parcels")
        self.release()
        after = tree(self.folder / "parcels")
        self.assertEqual(before, {path: digest for path, digest in after.items() if path in before})
        self.gate("parcels", "2026-11-03T10:00:00Z", code=0)
        shutil.copytree(self.folder / "out", self.folder / "first")
        self.release()
        first, second = tree(self.folder / "first"), tree(self.folder / "out")
        seal = json.loads((self.folder / "out/parcel-notes/seal.json").read_text())
        self.assertEqual("application/vnd.in-toto+json", seal["payloadType"])
        self.assertEqual({"parcel-notes/seal.json"}, {path for path in first if first[path] != second[path]})


if __name__ == "__main__":
    unittest.main()
