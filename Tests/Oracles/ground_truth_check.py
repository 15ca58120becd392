"""SageMaker Ground Truth requests, label configurations and task templates against botocore, the AWS CLI, Liquid and HTML parsers."""

import copy
import json
import os
import pathlib
import re
import sys
import tempfile

import botocore
import botocore.session
import html5lib
import liquid
import oracle
import regex

LAMBDA_ACCOUNT = {
    "us-east-1": "432418664414", "us-east-2": "266458841044", "us-west-2": "081040173940", "ca-central-1": "918755190332",
    "eu-west-1": "568282634449", "eu-west-2": "487402164563", "eu-central-1": "203001061592", "ap-northeast-1": "477331159723",
    "ap-northeast-2": "845288260483", "ap-south-1": "565803892007", "ap-southeast-1": "377565633583", "ap-southeast-2": "454466003867",
}
INTERFACE_ACCOUNT = "394669845002"
# Task type -> (crowd element, its name, where its labels are, whether the result name ends in -ref)
TEMPLATED = {
    "ImageMultiClass": ("crowd-image-classifier", "crowd-image-classifier", "categories", False),
    "ImageMultiClassMultiLabel": ("crowd-image-classifier-multi-select", "crowd-image-classifier-multi-select", "categories", False),
    "BoundingBox": ("crowd-bounding-box", "boundingBox", "labels", False),
    "SemanticSegmentation": ("crowd-semantic-segmentation", "crowd-semantic-segmentation", "labels", True),
    "TextMultiClass": ("crowd-classifier", "crowd-classifier", "categories", False),
    "TextMultiClassMultiLabel": ("crowd-classifier-multi-select", "crowd-classifier-multi-select", "categories", False),
    "VideoMultiClass": ("crowd-classifier", "crowd-classifier", "categories", False),
}
BY_ARN = {
    "NamedEntityRecognition": ("NamedEntityRecognition", False), "VideoObjectDetection": ("VideoObjectDetection", True),
    "VideoObjectTracking": ("VideoObjectTracking", True), "3DPointCloudObjectDetection": ("PointCloudObjectDetection", False),
    "3DPointCloudObjectTracking": ("PointCloudObjectTracking", True), "3DPointCloudSemanticSegmentation": ("PointCloudSemanticSegmentation", False),
}
# Element -> (attribute with the labels, required attributes, required regions)
BOTH = ("full-instructions", "short-instructions")
ELEMENTS = {
    "crowd-image-classifier": ("categories", ("name", "src", "header", "categories"), BOTH),
    "crowd-image-classifier-multi-select": ("categories", ("name", "src", "header", "categories"), BOTH),
    "crowd-classifier": ("categories", ("name", "header", "categories"), BOTH + ("classification-target",)),
    "crowd-classifier-multi-select": ("categories", ("name", "header", "categories"), BOTH + ("classification-target",)),
    "crowd-bounding-box": ("labels", ("name", "src", "header", "labels"), BOTH),
    "crowd-semantic-segmentation": ("labels", ("name", "src", "header", "labels"), BOTH),
    "crowd-instance-segmentation": ("labels", ("name", "src", "header", "labels"), BOTH),
    "crowd-polygon": ("labels", ("name", "src", "header", "labels"), BOTH),
    "crowd-polyline": ("labels", ("name", "src", "labels"), BOTH),
    "crowd-line": ("labels", ("name", "src", "labels"), BOTH),
    "crowd-keypoint": ("labels", ("name", "src", "header", "labels"), BOTH),
    "crowd-entity-annotation": ("labels", ("name", "text", "header", "labels"), BOTH),
}
LOADER = "https://assets.crowd.aws/crowd-html-elements.js"
FILTERS = {"to_json", "grant_read_access", "escape", "escape_once"}
TEMPLATE_LIMIT = 128_000
HOSTILE = ["plain", "it's", 'say "hi"', "<b>bold</b>", "a & b &amp; c", "{{ secret }}", "{% raw %}", "{% endraw %}", "Größe",
           "\u0645\u0631\u062d\u0628\u0627", "\U0001F600 face", "line\u2028sep", "back\\slash", "back`tick", "100 %", "</crowd-form>", "]]>"]


