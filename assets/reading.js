// The page of a pack: remembers where one was, takes notes, and keeps the pack for reading without a connection. It reads well
// without this.
import { parts } from "./reading-sheets.js";
import { deliver, drop, lay, send, waiting } from "./reading-notes.js";

const root = document.getElementById("reading");
const line = document.getElementById("reading-kept");
const on = document.getElementById("reading-on");
const { here, meeting, who = "", ends, placeAt } = root.dataset;
const words = (name) => root.dataset["words" + name] ?? "";
const say = (text) => { if (line && line.textContent !== text) line.textContent = text; };
const shelf = "place:" + here;

// ---- Where one was ------------------------------------------------------------------------------------------------
const was = (navigator.onLine ? root.dataset.was : localStorage.getItem(shelf)) ?? localStorage.getItem(shelf);
if (was && document.getElementById(was)) {
  on.href = "#" + was;
  on.hidden = false;
} else {
  on.hidden = true;
}

// What was folded away until now may be what the address leads to.
if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();

const freshKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

let place = was;
let timer = 0;
const tell = () => {
  if (!place) return;
  try { localStorage.setItem(shelf, place); } catch { /* the next time begins at the top */ }
  if (!placeAt) return;
  const fields = new URLSearchParams({ key: freshKey(), version: "0", place });
  fetch(placeAt, { method: "POST", body: fields, credentials: "same-origin", redirect: "manual", keepalive: true }).catch(() => {});
};
const places = [...root.querySelectorAll("[data-place]")];
// The last part that begins above a third of the window is the one being read.
const look = () => {
  const edge = innerHeight / 3;
  const now = places.findLast((part) => part.getBoundingClientRect().top <= edge)?.dataset.place;
  if (!now || now === place) return;
  place = now;
  clearTimeout(timer);
  timer = setTimeout(tell, 1200);
};
addEventListener("scroll", look, { passive: true });
addEventListener("pagehide", () => { if (timer) { clearTimeout(timer); tell(); } });

// ---- Without a connection -----------------------------------------------------------------------------------------
const beside = (name) => new URL(name, import.meta.url).href;
const addresses = () => {
  const own = (address) => { const url = new URL(address, location.href); return url.origin === location.origin ? url.pathname : null; };
  const around = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
  // What scripts and styles brought with them.
  const brought = performance.getEntriesByType("resource").map((one) => one.name).filter((name) => own(name)?.startsWith("/assets/"));
  const marks = new Map([...root.querySelectorAll("a[data-keep]")].map((link) => [own(link.href), link.dataset.keep]));
  const all = [...new Set([location.href, ...around, ...brought, ...parts(), beside("reading-notes.js"), ...marks.keys()].map(own).filter(Boolean))];
  // An address under /assets/ changes with what it holds.
  return all.map((url) => ({ url, mark: marks.get(url) || (url.startsWith("/assets/") ? url : undefined) }));
};

const keep = async () => {
  // A browser may believe it is connected when nobody answers.
  const answers = navigator.onLine && await fetch("/reading-worker.js", { method: "HEAD" }).then(() => true, () => false);
  if (!answers) { say(words("Away")); return; }
  if (!("serviceWorker" in navigator) || !crypto.subtle) { say(words("Not")); return; }
  say(words("Keeping"));
  try {
    await navigator.serviceWorker.register("/reading-worker.js");
    const { active } = await navigator.serviceWorker.ready;
    localStorage.setItem("folkmoot-reading", who);
    const whole = await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data.whole);
      active.postMessage({ ask: "keep", who, ends: ends ? Number(ends) : null, of: location.pathname, urls: addresses() }, [port2]);
    });
    say(words(whole ? "Kept" : "Not"));
  } catch {
    say(words("Not"));
  }
};
addEventListener("offline", () => say(words("Away")));
addEventListener("online", keep);
if (document.readyState === "complete") keep(); else addEventListener("load", keep);

// ---- Notes --------------------------------------------------------------------------------------------------------
// A note is laid down on the device first and sent then, so that nothing is lost wherever it breaks off.
const form = document.getElementById("reading-note-form");
const box = document.getElementById("reading-note-kept");
const unsent = document.getElementById("reading-unsent");
const spot = (to) => document.getElementById(to)?.querySelector(":scope > [data-notes]") ?? null;
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => {
  const p = document.createElement("p");
  p.className = "govuk-body";
  part.trim().split("\n").forEach((line, n) => p.append(...(n ? [document.createElement("br")] : []), line));
  return p;
});

const state = (id, text) => {
  const shown = document.getElementById("note-" + id);
  let tag = shown?.querySelector(".folkmoot-note-kept__state");
  if (!shown || (!text && !tag)) return;
  if (!text) { tag.remove(); return; }
  if (!tag) {
    tag = document.createElement("p");
    tag.className = "govuk-body folkmoot-note-kept__state";
    shown.querySelector("[data-words]").after(tag);
  }
  tag.textContent = text;
};

const stateOf = (id) => document.querySelector(`#note-${CSS.escape(id)} .folkmoot-note-kept__state`)?.textContent;

