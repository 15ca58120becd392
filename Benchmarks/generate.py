"""Makes a workspace of guidelines to be measured: about 8 KB each, valid at stage pilot, the same for the same seed.

    generate.py [--seed TEXT] COUNT FOLDER

Three kinds take turns: boxes on pictures, a choice and a scale on messages, spans and relations in sentences. Two of
three give colours and shortcuts in the guideline, the third in labels.yaml. Standard library only.
"""

import argparse
import pathlib
import random
import struct
import zlib

SIZE = 8_000  # bytes of a guideline.md, at least

SETTINGS = """\
rubrica: 1
organisation: {name: Example Mobility}
targets:
  instructions: {}
  checklist: {}
  schema: {}
  label-studio: {}
"""

GOVERNANCE = """\
contacts:
  questions: {{name: Labeling desk, email: desk@example.com}}
  legal: {{name: Ada Park, email: legal@example.com}}
  security: {{name: Jo Brandt, email: security@example.com}}
use:
  intended: {purpose}
  prohibited: [identification of persons, décisions about a single person]
data:
  classification: internal
  personal: none
  permitted-use: training and testing of the system named in the purpose
  retention: {months} months, then deleted from all stores
  storage: eu-west-1
  access: the labeling desk and two engineers
  suitability: drawn from the same sources as the items in use
  gaps: few items from the night, none from the far north
  biases: large towns are over-represented
  sources:
    - {{id: own-{number}, kind: self-collected, issuer: Example Mobility, licence: proprietary, collected: 2025, method: collected by our own staff}}
workforce:
  kind: internal
  skills: [reads the language of the items, has passed the quiz]
  pay: salaried
  training: half a day with the quiz
  wellbeing: a break of ten minutes every hour
quality:
  annotators-per-item: {annotators}
  aggregation: majority, then adjudication
  ground-truth: adjudicated by two leads
  gold-share: 5 %
  audit-share: 10 %
  pilot: {{items: {items}, annotators: 3, result: two rules were sharpened, date: 2025-03-01}}
  metrics:
    - {{metric: {metric}, layer: {layer}, at-least: 0.8, consequence: retrain}}
review:
  adjudicator: the lead of the labeling desk
  escalation: ask the desk — an answer comes within a working day
maintenance:
  plan: read again after every release of the system
approvals:
  - {{role: legal, person: Ada Park, covers: data}}
  - {{role: security, person: Jo Brandt, covers: storage}}
"""

# A label is (id, name, definition, includes, excludes).
IMAGE_THEMES = [
    ("Street furniture", "Train a detector that warns drivers of what stands at the kerb.", [
        ("sign", "Traffic sign", "A plate that tells a driver what to do — a „Verkehrszeichen“ in the law.",
         ["temporary plates on a trestle", "plates seen from behind"], ["paint on the road", "advertising"]),
        ("light", "Traffic light", "A lamp that orders traffic to stop or go 🚦, with its housing.",
         ["lamps for pedestrians", "lamps that are switched off"], ["street lamps", "brake lights"]),
        ("bollard", "Bollard", "A post that keeps vehicles off a pavement; in Zürich it is a “Poller”.",
         ["posts joined by a chain", "posts that can be lowered"], ["the pole of a plate", "trees"]),
        ("bin", "Litter bin", "A container for the litter of passers-by, ≥ 20 l.",
         ["bins on a lamp post", "bins for glass"], ["house bins put out for collection", "skips"]),
        ("bench", "Bench", "A seat for two or more people that is fixed to the ground.",
         ["seats around a tree", "seats in a bus shelter"], ["chairs of a café", "low walls"]),
    ]),
    ("Things in a kitchen", "Teach a robot what it may lift and what it must leave alone.", [
        ("cup", "Cup", "A vessel with a handle from which one drinks — «une tasse».",
         ["espresso cups", "cups with a lid"], ["glasses", "measuring jugs"]),
        ("knife", "Knife", "A blade with a grip, longer than it is wide; the 包丁 of a Japanese kitchen too.",
         ["bread knives", "folded pocket knives"], ["peelers", "scissors"]),
        ("pan", "Pan", "A flat vessel of metal with one long grip, for the hob.",
         ["woks", "pans with a lid"], ["pots with two grips", "baking trays"]),
        ("jar", "Jar", "A vessel of glass with a wide neck and a lid, full or empty.",
         ["jars of jam", "jars of spices"], ["bottles", "drinking glasses"]),
        ("cloth", "Cloth", "A piece of fabric for drying or wiping: a “Küchentuch”, a «torchon».",
         ["gloves for the oven", "folded napkins"], ["curtains", "aprons that are worn"]),
    ]),
    ("Birds at a feeder", "Count the visitors of garden feeders in winter.", [
        ("tit", "Great tit", "A black head with white cheeks and a yellow breast (Kohlmeise, シジュウカラ).",
         ["young birds", "birds in flight"], ["pictures on a seed bag", "shadows"]),
        ("robin", "Robin", "A round bird with an orange breast — rødhals, rouge-gorge.",
         ["birds on the ground", "birds half hidden by a leaf"], ["bullfinches", "toys"]),
        ("sparrow", "Sparrow", "A brown bird with a stout bill; the moineau of the towns.",
         ["hens of the species", "several on one perch"], ["finches", "dunnocks"]),
        ("jay", "Jay", "A large bird with a blue patch on the wing (Eichelhäher).",
         ["birds seen from behind", "wings alone in the frame"], ["magpies", "pigeons"]),
        ("squirrel", "Squirrel", "Not a bird, but it eats like five: any kind of squirrel 🐿.",
         ["a tail alone", "animals on the roof"], ["rats", "martens"]),
    ]),
]

