// Folkmoot's script. Every page works without it; it adds saving as you type, pages that stay live, and keys.
import { initAll } from "./govuk.js";

const body = document.body;
body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) body.classList.add("govuk-frontend-supported");
initAll();

const words = (name) => body.dataset["words" + name] ?? "";
const status = document.getElementById("status");
const say = (text) => { if (status && status.textContent !== text) status.textContent = text; };

// ---- Saving as you type -------------------------------------------------------------------------------------------
// A <textarea data-save="/address"> is posted with its form's other fields a moment after the last key. The answer is
// {version, saved}. A conflict (409) gives {theirs, version}: both texts are shown and the writer chooses. What cannot be
// sent stays in the field, is kept in this tab with the version it was typed on, and is tried again on that version: a page
// opened anew shows a later one, and on that the words would take somebody else's place unseen.
const pause = 700;
const retry = 4000;

// crypto.randomUUID is kept from pages on plain HTTP; random bytes are not.
const freshKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

class Saver {
  constructor(area) {
    this.area = area;
    this.form = area.form;
    this.sent = area.value;
    this.timer = 0;
    this.busy = false;
    this.shelf = "unsaved:" + area.dataset.save;
    this.line = document.querySelector(`[data-saved-for="${CSS.escape(area.id)}"]`) ?? document.querySelector(`[data-saved-for="${CSS.escape(area.name)}"]`);
    area.addEventListener("input", () => { this.shelve(); this.later(pause); });
    area.addEventListener("blur", () => this.now());
    this.form?.addEventListener("submit", () => { this.sent = this.area.value; this.unshelve(); clearTimeout(this.timer); });
    const kept = this.shelved();
    if (kept && kept.text === area.value) this.unshelve();
    else if (kept) { area.value = kept.text; this.setVersion(kept.version); this.later(0); }
  }
  shelve() {
    const version = this.form?.elements.namedItem("version")?.value ?? "0";
    try { sessionStorage.setItem(this.shelf, JSON.stringify({ text: this.area.value, version })); } catch { /* the field itself still holds it */ }
  }
  shelved() { try { return JSON.parse(sessionStorage.getItem(this.shelf)); } catch { return null; } }
  unshelve() { sessionStorage.removeItem(this.shelf); }
  later(wait) { clearTimeout(this.timer); this.timer = setTimeout(() => this.now(), wait); }
  get unsaved() { return this.area.value !== this.sent; }
  tell(state, text) {
    if (!this.line) return;
    this.line.dataset.state = state;
    if (this.line.textContent !== text) this.line.textContent = text;
  }
  async now() {
    clearTimeout(this.timer);
    // Until the writer has chosen between two texts, nothing is sent.
    if (this.busy || this.box || !this.area.isConnected || !this.unsaved) return;
    this.busy = true;
    const value = this.area.value;
    const fields = this.form ? new URLSearchParams(new FormData(this.form)) : new URLSearchParams();
    fields.set(this.area.name, value);
    // A key stands for one act; each saving is an act of its own.
    fields.set("key", freshKey());
    this.tell("saving", words("Saving"));
    try {
      const answer = await fetch(this.area.dataset.save, {
        method: "POST", body: fields, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error",
      });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) {
        this.sent = value;
        this.setVersion(told.version);
        if (this.area.value === value) this.unshelve();
        else this.shelve();
        this.tell("saved", words("Saved").replace("{time}", told.saved ?? ""));
      } else if (answer.status === 409) {
        this.choose(told);
        return;
      } else {
        this.tell("failed", told.findings?.map((f) => f.detail).join(" ") || told.title || words("Unsaved"));
        if (answer.status >= 500) this.later(retry);
        return;
      }
    } catch {
      this.tell("failed", words("Unsaved"));
      this.later(retry);
      return;
    } finally {
      this.busy = false;
    }
    if (this.unsaved) this.later(pause);
  }
  setVersion(version) {
    const field = this.form?.elements.namedItem("version");
    if (version !== undefined && field) field.value = version;
  }
  // Both texts beside each other; typing waits for the choice.
  choose({ theirs = "", version }) {
    this.tell("conflict", words("Conflict"));
    const box = this.box = document.createElement("div");
    box.className = "folkmoot-conflict";
    const text = document.createElement("div");
    text.className = "folkmoot-typed";
    text.textContent = theirs;
    const button = (label, act) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = "govuk-button govuk-button--secondary";
      b.textContent = label;
      b.addEventListener("click", () => { box.remove(); this.box = null; act(); this.area.focus(); });
      return b;
    };
    box.append(text,
      button(words("Mine"), () => { this.setVersion(version); this.sent = theirs; this.shelve(); this.later(0); }),
      button(words("Theirs"), () => { this.setVersion(version); this.area.value = theirs; this.sent = theirs; this.unshelve(); this.tell("", ""); }));
    this.area.before(box);
  }
}

