"""Rules of a Label Studio configuration and its answers that neither the SDK nor the server enforces.

Each rule has a witness: a configuration or an answer that both accept, and that the labeling page then shows blank, wrongly, or
cannot submit. The page itself is tried by label_studio_server_check.py.
"""

import copy
import re
import xml.etree.ElementTree as ET

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
REFERENCE = re.compile(r"\$[\w\[\].{}]+", re.ASCII)  # what the page replaces by task data, anywhere in a value
TOOL_KEYS = {"h": "pan", "v": "move"}  # tried in the page: the other letters of its tools give way to a label's
LABEL_TAGS = {"Label", "Choice", "Relation"}
# The SDK knows them, but the page of the open edition answers "Not expecting tag".
REFUSED_TAGS = {"ReactCode", "OcrLabels"}
OBJECT_TAGS = {"Audio", "Chat", "HyperText", "Image", "List", "Paragraphs", "Pdf", "Table", "Text", "TimeSeries", "Video"}
IMAGE_TAGS = {"Brush", "BrushLabels", "BitmaskLabels", "Ellipse", "EllipseLabels", "KeyPoint", "KeyPointLabels", "Magicwand",
              "Polygon", "PolygonLabels", "Rectangle", "RectangleLabels", "Vector", "VectorLabels"}
TARGETS = {**{t: {"Image"} for t in IMAGE_TAGS}, "Labels": {"Text", "HyperText", "Audio", "Video", "Image"},
           "HyperTextLabels": {"HyperText"}, "ParagraphLabels": {"Paragraphs"}, "TimeSeriesLabels": {"TimeSeries"},
           "VideoRectangle": {"Video"}, "TimelineLabels": {"Video"}, "Ranker": {"List"}}
REGION_TYPES = {"labels", "rectanglelabels", "polygonlabels", "keypointlabels", "ellipselabels", "brushlabels",
                "hypertextlabels", "paragraphlabels", "timelinelabels", "vectorlabels"}
GEOMETRY = ("x", "y", "width", "height", "rotation", "points", "vertices", "closed", "start", "end", "text")


class Config:
    """A configuration, read without the SDK."""

    def __init__(self, xml):
        self.root = ET.fromstring(xml)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.named = {}
        for tag in self.root.iter():
            if tag.get("name"):
                self.named.setdefault(tag.get("name"), tag)

    def above(self, tag):
        while tag in self.parents:
            tag = self.parents[tag]
            yield tag

    def results(self, control):
        """The strings that stand for this control's labels in an answer, in order."""
        return [t.get("alias") or t.get("value") for t in control.iter() if t.tag in LABEL_TAGS]

    def names(self, control):
        return [t.get("value") for t in control.iter() if t.tag in LABEL_TAGS]

    def relations(self):
        return [t.get("value") for t in self.root.iter("Relation")]


