"""Label Studio bundles against the real server, in its strict mode, and the real labeling page in Chromium.

For each bundle a project is made from project.json. Every good example is imported as a prediction (which the server checks), broken
copies must be refused, and tasks.json must come back from the export unchanged. Then each task is opened in the labeling page: the page must
show no error, must give back the very answer that was shipped, and must find it fit for Submit.
"""

import contextlib
import html.parser
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import label_studio_rules as rules
import oracle
from playwright.sync_api import TimeoutError, sync_playwright

VERSION = "1.23.2"
TOKEN = secrets.token_hex(20)  # which another server does not take
USER, PASSWORD = "oracle@example.com", "an oracle's password"
ERRORS = ("ConfigurationError", "Invalid attribute", "has invalid type", "No matching type", "Not expecting tag")
PAGES = int(os.environ.get("ORACLE_PAGES", "12"))      # tasks opened per bundle
ANSWER = oracle.LIMIT / 10  # seconds after which a page does not come to hold another answer
STRICT = "fflag_feat_utc_210_prediction_validation_15082025"


class Server:
    """A server of its own: own data folder, own port on the loopback, no report to anybody, and gone at the end."""

    process = None

    def __enter__(self):
        program = os.environ.get("RUBRICA_LABEL_STUDIO", "")
        if not os.access(program, os.X_OK):
            raise RuntimeError("RUBRICA_LABEL_STUDIO names no program")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rubrica-label-studio-"))
        environment = {**os.environ, STRICT: "True", "LABEL_STUDIO_BASE_DATA_DIR": str(self.folder), "HOME": str(self.folder),
                       "SENTRY_DSN": "", "FRONTEND_SENTRY_DSN": "", "COLLECT_ANALYTICS": "False", "LATEST_VERSION_CHECK": "False",
                       "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true", "PYTHONUNBUFFERED": "1"}
        try:
            # Somebody else may take a free port before the server does.
            while not self.start(program, environment):
                pass
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, program, environment):
        """Whether the server answers; not where its port was taken."""
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        with open(self.folder / "server.log", "w") as log:
            self.process = subprocess.Popen(
                [program, "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", str(port), "--username", USER,
                 "--password", PASSWORD, "--user-token", TOKEN, "--enable-legacy-api-token"],
                env=environment, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True, cwd=self.folder)
        return self.wait()

    def wait(self):
        began = time.monotonic()
        while time.monotonic() - began < oracle.LIMIT:
            ended = self.process.poll() is not None
            log = (self.folder / "server.log").read_text()
            if ended and "port is already in use" in log:
                return False
            if ended:
                raise RuntimeError("the server ended:\n" + log[-3000:])
            # It looks for another port itself where it finds one taken, and says which.
            said = re.search(r"server at (http://[\d.:]+\d)", log)
            if said:
                self.base = said[1]
                try:
                    if self.call("GET", "/api/projects/")[0] == 200:
                        return True
                except OSError:
                    pass
            time.sleep(0.5)
        raise RuntimeError("the server did not answer:\n" + log[-3000:])

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method, data=None if body is None else json.dumps(body).encode(),
                                         headers={"Authorization": "Token " + TOKEN, "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=oracle.LIMIT) as answer:
                text = answer.read().decode()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")[:3000]

    def need(self, method, path, body=None):
        status, answer = self.call(method, path, body)
        if status not in (200, 201, 204):
            raise RuntimeError(f"{method} {path}: {status}: {answer}")
        return answer

    def export(self, project):
        return self.need("GET", f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true")

    def __exit__(self, *_):
        # Its data goes too: there is nothing that it has to bring to an end.
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Words(html.parser.HTMLParser):
    """The words of a page, and what it is made of."""

    def __init__(self, text):
        super().__init__()
        self.words, self.tags = [], []
        self.feed(text)
        self.close()

    def handle_data(self, data):
        self.words += data.split()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(sorted((k, v) for k, v in attrs if k != "rel"))))


# ---- the server ------------------------------------------------------------------------------------------------------------------

