"""The page that people sign by: all words, and nothing of them as markup."""
import hashlib
import html.parser
import unittest

from parcels import InParcels
from program import InFolder, run

HOSTILE = '</p></style><script>alert(1)</script> <img src=x onerror=alert(2)> & "quotes" <!-- {{ x }}'


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        self.tags.add("comment")


class ReviewTests(InFolder):
    def setUp(self):
        super().setUp()
        self.code(0, run("corpus", self.folder / "corpus", "--write-only", "--only", "good"))
        self.guideline = self.folder / "corpus/source/guidelines/parcel-notes"
        self.page = self.folder / "page.html"

    def packet(self, role):
        result = self.code(0, run("review", "packet", role, self.guideline, "--output", self.page))
        self.assertIn(hashlib.sha256(self.page.read_bytes()).hexdigest(), result.stdout + result.stderr)
        return Page(self.page.read_text())

    def test_what_was_written_is_shown_and_does_nothing(self):
        self.edit("guideline.md", "\n## Labels\n", f"\nA note: `{HOSTILE}` ends.\n\n## Labels\n")
        quoted = HOSTILE.replace("'", "''")
        self.edit("governance.yaml", "English only.", f"'{quoted}'")
        page = self.packet("owner")
        self.assertEqual(2, "".join(page.text).count(HOSTILE))
        self.assertFalse({"script", "img", "iframe", "link", "comment"} & page.tags)
        self.assertFalse([name for name in page.attributes if name.startswith("on")])

    def test_a_role_sees_what_has_changed_since_it_signed(self):
        before = self.packet("owner")
        self.assertIn("Nothing.", before.text)
        self.assertNotIn("wording", before.text)
        self.edit("guideline.md", "Send each note", "Send every note")
        after = self.packet("owner")
        self.assertNotIn("Nothing.", after.text)
        self.assertIn("wording", after.text)
        self.assertEqual(before.text.count("guideline/purpose") + 1, after.text.count("guideline/purpose"))
        # What others sign, and nobody of this role.
        self.assertIn("Nothing.", self.packet("legal").text)

    def edit(self, file, old, new):
        text = (self.guideline / file).read_text()
        self.assertEqual(1, text.count(old), old)
        (self.guideline / file).write_text(text.replace(old, new))


class Comparisons(InParcels):
    def packet(self, *more, code=0):
        told = self.rubrica("review", "packet", "legal", "parcels", "-o", "legal.html", *more, code=code)
        return told.stderr if code else Page((self.folder / "legal.html").read_text()).text

    def test_only_people_of_the_role_are_compared_with(self):
        self.write("parcels/allowed_signers", "".join(self.signer(name) for name in ("olga", "lena", "sam", "mallory")))
        self.sign_everything()
        self.edit("parcels/guidelines/parcel-notes/governance.yaml", "labels 60 months", "labels 61 months")
        self.sign("mallory", "legal", "2026-11-02T13:00:00Z", "--comment", "Wait.", decision="request-changes")
        page = "".join(self.packet())
        self.assertIn("lena@parcels.example approved", page)
        self.assertNotIn("mallory", page)
        self.assertIn("semantic", page)

    def test_a_reviewer_sees_which_questions_the_signature_answers(self):
        self.write("parcels/ours.yaml", "catalogue: 1\ngroups: [Works council]\nitems:\n  - {id: WRK-01, group: Works council,"
                   " question: Was the council asked?, why: b, how: c, kind: attested, level: warn, role: legal,"
                   " evidence: sign-off}\n")
        self.edit("parcels/rubrica.yaml", "targets:", "checklist: {catalogues: [ours.yaml]}\ntargets:")
        self.edit("parcels/guidelines/parcel-notes/governance.yaml", "  retention:", "  # retention:")
        self.packet()
        page = (self.folder / "legal.html").read_text()
        answered, rest = page.split("Questions that stay open")
        open_ones = rest.split("Scope: ")[0]
        for item in ("SRC-03", "WRK-01"):
            self.assertIn(f'id="{item}"', answered)
        self.assertIn("Was the council asked?", answered)
        self.assertIn("EL-1-DPA", answered)
        self.assertIn("retention", open_ones)
        # Questions of other roles, of the compiler, and those that signatures alone decide.
        for item in ("SEC-03", "REL-01", "REL-02"):
            self.assertNotIn(f'id="{item}"', page)
        self.edit("parcels/guidelines/parcel-notes/governance.yaml", "  # retention:", "  retention:")
        self.sign_everything()
        self.packet()
        self.assertIn("has approved: lena@parcels.example", (self.folder / "legal.html").read_text())

    def owner(self):
        self.rubrica("review", "packet", "owner", "parcels", "-o", "owner.html")
        return (self.folder / "owner.html").read_text()

    def test_answers_are_in_words_and_an_edited_rule_is_one_rule(self):
        self.sign_everything()
        guideline = "parcels/guidelines/parcel-notes/guideline.md"
        self.edit(guideline, "- Judge the whole note,", "- Judge all of the note,")
        self.edit(guideline, "topic: damage\n```\n\n#### Bad", "topic: address\n```\n\n#### Bad")
        page = self.owner()
        self.assertNotIn("{label:", page)
        self.assertNotIn("{answers:", page)
        self.assertIn("topic: <del>Damage</del> <ins>Address</ins>", page)
        self.assertIn("Judge <ins>all of</ins> the <del>whole</del> note", page)
        self.assertNotIn("removed: ", page)

    def test_rows_of_data_are_shown_and_do_nothing(self):
        guideline = "parcels/guidelines/parcel-notes/guideline.md"
        rows = "".join(f"{number},a note\n" for number in range(200))
        self.write("parcels/guidelines/parcel-notes/gold.csv", "id,text\n" + rows)
        self.edit(guideline, "## Labels", "See [the gold items](gold.csv).\n\n## Labels")
        first = self.owner()
        self.assertIn("<td>18,a note", first)
        self.assertIn("and 181 more rows", first)
        self.sign_everything()
        self.write("parcels/guidelines/parcel-notes/gold.csv",
                   "id,text\n" + rows.replace("7,a note", f"7,{HOSTILE}", 1) + "200,\u202enew\n")
        page = self.owner()
        self.assertIn("Rows that are gone: 1. Rows that are new: 2. Rows now: 202.", page)
        self.assertIn("<del>7,a note</del>", page)
        self.assertIn(HOSTILE, "".join(Page(page).text))
        self.assertNotIn("<script", page)
        self.assertNotIn("\u202e", page)
        # Texts that are not those that were signed count for nothing.
        signed = next((self.folder / "parcels/guidelines/parcel-notes/signoffs").glob("*owner*.leaves.json"))
        signed.write_text(signed.read_text().replace("7,a note", "7,a lie"))
        self.assertIn("was not kept", self.owner())

    def test_a_person_who_is_not_of_the_role_is_refused(self):
        told = self.packet("--for", "lena", code=2)
        self.assertIn("lena@parcels.example", told)
        self.packet("--for", "lena@parcels.example")


if __name__ == "__main__":
    unittest.main()
