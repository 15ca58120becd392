"""The dataset card of each bundle is read by huggingface_hub, every key and word of its front matter is one that the hub knows, and broken copies are refused."""

import inspect
import re

import oracle
from huggingface_hub import DatasetCard, DatasetCardData

# Of the hub's documentation; the library takes any key.
MORE_KEYS = {"license_name", "license_link", "tags"}
KEYS = set(inspect.signature(DatasetCardData).parameters) - {"self", "kwargs", "ignore_metadata_errors"} | MORE_KEYS


def options(key):
    """The words that the library's own description gives for a key."""
    described = re.search(rf"{key} \(.*?Options are: (.*?)\.\n", inspect.getdoc(DatasetCardData), re.DOTALL)
    return set(re.findall(r"'([^']+)'", described[1]))


WORDS = {key: options(key) for key in ("annotations_creators", "source_datasets")}
BROKEN = [
    ("front matter that is no YAML", lambda text: text.replace("pretty_name: ", "pretty_name: [", 1)),
    ("tags that are no list", lambda text: re.sub(r"tags:\n(- .*\n)+", 'tags: {a: b}\n', text, count=1)),
    ("a misspelt key", lambda text: text.replace("pretty_name", "prety_name", 1)),
    ("no name", lambda text: re.sub(r"pretty_name: .*\n", "", text, count=1)),
    ("a word that the hub does not know", lambda text: re.sub(r"annotations_creators:\n(- .*\n)+", "annotations_creators: [somebody]\n", text, count=1)),
    ("a language in words", lambda text: re.sub(r"language:\n(- .*\n)+", "", text).replace("---\n", "---\nlanguage: [English]\n", 1)),
]


def problems(text):
    try:
        data = DatasetCard(text).data.to_dict()
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    found = [f"unknown key: {key}" for key in data if key not in KEYS]
    if not data.get("pretty_name"):
        found.append("no name")
    if not isinstance(data.get("tags", []), list):
        found.append("tags are no list")
    for key, words in WORDS.items():
        found += [f"{key}: {word}" for word in data.get(key) or [] if word not in words]
    found += [f"language: {tag}" for tag in data.get("language") or [] if not re.fullmatch("[a-z]{2,3}", tag)]
    if "other" in (data.get("license") or []) and not data.get("license_name"):
        found.append("another licence without a name")
    return found


def main():
    found = oracle.arguments(__doc__)
    o = oracle.Oracle("hugging_face")
    for bundle, path in oracle.files(found.out, "hugging-face/README.md"):
        def work(path=path, bundle=bundle):
            text = path.read_text(encoding="utf-8")
            o.check(bundle.name, "read by huggingface_hub, every word known", problems(text))
            copies = [(what, change(text)) for what, change in BROKEN if change(text) != text]
            o.check(bundle.name, f"{len(copies)} broken copies refused", [f"taken: {what}" for what, copy in copies if not problems(copy)])

        o.guard(bundle.name, "hugging-face", work)
    o.close()


if __name__ == "__main__":
    main()
