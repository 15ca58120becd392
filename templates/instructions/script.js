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
  const units = [];
  const blocks = "article[id], h2[id], h3[id], h4[id], h5[id], h6[id], .layer[id], p, li, dt, dd, td, th, pre, blockquote, figcaption, .name";
  for (const element of main.querySelectorAll(blocks)) {
    const isPlace = element.id && (element.matches("article, .layer") || /^H/.test(element.tagName));
    if (isPlace) {
      const heading = element.matches("article, .layer")
        ? element.querySelector("h2, h3, h4, h5, h6") || element.querySelector(".text") : element;
      const title = heading ? heading.textContent.trim().replace(/\s+/g, " ") : element.id;
      units.push({ element, title: title.length > 90 ? title.slice(0, 88) + "…" : title, text: "" });
    } else if (units.length && !element.querySelector("p, li, dd, pre, blockquote")) {
      units[units.length - 1].text += " " + element.textContent.replace(/\s+/g, " ");
    }
  }
  let selected = -1;

  const highlight = (parent, text, words) => {
    let rest = text;
    while (rest) {
      const lower = rest.toLowerCase();
      let start = -1, length = 0;
      for (const word of words) {
        const found = lower.indexOf(word);
        if (found >= 0 && (start < 0 || found < start)) { start = found; length = word.length; }
      }
      if (start < 0) break;
      parent.append(rest.slice(0, start));
      const hit = document.createElement("mark");
      hit.textContent = rest.slice(start, start + length);
      parent.append(hit);
      rest = rest.slice(start + length);
    }
    parent.append(rest);
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
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    results.replaceChildren();
    if (!words.length) return close();
    const found = [];
    for (const unit of units) {
      const title = unit.title.toLowerCase();
      const text = unit.text.toLowerCase();
      if (!words.every((word) => title.includes(word) || text.includes(word))) continue;
      const inTitle = words.filter((word) => title.includes(word)).length;
      found.push({ unit, rank: inTitle * 2 + (title.startsWith(words[0]) ? 1 : 0) });
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
      const text = unit.text.toLowerCase();
      const at = Math.min(...words.map((word) => text.indexOf(word)).filter((n) => n >= 0), Infinity);
      if (at < Infinity) {
        const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 30)));
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

  // Pictures: large ones on demand, with their marks.
  for (const canvas of main.querySelectorAll(".canvas")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.title = main.dataset.enlarge;
    button.setAttribute("aria-label", main.dataset.enlarge);
    button.textContent = "+";
    button.addEventListener("click", () => {
      const dialog = document.createElement("dialog");
      dialog.className = canvas.closest(".bad") ? "large bad" : "large";
      const copy = canvas.cloneNode(true);
      copy.querySelector(".enlarge").remove();
      const svg = copy.querySelector("svg");
      const [, , width, height] = svg.getAttribute("viewBox").split(" ");
      svg.style.width = `min(90vw, ${80 * width / height}vh, ${Math.max(1200, width)}px)`;
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = main.dataset.close;
      dialog.append(close, copy);
      dialog.setAttribute("aria-label", svg.getAttribute("aria-label"));
      dialog.addEventListener("click", (event) => {
        if (!copy.contains(event.target)) dialog.close();
      });
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });
    canvas.append(button);
  }

  // On paper nothing is folded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
})();
