"""The pages of each bundle in Chromium: they fit, print, read without scripts, ask for nothing, and are accessible."""

import contextlib
import pathlib
import re
import unicodedata

import axe_playwright_python
import html5lib
import oracle
from playwright.sync_api import sync_playwright

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 390)
OPEN = "() => document.querySelectorAll('details').forEach(d => d.open = true)"


def words(text):
    return re.findall(r"\w+", text.lower())


def by_parser(path):
    """What a strict HTML parser says, and what can be seen in its tree."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(path.read_bytes())
    yield from (f"HTML: {code} at {position} {values}" for position, code, values in parser.errors)
    html = next(root.iter("html"), root)
    if not html.get("lang"):
        yield "no lang"
    ids = [n.get("id") for n in root.iter() if isinstance(n.tag, str) and n.get("id") is not None]
    yield from (f"id {i!r} {ids.count(i)} times" for i in sorted({i for i in ids if ids.count(i) > 1}))
    hidden = {d for n in root.iter() if n.get("aria-hidden") == "true" for d in n.iter()}
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        tag = node.tag.rsplit("}", 1)[-1]
        label = (node.get("aria-label") or "").strip() or node.get("aria-labelledby")
        if tag == "img" and node.get("alt") is None:
            yield f"img without alt: {(node.get('src') or '')[:60]}"
        if tag == "svg" and node not in hidden and not (node.get("role") == "img" and label):
            yield "an svg that is neither hidden nor role=img with a label"
        for key in ("href", "aria-labelledby", "aria-describedby", "for"):
            value = node.get(key) or ""
            targets = [value[1:]] if key == "href" and value.startswith("#") and len(value) > 1 else value.split() if key != "href" else []
            yield from (f"<{tag} {key}={value!r}> points to nothing" for t in targets if t not in ids)


def text_of(path):
    """The words of the page that a reader must be able to read."""
    root = html5lib.parse(path.read_bytes(), treebuilder="etree", namespaceHTMLElements=False)

    def inside(node):
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "template", "head", "noscript", "title") or node.tag.endswith("}title") or node.tag.endswith("}style"):
            return
        yield node.text or ""
        for child in node:
            yield from inside(child)
            yield child.tail or ""

    return words(" ".join(inside(next(root.iter("body")))))


class Visit:
    """A page in a fresh context, with all that it complained about or asked for."""

    def __init__(self, browser, path, **options):
        self.context = oracle.context(browser, **options)
        self.page = self.context.new_page()
        self.console, self.requests = [], []
        address = path.resolve().as_uri()
        self.page.on("console", lambda m: self.console.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.console.append(f"page error: {e}"))
        self.page.on("request", lambda r: self.requests.append(r.url[:200]) if r.url.split("#")[0] != address and not r.url.startswith(("data:", "blob:")) else None)
        self.page.goto(address, wait_until="load")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def luminance(page):
    """Of the page's ground, 0 black to 1 white."""
    return page.evaluate("""() => {
      for (const e of [document.body, document.documentElement]) {
        const c = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        c.fillStyle = '#ffffff'; c.fillRect(0, 0, 1, 1);
        const ground = getComputedStyle(e).backgroundColor;
        c.fillStyle = ground; c.fillRect(0, 0, 1, 1);
        const [r, g, b] = c.getImageData(0, 0, 1, 1).data;
        if (ground !== 'rgba(0, 0, 0, 0)') return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
      }
      return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 0 : 1;
    }""")


def by_axe(page):
    """Serious and critical findings of axe-core."""
    page.evaluate(OPEN)
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    for violation in found["violations"]:
        if violation["impact"] in ("serious", "critical"):
            nodes = "; ".join(f"{' '.join(map(str, n['target']))}: {' '.join((n.get('failureSummary') or '').split())[:160]}" for n in violation["nodes"][:3])
            yield f"{violation['impact']}: {violation['id']}: {violation['help']} ({len(violation['nodes'])} places: {nodes})"


def found(page, query):
    """The results of the page's own search: places and words."""
    page.fill("#page\\.search", query)
    return page.evaluate("() => [...document.querySelectorAll('.search [role=option]')].map(e => [decodeURIComponent(e.querySelector('a').hash.slice(1)), e.textContent])")


def by_search(page):
    """A rule is found by its number before all else, and a label however its name is typed."""
    rules = page.evaluate("() => [...document.querySelectorAll('article.rule[id]')].map(e => [e.id, e.querySelector('.number').textContent])")
    for place, number in rules[:1] + rules[-1:]:
        results = found(page, number.lower())
        if not results or results[0][0] != place:
            yield f"{number} finds {results[:2]}"
    names = page.evaluate("() => [...document.querySelectorAll('article.label[id]')].map(e => e.querySelector('h2, h3, h4, h5, h6').textContent.trim())")
    for name in names[:3]:
        typed = "".join(c for c in unicodedata.normalize("NFD", name) if not "\u0300" <= c <= "\u036f").upper().replace("-", "\u2011")
        if not any(name in text for _, text in found(page, typed)):
            yield f"{typed!r} does not find {name!r}"
    page.fill("#page\\.search", "")


