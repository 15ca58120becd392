"use strict";
// Makes the page quicker to use. Nothing on it needs this script.
(() => {
  const main = document.querySelector("main");
  const contents = document.querySelector(".contents");
  const narrow = matchMedia("(max-width: 65.99rem)");

  // Contents: folded on small screens, and marked with the place that is being read.
  const fold = () => { contents.open = !narrow.matches; };
  fold();
  narrow.addEventListener("change", fold);
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (place) links.set(place, link);
    link.addEventListener("click", () => { if (narrow.matches) contents.open = false; });
  }
  document.addEventListener("click", (event) => {
    if (narrow.matches && !contents.contains(event.target)) contents.open = false;
  });
  contents.addEventListener("keydown", (event) => {
    if (!narrow.matches || event.key !== "Escape") return;
    contents.open = false;
    contents.querySelector("summary").focus();
  });
  const places = [...links.keys()];
  let current;
  const mark = () => {
    let place = places[0];
    for (const next of places) {
      if (next.getBoundingClientRect().top > innerHeight / 4) break;
      place = next;
    }
    if (place === current) return;
    if (current) links.get(current).removeAttribute("aria-current");
    current = place;
    if (!place) return;
    const link = links.get(place);
    link.setAttribute("aria-current", "location");
    const side = document.querySelector(".side");
    if (!narrow.matches && side.scrollHeight > side.clientHeight) {
      side.scrollTop = link.offsetTop - side.clientHeight / 2;
    }
  };
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; mark(); });
  }, { passive: true });
  mark();

  // Search: everything that can be jumped to, with the words that stand in it.
  const search = document.querySelector(".search");
  const input = search.querySelector("input");
  const results = search.querySelector("ol");
  search.hidden = false;

  // Accents, and the kinds of quotes and hyphens, make no difference to what is looked for.
  const plain = (text) => text.toLowerCase().normalize("NFD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, "").replace(/ς/g, "σ")
    .replace(/[‘’‚ʼ′]/g, "'").replace(/[“”„«»″]/g, '"').replace(/[‐-―−]/g, "-");

  // A name or a key is a word of its own, also where no blank stands before it.
  const apart = ".name, .chip, .number, .mark-number, .letter, .heading, .value, code, kbd";
  const textOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = "", last = null;
    while (walker.nextNode()) {
      const part = walker.currentNode.parentElement.closest(apart);
      if (part !== last) text += " ";
      last = part;
      text += walker.currentNode.data;
    }
    return text.replace(/\s+/g, " ").replace(/ (?=[,.;:)])/g, "").trim();
  };

  const blocks = "article[id], h2[id], h3[id], h4[id], h5[id], h6[id], .layer[id], .escapes[id], .label > header > code, p, li, dt, dd, td, th, pre, blockquote, figcaption";
  const parts = "article, .layer, .escapes";
  let units;
  const collect = () => {
    units = [];
    for (const element of main.querySelectorAll(blocks)) {
      if (element.id && (element.matches(parts) || /^H/.test(element.tagName))) {
        const heading = element.matches(parts)
          ? element.querySelector("h2, h3, h4, h5, h6") || element.querySelector(".text") : element;
        const number = element.querySelector(":scope > .number");
        const title = [number, heading].filter(Boolean).map(textOf).join(" ") || element.id;
        units.push({
          element, title: title.length > 90 ? title.slice(0, 88) + "…" : title, text: "",
          ids: [element.id, number ? number.textContent : ""].map(plain),
        });
      } else if (units.length && !element.querySelector("p, li, dd, pre, blockquote")) {
        units[units.length - 1].text += " " + textOf(element);
      }
    }
    for (const unit of units) {
      unit.foldedTitle = plain(unit.title);
      unit.folded = plain(unit.text);
    }
  };
  let selected = -1;

  // The folded text, and where each of its characters came from.
  const trace = (text) => {
    const starts = [], ends = [];
    let folded = "", place = 0;
    for (const character of text) {
      const letters = plain(character);
      for (let n = 0; n < letters.length; n += 1) {
        starts.push(place);
        ends.push(place + character.length);
      }
      folded += letters;
      place += character.length;
    }
    return { folded, starts, ends };
  };

  const highlight = (parent, text, words) => {
    const { folded, starts, ends } = trace(text);
    let from = 0, written = 0;
    for (;;) {
      let start = -1, length = 0;
      for (const word of words) {
        const found = folded.indexOf(word, from);
        if (found >= 0 && (start < 0 || found < start)) { start = found; length = word.length; }
      }
      if (start < 0) break;
      from = start + length;
      const first = Math.max(starts[start], written);
      parent.append(text.slice(written, first));
      const hit = document.createElement("mark");
      // What stands before the next character is an accent of the last one.
      written = starts[from] === starts[from - 1] ? ends[from - 1] : starts[from] ?? text.length;
      hit.textContent = text.slice(first, written);
      parent.append(hit);
    }
    parent.append(text.slice(written));
  };

  const close = () => {
    results.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    selected = -1;
  };

  const select = (place) => {
    const items = results.querySelectorAll("[role=option]");
    if (!items.length) return;
    if (items[selected]) items[selected].setAttribute("aria-selected", "false");
    selected = (place + items.length) % items.length;
    items[selected].setAttribute("aria-selected", "true");
    items[selected].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[selected].id);
  };

  const find = () => {
    const query = plain(input.value.trim());
    const words = query.split(/\s+/).filter(Boolean);
    results.replaceChildren();
    if (!words.length) return close();
    if (!units) collect();
    const found = [];
    for (const unit of units) {
      const title = unit.foldedTitle;
      const isIt = unit.ids.includes(query);
      if (!isIt && !words.every((word) => title.includes(word) || unit.folded.includes(word))) continue;
      const inTitle = words.filter((word) => title.includes(word)).length;
      found.push({ unit, rank: (isIt ? 100 : 0) + inTitle * 2 + (title.startsWith(words[0]) ? 1 : 0) });
    }
    found.sort((a, b) => b.rank - a.rank);
    for (const { unit } of found.slice(0, 20)) {
      const item = document.createElement("li");
      item.id = "page.result." + results.children.length;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = "#" + encodeURIComponent(unit.element.id);
      link.tabIndex = -1;
      link.addEventListener("click", close);
      const title = document.createElement("b");
      highlight(title, unit.title, words);
      link.append(title);
      const at = Math.min(...words.map((word) => unit.folded.indexOf(word)).filter((n) => n >= 0), Infinity);
      if (at < Infinity) {
        const place = unit.folded.length === unit.text.length ? at : trace(unit.text).starts[at];
        const start = Math.max(0, unit.text.lastIndexOf(" ", Math.max(0, place - 30)));
        const snippet = document.createElement("span");
        highlight(snippet, (start > 1 ? "…" : "") + unit.text.slice(start, start + 110).trim() + "…", words);
        link.append(snippet);
      }
      item.append(link);
      results.append(item);
    }
    if (!found.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = results.dataset.none;
      results.append(none);
    }
    selected = -1;
    results.hidden = false;
    input.setAttribute("aria-expanded", "true");
    select(0);
  };

  input.addEventListener("input", find);
  input.addEventListener("focus", () => { if (input.value) find(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") {
      const link = results.querySelector("[aria-selected=true] a");
      if (link) { link.click(); input.blur(); }
    } else if (event.key === "Escape") { input.value = ""; close(); input.blur(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (!search.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // A recording stands in the page once; where it is needed again, so is its player.
  for (const link of main.querySelectorAll("a.again")) {
    const player = document.getElementById(link.hash.slice(1)).cloneNode();
    player.removeAttribute("id");
    player.setAttribute("aria-label", link.getAttribute("aria-label"));
    link.replaceWith(player);
  }

  // Covered examples are uncovered one by one.
  const cover = document.getElementById("page.cover");
  const coverAll = () => {
    for (const button of main.querySelectorAll(".reveal")) {
      button.parentElement.classList.remove("shown");
      button.remove();
    }
    if (!cover.checked) return;
    for (const covered of main.querySelectorAll(".example .input")) {
      if (!covered.querySelector(":scope > :not(.box)")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "reveal";
      button.textContent = main.dataset.show;
      const heading = covered.closest(".example").querySelector("h3, h4, h5, h6");
      button.setAttribute("aria-label", main.dataset.show + ": " + textOf(heading));
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        const isShown = covered.classList.toggle("shown");
        button.setAttribute("aria-pressed", String(isShown));
      });
      covered.prepend(button);
    }
  };
  if (cover && main.dataset.show) {
    cover.addEventListener("change", coverAll);
    coverAll();
  }

  // Pictures: large ones on demand, with their marks.
  for (const canvas of main.querySelectorAll(".canvas")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.textContent = main.dataset.enlarge;
    button.addEventListener("click", () => {
      const dialog = document.createElement("dialog");
      dialog.className = canvas.closest(".bad") ? "large bad" : "large";
      const copy = canvas.cloneNode(true);
      const svg = copy.querySelector("svg");
      const [, , width, height] = svg.getAttribute("viewBox").split(" ");
      // On a phone it is no larger than before if it has to fit: there it is moved under a finger.
      const shown = canvas.getBoundingClientRect().width;
      svg.style.width = innerWidth < 640
        ? `${Math.max(2 * shown, 1.8 * innerWidth)}px`
        : `min(90vw, ${80 * width / height}vh, ${Math.max(1200, width)}px)`;
      const room = document.createElement("div");
      room.className = "room";
      room.tabIndex = 0;
      room.setAttribute("role", "group");
      room.setAttribute("aria-label", svg.getAttribute("aria-label"));
      room.append(copy);
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = main.dataset.close;
      dialog.append(close, room);
      dialog.setAttribute("aria-label", svg.getAttribute("aria-label"));
      dialog.addEventListener("click", (event) => {
        if (!copy.contains(event.target)) dialog.close();
      });
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });
    canvas.after(button);
  }

  // On paper nothing is folded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
})();