TEXT_THEMES = [
    ("Messages to a parcel service", "Send each message to the desk that can answer it.", [
        ("late", "Late parcel", "The parcel has not come at the promised time — «en retard».",
         ["no news for days", "a new date was broken"], ["a parcel that never existed", "praise"]),
        ("damage", "Damage", "The parcel or what is in it is broken, wet or open.",
         ["a torn box", "a missing lid"], ["the wrong article", "wear after use"]),
        ("address", "Wrong address", "The parcel went to a door that is not the customer's (»falsche Tür«).",
         ["left with an unknown neighbour", "a changed address"], ["a late parcel", "a spelling only"]),
        ("invoice", "Invoice", "A question about money: price, duty, refund in €.",
         ["customs duty", "a refund that is due"], ["advertising", "tips"]),
        ("thanks", "Thanks", "Praise without a wish — 感謝.",
         ["stars with a word", "a smile 🙂"], ["irony", "praise with a complaint"]),
    ]),
    ("Reports from a clinic's phone line", "Order the calls of the night so that the urgent ones are heard first.", [
        ("pain", "Pain", "The caller has pain, wherever it is — “Schmerzen”, «douleur».",
         ["headache", "pain after a fall"], ["fear of pain", "a question for a friend"]),
        ("fever", "Fever", "A temperature of 38 °C or more, or the feeling of it.",
         ["shivering", "a hot forehead"], ["hot weather", "a broken thermometer"]),
        ("medicine", "Medicine", "A question about a drug, its dose in µg or mg, or its side effects.",
         ["a forgotten dose", "two drugs at once"], ["the price of a drug", "opening hours"]),
        ("appointment", "Appointment", "The caller wants to come, to move a date or to cancel it.",
         ["a first visit", "a cancelled visit"], ["results by post", "directions"]),
        ("other", "Something else", "Everything that the other labels leave — naïve questions too.",
         ["wrong numbers", "lost property"], ["silence", "music"]),
    ]),
]

SPAN_THEMES = [
    ("Names in local news", "Link the people in the news to the places and bodies they speak for."),
    ("Names in minutes of meetings", "Find who decided what, and on behalf of whom."),
]
SPAN_LABELS = [
    ("person", "Person", "A named human being, with given name and surname — Zoë, Łukasz, 美咲.",
     ["initials with a surname", "nicknames in quotes"], ["titles before the name", "fictional figures"]),
    ("organisation", "Organisation", "A named body that acts: a firm, a party, a Behörde, a «mairie».",
     ["abbreviations", "sports clubs"], ["buildings", "brands of a product"]),
    ("place", "Place", "A named part of the earth: a town, a river, a street.",
     ["districts", "countries"], ["adjectives such as Danish", "planets"]),
    ("date", "Date", "A day, month or year that can be found in a calendar.",
     ["weekdays with a date", "years alone"], ["durations", "the word today"]),
]
SENTENCES = [
    "[{p}]{{person #a}} has spoken for [{o}]{{organisation #b}} since [{d}]{{date}}.\n>\n> #a -speaks-for-> #b",
    "In [{l}]{{place #b}} the board of [{o}]{{organisation #a}} met for an hour.\n>\n> #a -sits-in-> #b",
    "“We were naïve,” said [{p}]{{person}} in [{l}]{{place}} on [{d}]{{date}}.",
    "[{o}]{{organisation #a}} leaves [{l}]{{place #b}} — a loss, says [{p}]{{person}}.\n>\n> #a -sits-in-> #b",
]
PEOPLE = ["Zoë Müller", "Łukasz Wójcik", "Søren Østergård", "José Ibáñez", "Ana Conceição", "佐藤 美咲", "Ólafur Þór"]
BODIES = ["Ørsted", "Société du Rhône", "Škoda", "Müllabfuhr Köln", "Nestlé", "東京ガス", "Conselho da Baía"]
PLACES = ["Århus", "Gdańsk", "Malmö", "São Paulo", "Besançon", "京都", "Plzeň", "Tromsø"]
DATES = ["3 March 2024", "1 May 2023", "12 août 2022", "2021", "9 October 2020"]

