"""Tries the oracles: the sample bundles must pass, and each way to break one must fail the check that is there for it.

    selftest.py [--fast] [CHECK...]     --fast leaves out what needs a server or a browser
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import samples

HERE = pathlib.Path(__file__).resolve().parent


def text(path, change):
    def work(bundle):
        before = (bundle / path).read_text(encoding="utf-8")
        after = change(before)
        assert before != after, f"{path}: the change changes nothing"
        (bundle / path).write_text(after, encoding="utf-8")
    return work


def data(path, change):
    def work(bundle):
        value = json.loads((bundle / path).read_text(encoding="utf-8"))
        change(value)
        (bundle / path).write_text(json.dumps(value), encoding="utf-8")
    return work


def config(change):
    """Changes config.xml, and label_config with it."""
    def work(bundle):
        text("label-studio/config.xml", change)(bundle)
        xml = (bundle / "label-studio/config.xml").read_text(encoding="utf-8")
        data("label-studio/project.json", lambda p: p.update(label_config=xml))(bundle)
    return work


def swap(old, new):
    return lambda s: s.replace(old, new, 1)


def answer(change, task=0):
    return data("label-studio/tasks.json", lambda t: change(t[task]["annotations"][0]["result"]))


PAGE, BOX = "instructions/index.html", "ground-truth/signs/"
# check, sample, what is broken, how, part of the line that must fail
BROKEN = [
    ("manifest", "signs", "file changed", text(PAGE, swap("Street", "Strange")), "each with its digest"),
    ("manifest", "signs", "file not listed", lambda b: (b / "extra.txt").write_text("x"), "each with its digest"),
    ("schema", "signs", "no dialect", data("schema/record.schema.json", lambda s: s.pop("$schema")), "2020-12"),
    ("schema", "signs", "no schema", data("schema/record.schema.json", lambda s: s.update(type="thing")), "record.schema.json"),
    ("schema", "signs", "example does not fit", data("schema/record.schema.json", lambda s: s["examples"][0].update(time="noon")), "examples are valid"),
    ("schema", "signs", "any key allowed", data("schema/record.schema.json", lambda s: s.pop("additionalProperties")), "mutants refused"),
    ("schema", "signs", "any label allowed", data("schema/record.schema.json", lambda s: s["properties"]["signs"]["items"]["properties"].update(label={"type": "string"})), "mutants refused"),
    ("ground_truth", "signs", "account of another region", text(BOX + "request.json", swap("568282634449", "203001061592")), "botocore"),
    ("ground_truth", "signs", "emoji in the title", data(BOX + "request.json", lambda r: r["HumanTaskConfig"].update(TaskTitle="\U0001F600")), "botocore"),
    ("ground_truth", "signs", "unknown member", data(BOX + "request.json", lambda r: r.update(Guideline="x")), "AWS CLI takes it"),
    ("ground_truth", "signs", "label twice", data(BOX + "label-categories.json", lambda c: c["labels"].append({"label": "stop"})), "label-categories.json"),
    ("ground_truth", "signs", "end tag missing", text(BOX + "template.liquid.html", swap("</full-instructions>", "")), "come through"),
    ("ground_truth", "signs", "labels not escaped", text(BOX + "template.liquid.html", swap("| to_json | escape", "")), "come through"),
    ("ground_truth", "signs", "name of another task", text(BOX + "template.liquid.html", swap('name="boundingBox"', 'name="boxes"')), "come through"),
    ("ground_truth", "signs", "author's braces", text(BOX + "template.liquid.html", swap("&#123;&#123;", "{{")), "come through"),
    ("ground_truth", "odd", "baked labels differ", text("ground-truth/marks/template.liquid.html", swap("back`tick", "backtick")), "come through"),
    ("label_studio_sdk", "signs", "no XML", config(swap("</View>\n", "")), "label-studio"),
    ("label_studio_sdk", "signs", "misspelt attribute", config(swap("hotkey=", "hotKeys=")), "catalogue"),
    ("label_studio_sdk", "signs", "unknown tag", config(swap("<Header", "<Heading")), "catalogue"),
    ("label_studio_sdk", "signs", "unknown value", config(swap('choice="single"', 'choice="sometimes"')), "catalogue"),
    ("label_studio_sdk", "signs", "hotkey twice", config(swap('hotkey="t"', 'hotkey="s"')), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "hotkey of a tool", config(swap('hotkey="t"', 'hotkey="v"')), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "colour by name", config(swap("#c0392b", "red")), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "label twice", config(swap('alias="other-sign"', 'alias="stop"')), "labels, hotkeys"),
    ("label_studio_sdk", "people", "box on a text", config(swap('<Rating name="stars" toName="text" maxRating="3"/>', '<RectangleLabels name="stars" toName="text"><Label value="a"/></RectangleLabels>')), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "condition on nothing", config(swap('whenChoiceValue="most"', 'whenChoiceValue="mostly"')), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "alias true", config(swap('alias="unreadable"', 'alias="true"')), "labels, hotkeys"),
    ("label_studio_sdk", "odd", "dollar", config(swap("$\u2060", "$")), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "required for all regions", config(lambda s: s.replace(f'required="true" {samples.STOP}', 'required="true"')), "labels, hotkeys"),
    ("label_studio_sdk", "signs", "title too long", data("label-studio/project.json", lambda p: p.update(title="x" * 51)), "project.json"),
    ("label_studio_sdk", "signs", "another label_config", data("label-studio/project.json", lambda p: p.update(label_config=p["label_config"] + " ")), "project.json"),
    ("label_studio_sdk", "signs", "style in the instruction", data("label-studio/project.json", lambda p: p.update(expert_instruction="<p style='x'>y</p>")), "project.json"),
    ("label_studio_sdk", "signs", "unknown label", answer(lambda r: r[0]["value"].update(rectanglelabels=["zebra"])), "good examples"),
    ("label_studio_sdk", "signs", "box leaves the picture", answer(lambda r: r[0]["value"].update(x=90)), "good examples"),
    ("label_studio_sdk", "signs", "two choices", answer(lambda r: r[8]["value"].update(choices=["day", "night"])), "good examples"),
    ("label_studio_sdk", "people", "span off by one", answer(lambda r: r[0]["value"].update(start=3)), "good examples"),
    ("label_studio_sdk", "people", "relation not declared", answer(lambda r: r[7].update(labels=["likes"])), "good examples"),
    ("label_studio_sdk", "signs", "no guideline in meta", data("label-studio/tasks.json", lambda t: t[0]["meta"].pop("guideline")), "data and meta"),
    ("oscal", "audit", "state maybe", text("oscal/assessment-results.json", swap('"state":"satisfied"', '"state":"maybe"')), "compliance-trestle"),
    ("oscal", "audit", "no due items", data("oscal/poam.json", lambda p: p["plan-of-action-and-milestones"].pop("poam-items")), "metaschema"),
    ("oscal", "audit", "unknown file", lambda b: (b / "oscal/plan.json").write_text("{}"), "known names"),
    ("cyclonedx", "audit", "no claims for a map", text("cyclonedx/attestation.cdx.json", swap('"assessor":', '"assessors":')), "strictly"),
    ("cyclonedx", "audit", "signatory without a signature", data("cyclonedx/attestation.cdx.json", lambda b: b["declarations"].update(affirmation={"signatories": [{"role": "legal"}]})), "strictly"),
    ("croissant", "audit", "no hash", data("croissant/croissant.json", lambda c: c["distribution"][0].pop("sha256")), "croissant: could not"),
    ("croissant", "audit", "row without a column", data("croissant/croissant.json", lambda c: c["recordSet"][1]["data"][0].pop("labels/id")), "croissant: could not"),
    ("hugging_face", "audit", "no list of tags", text("hugging-face/README.md", swap('tags:\n-', 'tags:')), "every word known"),
    ("hugging_face", "audit", "misspelt key", text("hugging-face/README.md", swap("annotations_creators", "annotation_creators")), "every word known"),
    ("pages", "signs", "too wide", text(PAGE, swap("<details>", "<div style='width:60rem'>x</div><details>")), "fits"),
    ("pages", "signs", "no dark side", text(PAGE, swap("--g:#111;--t:#eee", "--g:#fff;--t:#222")), "light and dark"),
    ("pages", "signs", "pale text", text(PAGE, swap("--t:#222", "--t:#bbb")), "light and dark"),
    ("pages", "signs", "no alt", text(PAGE, swap('alt="A box around a sign"', "")), "HTML"),
    ("pages", "signs", "id twice", text(PAGE, swap("<main>", '<main id="labels">')), "HTML"),
    ("pages", "signs", "tag not closed", text(PAGE, swap("</h1>", "")), "HTML"),
    ("pages", "signs", "link to nothing", text(PAGE, swap("#labels", "#lables")), "HTML"),
    ("pages", "signs", "text only by script", text(PAGE, swap("<details>", "<p hidden>secretword</p><script>document.querySelector('p[hidden]').hidden=false</script><details>")), "every word"),
    ("pages", "signs", "script that fails", text(PAGE, swap("<details>", "<script>nothing()</script><details>")), "console"),
    ("pages", "signs", "picture from outside", text(PAGE, swap("<details>", "<img alt='x' src='http://127.0.0.1:9/x.png'><details>")), "from outside"),
    ("label_studio_server", "signs", "alias true", config(swap('alias="unreadable"', 'alias="true"')), "tasks open"),
    ("label_studio_server", "signs", "tag the page does not know", config(swap('<Header value="Weather" size="4"/>', '<OcrLabels name="o" toName="image"><Label value="a"/></OcrLabels>')), "tasks open"),
    ("label_studio_server", "signs", "choice value of no kind", config(swap('choice="multiple"', 'choice="sometimes"')), "tasks open"),
    ("label_studio_server", "signs", "required for all regions", config(lambda s: s.replace(f'required="true" {samples.STOP}', 'required="true"')), "fit for Submit"),
    ("label_studio_server", "signs", "required answer missing", answer(lambda r: r.pop(8)), "fit for Submit"),
    ("label_studio_server", "signs", "number out of range", answer(lambda r: r[3]["value"].update(number=500)), "fit for Submit"),
    ("label_studio_server", "odd", "dollar", config(swap("$\u2060", "$")), "by their names"),
    ("label_studio_server", "signs", "unknown label", answer(lambda r: r[0]["value"].update(rectanglelabels=["zebra"])), "strict mode"),
    ("label_studio_server", "signs", "unknown project key", data("label-studio/project.json", lambda p: p.update(guideline="x")), "project made"),
    ("label_studio_server", "signs", "instruction filtered", data("label-studio/project.json", lambda p: p.update(expert_instruction="<p style='color:red'>x</p>")), "project made"),
    ("label_studio_server", "signs", "task without data", data("label-studio/tasks.json", lambda t: t[0].update(data={})), "server: could not"),
]
SLOW = {"pages", "label_studio_server"}


def main():
    fast = "--fast" in sys.argv[1:]
    chosen = [a for a in sys.argv[1:] if a != "--fast"]
    if set(chosen) - {c for c, *_ in BROKEN}:
        sys.exit(f"no such check: {chosen}")
    passed = failed = 0

    def say(good, what, details=""):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        print(f"{'ok  ' if good else 'FAIL'} {what}", flush=True)
        if not good:
            print("       " + details.strip().replace("\n", "\n       "), flush=True)

    with tempfile.TemporaryDirectory(prefix="rubrica-oracles-") as scratch:
        scratch = pathlib.Path(scratch)
        samples.write(scratch / "good")
        for check in dict.fromkeys(c for c, *_ in BROKEN):
            if chosen and check not in chosen:
                continue
            if fast and check in SLOW:
                print(f"skip {check}: left out by --fast", flush=True)
                continue
            # All the broken bundles of one check in one run: a server start costs more than a bundle.
            out = scratch / check
            shutil.copytree(scratch / "good", out)
            cases = []
            for number, (of, sample, what, work, line) in enumerate(BROKEN):
                if of == check:
                    name = f"broken-{number:02}"
                    shutil.copytree(scratch / "good" / sample, out / name)
                    work(out / name)
                    cases.append((name, f"{sample}: {what}", line))
            run = subprocess.run([HERE / "run", out, "--only", check], capture_output=True, text=True)
            lines = run.stdout.splitlines()
            bad = [l for l in lines if l.startswith("FAIL") and not re.search(r" broken-\d\d\b", l)]
            say(not bad and any(l.startswith("ok ") for l in lines), f"{check}: the samples pass", run.stdout[-3000:] + run.stderr[-1000:])
            for name, what, line in cases:
                seen = [l for l in lines if f" {name}" in l]
                say(any(l.startswith("FAIL") and line in l for l in seen), f"{check}: {what}", "\n".join(seen))
            last = lines[-1] if lines else ""
            say(run.returncode == 1 and re.fullmatch(r"oracles: \d+ passed, [1-9]\d* failed(, \d+ skipped)?", last) is not None, f"{check}: the run says so", last)
        empty = scratch / "empty"
        empty.mkdir()
        run = subprocess.run([HERE / "run", empty, "--fast"], capture_output=True, text=True)
        say(run.returncode == 1, "a folder without bundles fails", run.stdout)
    print(f"self-test: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