def canonical(results):
    """Results without their order, and with relations where they stand."""
    return sorted(json.dumps(plain(r), sort_keys=True, ensure_ascii=False) for r in results)


def plain(item):
    """What an answer says, without what the page adds to every answer."""
    def value(v):
        if isinstance(v, dict):
            return {k: value(p) for k, p in v.items()}
        if isinstance(v, list):
            return [value(p) for p in v]
        return round(v + 0.0, 3) if isinstance(v, (int, float)) and not isinstance(v, bool) else v

    return {k: value(v) for k, v in item.items() if k not in ("origin", "id" if item.get("type") == "relation" else "", "score")}


def trimmed(value):
    """The server cuts white space off the ends of a text."""
    return value.strip() if isinstance(value, str) else value


def by_server(o, server, bundle):
    """The checks of the server itself; gives the project that holds tasks.json."""
    name, folder = bundle.name, bundle / "label-studio"
    project, tasks = oracle.load(folder / "project.json"), oracle.load(folder / "tasks.json")
    config = rules.Config(project["label_config"])
    answers = list(rules.good(tasks))

    made = server.need("POST", "/api/projects/", project)
    server.need("POST", f"/api/projects/{made['id']}/validate/", {"label_config": project["label_config"]})
    problems = [f"{k}: {made.get(k)!r} was kept of {v!r}" for k, v in project.items() if k not in ("expert_instruction",) and k in made and trimmed(made[k]) != trimmed(v)]
    problems += [f"{k}: the server does not know this key" for k in project if k not in made]
    sent, kept = Words(project.get("expert_instruction", "")), Words(made.get("expert_instruction") or "")
    if sent.words != kept.words or sent.tags != kept.tags:
        problems.append(f"expert_instruction: the server filtered it: {sorted(set(sent.tags) - set(kept.tags))[:5]}")
    o.check(name, "project made, validated, nothing filtered away", problems)

    strict = server.need("POST", "/api/projects/", {**project, "title": "strict " + name[:40]})["id"]
    problems, sent = [], []
    for example, data, result in answers:
        status, answer = server.call("POST", f"/api/projects/{strict}/import", [{"data": data, "predictions": [{"model_version": "oracle", "result": result}]}])
        sent.append(result)
        if status != 201 or answer.get("prediction_count") != 1:
            problems.append(f"{example}: {status}: {answer}")
    listed = sorted(t["id"] for t in server.export(strict))
    stored = [p["result"] for t in listed for p in server.need("GET", f"/api/tasks/{t}/")["predictions"]]
    if [canonical(r) for r in stored] != [canonical(r) for r in sent]:
        problems.append(f"{len(sent)} predictions sent, {len(stored)} exported, or they differ")
    o.check(name, f"{len(answers)} good examples taken as predictions in strict mode", problems)

    tried, problems, kinds = 0, [], set()
    for example, data, result in answers:
        for what, broken, refused in rules.mutants(config, result):
            if not refused or (what in kinds and tried >= 40):
                continue
            tried, kinds = tried + 1, kinds | {what}
            status, _ = server.call("POST", f"/api/projects/{strict}/import", [{"data": data, "predictions": [{"model_version": "oracle", "result": broken}]}])
            if status != 400:
                problems.append(f"{example}: {what}: {status}, 400 was expected")
    if len(server.export(strict)) != len(sent):
        problems.append("a refused task was stored all the same")
    if tried:
        o.check(name, f"{tried} mutants of {len(kinds)} kinds refused with 400", problems)
    elif any(result for _, _, result in answers):
        o.fail(name, "no mutant could be made of the good examples")

    holder = server.need("POST", "/api/projects/", {**project, "title": "gold " + name[:40]})["id"]
    counts = server.need("POST", f"/api/projects/{holder}/import", tasks) if tasks else {}
    exported = sorted(server.export(holder), key=lambda t: t["id"])
    problems = []
    if tasks and counts.get("task_count") != len(tasks):
        problems.append(f"task_count {counts.get('task_count')}")
    if len(exported) != len(tasks):
        problems.append(f"{len(exported)} of {len(tasks)} tasks exported")
    for index, (task, back) in enumerate(zip(tasks, exported)):
        for key in ("data", "meta"):
            if back.get(key) != task.get(key):
                problems.append(f"task {index}: {key} came back as {str(back.get(key))[:200]}")
        wanted, got = task.get("annotations") or [], back.get("annotations") or []
        if [canonical(a["result"]) for a in wanted] != [canonical(a["result"]) for a in got]:
            problems.append(f"task {index}: the answers came back differently")
        if not all(a.get("ground_truth") is True for a in got):
            problems.append(f"task {index}: not marked as ground truth")
    o.check(name, f"{len(tasks)} tasks with {len(answers)} ground truths come back from the export", problems)
    return holder, tasks, exported