def problems_of_config(config, catalogue):
    """What is wrong with a configuration. `catalogue` maps a tag to its attributes (see label_studio_sdk_check.py)."""
    found = []
    say = found.append
    if config.root.tag != "View":
        say(f"the root is {config.root.tag}, not View")
    if not any(t.get("toName") for t in config.root.iter()):
        say("no control")
    seen_names, hotkeys = set(), {}
    for tag in config.root.iter():
        what = f"{tag.tag} {tag.get('name') or tag.get('value') or ''}".strip()
        if tag.tag in REFUSED_TAGS:
            say(f"{what}: the page does not know this tag")
        name = tag.get("name")
        if name:
            if name in seen_names:
                say(f"{what}: name given twice")
            seen_names.add(name)
        for attribute, value in tag.attrib.items():
            allowed = catalogue.get(tag.tag, {}).get(attribute)
            flag = isinstance(allowed, list) and "true" in allowed
            if attribute != "value" and value in ("true", "false") and not flag and attribute in ("alias", "hint", "hotkey", "placeholder", "requiredMessage"):
                say(f"{what}: {attribute}={value!r} becomes a boolean, and the page stays blank")
        if tag.tag in LABEL_TAGS | {"Header"}:
            if not (tag.get("value") or "").strip():
                say(f"{what}: empty value")
            elif REFERENCE.search(tag.get("value")):
                say(f"{what}: {REFERENCE.search(tag.get('value'))[0]!r} is read as task data, and other words are shown")
        for colour in ("background", "fillColor", "strokeColor", "selectedColor"):
            if tag.get(colour) is not None and not COLOUR.fullmatch(tag.get(colour)):
                say(f"{what}: {colour}={tag.get(colour)!r} is not #rrggbb")
        if tag.get("hotkey"):
            key = tag.get("hotkey").lower()
            if key in hotkeys:
                say(f"{what}: hotkey {key!r} is also that of {hotkeys[key]}")
            hotkeys[key] = what
            if key in TOOL_KEYS and any(t.tag == "Image" for t in config.named.values()):
                say(f"{what}: hotkey {key!r} also picks the tool {TOOL_KEYS[key]}, and the annotator cannot draw")
        if tag.tag in OBJECT_TAGS and not (tag.get("value") or "").startswith("$"):
            say(f"{what}: value {tag.get('value')!r} names no task data")
        for target in filter(None, (tag.get("toName") or "").split(",")):
            other = config.named.get(target)
            if other is None:
                say(f"{what}: toName {target!r} does not exist")
            elif other.tag not in TARGETS.get(tag.tag, OBJECT_TAGS):
                say(f"{what}: toName {target!r} is a {other.tag}")
        if tag.tag in ("Choices", "Relations") or tag.tag.endswith("Labels"):
            for kind, values in (("result", config.results(tag)), ("name", config.names(tag))):
                for value in sorted({v for v in values if values.count(v) > 1}, key=str):
                    say(f"{what}: {kind} {value!r} twice")
            if not config.results(tag) and not (tag.get("value") or "").startswith("$"):
                say(f"{what}: no label")
        if tag.get("visibleWhen"):
            target = config.named.get(tag.get("whenTagName"))
            if tag.get("whenTagName") and target is None:
                say(f"{what}: whenTagName {tag.get('whenTagName')!r} does not exist")
            if target is not None:
                if tag.get("visibleWhen").startswith("choice-") and target.tag not in ("Choices", "Taxonomy"):
                    say(f"{what}: {tag.get('visibleWhen')} looks at a {target.tag}")
                labels, choices = set(config.results(target)), set(config.results(target)) | set(config.names(target))
                for value in filter(None, (tag.get("whenLabelValue") or "").split(",")):
                    if value not in labels:
                        say(f"{what}: whenLabelValue {value!r} is never a result of {target.get('name')}")
                for value in filter(None, (tag.get("whenChoiceValue") or "").split(",")):
                    if value not in choices:
                        say(f"{what}: whenChoiceValue {value!r} is no choice of {target.get('name')}")
        elif any(tag.get(a) for a in ("whenTagName", "whenLabelValue", "whenChoiceValue")) and not tag.get("perRegion"):
            say(f"{what}: a when... without visibleWhen")
        if tag.get("perRegion") == "true" and tag.get("required") == "true":
            # The check on Submit does not look at the surrounding Views: it would ask for every region of every layer.
            for view in config.above(tag):
                if view.get("visibleWhen") == "choice-selected" and config.named.get(view.get("whenTagName")) is not None \
                        and config.named[view.get("whenTagName")].get("perRegion") == "true":
                    say(f"{what}: required only for one answer of another attribute, which the page cannot express")
                for attribute in ("whenTagName", "whenLabelValue"):
                    if view.get("visibleWhen") == "region-selected" and view.get(attribute) and not tag.get(attribute):
                        say(f"{what}: required for every region, because {attribute} stands only on the View around it")
    return found