def by_cover(page):
    """Whoever covers the examples uncovers them one by one with the keyboard."""
    if not page.query_selector("#page\\.cover"):
        return
    page.check("#page\\.cover")
    page.evaluate(OPEN)
    button = page.query_selector(".example .input > .reveal")
    if not button:
        yield "nothing uncovers an example"
        return
    blurred = "e => getComputedStyle(e.parentElement.lastElementChild).filter !== 'none'"
    if not button.evaluate(blurred):
        yield "an example is not covered"
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    if button.evaluate(blurred) or button.get_attribute("aria-pressed") != "true":
        yield "Enter does not uncover an example"
    page.uncheck("#page\\.cover")
    if page.query_selector(".reveal"):
        yield "uncovered examples still have buttons"


def by_keys(path, page):
    """The keys on the page are those of the tool."""
    config = next((p for p in path.parents if (p / "label-studio/config.xml").exists()), None)
    if not config:
        return
    keys = set(re.findall(r'hotkey="(.)"', (config / "label-studio/config.xml").read_text(encoding="utf-8")))
    shown = set(page.evaluate("() => [...document.querySelectorAll('.layers .chip kbd, .label .key kbd')].map(e => e.textContent)"))
    if shown - keys:
        yield f"keys that the tool does not have: {sorted(shown - keys)}"


def examine(o, subject, path, browser, screenshots):
    o.check(subject, "HTML, ids, links in the page, texts for pictures", by_parser(path))
    console, requests, wide, access = [], [], [], []
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            with Visit(browser, path, viewport={"width": width, "height": 900}, color_scheme=scheme, device_scale_factor=1) as visit:
                if screenshots:
                    visit.page.screenshot(path=screenshots / f"{subject.replace('/', '-')}-{width}-{scheme}.png", full_page=True)
                visit.page.evaluate(OPEN)
                scroll, inner = visit.page.evaluate("() => [document.scrollingElement.scrollWidth, window.innerWidth]")
                if scroll > inner:
                    wide.append(f"{width} px, {scheme}: {scroll} px wide: " + str(visit.page.evaluate(
                        "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.tagName + '.' + e.className)")))
                dark = luminance(visit.page)
                if (dark < 0.3) != (scheme == "dark"):
                    access.append(f"{width} px, {scheme}: the ground has a luminance of {dark:.2f}")
                access += [f"{width} px, {scheme}: {v}" for v in by_axe(visit.page)]
                console += [f"{width} px, {scheme}: {c}" for c in visit.console]
                requests += visit.requests
    o.check(subject, f"fits {' and '.join(map(str, WIDTHS))} px", wide)
    o.check(subject, "light and dark, axe-core finds nothing serious", access)

    if path.name == "index.html":
        with Visit(browser, path, viewport={"width": 1280, "height": 900}) as visit:
            o.check(subject, "search, cover and keys", [*by_search(visit.page), *by_cover(visit.page), *by_keys(path, visit.page)])
            console += visit.console

    with Visit(browser, path, viewport={"width": 1280, "height": 900}, java_script_enabled=False) as visit:
        visit.page.evaluate(OPEN)
        readable = visit.page.evaluate("() => document.body.innerText + ' ' + [...document.querySelectorAll('svg text')].map(t => t.textContent).join(' ')").lower()
        missing = [w for w in dict.fromkeys(text_of(path)) if w not in readable]
        requests += visit.requests
    o.check(subject, "every word can be read without scripts", [f"{len(missing)} words: {missing[:30]}"] if missing else [])

    with Visit(browser, path) as visit:
        visit.page.emulate_media(media="print")
        printed = visit.page.pdf(format="A4", print_background=True)
        if screenshots:
            (screenshots / f"{subject.replace('/', '-')}.pdf").write_bytes(printed)
        console += visit.console
        requests += visit.requests
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))
    o.check(subject, f"prints on {pages} pages", [] if printed.startswith(b"%PDF-") and pages > 0 else ["no page"])
    o.check(subject, "no message in the console", dict.fromkeys(console))
    o.check(subject, "asks for nothing from outside", dict.fromkeys(requests))


def main():
    found = oracle.arguments(__doc__, screenshots=True)
    o = oracle.Oracle("pages")
    paths = [(f"{b.name}/{p.parent.relative_to(b)}", p) for b in oracle.bundles(found.out)
             for p in (b / "instructions/index.html", *sorted(b.glob("instructions/*/index.html")), b / "checklist/checklist.html") if p.exists()]
    if not any(p.name == "index.html" for _, p in paths):
        o.fail("-", f"no bundle in {found.out} has instructions/index.html")
    if paths:
        def work():
            with sync_playwright() as player, contextlib.closing(oracle.chromium(player)) as browser:
                for subject, path in paths:
                    o.guard(subject, path.name, lambda: examine(o, subject, path, browser, found.screenshots))

        o.guard("-", "browser", work)
    o.close()


if __name__ == "__main__":
    main()