# ---- the request -----------------------------------------------------------------------------------------------------------------

def walk(shape, value, path, say):
    """Everything that the service model says, of which the client itself checks only a part."""
    kind, rules = shape.type_name, shape.metadata
    if kind == "structure":
        if not isinstance(value, dict):
            return say(f"{path}: not an object")
        for key in shape.required_members:
            if key not in value:
                say(f"{path}.{key}: required")
        for key, part in value.items():
            if key in shape.members:
                walk(shape.members[key], part, f"{path}.{key}", say)
            else:
                say(f"{path}.{key}: unknown member")
    elif kind in ("list", "map"):
        if not isinstance(value, list if kind == "list" else dict):
            return say(f"{path}: not a {kind}")
        if not rules.get("min", 0) <= len(value) <= rules.get("max", 1 << 60):
            say(f"{path}: {len(value)} entries")
        if kind == "list":
            for index, part in enumerate(value):
                walk(shape.member, part, f"{path}[{index}]", say)
        else:
            for key, part in value.items():
                walk(shape.key, key, f"{path}<key>", say)
                walk(shape.value, part, f"{path}.{key}", say)
    elif kind == "string":
        if not isinstance(value, str):
            return say(f"{path}: not a string")
        if not rules.get("min", 0) <= len(value) <= rules.get("max", 1 << 60):
            say(f"{path}: {len(value)} characters, {rules.get('min', 0)} to {rules.get('max')} are allowed")
        if getattr(shape, "enum", None) and value not in shape.enum:
            say(f"{path}: {value!r} is not one of {shape.enum}")
        if "pattern" in rules and not regex.fullmatch(rules["pattern"], value):
            say(f"{path}: {value!r} does not match {rules['pattern']}")
    elif kind == "integer":
        if not isinstance(value, int) or isinstance(value, bool):
            return say(f"{path}: not an integer")
        if not rules.get("min", -1 << 60) <= value <= rules.get("max", 1 << 60):
            say(f"{path}: {value} is outside {rules.get('min')}..{rules.get('max')}")
    elif kind == "boolean":
        if not isinstance(value, bool):
            say(f"{path}: not a boolean")
    else:
        say(f"{path}: no rule for {kind}")


def task_type(request):
    arn = request.get("HumanTaskConfig", {}).get("PreHumanTaskLambdaArn")
    return arn.rsplit("PRE-", 1)[-1] if arn else None