SUBJECTS = ["The café on the corner", "A colleague in Malmö", "The second reader", "Every item of the pilot",
            "The naïve reading", "Our desk in Kraków", "A picture from the Århus fleet", "The résumé of the week"]
VERBS = ["shows", "confirms", "leaves open", "depends on", "needs", "explains", "differs from", "agrees with"]
OBJECTS = ["what a careful annotator sees at once", "the case that the pilot found hard — twice out of three",
           "a second look, at 200 % and never more", "the rule above; „im Zweifel“ ask the desk",
           "less time than one thinks, ≈ 20 s per item", "the same answer in 東京 and in Tromsø",
           "nothing that is outside the frame", "the façade behind it, which does not count"]
COLOURS = ["#c0392b", "#2980b9", "#27ae60", "#8e44ad", "#f39c12"]
SHORTCUTS = "asdfg"


def picture(number):
    """A valid picture of 160 x 120 pixels, a frame on a ground; each number has its own colours."""
    width, height = 160, 120
    ground, frame = bytes([40 + 20 * number] * 2 + [90]), bytes([230, 30 * number, 20])
    rows = bytearray()
    for y in range(height):
        inside = 30 <= y < 90
        rows += b"\0" + ground * 40 + (frame if inside else ground) * 80 + ground * 40

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(rows), 9))
            + chunk(b"IEND", b""))


def prose(rng, sentences):
    return " ".join(f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)}." for _ in range(sentences))


def expected(record):
    return f"```yaml expected\n{record}\n```"


def image_task(rng, labels):
    names = ", ".join(label[0] for label in labels)
    task = f"""\
  modality: image
  layers:
    - id: things
      kind: box
      question: Which of these can be seen?
      cardinality: one box per thing
      labels: [{names}]
      attributes:
        - {{id: occluded, type: enum, values: [none, part, most], default: none, definition: how much of it is covered}}
        - {{id: truncated, type: boolean, definition: whether it leaves the picture}}"""
    examples = []
    for number, (label, name, *_) in enumerate(labels):
        left, top = rng.randint(5, 40), rng.randint(5, 30)
        right, bottom = left + rng.randint(40, 80), top + rng.randint(40, 60)
        occluded = rng.choice(["none", "part"])
        path = f"media/item-{number}.png"
        record = f"things: [{{{{label: {label}, box: [{left}, {top}, {right}, {{bottom}}], occluded: {occluded}}}}}]"
        examples.append(("Good", f"{name.lower()}, the box touches its rim", (
            f"![A box that touches the rim of the {name.lower()}]({path})\n\n" + expected(record.format(bottom=bottom)))))
        if number % 2 == 0:
            examples.append(("Bad", f"{name.lower()} with its shadow", (
                f"![A box that takes in the shadow of the {name.lower()}]({path})\n\n"
                + expected(record.format(bottom=bottom + 25))
                + "\n**Because** the size of the box is taken for the size of the thing.")))
    rules = [
        "**Smallest thing.** `height < 10 px` -> do not label.",
        "**Covered things.** `visible < 20 %` -> do not label.",
        "**Crowds.** `count > 30 things` -> escalate.",
    ]
    return task, "things", "iou", examples, rules