# ---- the page --------------------------------------------------------------------------------------------------------------------

STATE = """() => {
  const store = window.Htx && window.Htx.annotationStore;
  if (!store) return {state: 'no editor'};
  if (store.validation && store.validation.length)
    return {state: 'error', errors: store.validation.map(e => [e.modelName, e.field, e.error, e.value].join(' '))};
  const chosen = store.selected;
  if (!chosen) return {state: 'nothing selected'};
  const busy = [...chosen.names.values()].some(t => t.type === 'image' && !t.imageIsLoaded && !(t.currentImageEntity || {}).imageLoaded);
  return {state: busy ? 'loading' : 'ready', result: JSON.parse(JSON.stringify(chosen.serializeAnnotation()))};
}"""
NAMES = """() => [...window.Htx.annotationStore.selected.names.values()].filter(t => t.children && t.children.some(c => c._value !== undefined))
  .map(t => [t.name, t.children.filter(c => c._value !== undefined).map(c => c._value)])"""

SAYS = "words => { const body = document.body.innerText.toLowerCase(); return words.every(w => body.includes(w)) }"


class Page:
    """A browser that is logged in. Every address gets a tab of its own, so that no message can come from the tab before."""

    def __init__(self, browser, server):
        self.server = server
        self.context = oracle.context(browser, viewport={"width": 1400, "height": 1100})
        self.tab()
        self.page.goto(server.base + "/user/login/")
        self.page.fill("input[name=email]", USER)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("button[type=submit]")
        self.page.wait_for_url(lambda address: "/user/login" not in address)

    def tab(self):
        for page in self.context.pages:
            page.close()
        errors = self.errors = []
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda e: errors.append(f"page error: {str(e)[:300]}"))
        self.page.on("console", lambda message: self.heard(message, errors))

    @staticmethod
    def heard(message, errors):
        if "compiledError" in message.text:
            try:
                errors.append(f"configuration error: {json.dumps(message.args[0].json_value())}")
            except Exception:
                errors.append("configuration error")
        elif message.type == "error" and any(e in message.text for e in ERRORS):
            errors.append(f"console: {message.text.splitlines()[0][:300]}")

    def open(self, address, wanted=None):
        """Opens a labeling page and waits until the editor holds an answer, if one is wanted; gives the editor's state."""
        self.tab()
        self.page.goto(self.server.base + address)
        end, state = time.monotonic() + ANSWER, self.page.evaluate(STATE)
        # An answer is drawn piece by piece.
        while state["state"] != "error" and time.monotonic() < end:
            if state["state"] == "ready" and (wanted is None or canonical(state["result"]) == canonical(wanted)):
                break
            self.page.wait_for_timeout(200)
            state = self.page.evaluate(STATE)
        # Whatever the page has still to do may change it; a broken one may never rest.
        self.page.evaluate("() => new Promise(done => requestIdleCallback(done, {timeout: 1000}))")
        state = self.page.evaluate(STATE)
        text = self.page.inner_text("body")
        self.errors += [f"on the page: {e}" for e in ERRORS if e in text]
        self.errors += [f"editor: {e}" for e in state.get("errors", [])]
        if state["state"] != "ready":
            self.errors.append(f"the editor is not ready: {state['state']}")
        return state