const savers = new Set();
const attach = (root) => {
  for (const area of root.querySelectorAll("textarea[data-save]")) {
    if (!area.saver) { area.saver = new Saver(area); savers.add(area.saver); }
  }
};
attach(document);
addEventListener("beforeunload", (event) => { if ([...savers].some((s) => s.area.isConnected && s.unsaved)) event.preventDefault(); });
addEventListener("online", () => savers.forEach((s) => s.now()));

// ---- Live pages ---------------------------------------------------------------------------------------------------
// <body data-live="/stream"> names a stream of events; a message says only that a topic moved on. Each element with
// data-fragment="/address" (and, to be choosy, data-topic="…") is then fetched with the reader's own rights. After a lost
// connection everything is fetched.
const fetching = new WeakMap();
const refresh = async (element) => {
  if (fetching.get(element)) { fetching.set(element, "again"); return; }
  fetching.set(element, "now");
  try {
    const answer = await fetch(element.dataset.fragment, { headers: { Accept: "text/html", "X-Fragment": "1" }, credentials: "same-origin" });
    if (answer.ok && !answer.redirected) replace(element, await answer.text());
  } catch { /* the next message, or the next connection, tries again */ }
  const again = fetching.get(element) === "again";
  fetching.delete(element);
  if (again) refresh(element);
};

// What somebody chose in a list, a radio or a box, where the page came with something else.
const chosen = (field) => field.matches("select")
  ? field.value !== ([...field.options].find((o) => o.defaultSelected) ?? field.options[0])?.value
  : field.checked !== field.defaultChecked;

// Puts new HTML in place without taking the cursor, the open details, choices or half-typed words away from anybody.
const replace = (element, html) => {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const held = document.activeElement;
  const within = held && held !== element && element.contains(held);
  const heldId = within ? held.id : "";
  const point = heldId && "selectionStart" in held ? [held.selectionStart, held.selectionEnd] : null;
  // Where the cursor goes when what it stood on is gone: the control after it that still stands, or before it.
  const controls = within ? [...element.querySelectorAll("button[id], a[id], summary[id], input[id], select[id], textarea[id]")] : [];
  const after = controls.filter((c) => held.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_FOLLOWING);
  const before = controls.filter((c) => held.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_PRECEDING).reverse();
  const next = [...after, ...before].map((c) => c.id);
  const typed = new Map();
  for (const field of element.querySelectorAll("textarea[id], input[id]:not([type=hidden], [type=checkbox], [type=radio])")) {
    if (field.value !== field.defaultValue) typed.set(field.id, field);
  }
  const picked = [...element.querySelectorAll("select[id], input[type=checkbox][id], input[type=radio][id]")].filter(chosen)
    .map((field) => ({ id: field.id, value: field.value, checked: field.checked }));
  const open = new Set([...element.querySelectorAll("details[open][id]")].map((d) => d.id));
  const stood = element.innerHTML;
  for (const [id, old] of typed) {
    const twin = fresh.content.getElementById(id);
    // The field itself stays, with its undo history and its saver.
    if (twin) twin.replaceWith(old);
  }
  for (const { id, value, checked } of picked) {
    const twin = fresh.content.getElementById(id);
    if (!twin) continue;
    if (!twin.matches("select")) twin.checked = checked;
    else if ([...twin.options].some((o) => o.value === value)) twin.value = value;
  }
  element.replaceChildren(fresh.content);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (element.innerHTML !== stood) {
    element.classList.remove("folkmoot-changed");
    void element.offsetWidth;
    element.classList.add("folkmoot-changed");
  }
  if (within) {
    const again = [heldId, ...next].filter(Boolean).map((id) => document.getElementById(id)).find((c) => c && !c.disabled);
    if (again) again.focus({ preventScroll: true });
    else { element.tabIndex = -1; element.focus({ preventScroll: true }); }
    if (again?.id === heldId && point && "setSelectionRange" in again) { try { again.setSelectionRange(...point); } catch { /* not a field of text */ } }
  }
  attach(element);
  settle();
};

