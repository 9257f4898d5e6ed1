// Notes that wait to be sent. Each lies on the device encrypted under a key of its own, which the browser lets nobody take out of it
// and which goes with the note. They outlive a session, since nobody else can write them again; signing out removes them.
const NAME = "folkmoot-unsent";

const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const within = async (mode, act) => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("notes", { keyPath: "id" });
  const db = await answered(request);
  db.onversionchange = () => db.close();
  try {
    return await answered(act(db.transaction("notes", mode).objectStore("notes")));
  } finally {
    db.close();
  }
};

const plain = { encode: (note) => new TextEncoder().encode(JSON.stringify(note)), decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) };

// Other pages look for notes only where this says that there are some.
const mark = async () => {
  const left = await within("readonly", (notes) => notes.count());
  if (left) localStorage.setItem(NAME, String(left)); else localStorage.removeItem(NAME);
};

/** Lays a note down: { id, meeting, to, excerpt, words }. */
export const lay = async (who, note) => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain.encode(note));
  await within("readwrite", (notes) => notes.put({ id: note.id, who, at: Date.now(), key, iv, data }));
  await mark();
};

/** What somebody's notes say that wait, the earliest first. */
export const waiting = async (who) => {
  const all = await within("readonly", (notes) => notes.getAll());
  const mine = all.filter((one) => one.who === who).sort((a, b) => a.at - b.at);
  return Promise.all(mine.map(async ({ key, iv, data }) => plain.decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data))));
};

/** Takes a note away. */
export const drop = async (id) => {
  await within("readwrite", (notes) => notes.delete(id));
  await mark();
};

/** Sends one. Its id is its key: sent twice it is one note. Answers `sent`, `away`, `ended` or { refused: why }. */
export const deliver = async ({ id, meeting, to, excerpt, words }) => {
  const body = new URLSearchParams({ key: id, version: "0", to, excerpt, words, then: "" });
  let answer;
  try {
    answer = await fetch(`/meetings/${meeting}/read/notes`, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error" });
  } catch {
    return "away";
  }
  if (answer.ok) return "sent";
  if (answer.status === 401) return "ended";
  if (answer.status >= 500 || answer.status === 429) return "away";
  const told = await answer.json().catch(() => ({}));
  return { refused: told.findings?.map((finding) => finding.detail).join(" ") || told.title || String(answer.status) };
};

/** Sends all of somebody's that wait, and tells of each. One at a time over all tabs. */
export const send = (who, tell = () => {}) => {
  const all = async () => {
    for (const note of await waiting(who)) {
      const came = await deliver(note);
      if (came === "sent") await drop(note.id);
      tell(note, came);
      if (came === "away" || came === "ended") return;
    }
  };
  return navigator.locks ? navigator.locks.request(NAME, all) : all();
};

/** On any other page: sends what waits, and says what still does. */
export const remind = async (who) => {
  if (who) await send(who);
  const { wordsWaiting, wordsWaitingLost } = document.body.dataset;
  const leaving = location.pathname === "/sign-out" && who;
  const mine = who ? (await waiting(who)).length : 0;
  const left = Number(localStorage.getItem(NAME) ?? 0);
  if (!left || (who && !mine && !leaving)) return;
  const line = document.createElement("p");
  line.className = "govuk-inset-text";
  line.setAttribute("role", "status");
  line.textContent = leaving ? wordsWaitingLost : wordsWaiting;
  document.querySelector("main h1")?.after(line);
};