def unpacked(rle):
    """The bytes of a mask as the editor packs them: a stream of bits with runs of four sizes."""
    bits = "".join(f"{byte:08b}" for byte in rle)
    place = 0

    def take(count):
        nonlocal place
        place += count
        if place > len(bits):
            raise ValueError("it ends too early")
        return int(bits[place - count:place], 2)

    length, word = take(32), take(5) + 1
    sizes = [take(4) + 1 for _ in range(4)]
    made = bytearray()
    while len(made) < length:
        is_run, count = take(1), take(sizes[take(2)]) + 1
        if is_run:
            made += bytes([take(word)]) * count
        else:
            made += bytes(take(word) for _ in range(count))
    return made


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def problems_of_result(config, result, data):
    """What is wrong with an answer."""
    found = []
    regions, seen = {}, set()
    for index, item in enumerate(result):
        say = lambda text, index=index: found.append(f"result {index}: {text}")
        if item.get("type") == "relation":
            continue
        control = config.named.get(item.get("from_name"))
        target = config.named.get(item.get("to_name"))
        value = item.get("value")
        if control is None or target is None or not isinstance(value, dict):
            say("from_name, to_name or value is missing or wrong")
            continue
        if not item.get("id"):
            say("no id")
        if (item.get("id"), item.get("from_name")) in seen:
            say("the same id and from_name twice")
        seen.add((item.get("id"), item.get("from_name")))
        kind = item.get("type")
        if kind in REGION_TYPES:
            regions[item["id"]] = item
            labels = value.get(kind)
            if not labels or any(label not in config.results(control) for label in labels):
                say(f"labels {labels!r} are not of {item['from_name']}")
            elif len(labels) > 1 and control.get("choice", "single") != "multiple":
                say(f"{len(labels)} labels on one region")
        if kind == "choices":
            chosen = value.get("choices") or []
            if not chosen or len(set(chosen)) != len(chosen) or any(c not in config.results(control) for c in chosen):
                say(f"choices {chosen!r} are not of {item['from_name']}")
            elif len(chosen) > 1 and control.get("choice", "single") != "multiple":
                say(f"{len(chosen)} choices where one is allowed")
        if kind == "number":
            got = value.get("number")
            if not number(got) or (control.get("min") and got < float(control.get("min"))) or (control.get("max") and got > float(control.get("max"))):
                say(f"number {got!r} is outside {control.get('min')}..{control.get('max')}")
        if kind == "rating" and not (number(value.get("rating")) and 1 <= value["rating"] <= int(control.get("maxRating", 5))):
            say(f"rating {value.get('rating')!r}")
        if kind == "textarea" and not (value.get("text") and all(isinstance(t, str) and t for t in value["text"])):
            say(f"text {value.get('text')!r}")
        if control.get("perRegion") == "true":
            region = regions.get(item.get("id"))
            if region is None:
                say("an attribute without its region before it")
            else:
                keys = [k for k in GEOMETRY if k in region["value"] and not (k == "text" and kind == "textarea")]
                if any(value.get(k) != region["value"][k] for k in keys):
                    say("an attribute whose geometry is not its region's")
        if kind == "brushlabels":
            try:
                pixels = unpacked(value.get("rle") or [])
            except (TypeError, ValueError) as error:
                pixels = []
                say(f"a mask that cannot be decoded: {error}")
            if len(pixels) != 4 * item.get("original_width", 0) * item.get("original_height", 0):
                say(f"a mask of {len(pixels)} bytes for another picture")
            elif set(pixels) != {0, 255}:
                say(f"a mask with {sorted(set(pixels))[:4]} in it")
        if kind == "ranker":
            items = [i.get("id") for i in data.get((target.get("value") or "").lstrip("$")) or []]
            buckets = [b.get("name") for b in control.iter("Bucket")] or [control.get("name")]
            places = value.get("ranker") or {}
            given = [i for part in places.values() for i in part]
            if not set(places) <= set(buckets):
                say(f"places {sorted(places)} are not {buckets}")
            elif sorted(given) != sorted(items) or len(set(items)) != len(items):
                say(f"the order {given} is not one of {items}")
        if kind in ("rectanglelabels", "keypointlabels", "polygonlabels", "vectorlabels"):
            if not (number(item.get("original_width")) and number(item.get("original_height")) and min(item["original_width"], item["original_height"]) > 0):
                say("no original_width and original_height")
            if kind == "rectanglelabels":
                sides = [value.get(k) for k in ("x", "y", "width", "height")]
                if not all(map(number, sides)) or min(sides[:2]) < 0 or min(sides[2:]) <= 0 or sides[0] + sides[2] > 100.0001 or sides[1] + sides[3] > 100.0001:
                    say(f"box {sides} leaves the picture")
            elif kind == "keypointlabels":
                if not all(number(value.get(k)) and 0 <= value[k] <= 100 for k in ("x", "y")):
                    say("a point outside the picture")
            elif kind == "vectorlabels":
                points = value.get("vertices") or []
                known = [None]
                for point in points:
                    if not all(number(point.get(k)) and 0 <= point[k] <= 100 for k in ("x", "y")):
                        say("a vertex outside the picture")
                    if not point.get("id") or point.get("prevPointId") != known[-1]:
                        say("a vertex that does not name the one before it")
                    known.append(point.get("id"))
                if len(points) < 2 or value.get("closed"):
                    say("a line with fewer than two points, or one that is closed")
            else:
                points = value.get("points") or []
                if len(points) < 3 or not all(len(p) == 2 and all(number(c) and 0 <= c <= 100 for c in p) for p in points):
                    say("a polygon with fewer than three points, or a point outside the picture")
        if kind == "labels" and target.tag == "Text":
            text = data.get((target.get("value") or "").lstrip("$"), "")
            start, end = value.get("start"), value.get("end")
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
                say(f"span {start}..{end} of {len(text)} characters")
            elif value.get("text") != text[start:end]:
                say(f"span text {value.get('text')!r} is {text[start:end]!r} in the data")
    for index, item in enumerate(result):
        if item.get("parentID") and item["parentID"] not in regions:
            found.append(f"result {index}: parentID {item['parentID']!r} is no region")
        if item.get("type") == "relation":
            for end in ("from_id", "to_id"):
                if item.get(end) not in regions:
                    found.append(f"result {index}: {end} {item.get(end)!r} is no region")
            if item.get("direction") not in ("left", "right", "bi"):
                found.append(f"result {index}: direction {item.get('direction')!r}")
            if any(label not in config.relations() for label in item.get("labels") or [None]):
                found.append(f"result {index}: relation {item.get('labels')!r} is not declared")
    return found