def semantic(request, say):
    task = request.get("HumanTaskConfig", {})
    interface = task.get("UiConfig", {})
    if len({"UiTemplateS3Uri", "HumanTaskUiArn"} & interface.keys()) != 1:
        say("UiConfig: exactly one of UiTemplateS3Uri and HumanTaskUiArn is needed")
    for key in ("TaskTitle", "TaskDescription"):
        if re.search("[\n\r\x85\u2028\u2029]", task.get(key, "")) and key == "TaskDescription":
            say(f"{key}: a line break")
        if not task.get(key, "x").strip():
            say(f"{key}: blank")
    name = request.get("LabelAttributeName", "")
    if name.endswith("-metadata") or name in ("source", "source-ref"):
        say(f"LabelAttributeName {name!r} is reserved")
    workteam = task.get("WorkteamArn", "")
    match = re.fullmatch(r"arn:aws[a-z\-]*:sagemaker:([a-z0-9\-]+):(\d{12}):workteam/(private-crowd|vendor-crowd|public-crowd)/\S+", workteam)
    region = match[1] if match else None
    if not match:
        return say(f"WorkteamArn {workteam!r}")
    if region not in LAMBDA_ACCOUNT:
        say(f"region {region!r} has no Ground Truth functions")
    if match[3] == "public-crowd":
        if match[2] != INTERFACE_ACCOUNT:
            say("the public workforce belongs to another account")
        if "PublicWorkforceTaskPrice" not in task or "FreeOfPersonallyIdentifiableInformation" not in \
                request.get("InputConfig", {}).get("DataAttributes", {}).get("ContentClassifiers", []):
            say("a public workforce needs a price and data free of personal information")
    elif "PublicWorkforceTaskPrice" in task:
        say("a price, but no public workforce")
    pre, post = task.get("PreHumanTaskLambdaArn"), task.get("AnnotationConsolidationConfig", {}).get("AnnotationConsolidationLambdaArn")
    kind = task_type(request)
    if bool(pre) != bool(post):
        say("only one of the two functions is given")
    for arn, prefix in ((pre, "PRE"), (post, "ACS")):
        if arn and arn != f"arn:aws:lambda:{region}:{LAMBDA_ACCOUNT.get(region)}:function:{prefix}-{kind}":
            say(f"{arn}: not the {prefix} function of {kind} in {region}")
    if kind and kind not in TEMPLATED and kind not in BY_ARN and kind != "PassThrough":
        say(f"unknown task type {kind!r}")
    must_ref = TEMPLATED[kind][3] if kind in TEMPLATED else BY_ARN[kind][1] if kind in BY_ARN else False
    if name.endswith("-ref") != must_ref:
        say(f"LabelAttributeName {name!r} must {'' if must_ref else 'not '}end in -ref")
    if kind in BY_ARN:
        want = f"arn:aws:sagemaker:{region}:{INTERFACE_ACCOUNT}:human-task-ui/{BY_ARN[kind][0]}"
        if interface.get("HumanTaskUiArn") != want:
            say(f"HumanTaskUiArn: {want} is needed")
    elif "UiTemplateS3Uri" not in interface:
        say("UiTemplateS3Uri is needed")
    if "UiTemplateS3Uri" in interface and not re.search(r"\.(html|liquid|liquid\.html)$", interface["UiTemplateS3Uri"]):
        say(f"UiTemplateS3Uri {interface['UiTemplateS3Uri']!r}: suffix")
    if "LabelCategoryConfigS3Uri" not in request:
        say("LabelCategoryConfigS3Uri is needed")
    if kind and (kind.startswith("3D") or kind.startswith("VideoObject")) and task.get("NumberOfHumanWorkersPerDataObject") != 1:
        say("this task type takes exactly one worker")
    if not (kind and (kind.startswith("3D") or kind.startswith("VideoObject"))) and task.get("TaskTimeLimitInSeconds", 0) > 28_800:
        say("TaskTimeLimitInSeconds: at most 28800")
    role = request.get("RoleArn", "")
    if not re.fullmatch(r"arn:aws[a-z\-]*:iam::\d{12}:role/?[\w+=,.@\-/]+", role):
        say(f"RoleArn {role!r}")


def problems_of_request(model, request):
    found = []
    walk(model.input_shape, request, "request", found.append)
    semantic(request, found.append)
    return found


