// Search, filters, grouping and keys. The page is whole without them; nothing here makes markup from text.
(() => {
  "use strict";

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  const themes = ["auto", "light", "dark"];
  const theme = byId("theme");
  theme.addEventListener("click", () => {
    const next = themes[(themes.findIndex((name) => root.classList.contains(name)) + 1 || 1) % themes.length];
    root.classList.remove(...themes);
    if (next !== "auto") root.classList.add(next);
    theme.textContent = `Theme: ${next}`;
  });

  // What is folded is printed, too.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  const list = byId("list");
  if (!list) return;

  // Findings and their groups -----------------------------------------------------------------------------------------

  const search = byId("search");
  const selects = { rule: byId("rule"), dir: byId("dir") };
  const exposed = byId("exposed"); // where history was scanned
  const group = byId("group");
  const form = search.form;
  const levels = [...form.querySelectorAll(".levels input")];

  const items = [...list.querySelectorAll(".finding")].map((element) => ({
    element,
    level: element.classList[1],
    rule: element.dataset.rule,
    dir: element.dataset.dir,
    exposure: element.dataset.exposure,
    text: null,
    shown: true,
  }));
  const itemOf = new Map(items.map((item) => [item.element, item]));
  const order = { file: items, rule: [...items].sort((a, b) => a.rule - b.rule) };
  const groups = { file: [...list.children].map(groupOf), rule: null };
  list.classList.add("by-file");

  function groupOf(section) {
    const found = [...section.querySelectorAll(".finding")].map((element) => itemOf.get(element));
    return { section, items: found, size: section.querySelector(".size") };
  }

  function groupsByRule() {
    const made = new Map();
    for (const item of order.rule) {
      if (!made.has(item.rule)) {
        const section = document.createElement("section");
        const heading = document.createElement("h3");
        const size = document.createElement("span");
        section.className = "group";
        size.className = "size";
        heading.append(item.element.querySelector(".rule").textContent, " ", size);
        section.append(heading);
        made.set(item.rule, { section, items: [], size });
      }
      made.get(item.rule).items.push(item);
    }
    return [...made.values()];
  }

  function regroup() {
    const by = group.value;
    groups[by] ??= groupsByRule();
    const all = document.createDocumentFragment();
    for (const one of groups[by]) {
      one.section.append(...one.items.map((item) => item.element));
      all.append(one.section);
    }
    list.replaceChildren(all);
    list.classList.toggle("by-file", by === "file");
    count();
  }

  // Filters -----------------------------------------------------------------------------------------------------------

  const textOf = (item) => (item.text ??= item.element.textContent.toLowerCase());

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    const rules = selects.rule.value && new Set(selects.rule.value.split(" "));
    const dir = selects.dir.value;
    const exposure = exposed?.value;
    for (const item of items) {
      const shown =
        wanted.has(item.level) &&
        (!rules || rules.has(item.rule)) &&
        (!dir || item.dir === dir) &&
        (!exposure || item.exposure === exposure) &&
        words.every((word) => textOf(item).includes(word));
      if (shown !== item.shown) {
        item.shown = shown;
        item.element.hidden = !shown;
      }
    }
    count();
  }

  function count() {
    let total = 0;
    for (const one of groups[group.value]) {
      const shown = one.items.filter((item) => item.shown).length;
      one.section.hidden = !shown;
      one.size.textContent = shown.toLocaleString("en");
      total += shown;
    }
    const all = items.length.toLocaleString("en");
    const filtered = total < items.length;
    byId("shown").textContent = filtered ? `${total.toLocaleString("en")} of ${all} findings` : `${all} finding${items.length === 1 ? "" : "s"}`;
    byId("clear").hidden = !filtered;
    byId("nothing").hidden = total > 0;
  }

  function clear() {
    search.value = selects.rule.value = selects.dir.value = "";
    if (exposed) exposed.value = "";
    for (const box of levels) box.checked = true;
    filter();
  }

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 100);
  });
  form.addEventListener("change", (event) => (event.target === group ? regroup() : event.target === search || filter()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    search.focus();
  });

  // The numbers of the charts show what they count.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    event.preventDefault();
    clear();
    selects[link.dataset.filter].value = link.dataset.value;
    filter();
    byId("findings").focus({ preventScroll: true });
    byId("findings").scrollIntoView();
  });

  // Places --------------------------------------------------------------------------------------------------------------

  function follow() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const item = itemOf.get(target);
    if (!item) return;
    if (!item.shown) clear();
    show(item);
  }

  function show(item) {
    const scroll = () => item.element.scrollIntoView({ block: "nearest" });
    item.element.focus({ preventScroll: true });
    scroll();
    // What comes near the window is laid out only then, and takes another height than was thought.
    requestAnimationFrame(() => requestAnimationFrame(scroll));
  }

  addEventListener("hashchange", follow);
  if (location.hash) follow();

  // Keys ----------------------------------------------------------------------------------------------------------------

  const help = byId("help");
  let left = null;
  byId("keys").addEventListener("click", () => help.showModal());
  help.querySelector("button").addEventListener("click", () => help.close());

  const focused = () => itemOf.get(document.activeElement?.closest?.(".finding"));

  function move(step) {
    const shown = order[group.value].filter((item) => item.shown);
    const at = shown.indexOf(focused() ?? left);
    const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step];
    if (next) show((left = next));
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => {
      search.focus();
      search.select();
    },
    g: () => {
      group.value = group.value === "file" ? "rule" : "file";
      regroup();
    },
    "?": () => help.showModal(),
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    const typing = event.target.matches("input[type=search], select");
    if (event.key === "Escape") {
      if (event.target === search) search.blur();
      else if (left?.shown) show(left);
    } else if (event.key === "Enter" && itemOf.has(event.target)) {
      left = itemOf.get(event.target);
      const link = left.element.querySelector(".rule[href]");
      if (link) {
        link.click();
        byId(link.hash.slice(1)).focus({ preventScroll: true });
      }
    } else if (!typing && byId("single").checked && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