const show = ({ id, to, excerpt, words: said }) => {
  if (document.getElementById("note-" + id)) return;
  const shown = box.content.cloneNode(true).querySelector(".folkmoot-note-kept");
  shown.id = "note-" + id;
  const fields = shown.querySelector("form").elements;
  [fields.id.value, fields.to.value] = [id, to];
  if (said) shown.querySelector("[data-words]").replaceChildren(...paragraphs(said));
  const about = shown.querySelector(".govuk-visually-hidden");
  if (about) about.textContent = " " + (said || excerpt);
  const place = spot(to);
  if (place) { place.append(shown); return; }
  // What it was about is not here any more.
  const quote = document.createElement("blockquote");
  quote.className = "folkmoot-quiet govuk-body";
  quote.textContent = excerpt;
  unsent.append(quote, shown);
};

const ended = () => {
  if (unsent.querySelector("[data-ended]")) return;
  const line = document.createElement("p");
  line.className = "govuk-inset-text";
  line.dataset.ended = "";
  line.textContent = words("UnsentEnded");
  unsent.prepend(line);
};

const settle = ({ id }, came) => {
  if (came === "sent") { state(id, ""); keep(); }
  else if (came === "away") state(id, words("Unsent"));
  else if (came === "ended") { state(id, words("Unsent")); ended(); }
  else state(id, words("UnsentRefused").replace("{why}", came.refused));
};

let opened = 0;
const write = (ask) => {
  const { ask: to, excerpt } = ask.dataset;
  const place = spot(to);
  const there = place?.parentElement.querySelector(":scope > form.folkmoot-note-form");
  if (there) { there.querySelector("textarea").focus(); return; }
  const written = form.content.cloneNode(true).querySelector("form");
  // More than one may be open: each has names of its own.
  opened += 1;
  for (const one of written.querySelectorAll("[id]")) one.id = `${one.id}-${opened}`;
  for (const name of ["for", "aria-describedby"]) for (const one of written.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${one.getAttribute(name)}-${opened}`);
  const area = written.querySelector("textarea");
  area.maxLength = 10_000;
  const close = () => { written.remove(); ask.focus(); };
  written.querySelector("a").addEventListener("click", (event) => { event.preventDefault(); close(); });
  written.addEventListener("keydown", (event) => { if (event.key === "Escape" && !area.value) close(); });
  const note = { id: freshKey(), meeting, to, excerpt };
  written.addEventListener("submit", async (event) => {
    event.preventDefault();
    note.words = area.value.trim();
    try {
      await lay(who, note);
    } catch {
      // Nothing can be kept here: the form stays until the note has arrived.
      const came = await deliver(note);
      if (came !== "sent") { unkept(written, typeof came === "object" ? came.refused : words(came === "ended" ? "UnsentEnded" : "Unkept")); return; }
    }
    show(note);
    state(note.id, words("Sending"));
    close();
    await send(who, settle).catch(() => {});
    // Laid down nowhere, it has arrived; behind others that wait, it waits too.
    const waits = (await waiting(who).catch(() => [])).some((one) => one.id === note.id);
    if (!waits) state(note.id, ""); else if (stateOf(note.id) === words("Sending")) state(note.id, words("Unsent"));
  });
  place.after(written);
  area.focus();
};
const unkept = (written, text) => {
  let said = written.querySelector(".govuk-error-message");
  if (!said) {
    said = document.createElement("p");
    said.className = "govuk-error-message";
    said.setAttribute("role", "alert");
    written.prepend(said);
  }
  said.textContent = text;
};

const remove = async (sent) => {
  const shown = sent.closest(".folkmoot-note-kept");
  const { id, to } = sent.elements;
  const laid = await waiting(who).catch(() => []);
  if (laid.some((note) => note.id === id.value)) await drop(id.value);
  const body = new URLSearchParams({ key: freshKey(), version: "0", to: to.value, id: id.value, then: "remove" });
  const gone = await fetch(sent.action, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" }).then((answer) => answer.ok, () => null);
  if (gone || laid.some((note) => note.id === id.value)) {
    const back = shown.parentElement.closest("[data-place]")?.querySelector("[data-ask]");
    shown.remove();
    back?.focus();
    if (gone) keep();
  } else {
    state(id.value, words(gone === null ? "RemoveAway" : "UnsentEnded"));
  }
};

if (who && form && box) {
  root.addEventListener("click", (event) => {
    const ask = event.target.closest("a[data-ask]");
    if (!ask || event.ctrlKey || event.metaKey || event.shiftKey || !spot(ask.dataset.ask)) return;
    event.preventDefault();
    write(ask);
  });
  root.addEventListener("submit", (event) => {
    if (event.target.dataset.noteRemove === undefined) return;
    event.preventDefault();
    remove(event.target);
  });
  const go = async () => {
    for (const note of (await waiting(who))) if (note.meeting === meeting) { show(note); state(note.id, words("Unsent")); }
    await send(who, settle);
  };
  addEventListener("online", () => go().catch(() => {}));
  go().catch(() => {});
}
