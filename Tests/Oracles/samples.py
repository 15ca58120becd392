"""Small bundles written by hand, to try the oracles themselves: samples.py OUT"""

import base64
import hashlib
import html
import json
import pathlib
import re
import struct
import sys
import zlib

ODD = ["plain", "it's", 'say "hi"', "<b>bold</b>", "a & b", "{{ secret }}", "{% raw %}", "{% endraw %}", "Größe", "\u0645\u0631\u062d\u0628\u0627",
       "\U0001F600 face", "line\u2028sep", "back\\slash", "back`tick", "$price", "costs US$5 or ${x}", "100 $", "true", "null", "100 %", "  padded  "]


def picture(width=200, height=100):
    rows = b"".join(b"\0" + b"".join(bytes((x * 255 // width, y * 255 // height, 120)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    made = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(made).decode()


def attribute(text):
    return html.escape(text, quote=True)


def shown(text):
    """A name as the labeling page needs it: a dollar sign before a word would be replaced by task data."""
    return re.sub(r"\$(?=[\w\[\].{}])", "$\u2060", text, flags=re.ASCII)


def liquid(text):
    return attribute(text).replace("{", "&#123;").replace("}", "&#125;").replace("%", "&#37;")


# ---- Label Studio ----------------------------------------------------------------------------------------------------------------

STOP = 'visibleWhen="region-selected" whenTagName="signs" whenLabelValue="stop"'
ANY = 'visibleWhen="region-selected" whenTagName="signs" whenLabelValue="stop,other-sign"'
SIGNS = f"""<View>
  <Image name="image" value="$image" zoom="true" zoomControl="true"/>
  <Header value="Cannot label?" size="5"/>
  <Choices name="escape" toName="image" choice="single" showInline="true"><Choice value="Cannot be seen" alias="unreadable" hint="Use it when nothing can be made out."/></Choices>
  <View visibleWhen="choice-unselected" whenTagName="escape">
    <Header value="Sign" size="4"/>
    <RectangleLabels name="signs" toName="image" strokeWidth="2" canRotate="false">
      <Label value="Stop sign" alias="stop" hotkey="s" background="#c0392b" hint="A red octagon."/>
      <Label value="Other sign" alias="other-sign" hotkey="t" background="#2980b9"/>
    </RectangleLabels>
    <PolygonLabels name="road" toName="image"><Label value="Road" alias="road" background="#27ae60"/></PolygonLabels>
    <KeyPointLabels name="face" toName="image"><Label value="Nose" alias="nose" background="#8e44ad"/><Label value="Left eye" alias="left-eye" background="#8e44ad"/></KeyPointLabels>
    <View {ANY}>
      <Header value="Occluded" size="6"/>
      <Choices name="signs.occluded" toName="image" perRegion="true" choice="single-radio" showInline="true" required="true" {ANY}>
        <Choice value="none"/><Choice value="part"/><Choice value="most"/></Choices>
      <View visibleWhen="choice-selected" whenTagName="signs.occluded" whenChoiceValue="most">
        <Header value="Why (required when occluded is most)" size="6"/>
        <TextArea name="signs.why" toName="image" perRegion="true" rows="2" editable="true" maxSubmissions="1"/>
      </View>
    </View>
    <View {STOP}>
      <Header value="Value (km/h)" size="6"/>
      <Number name="signs.value" toName="image" perRegion="true" min="5" max="130" required="true" {STOP}/>
      <Header value="Dirty" size="6"/>
      <Choices name="signs.dirty" toName="image" perRegion="true" choice="single-radio" showInline="true" {STOP}><Choice value="yes"/><Choice value="no"/></Choices>
    </View>
    <Header value="What time of day is it?" size="4"/>
    <Choices name="time" toName="image" choice="single-radio" showInline="true" required="true" requiredMessage="Say what time of day it is">
      <Choice value="Day" alias="day" hotkey="d"/><Choice value="Night" alias="night" hotkey="n"/></Choices>
    <Header value="Weather" size="4"/>
    <Choices name="weather" toName="image" choice="multiple" showInline="true"><Choice value="Rain" alias="rain"/><Choice value="Snow" alias="snow"/></Choices>
  </View>
</View>
"""
TEXT = "\U0001F600 Angela Merkel met Emmanuel Macron\nin the Bank of England."
PEOPLE = """<View>
  <Labels name="entities" toName="text">
    <Label value="Person" alias="PER" hotkey="1" background="#c0392b" hint="A named human."/>
    <Label value="Organisation" alias="ORG" hotkey="2" background="#2980b9"/>
  </Labels>
  <Relations><Relation value="knows" background="#884422"/><Relation value="part-of"/></Relations>
  <Text name="text" value="$text" granularity="symbol"/>
  <View visibleWhen="region-selected" whenTagName="entities">
    <Header value="Nested" size="6"/>
    <Choices name="entities.nested" toName="text" perRegion="true" choice="single-radio" visibleWhen="region-selected" whenTagName="entities"><Choice value="yes"/><Choice value="no"/></Choices>
  </View>
  <Header value="Topics" size="4"/>
  <Choices name="topics" toName="text" choice="multiple"><Choice value="Politics" alias="politics"/><Choice value="Money" alias="money"/></Choices>
  <Header value="How urgent is it?" size="4"/>
  <Choices name="urgency" toName="text" choice="single-radio" required="true"><Choice value="1: can wait" alias="1"/><Choice value="2: this week" alias="2"/></Choices>
  <Rating name="stars" toName="text" maxRating="3"/>
  <TextArea name="note" toName="text" rows="2" editable="true" maxSubmissions="1"/>
</View>
"""


def odd_config():
    labels = "".join(f'<Label value="{attribute(shown(n))}" alias="n{i}"/>' for i, n in enumerate(ODD))
    choices = "".join(f'<Choice value="{attribute(shown(n))}" alias="n{i}"/>' for i, n in enumerate(ODD))
    return f'<View><Text name="text" value="$text"/><Labels name="marks" toName="text">{labels}</Labels><Choices name="kinds" toName="text" choice="multiple">{choices}</Choices></View>'


def on_picture(identity, control, kind, **value):
    return {"id": identity, "from_name": control, "to_name": "image", "type": kind, "original_width": 200, "original_height": 100, "image_rotation": 0, "value": value}


def item(identity, control, kind, target="image", **value):
    return {"id": identity, "from_name": control, "to_name": target, "type": kind, "value": value}


def span(identity, words, label, after=0, **more):
    start = TEXT.index(words, after)
    return {"id": identity, **more, "from_name": "entities", "to_name": "text", "type": "labels",
            "value": {"start": start, "end": start + len(words), "text": words, "labels": [label]}}


BOX = {"x": 20, "y": 30, "width": 30, "height": 60, "rotation": 0}
SIGNS_ANSWERS = [
    [on_picture("a1", "signs", "rectanglelabels", **BOX, rectanglelabels=["stop"]),
     on_picture("a1", "signs.occluded", "choices", **BOX, choices=["most"]),
     on_picture("a1", "signs.why", "textarea", **BOX, text=["a tree"]),
     on_picture("a1", "signs.value", "number", **BOX, number=50),
     on_picture("a1", "signs.dirty", "choices", **BOX, choices=["yes"]),
     on_picture("a2", "road", "polygonlabels", points=[[60, 60], [80, 60], [90, 95]], closed=True, polygonlabels=["road"]),
     on_picture("a3", "face", "keypointlabels", x=70, y=10, width=1, keypointlabels=["nose"]),
     {**on_picture("a4", "face", "keypointlabels", x=75, y=5, width=1, keypointlabels=["left-eye"]), "parentID": "a3", "meta": {"text": ["hidden"]}},
     item("c1", "time", "choices", choices=["day"]), item("c2", "weather", "choices", choices=["rain", "snow"])],
    [item("e1", "escape", "choices", choices=["unreadable"])],
]
BANK = span("s4", "Bank", "ORG")["value"]
PEOPLE_ANSWERS = [
    [span("s1", "Angela Merkel", "PER"), span("s2", "Emmanuel Macron", "PER"), span("s3", "Bank of England", "ORG"), span("s4", "Bank", "ORG"),
     item("s4", "entities.nested", "choices", "text", start=BANK["start"], end=BANK["end"], text="Bank", choices=["yes"]),
     span("s5", "met", "ORG"), span("s6", "in the", "ORG", parentID="s5"),
     {"type": "relation", "from_id": "s1", "to_id": "s2", "direction": "right", "labels": ["knows"]},
     {"type": "relation", "from_id": "s3", "to_id": "s4", "direction": "bi", "labels": ["part-of"]},
     item("c1", "topics", "choices", "text", choices=["politics", "money"]), item("c2", "urgency", "choices", "text", choices=["2"]),
     item("c3", "stars", "rating", "text", rating=2), item("c4", "note", "textarea", "text", text=["hello"])],
]
ODD_ANSWERS = [[{"id": f"s{i}", "from_name": "marks", "to_name": "text", "type": "labels",
                 "value": {"start": i, "end": i + 1, "text": TEXT[i:i + 1], "labels": [f"n{i}"]}} for i in range(len(ODD))]
               + [item("c1", "kinds", "choices", "text", choices=[f"n{i}" for i in range(len(ODD))])]]


def label_studio(title, config, data, answers):
    tasks = [{"data": data, "meta": {"guideline": "sha256:" + "0" * 64, "example": f"good-{i}", "role": "good"},
              "annotations": [{"ground_truth": True, "result": a}]} for i, a in enumerate(answers)]
    tasks.append({"data": data, "meta": {"guideline": "sha256:" + "0" * 64, "example": "bad-0", "role": "bad"}})
    project = {"title": title, "description": "A sample", "label_config": config, "show_instruction": True, "show_skip_button": True,
               "expert_instruction": "<h2>How to label</h2><p>Draw <b>one</b> box.</p><ul><li>small</li></ul>"}
    return {"label-studio/config.xml": config, "label-studio/project.json": project, "label-studio/tasks.json": tasks}


# ---- Ground Truth ----------------------------------------------------------------------------------------------------------------

def request(layer, kind, functions=True, arn=None):
    region = "eu-west-1"
    ui = {"HumanTaskUiArn": f"arn:aws:sagemaker:{region}:394669845002:human-task-ui/{arn}"} if arn else {"UiTemplateS3Uri": f"s3://example-labeling/{layer}/template.liquid.html"}
    human = {"WorkteamArn": f"arn:aws:sagemaker:{region}:123456789012:workteam/private-crowd/signs", "UiConfig": ui,
             "TaskKeywords": ["street signs"], "TaskTitle": "Street signs", "TaskDescription": "Draw a box around every sign.",
             "NumberOfHumanWorkersPerDataObject": 3, "TaskTimeLimitInSeconds": 600}
    if functions:
        human["PreHumanTaskLambdaArn"] = f"arn:aws:lambda:{region}:568282634449:function:PRE-{kind}"
        human["AnnotationConsolidationConfig"] = {"AnnotationConsolidationLambdaArn": f"arn:aws:lambda:{region}:568282634449:function:ACS-{kind}"}
    return {"LabelingJobName": f"sample-{layer}-v2-1-0", "LabelAttributeName": f"sample-{layer}",
            "InputConfig": {"DataSource": {"S3DataSource": {"ManifestS3Uri": "s3://example-labeling/input.manifest"}}},
            "OutputConfig": {"S3OutputPath": "s3://example-labeling/output/"}, "RoleArn": "arn:aws:iam::123456789012:role/GroundTruth",
            "LabelCategoryConfigS3Uri": f"s3://example-labeling/{layer}/label-categories.json", "HumanTaskConfig": human}


def template(element, name, labels_in, header, subject, labels="{{ task.input.labels | to_json | escape }}", inside=""):
    form = element != "crowd-entity-annotation"
    return f"""<script src="https://assets.crowd.aws/crowd-html-elements.js"></script>
{"<crowd-form>" if form else ""}
<{element} name="{name}" {subject} header="{liquid(header)}" {labels_in}="{labels}">
{inside}<full-instructions header="{liquid(header)}"><h2>Edge cases</h2><p>{liquid("Braces {{ stay }} and 100 % too.")}</p></full-instructions>
<short-instructions><h3>Good example</h3><p>{liquid("It's a sign & no more.")}</p></short-instructions>
</{element}>
{"</crowd-form>" if form else ""}
"""


def categories(names, **more):
    return {"document-version": "2018-11-28", "labels": [{"label": n} for n in names], **more}


PICTURE = 'src="{{ task.input.taskObject | grant_read_access }}"'
OWN_PICTURE = 'src="{{ task.input["source-ref"] | grant_read_access }}"'
TARGET = '<classification-target><p style="white-space: pre-wrap">{{ task.input.taskObject }}</p></classification-target>\n'


def ground_truth(layer, kind, names, made, arn=None):
    files = {"request.json": request(layer, kind, kind is not None, arn), "label-categories.json": categories(names)}
    if arn:
        files["label-categories.json"]["instructions"] = {"shortInstruction": "Mark names.", "fullInstruction": "<p>Mark every name.</p>"}
    else:
        files["template.liquid.html"] = made
    return {f"ground-truth/{layer}/{k}": v for k, v in files.items()}


# ---- pages and schema ------------------------------------------------------------------------------------------------------------

def page(title):
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root{{color-scheme:light dark;--g:#fff;--t:#222}}@media(prefers-color-scheme:dark){{:root{{--g:#111;--t:#eee}}}}body{{background:var(--g);color:var(--t);max-width:40rem;margin:auto;padding:1rem}}img,svg{{max-width:100%}}</style></head>
<body><main><h1>{title}</h1><h2 id="labels">Labels</h2><p>See <a style="color:inherit" href="#labels">the labels</a>.</p>
<img alt="A box around a sign" src="{picture(20, 10)}"><svg role="img" aria-label="Order" width="50" height="20"><text y="15" fill="currentColor">one</text></svg>
<details><summary>More</summary><p>Hidden at first</p></details></main></body></html>
"""


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": False, "required": ["time"],
    "properties": {"time": {"enum": ["day", "night"]}, "severity": {"enum": [1, 2]}, "note": {"type": "string"},
                   "signs": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["label", "box"],
                             "properties": {"label": {"enum": ["stop", "other-sign"]}, "box": {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number"}}}}}},
    "examples": [{"time": "day", "severity": 2, "note": "x", "signs": [{"label": "stop", "box": [40, 30, 100, 90]}]}],
}


def samples():
    signs = {**label_studio("Street signs", SIGNS, {"image": picture()}, SIGNS_ANSWERS)}
    signs |= ground_truth("signs", "BoundingBox", ["stop", "other-sign"], template("crowd-bounding-box", "boundingBox", "labels", "Signs", PICTURE))
    signs |= ground_truth("time", "ImageMultiClass", ["day", "night"], template("crowd-image-classifier", "crowd-image-classifier", "categories", "Time", PICTURE))
    signs |= ground_truth("weather", "ImageMultiClassMultiLabel", ["rain", "snow"], template("crowd-image-classifier-multi-select", "crowd-image-classifier-multi-select", "categories", "Weather", PICTURE))
    for layer, element, name, names in (("road", "crowd-polygon", "polygons", ["road"]), ("face", "crowd-keypoint", "keypoints", ["nose", "left-eye"])):
        signs |= ground_truth(layer, None, names, template(element, name, "labels", layer, OWN_PICTURE, liquid(json.dumps(names))))
    people = {**label_studio("People", PEOPLE, {"text": TEXT}, PEOPLE_ANSWERS)}
    people |= ground_truth("entities", "NamedEntityRecognition", ["PER", "ORG"], None, "NamedEntityRecognition")
    people |= ground_truth("urgency", "TextMultiClass", ["1: can wait", "2: this week"], template("crowd-classifier", "crowd-classifier", "categories", "Urgency", "", inside=TARGET))
    people |= ground_truth("topics", "TextMultiClassMultiLabel", ["Politics", "Money"], template("crowd-classifier-multi-select", "crowd-classifier-multi-select", "categories", "Topics", "", inside=TARGET))
    odd = {**label_studio("Odd names", odd_config(), {"text": TEXT}, ODD_ANSWERS)}
    odd |= ground_truth("kinds", "TextMultiClassMultiLabel", ODD, template("crowd-classifier-multi-select", "crowd-classifier-multi-select", "categories", "Kinds", "", inside=TARGET))
    names = [n for n in ODD if n.strip()]
    full = [{"label": n, "shortDisplayName": n[:4], "fullDisplayName": n} for n in names]
    odd |= ground_truth("marks", None, names, template("crowd-entity-annotation", "crowd-entity-annotation", "labels", "Marks", 'text="{{ task.input.source }}"', liquid(json.dumps(full))))
    return {"signs": signs, "people": people, "odd": odd, "audit": audit()}


def audit():
    """What was recorded for the fixture that has files for auditors and for the public."""
    golden = pathlib.Path(__file__).resolve().parents[1] / "Golden/interchange"
    return {p.relative_to(golden).as_posix(): p.read_text(encoding="utf-8") for p in sorted(golden.rglob("*")) if p.is_file()}


def write(out):
    for name, files in samples().items():
        files = {**files, "instructions/index.html": page("Street signs"), "checklist/checklist.html": page("Checklist"), "checklist/checklist.json": {}, "schema/record.schema.json": SCHEMA}
        listed = {}
        for path, content in files.items():
            data = (content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)).encode()
            (out / name / path).parent.mkdir(parents=True, exist_ok=True)
            (out / name / path).write_bytes(data)
            listed[path] = "sha256:" + hashlib.sha256(data).hexdigest()
        (out / name / "manifest.json").write_text(json.dumps({"files": listed}))


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