def by_page(o, server, page, bundle, holder, tasks, exported, screenshots):
    name = bundle.name
    config = rules.Config(oracle.load(bundle / "label-studio/project.json")["label_config"])
    project = oracle.load(bundle / "label-studio/project.json")
    order = sorted(range(len(tasks)), key=lambda i: (not tasks[i].get("annotations"), i))[:PAGES]
    problems, submit, opened, shown = [], [], 0, {}
    for index in order:
        answers = tasks[index].get("annotations") or []
        wanted = answers[0]["result"] if answers else None
        example = tasks[index].get("meta", {}).get("example", index)
        state = page.open(f"/projects/{holder}/data?task={exported[index]['id']}", wanted)
        opened += 1
        problems += [f"{example}: {e}" for e in dict.fromkeys(page.errors)]
        if screenshots and opened <= 3:
            page.page.screenshot(path=screenshots / f"label-studio-{name}-{index}.png")
        if state["state"] != "ready":
            if answers:
                submit.append(f"{example}: not tried, the page did not open")
            continue
        shown.update(page.page.evaluate(NAMES))
        if answers:
            if canonical(state["result"]) != canonical(wanted):
                lost = [r for r in canonical(wanted) if r not in canonical(state["result"])]
                problems.append(f"{example}: the editor holds another answer; lost: {lost[:3]}; has: {[r for r in canonical(state['result']) if r not in canonical(wanted)][:3]}")
            if page.page.evaluate("() => window.Htx.annotationStore.selected.validate()") is not True:
                note = page.page.evaluate("() => [...document.querySelectorAll('.ant-modal, [class*=toast]')].map(e => e.innerText).join(' ')")
                submit.append(f"{example}: Submit would be refused: {note.strip()[:300]}")
    if not order:
        o.skip(name, "no task to open in the page: the guideline has no example")
        return
    o.check(name, f"{opened} tasks open in the labeling page and hold their answers", problems)
    if any(tasks[i].get("annotations") for i in order):
        o.check(name, "the page finds every good example fit for Submit", submit)

    problems = []
    for control, values in shown.items():
        if values != config.names(config.named[control]):
            problems.append(f"{control}: shows {values}, not {config.names(config.named[control])}")
    o.check(name, f"the page shows the labels of {len(shown)} controls by their names", problems if shown or not config.results(config.root) else ["no label is shown"])

    if project.get("show_instruction"):
        page.open(f"/projects/{holder}/data?labeling=1")
        words = list(dict.fromkeys(w.lower() for w in Words(project["expert_instruction"]).words))
        with contextlib.suppress(TimeoutError):
            page.page.wait_for_function(SAYS, arg=words, timeout=ANSWER * 1000)
        if screenshots:
            page.page.screenshot(path=screenshots / f"label-studio-{name}-instruction.png")
        body = page.page.inner_text("body").lower()
        missing = [w for w in words if w not in body]
        o.check(name, "the instructions open with the first task", [f"not shown: {missing[:20]}"] if missing else [])


def main():
    found = oracle.arguments(__doc__, screenshots=True)
    o = oracle.Oracle("label-studio-server")
    all_bundles = [b for b in oracle.bundles(found.out) if (b / "label-studio").is_dir()]
    if not all_bundles:
        o.fail("-", f"no bundle in {found.out} has label-studio/")
        o.close()

    def work():
        with Server() as server, sync_playwright() as player:
            version = server.need("GET", "/api/version")["release"]
            o.check("-", f"server {version} runs in strict mode", [] if version == VERSION else [f"{VERSION} was expected"])
            with contextlib.closing(oracle.chromium(player)) as browser:
                page = Page(browser, server)
                for bundle in all_bundles:
                    held = o.guard(bundle.name, "server", lambda: by_server(o, server, bundle))
                    if held:
                        o.guard(bundle.name, "page", lambda: by_page(o, server, page, bundle, *held, found.screenshots))

    o.guard("-", "server and browser", work)
    o.close()


if __name__ == "__main__":
    main()