if (body.dataset.live && "EventSource" in window) {
  let lost = false;
  const all = (topic) => {
    for (const element of document.querySelectorAll("[data-fragment]")) {
      if (!topic || !element.dataset.topic || element.dataset.topic.split(" ").includes(topic)) refresh(element);
    }
  };
  const source = new EventSource(body.dataset.live);
  source.addEventListener("open", () => { if (lost) { lost = false; say(""); all(); } });
  source.addEventListener("error", () => { lost = true; say(words("Away")); });
  const moved = (event) => {
    let topic = "";
    try { topic = JSON.parse(event.data).topic ?? ""; } catch { /* any message means that something moved */ }
    all(topic);
  };
  source.addEventListener("message", moved);
  source.addEventListener("moved", moved);
  addEventListener("pagehide", () => source.close());
}

// ---- Acts without leaving the page --------------------------------------------------------------------------------
// A <form data-quiet> is sent in the background; afterwards the fragment around it is fetched anew. When it is refused the
// form is sent in the ordinary way, so that the reader sees why. Without a connection the page stays as it is and says so:
// leaving it would lose it.
const unsent = (form) => {
  let line = form.querySelector(".folkmoot-unsent");
  if (!line) {
    line = document.createElement("p");
    line.className = "folkmoot-unsent govuk-error-message";
    line.setAttribute("role", "alert");
    form.append(line);
  }
  line.textContent = words("Unsent");
};
const sent = (form) => form.querySelector(".folkmoot-unsent")?.remove();
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.quiet === undefined || form.dataset.loud) return;
  const around = form.closest("[data-fragment]");
  if (!around) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const loudly = () => { form.dataset.loud = "1"; form.requestSubmit(event.submitter ?? undefined); };
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json, text/html;q=0.5" }, credentials: "same-origin", redirect: "manual" });
    if (answer.ok || answer.type === "opaqueredirect") {
      form.reset();
      const others = form.dataset.quiet ? document.querySelectorAll(form.dataset.quiet) : [];
      await Promise.all([around, ...others].map(refresh));
    } else loudly();
  } catch { unsent(form); return; }
  sent(form);
});

// ---- Fields that matter only sometimes ------------------------------------------------------------------------------
// data-when="exempt" shows a part only while the box or the choice of that name is ticked; data-when="kind=other" only while
// it has that value, data-when="kind=other|none" one of those. Without script everything shows.
const settle = () => {
  for (const part of document.querySelectorAll("[data-when]")) {
    const [name, wanted] = part.dataset.when.split("=");
    const form = part.closest("form");
    const values = form ? new FormData(form).getAll(name) : [];
    part.hidden = wanted === undefined ? !values.some((v) => v !== "") : !wanted.split("|").some((v) => values.includes(v));
  }
};
settle();
document.addEventListener("input", settle);
document.addEventListener("change", settle);