def broken_requests(request):
    def change(what, work):
        made = copy.deepcopy(request)
        work(made)
        return what, made

    human = "HumanTaskConfig"
    yield change("no role", lambda r: r.pop("RoleArn"))
    yield change("unknown member", lambda r: r.update(Guideline="x"))
    yield change("underscore in the name", lambda r: r.update(LabelingJobName="a_b"))
    yield change("name of 64 characters", lambda r: r.update(LabelingJobName="a" * 64))
    yield change("reserved result name", lambda r: r.update(LabelAttributeName="signs-metadata"))
    yield change("-ref turned round", lambda r: r.update(LabelAttributeName=r["LabelAttributeName"].removesuffix("-ref") if r["LabelAttributeName"].endswith("-ref") else r["LabelAttributeName"] + "-ref"))
    yield change("title with an emoji", lambda r: r[human].update(TaskTitle="Signs \U0001F600"))
    yield change("title of 129 characters", lambda r: r[human].update(TaskTitle="a" * 129))
    yield change("description with a line break", lambda r: r[human].update(TaskDescription="a\nb"))
    yield change("description with U+2028", lambda r: r[human].update(TaskDescription="a\u2028b"))
    yield change("description of 256 characters", lambda r: r[human].update(TaskDescription="a" * 256))
    yield change("keyword with a hyphen", lambda r: r[human].update(TaskKeywords=["street-signs"]))
    yield change("six keywords", lambda r: r[human].update(TaskKeywords=list("abcdef")))
    yield change("no keyword", lambda r: r[human].update(TaskKeywords=[]))
    yield change("ten workers", lambda r: r[human].update(NumberOfHumanWorkersPerDataObject=10))
    yield change("workers as text", lambda r: r[human].update(NumberOfHumanWorkersPerDataObject="3"))
    yield change("ten seconds", lambda r: r[human].update(TaskTimeLimitInSeconds=10))
    yield change("no interface", lambda r: r[human].update(UiConfig={}))
    yield change("two interfaces", lambda r: r[human]["UiConfig"].update(UiTemplateS3Uri="s3://b/t.liquid.html", HumanTaskUiArn=f"arn:aws:sagemaker:eu-west-1:{INTERFACE_ACCOUNT}:human-task-ui/NamedEntityRecognition"))
    if request[human].get("PreHumanTaskLambdaArn"):
        yield change("function of another account", lambda r: r[human].update(PreHumanTaskLambdaArn=re.sub(r":\d{12}:", ":326177286064:", r[human]["PreHumanTaskLambdaArn"])))
    yield change("classifier that does not exist", lambda r: r["InputConfig"].update(DataAttributes={"ContentClassifiers": ["FreeOfSarcasm"]}))


# ---- the label configuration -----------------------------------------------------------------------------------------------------

def label_names(config):
    return [entry["label"] for entry in config["labels"]]


def problems_of_labels(config, kind):
    moving = bool(kind) and (kind.startswith("3D") or kind.startswith("VideoObject"))
    key, version = ("documentVersion", "2020-03-01") if moving else ("document-version", "2018-11-28")
    if config.get(key) != version:
        yield f"{key} is not {version}"
    allowed = {key, "labels"} | ({"instructions"} if kind == "NamedEntityRecognition" or moving else set())
    allowed |= {"categoryGlobalAttributes", "frameAttributes", "annotationType", "auditLabelAttributeName", "editsAllowed"} if moving else set()
    for extra in sorted(config.keys() - allowed):
        yield f"unknown key {extra!r}"
    labels = config.get("labels")
    if not isinstance(labels, list) or not all(isinstance(e, dict) and isinstance(e.get("label"), str) for e in labels):
        yield "labels is not a list of {label}"
        return
    names = label_names(config)
    longest = 16 if moving else 256
    for name in names:
        if not 1 <= len(name) <= longest or not name.strip():
            yield f"label of {len(name)} characters: {name[:40]!r}"
        if names.count(name) > 1:
            yield f"label {name!r} twice"
    classes = kind in ("ImageMultiClass", "ImageMultiClassMultiLabel", "TextMultiClass", "TextMultiClassMultiLabel", "VideoMultiClass")
    if len(names) < (2 if classes else 1):
        yield f"{len(names)} labels are too few"
    most = 30 if moving or kind == "VideoMultiClass" else 50 if kind in ("BoundingBox", "ImageMultiClassMultiLabel", "TextMultiClassMultiLabel") else None
    if most and len(names) > most:
        yield f"{len(names)} labels, at most {most} are allowed"
    entry_keys = {"label"} | ({"shortDisplayName"} if kind == "NamedEntityRecognition" else set()) | ({"categoryAttributes", "editsAllowed"} if moving else set())
    for entry in labels:
        for extra in sorted(entry.keys() - entry_keys):
            yield f"label {entry['label']!r}: unknown key {extra!r}"
        short = entry.get("shortDisplayName")
        if short is not None and not 1 <= len(short) <= 4:
            yield f"label {entry['label']!r}: shortDisplayName {short!r}"
    if kind == "NamedEntityRecognition" or moving:
        text = config.get("instructions") or {}
        for part, limit in (("shortInstruction", 255), ("fullInstruction", 2048)):
            if not isinstance(text.get(part), str) or not text[part].strip():
                yield f"instructions.{part} is missing"
            elif moving and len(text[part]) >= limit:
                yield f"instructions.{part}: {len(text[part])} characters, fewer than {limit} are allowed"