def text_task(rng, labels):
    names = ", ".join(label[0] for label in labels)
    task = f"""\
  modality: text
  layers:
    - {{id: topic, kind: choice, question: What is the message about?, labels: [{names}]}}
    - id: urgency
      kind: scale
      question: How soon must somebody answer?
      points:
        - {{value: 1, means: within a week}}
        - {{value: 2, means: within a day}}
        - {{value: 3, means: within the hour}}
        - {{value: 4, means: at once}}
      best: 1"""
    examples = []
    for number, (label, name, _, includes, _) in enumerate(labels):
        who, where, urgency = rng.choice(PEOPLE), rng.choice(PLACES), rng.randint(1, 4)
        examples.append(("Good", f"a plain case of {name.lower()}", (
            f"> Good evening, {who} from {where} here — I write about {includes[0]}. Is that “normal”? Merci!\n\n"
            + expected(f"topic: {label}\nurgency: {urgency}"))))
        if number % 2 == 0:
            wrong = labels[(number + 1) % len(labels)]
            examples.append(("Bad", f"{name.lower()} taken for {wrong[1].lower()}", (
                f"> It is about {includes[1]}; {who} told me to write to you in {where}.\n\n"
                + expected(f"topic: {wrong[0]}\nurgency: {urgency}")
                + f"\n**Because** {includes[1]} is a case of [{name}](#{label}).")))
    rules = [
        "**Short messages.** `length < 3 words` -> ignore.",
        "**Mixed languages.** `foreign > 50 %` -> review.",
        "**Long threads.** `replies > 12 messages` -> escalate.",
    ]
    return task, "topic", "kappa", examples, rules


def span_task(rng, labels):
    names = ", ".join(label[0] for label in labels)
    task = f"""\
  modality: text
  layers:
    - {{id: names, kind: span, question: Which names are in the text?, labels: [{names}]}}
    - id: links
      kind: relation
      over: names
      relations:
        - {{id: speaks-for, name: speaks for, definition: the person acts for the body, from: [person], to: [organisation]}}
        - {{id: sits-in, name: sits in, definition: the body has its seat there, from: [organisation], to: [place]}}"""
    examples = []
    for number, sentence in enumerate(SENTENCES):
        words = {"p": rng.choice(PEOPLE), "o": rng.choice(BODIES), "l": rng.choice(PLACES), "d": rng.choice(DATES)}
        examples.append(("Good", f"sentence {number + 1}", "> " + sentence.format(**words)))
    person, body = rng.choice(PEOPLE), rng.choice(BODIES)
    given, surname = person.split()
    examples += [
        ("Good", "nothing to mark", "> The weather was mild — 12 °C at noon — and nobody had a word to say.\n\n"
         + expected("names: none\nlinks: none")),
        ("Bad", "one name in two pieces", f"> [{given}]{{person}} [{surname}]{{person}} has gone home.\n>\n"
         "> He took the train.\n\n**Because** a name is one mark from its first to its last letter."),
        ("Bad", "the article is inside", f"> Nobody had heard of [the {body}]{{organisation}} before.\n\n"
         "**Because** the article is not a part of the name."),
    ]
    rules = [
        "**Long names.** `length > 12 words` -> review.",
        "**Unreadable texts.** `garbled > 30 %` -> ignore.",
        "**Foreign texts.** `foreign > 50 %` -> escalate.",
    ]
    return task, "names", "f1", examples, rules


def label_sections(labels, colours_here):
    for number, (label, name, definition, includes, excludes) in enumerate(labels):
        other = labels[(number + 1) % len(labels)]
        yield f"""\
### {name} {{#{label}}}
{definition}

**Includes** {" · ".join(includes)}
**Excludes** {" · ".join(excludes)}
**Not** [{other[1]}](#{other[0]}): that is the label for {other[3][0]}, even when both are in sight.
"""
        if colours_here:
            yield f"""\
```yaml label
colour: "{COLOURS[number]}"
shortcut: {SHORTCUTS[number]}
code: {number + 1}
```
"""


def labels_file(labels):
    lines = [f'  - {{id: {label[0]}, colour: "{colour}", shortcut: {key}, code: {code}}}'
             for code, (label, colour, key) in enumerate(zip(labels, COLOURS, SHORTCUTS), 1)]
    return "labels:\n" + "\n".join(lines) + "\n"