def mutants(config, result):
    """Broken copies of an answer: (what was broken, the copy, whether the SDK and the strict server refuse it)."""
    made = []

    def add(what, change, refused):
        broken = copy.deepcopy(result)
        change(broken)
        made.append((what, broken, refused))

    for i, item in enumerate(result):
        kind, value = item.get("type"), item.get("value", {})
        if kind == "relation":
            add("relation to nowhere", lambda r, i=i: r[i].update(to_id="nowhere"), True)
            add("undeclared relation", lambda r, i=i: r[i].update(labels=["no such relation"]), False)
            continue
        add("no from_name", lambda r, i=i: r[i].pop("from_name"), True)
        add("unknown to_name", lambda r, i=i: r[i].update(to_name="nothing"), True)
        add("type of another control", lambda r, i=i: r[i].update(type="ellipselabels"), True)
        if kind == "choices" or kind in REGION_TYPES:
            key = "choices" if kind == "choices" else kind
            control = config.named[item["from_name"]]
            add("unknown label", lambda r, i=i, key=key: r[i]["value"].update({key: ["no such label"]}), True)
            other = [c for c in config.results(control) if c not in value[key]]
            if other and control.get("choice", "single") != "multiple":
                add("two labels where one is allowed", lambda r, i=i, key=key, other=other: r[i]["value"][key].append(other[0]), False)
        if kind == "rectanglelabels":
            add("box over 100 %", lambda r, i=i: r[i]["value"].update(width=100.5), True)
            add("box beyond the right edge", lambda r, i=i: r[i]["value"].update(x=60, width=60), False)
            add("box without height", lambda r, i=i: r[i]["value"].update(height=0), False)
        if kind == "polygonlabels":
            add("point over 100 %", lambda r, i=i: r[i]["value"]["points"].__setitem__(0, [101, 1]), True)
            add("two points", lambda r, i=i: r[i]["value"].update(points=r[i]["value"]["points"][:2]), False)
        if kind == "brushlabels":
            add("mask of another picture", lambda r, i=i: r[i].update(original_width=r[i]["original_width"] + 1), False)
            add("mask cut off", lambda r, i=i: r[i]["value"].update(rle=r[i]["value"]["rle"][:9]), False)
            add("mask in another form", lambda r, i=i: r[i]["value"].update(rle="AAAA"), True)
        if kind == "vectorlabels":
            add("vertex over 100 %", lambda r, i=i: r[i]["value"]["vertices"][0].update(x=101), False)
            add("one vertex", lambda r, i=i: r[i]["value"].update(vertices=r[i]["value"]["vertices"][:1]), False)
            add("vertices without ids", lambda r, i=i: [v.pop("id") for v in r[i]["value"]["vertices"]], False)
        if kind == "ranker":
            place = next(k for k, part in value["ranker"].items() if part)
            add("order with a gap", lambda r, i=i, place=place: r[i]["value"]["ranker"][place].pop(), False)
            add("unknown candidate", lambda r, i=i, place=place: r[i]["value"]["ranker"][place].append("no such candidate"), False)
            add("order that is a text", lambda r, i=i, place=place: r[i]["value"]["ranker"].update({place: "first"}), True)
        if kind == "keypointlabels":
            add("point over 100 %", lambda r, i=i: r[i]["value"].update(x=101), True)
        if kind == "labels":
            add("span without end", lambda r, i=i: r[i]["value"].pop("end"), True)
            add("span backwards", lambda r, i=i: r[i]["value"].update(start=value["end"], end=value["start"]), False)
            add("span text that differs", lambda r, i=i: r[i]["value"].update(text=value.get("text", "") + "x"), False)
        if kind == "textarea":
            add("text that is no list", lambda r, i=i: r[i]["value"].update(text="x"), True)
        if kind == "number":
            add("number that is text", lambda r, i=i: r[i]["value"].update(number="many"), True)
            if config.named[item["from_name"]].get("max"):
                add("number above the maximum", lambda r, i=i: r[i]["value"].update(number=1e9), False)
        if kind == "rating":
            add("rating above the maximum", lambda r, i=i: r[i]["value"].update(rating=99), True)
    return made


def good(tasks):
    """(example id, data, result) of every good example."""
    for index, task in enumerate(tasks):
        for annotation in task.get("annotations") or []:
            yield (task.get("meta") or {}).get("example", f"task {index}"), task["data"], annotation["result"]