# ---- the template ----------------------------------------------------------------------------------------------------------------

class Strict(liquid.Environment):
    """Liquid as the task templates use it: everything is escaped, and nothing may be unknown."""

    def __init__(self):
        super().__init__(autoescape=True, undefined=liquid.StrictUndefined, tolerance=liquid.Mode.STRICT)

        def grant(value):
            if not re.fullmatch(r"(s3://|https://s3[.\w\-]*\.amazonaws\.com/)[^/]+/.+", str(value)):
                raise ValueError(f'"grant_read_access" input is not a valid S3 URI: {value!r}')
            return str(value) + "?granted"

        self.filters["to_json"] = lambda value: json.dumps(value, ensure_ascii=False)
        self.filters["grant_read_access"] = grant
        self.filters["skip_autoescape"] = lambda value: (_ for _ in ()).throw(ValueError("skip_autoescape"))


def values_for(element, kind, labels):
    """What a template may read, by task type."""
    picture = "s3://example-labeling/pictures/one.png"
    text = "A \U0001F600 \"text\" with <b>marks</b> & {{ braces }}"
    is_text = element in ("crowd-classifier", "crowd-classifier-multi-select", "crowd-entity-annotation") and kind != "VideoMultiClass"
    subject = text if is_text else picture
    if kind in TEMPLATED:
        given = {"taskObject": subject, "labels": labels}
    else:
        given = {"source": subject} if is_text else {"source-ref": subject}
    return subject, {"task": {"input": given}}


def expressions(template):
    """The Liquid in the template that is not what the compiler writes: an author's braces would show up here."""
    for expression in re.findall(r"\{\{(.*?)\}\}", template, re.DOTALL):
        parts = [p.strip() for p in expression.split("|")]
        if not re.fullmatch(r"task\.input(\.[a-zA-Z][\w\-]*|\[\"[\w\-]+\"\])|'(s3://|https://s3\.)[^'{}]*'|\"(s3://|https://s3\.)[^\"{}]*\"", parts[0]) or not set(parts[1:]) <= FILTERS:
            yield f"an expression that is none of ours: {{{{{expression}}}}}"
    for tag in re.findall(r"\{%(.*?)%\}", template, re.DOTALL):
        yield f"a tag that is none of ours: {{%{tag}%}}"


def element_of(document):
    found = [n for n in document.iter() if n.tag in ELEMENTS]
    return found[0] if len(found) == 1 else None


def parse(rendered):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    return parser.parseFragment(rendered), [f"HTML: {code} at {position} {values}" for position, code, values in parser.errors]


def as_labels(text):
    read = json.loads(text)
    return [e["label"] if isinstance(e, dict) else e for e in read]


def missing_pictures(template, media):
    """Pictures that the instructions show and that the bundle does not hold."""
    return [f"no picture {name}" for name in sorted(set(re.findall(r"/ground-truth/media/([^'\"]+)['\"]", template))) if not (media / name).is_file()]


def problems_of_template(template, labels, kind):
    """What is wrong with a template; an error of Liquid counts as such."""
    try:
        yield from problems_of_page(template, labels, kind)
    except Exception as error:
        yield f"{type(error).__name__}: {error}"