def guideline(index, seed):
    """The files of one guideline, by name."""
    rng = random.Random(f"{seed}/{index}")
    kind = index % 3
    if kind == 0:
        title, purpose, labels = rng.choice(IMAGE_THEMES)
        task, layer, metric, examples, rules = image_task(rng, labels)
    elif kind == 1:
        title, purpose, labels = rng.choice(TEXT_THEMES)
        task, layer, metric, examples, rules = text_task(rng, labels)
    else:
        title, purpose = rng.choice(SPAN_THEMES)
        labels = SPAN_LABELS
        task, layer, metric, examples, rules = span_task(rng, labels)
    colours_here = index // 3 % 3 != 0
    first, second = labels[0], labels[1]
    title = f"{title} ({rng.choice(PLACES)})"

    parts = [f"""\
---
rubrica: 1
id: guideline-{index:05}
title: {title}
version: {rng.randint(1, 3)}.{rng.randint(0, 9)}.0
stage: pilot
language: en
purpose: {purpose}
owner: m.silva
authors: [M. Silva, {rng.choice(PEOPLE)}]
task:
{task}
escape:
  - {{id: cannot-tell, means: unsure-flag, name: Cannot tell, definition: two readings are equally good}}
  - {{id: unusable, means: skip-item, name: Unusable, definition: the item is empty or broken}}
---

# {title}

{purpose} {prose(rng, 2)}

{prose(rng, 3)} See [the rules](#rules) and [the edge cases](#edge-cases).

## Steps

1. Look at the whole item before you mark anything.
2. Answer in the order of the layers — *never* backwards.
3. {prose(rng, 1)}
4. Read the [self-check](#self-check), then send.

## Labels
""", *label_sections(labels, colours_here), f"""\
## Rules

""" + "\n".join(f"- {rule}" for rule in rules) + f"""
- Give [{first[1]}](#{first[0]}) whatever its size, **because** the system depends on it.
- Give [{second[1]}](#{second[0]}), **unless** it is one of: {second[4][0]}, {second[4][1]}.

## Edge cases

### A reflection or a quotation
**If** it is only mirrored or quoted **then** treat it as the thing itself.
**Because** the system cannot tell the two apart — „gespiegelt“ is not „falsch“.

### Two answers fit
**If** two labels fit equally well **then** take the one that stands higher in the [precedence](#precedence).
**Unless** one of them is named in the item itself. **Because** a fixed order makes two annotators agree.

### The item is dark or garbled
**If** you need more than a minute **then** answer `cannot-tell`.
**Threshold** `time > 60 s` -> escalate

## Examples
"""]
    for role, heading, content in examples:
        parts.append(f"### {role}: {heading}\n{content}\n")
    order = "\n".join(f"{place}. [{label[1]}](#{label[0]})" if place % 2 else f"{place}. {label[0]}"
                      for place, label in enumerate(labels, 1))
    parts.append(f"""\
## When in doubt
Prefer `{first[0]}` to leaving the answer out.

## Precedence
{order}

## Self-check

- [ ] Every answer has a reason in this guideline.
- [ ] Nothing was left out at the edges of the item.

## Tool

| what | key | remark |
|:-----|:---:|--------|
| next item | → | saves first |
| undo | Ctrl+Z | up to 20 steps |
| zoom | + / − | 200 % is enough |

## Glossary

- **Item**: what is shown to you at one time.
- **Desk**: the people who answer questions — write to them, not to a colleague.

## Changelog

- The rule about covered or garbled items was sharpened after the pilot.

## FAQ
""")
    text = "\n".join(parts)
    question = 0
    while len(text.encode()) < SIZE:
        question += 1
        text += f"\n### Question {question}: what does “{rng.choice(OBJECTS).split(',')[0]}” mean?\n{prose(rng, 2)}\n"

    files = {
        "guideline.md": text.encode(),
        "governance.yaml": GOVERNANCE.format(
            purpose=purpose, layer=layer, metric=metric, number=index, months=rng.choice([12, 24, 36]),
            annotators=rng.choice([2, 3, 5]), items=rng.randint(50, 500)).encode(),
    }
    if not colours_here:
        files["labels.yaml"] = labels_file(labels).encode()
    if kind == 0:
        for number in range(len(labels)):
            files[f"media/item-{number}.png"] = PICTURES[number]
    return files


PICTURES = [picture(number) for number in range(5)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", default="rubrica")
    arguments.add_argument("count", type=int)
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()

    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "rubrica.yaml").write_text(SETTINGS)
    for index in range(options.count):
        folder = options.folder / "guidelines" / f"guideline-{index:05}"
        for name, content in guideline(index, options.seed).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


if __name__ == "__main__":
    main()
