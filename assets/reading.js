// The page of a pack: remembers where one was, and keeps the pack for reading without a connection. It reads well without this.
const root = document.getElementById("reading");
const line = document.getElementById("reading-kept");
const on = document.getElementById("reading-on");
const { here, who = "", ends, placeAt } = root.dataset;
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
const addresses = () => {
  const own = (address) => { const url = new URL(address, location.href); return url.origin === location.origin ? url.pathname : null; };
  const around = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
  // What scripts and styles brought with them.
  const brought = performance.getEntriesByType("resource").map((one) => one.name).filter((name) => own(name)?.startsWith("/assets/"));
  const files = [...root.querySelectorAll("a[data-keep]")].map((link) => link.href);
  return [...new Set([location.href, ...around, ...brought, ...files].map(own).filter(Boolean))];
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
      active.postMessage({ ask: "keep", who, ends: ends ? Number(ends) : null, urls: addresses() }, [port2]);
    });
    say(words(whole ? "Kept" : "Not"));
  } catch {
    say(words("Not"));
  }
};
addEventListener("offline", () => say(words("Away")));
addEventListener("online", keep);
if (document.readyState === "complete") keep(); else addEventListener("load", keep);