def problems_of_page(template, labels, kind):
    if len(template) > TEMPLATE_LIMIT:
        yield f"{len(template)} characters, at most {TEMPLATE_LIMIT} are allowed"
    if "skip_autoescape" in template:
        yield "skip_autoescape"
    yield from expressions(template)
    names = [n for n in ELEMENTS if re.search(rf"<{n}[\s>]", template)]
    if len(names) != 1:
        yield f"one crowd element with labels is needed, found {names}"
        return
    subject, values = values_for(names[0], kind, labels)
    rendered = Strict().from_string(template).render(**values)
    document, errors = parse(rendered)
    yield from errors
    element = element_of(document)
    if element is None:
        yield "the crowd element is not in the page once, or its end tag is missing"
        return
    attribute, required, regions = ELEMENTS[element.tag]
    if kind in TEMPLATED and (element.tag, element.get("name")) != TEMPLATED[kind][:2]:
        yield f"{kind} needs <{TEMPLATED[kind][0]} name={TEMPLATED[kind][1]!r}>, found <{element.tag} name={element.get('name')!r}>"
    for key in required:
        if not (element.get(key) or "").strip():
            yield f"{element.tag}: no {key}"
    if element.get(attribute):
        try:
            read = as_labels(element.get(attribute))
        except Exception as error:
            yield f"{attribute} is not JSON: {error}: {element.get(attribute)!r}"
        else:
            if read != labels:
                yield f"{attribute}: {read!r} is not {labels!r}"
    children = {}
    for child in element:
        children.setdefault(child.tag, []).append(child)
    for region in regions:
        if len(children.get(region, [])) != 1:
            yield f"{element.tag}: {len(children.get(region, []))} {region}, directly inside"
        elif not "".join(children[region][0].itertext()).strip():
            yield f"{element.tag}: {region} is empty"
    where = {"src": element.get("src"), "text": element.get("text")}
    if "src" in required and where["src"] != subject + "?granted":
        yield f"src is {where['src']!r}: the picture with grant_read_access is needed"
    if "text" in required and where["text"] != subject:
        yield f"text is {where['text']!r}"
    if element.tag.startswith("crowd-classifier") and kind != "VideoMultiClass":
        shown = "".join("".join(c.itertext()) for c in children.get("classification-target", []))
        if subject not in shown:
            yield f"classification-target shows {shown!r}"
    forms = [n for n in document.iter("crowd-form")]
    inside = any(element in list(f.iter()) for f in forms)
    if inside == (element.tag == "crowd-entity-annotation") or len(forms) > 1:
        yield f"{element.tag}: {len(forms)} crowd-form"
    scripts = [s.get("src") for s in document.iter("script")]
    if scripts != [LOADER] or any("".join(s.itertext()).strip() for s in document.iter("script")):
        yield f"scripts: {scripts}"
    for node in document.iter():
        if node.tag in ("iframe", "object", "embed", "form", "link", "base"):
            yield f"<{node.tag}>"
        for key, value in node.attrib.items():
            if str(key).startswith("on") or re.match(r"\s*javascript:", value, re.IGNORECASE):
                yield f"<{node.tag} {key}={value!r}>"
            if key == "src" and node.tag == "img" and not re.match(r"(data:image/|https://|s3://.*\?granted)", value):
                yield f"a picture that a worker cannot load: {value[:80]!r}"


# ---- all together ----------------------------------------------------------------------------------------------------------------