// ---- A page within this one -----------------------------------------------------------------------------------------
// <a data-within="panel"> shows the main part of the linked page in the element of that id, so that nobody has to leave this
// page to fill in a form: the form is sent in the background, comes back with its errors when it is refused, and whatever leads
// back to this page closes the panel. When anything goes wrong the link or the form does what it does without script.
class Panel {
  constructor(element) {
    this.element = element;
    element.addEventListener("submit", (event) => this.send(event));
    element.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || new URL(link.href).pathname !== location.pathname || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      this.close();
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !this.typed) { event.preventDefault(); this.close(); }
    });
  }
  get typed() {
    return [...this.element.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) => field.isConnected
      && (field.matches("select") ? [...field.options].some((o) => o.selected !== o.defaultSelected) && field.selectedIndex > 0
        : /^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  }
  async open(link) {
    this.link = link;
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      if (!answer.ok || !this.show(await answer.text())) location.assign(link.href);
    } catch { say(words("Away")); }
  }
  show(html) {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    if (!main) return false;
    // The page's headings go beneath those of this page.
    for (const heading of main.querySelectorAll("h1, h2, h3, h4")) {
      const lower = document.createElement("h" + Math.min(6, Number(heading.tagName[1]) + 2));
      for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
      if (heading.tagName === "H1") lower.className = "govuk-heading-m";
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "folkmoot-small-button folkmoot-within__close";
    shut.textContent = words("Close");
    shut.addEventListener("click", () => this.close());
    this.element.replaceChildren(shut, ...main.childNodes);
    this.element.hidden = false;
    attach(this.element);
    settle();
    const first = this.element.querySelector(".govuk-error-summary") ?? this.element.querySelector("h3");
    if (first) { first.tabIndex = -1; first.focus(); }
    this.element.scrollIntoView({ block: "nearest" });
    return true;
  }
  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
    const again = document.querySelector(`[data-within][href="${CSS.escape(this.link?.getAttribute("href") ?? "")}"]`);
    again?.focus();
  }
  async send(event) {
    const form = event.target;
    if (form.method !== "post" || form.dataset.loud) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
    let answer;
    let html;
    // The key stands for this act: sent again after an answer that got lost, it is done once.
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" }, credentials: "same-origin" });
      html = await answer.text();
    } catch { unsent(form); return; }
    if (answer.redirected && new URL(answer.url).pathname === location.pathname) this.close();
    else if (!this.show(html)) { form.dataset.loud = "1"; form.requestSubmit(event.submitter ?? undefined); return; }
    for (const element of document.querySelectorAll("[data-fragment]")) refresh(element);
  }
}

const panels = new Map();
const panelOf = (id) => {
  const element = document.getElementById(id);
  if (element && !panels.has(element)) panels.set(element, new Panel(element));
  return panels.get(element);
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-within]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const panel = panelOf(link.dataset.within);
  if (!panel) return;
  event.preventDefault();
  panel.open(link);
});
addEventListener("beforeunload", (event) => { if ([...panels.values()].some((panel) => panel.typed)) event.preventDefault(); });

// ---- Keys ---------------------------------------------------------------------------------------------------------
// data-key="n" on a link or button: that key alone presses it, except while typing. data-key="?" opens the list of keys.
// Without such an element "?" lists the keys of the page by what they press.
const listKeys = () => {
  const keyed = [...document.querySelectorAll("[data-key]")];
  if (!keyed.length || document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "folkmoot-keys";
  const title = document.createElement("h2");
  title.className = "govuk-heading-m";
  title.id = "keys-title";
  title.textContent = words("Keys");
  dialog.setAttribute("aria-labelledby", title.id);
  const list = document.createElement("dl");
  for (const element of keyed) {
    const key = document.createElement("dt");
    const does = document.createElement("dd");
    key.append(Object.assign(document.createElement("kbd"), { textContent: element.dataset.key }));
    does.textContent = element.getAttribute("aria-label") ?? (element.labels?.[0] ?? element).textContent.trim();
    list.append(key, does);
  }
  const close = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary", textContent: words("Close") });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) && !/^(checkbox|radio|button|submit)$/.test(at.type ?? "")) {
    if (event.key === "Escape") at.blur();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target && event.key === "?") { listKeys(); return; }
  if (!target || target.disabled) return;
  event.preventDefault();
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.dataset.keyFocus !== undefined) target.focus();
  else target.click();
});

// ---- Packs kept on this device ------------------------------------------------------------------------------------
// What one reader kept for reading without a connection goes as soon as a page is shown to nobody or to somebody else.
const keeper = (() => { try { return localStorage.getItem("folkmoot-reading"); } catch { return null; } })();
if (keeper && body.dataset.reader !== undefined && body.dataset.reader !== keeper) {
  indexedDB.deleteDatabase("folkmoot-reading");
  for (const name of Object.keys(localStorage)) if (name === "folkmoot-reading" || name.startsWith("place:")) localStorage.removeItem(name);
}
// Notes that somebody wrote without a connection are sent from the next page that opens; the page of a pack sees to it itself.
const waits = (() => { try { return localStorage.getItem("folkmoot-unsent"); } catch { return null; } })();
if (waits && body.dataset.reader !== undefined && !document.getElementById("reading")) {
  import("./reading-notes.js").then((notes) => notes.remind(body.dataset.reader)).catch(() => {});
}
