"""Label Studio configurations and example answers against the label-studio-sdk, the page's own catalogue of tags, and our rules."""

import json
import pathlib
import re
import xml.etree.ElementTree as ET

import label_studio
import oracle
import label_studio_rules as rules
from label_studio_sdk.converter import brush
from label_studio_sdk.label_interface import LabelInterface

# Attributes that the page reads, but that neither its catalogue nor one of the templates in the wheel shows for these tags.
MIXED_IN = {"visibleWhen", "whenTagName", "whenLabelValue", "whenChoiceValue"}
MIXED_IN_TAGS = {"Choices", "DateTime", "Number", "Pairwise", "Ranker", "Rating", "Taxonomy", "TextArea", "View"}
SAMPLING = {"Sequential sampling", "Uniform sampling", "Uncertainty sampling"}


def catalogue():
    """Tag -> attribute -> allowed values or type name, from the JSON that the page's main bundle embeds."""
    bundle = pathlib.Path(label_studio.__file__).parent.parent / "web/dist/apps/labelstudio/main.js"
    script = bundle.read_text(encoding="utf-8")
    inside = script.index('"RectangleLabels":{"name":"RectangleLabels"')
    begin = script.rindex("JSON.parse(", 0, inside) + len("JSON.parse(")
    end = script.index(script[begin] + ")", inside)

    def unescape(match):
        code = match[1]
        if code[0] in "ux" and len(code) > 1:
            return chr(int(code[1:], 16))
        return {"n": "\n", "t": "\t", "r": "\r"}.get(code, code)

    text = re.sub(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", unescape, script[begin + 1:end], flags=re.DOTALL)
    return {name: {a: v.get("type") for a, v in tag["attrs"].items()} for name, tag in json.loads(text).items()}


def shown_in_templates():
    """(tag, attribute) pairs that the templates in the wheel use."""
    pairs = set()
    for path in (pathlib.Path(label_studio.__file__).parent / "annotation_templates").rglob("config.yml"):
        for tag, attributes in re.findall(r"<([A-Z]\w+)((?:\s+\w+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)", path.read_text(encoding="utf-8")):
            pairs.update((tag, a) for a in re.findall(r"(\w+)\s*=", re.sub(r"\"[^\"]*\"|'[^']*'", "''", attributes)))
    return pairs


def against_catalogue(config, tags, shown):
    """Problems, and notes about attributes that are only known from elsewhere."""
    problems, notes = [], set()
    for tag in config.root.iter():
        known = tags.get(tag.tag)
        if known is None:
            problems.append(f"unknown tag {tag.tag}")
            continue
        for attribute, value in tag.attrib.items():
            if attribute not in known:
                mixed = attribute in MIXED_IN and tag.tag in MIXED_IN_TAGS
                if mixed or (tag.tag, attribute) in shown:
                    notes.add(f"{tag.tag}.{attribute}")
                else:
                    problems.append(f"unknown attribute {tag.tag}.{attribute}")
            elif isinstance(known[attribute], list) and "number" in known[attribute] and re.fullmatch(r"\d+", value):
                continue  # "number or none"
            elif isinstance(known[attribute], list) and value not in known[attribute]:
                problems.append(f"{tag.tag}.{attribute}={value!r} is not one of {known[attribute]}")
            elif known[attribute] in ("number", "float", "int") and not re.fullmatch(r"-?\d+(\.\d+)?", value):
                problems.append(f"{tag.tag}.{attribute}={value!r} is no number")
    return problems, notes


def problems_of_project(project, xml):
    title = project.get("title") or ""
    if not 3 <= len(title) <= 50:
        yield f"title of {len(title)} characters: 3 to 50 are allowed"
    if project.get("label_config") != xml:
        yield "label_config is not config.xml"
    if "sampling" in project and project["sampling"] not in SAMPLING:
        yield f"sampling {project['sampling']!r}"
    if project.get("color") and not rules.COLOUR.fullmatch(project["color"]):
        yield f"color {project['color']!r}"
    instruction = project.get("expert_instruction") or ""
    if not instruction.strip():
        yield "no expert_instruction"
    for pattern, what in ((r"<(script|style|iframe|form|input)\b", "element"), (r"<[^>]*\s(id|style|target|on\w+)\s*=", "attribute"), (r"href\s*=\s*[\"']?\s*(#|javascript:)", "link")):
        match = re.search(pattern, instruction, re.IGNORECASE)
        if match:
            yield f"expert_instruction: {what} {match[1]!r} does not survive the server's filter"


def flat(errors):
    for error in errors or []:
        if isinstance(error, list):
            yield from flat(error)
        else:
            yield str(error)


def examine(o, bundle, tags, shown):
    name, folder = bundle.name, bundle / "label-studio"
    xml = (folder / "config.xml").read_text(encoding="utf-8")
    interface = LabelInterface(xml)
    interface.validate()
    o.ok(name, f"config.xml: SDK parses and validates {len(interface.controls)} controls")

    config = rules.Config(xml)
    problems, notes = against_catalogue(config, tags, shown)
    o.check(name, f"config.xml: tags and attributes are in the page's catalogue ({len(tags)} tags)", problems)
    if notes:
        o.warn(name, "not in the catalogue, but used by the page: " + ", ".join(sorted(notes)))
    o.check(name, "config.xml: labels, hotkeys, colours, targets, conditions", rules.problems_of_config(config, tags))
    o.check(name, "project.json", problems_of_project(oracle.load(folder / "project.json"), xml))

    tasks = oracle.load(folder / "tasks.json")
    problems = []
    for index, task in enumerate(tasks):
        if not interface.validate_task({"data": task["data"]}):
            problems.append(f"task {index}: the data lacks a field of the configuration")
        if not task.get("meta", {}).get("guideline") or not task.get("meta", {}).get("example"):
            problems.append(f"task {index}: meta without guideline or example")
        if task.get("annotations") and task["meta"].get("role") != "good":
            problems.append(f"task {index}: a ground truth from a {task['meta'].get('role')!r} example")
        if any(a.get("ground_truth") is not True for a in task.get("annotations") or []):
            problems.append(f"task {index}: an annotation that is no ground truth")
    o.check(name, f"tasks.json: {len(tasks)} tasks carry data and meta", problems)

    answers = list(rules.good(tasks))
    problems, items = [], 0
    for example, data, result in answers:
        items += len(result)
        problems += [f"{example}: {e}" for e in flat(interface.validate_prediction({"result": result}, return_errors=True))]
        problems += [f"{example}: {e}" for e in rules.problems_of_result(config, result, data)]
        for item in result:
            if item.get("type") == "brushlabels" and list(brush.decode_rle(item["value"]["rle"])) != list(rules.unpacked(item["value"]["rle"])):
                problems.append(f"{example}: the SDK unpacks another mask")
    o.check(name, f"{len(answers)} good examples, {items} results: SDK and our rules accept", problems)

    tried, problems, kinds = 0, [], set()
    for example, data, result in answers:
        for what, broken, refused in rules.mutants(config, result):
            tried += 1
            kinds.add(what)
            by_sdk = list(flat(interface.validate_prediction({"result": broken}, return_errors=True)))
            if refused and not by_sdk:
                problems.append(f"{example}: the SDK accepts: {what}")
            if not by_sdk and not rules.problems_of_result(config, broken, data):
                problems.append(f"{example}: nothing refuses: {what}")
    if tried or problems:
        o.check(name, f"{tried} mutants of {len(kinds)} kinds refused", problems)
    elif items:
        o.fail(name, "no mutant could be made of the good examples")


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("label-studio-sdk")
    tags, shown = catalogue(), shown_in_templates()
    o.check("-", f"catalogue of the page read: {len(tags)} tags", [] if len(tags) >= 50 and len(tags["Choices"]) > 10 else [sorted(tags)])
    all_bundles = [b for b in oracle.bundles(found.out) if (b / "label-studio").is_dir()]
    if not all_bundles:
        o.fail("-", f"no bundle in {found.out} has label-studio/")
    for bundle in all_bundles:
        o.guard(bundle.name, "label-studio", lambda bundle=bundle: examine(o, bundle, tags, shown))
    o.close()


if __name__ == "__main__":
    main()