def by_command_line(path, region):
    """The AWS CLI with no account: what it says of the request. Empty when it takes it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "",
                       "AWS_CONFIG_FILE": home + "/none", "AWS_SHARED_CREDENTIALS_FILE": home + "/none", "PYTHONUTF8": "1"}
        run = oracle.run([pathlib.Path(sys.executable).parent / "aws", "sagemaker", "create-labeling-job", "--region", region,
                          "--cli-input-json", f"file://{path}", "--generate-cli-skeleton", "output"], env=environment)
    return "" if run.returncode == 0 and "LabelingJobArn" in run.stdout else (run.stderr or run.stdout or "no answer").strip()


def examine(o, subject, folder, model, memory):
    request = oracle.load(folder / "request.json")
    o.check(subject, f"request.json: botocore {botocore.__version__} model and the service's rules", problems_of_request(model, request))
    kind = task_type(request)
    region = request["HumanTaskConfig"]["WorkteamArn"].split(":")[3]
    said = by_command_line(folder / "request.json", region)
    o.check(subject, "request.json: the AWS CLI takes it", [said] if said else [])
    tried = [(what, made) for what, made in broken_requests(request)]
    o.check(subject, f"request.json: {len(tried)} mutants refused", [f"accepted: {w}" for w, m in tried if not problems_of_request(model, m)])
    if "refused by the command line" not in memory:  # a slow program: once is enough
        memory.add("refused by the command line")
        with tempfile.TemporaryDirectory() as scratch:
            path = pathlib.Path(scratch) / "broken.json"
            path.write_text(json.dumps({k: v for k, v in request.items() if k != "RoleArn"}))
            o.check(subject, "request.json: the AWS CLI refuses a mutant", [] if by_command_line(path, region) else ["accepted without RoleArn"])

    config = oracle.load(folder / "label-categories.json")
    o.check(subject, "label-categories.json", problems_of_labels(config, kind))
    labels = label_names(config)
    path = folder / "template.liquid.html"
    if "HumanTaskUiArn" in request["HumanTaskConfig"].get("UiConfig", {}):
        o.check(subject, "no template: the interface is named by the request", ["template.liquid.html is never used"] if path.exists() else [])
        return
    template = path.read_text(encoding="utf-8")
    o.check(subject, "template.liquid.html: its pictures are in the bundle", missing_pictures(template, folder.parent / "media"))
    if o.check(subject, f"template.liquid.html: Liquid {liquid.__version__}, HTML, {len(labels)} labels come through exactly", problems_of_template(template, labels, kind)):
        if kind in TEMPLATED:
            o.check(subject, f"template.liquid.html: {len(HOSTILE)} hostile labels come through exactly", problems_of_template(template, HOSTILE, kind))
        else:
            # The labels are in the template itself: other labels must not pass for them.
            o.check(subject, "template.liquid.html: other labels are noticed", [] if list(problems_of_template(template, labels + ["x"], kind)) else ["accepted"])
        name = next(n for n in ELEMENTS if re.search(rf"<{n}[\s>]", template))
        wrong = {
            "an undefined variable": template.replace("task.input", "task.inputs", 1),
            "the end tag missing": re.sub(rf"</{name}>", "", template),
            "a required region missing": re.sub(r"<(/?)short-instructions\b", r"<\1other-instructions", template),
            "an author's braces": template.replace("</short-instructions>", "{{ secret }}</short-instructions>"),
            "an author's tag": template.replace("</short-instructions>", "{% raw %}{% endraw %}</short-instructions>"),
            "a script": template.replace("</short-instructions>", "<script>1</script></short-instructions>"),
        }
        accepted = [f"accepted: {what}" for what, made in wrong.items() if made == template or not list(problems_of_template(made, labels, kind))]
        o.check(subject, f"template.liquid.html: {len(wrong)} mutants refused", accepted)


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("ground-truth")
    model = botocore.session.get_session().get_service_model("sagemaker").operation_model("CreateLabelingJob")
    folders = [(b, f) for b in oracle.bundles(found.out) if (b / "ground-truth").is_dir() for f in sorted((b / "ground-truth").iterdir()) if f.is_dir() and f.name != "media"]
    if not oracle.bundles(found.out):
        o.fail("-", f"no bundle in {found.out}")
    elif not folders:
        o.skip("-", "no bundle has ground-truth/: no guideline asks for this target")
    memory = set()
    for bundle, folder in folders:
        subject = f"{bundle.name}/{folder.name}"
        o.guard(subject, "ground-truth", lambda: examine(o, subject, folder, model, memory))
    o.close()


if __name__ == "__main__":
    main()
