// Keeps a pack for reading without a connection. What is kept lies on the device encrypted, under a key that the browser lets
// nobody take out of it; the key goes at sign-out, when the session has ended, and when somebody else reads here. Without the key
// what was kept is noise.
"use strict";

const NAME = "folkmoot-reading";
// What is kept at most, in bytes.
const MOST = 250 * 1024 * 1024;

const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const open = async () => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys", { keyPath: "who" });
    request.result.createObjectStore("kept", { keyPath: "url" });
  };
  const db = await answered(request);
  // A page that clears it must not wait for us.
  db.onversionchange = () => db.close();
  return db;
};

const store = (db, name, mode = "readonly") => db.transaction(name, mode).objectStore(name);

// Everything of everybody but one.
const clear = async (db, but) => {
  for (const key of await answered(store(db, "keys").getAllKeys())) {
    if (key !== but) await answered(store(db, "keys", "readwrite").delete(key));
  }
  for (const url of await answered(store(db, "kept").getAllKeys())) {
    const one = await answered(store(db, "kept").get(url));
    if (one && one.who !== but) await answered(store(db, "kept", "readwrite").delete(url));
  }
};

const ended = (key) => key.ends !== null && Date.now() >= key.ends * 1000;

const keep = async ({ who, ends, of, urls }) => {
  const db = await open();
  try {
    await clear(db, who);
    const known = await answered(store(db, "keys").get(who));
    const key = known?.key ?? await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await answered(store(db, "keys", "readwrite").put({ who, key, ends }));
    let size = 0;
    let whole = true;
    for (const { url, mark } of urls) {
      try {
        // What bears the same mark is the same.
        const before = mark && await answered(store(db, "kept").get(url));
        if (before && before.mark === mark && before.who === who) { size += before.data.byteLength; continue; }
        const answer = await fetch(url, { credentials: "same-origin" });
        if (!answer.ok || answer.redirected) { whole = false; continue; }
        const bytes = await answer.arrayBuffer();
        size += bytes.byteLength;
        if (size > MOST) return false;
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes);
        const headers = [...answer.headers].filter(([name]) => !["content-encoding", "content-length", "set-cookie"].includes(name));
        await answered(store(db, "kept", "readwrite").put({ url, who, of, mark, iv, data, headers }));
      } catch {
        whole = false;
      }
    }
    // What this pack no longer holds goes.
    for (const url of await answered(store(db, "kept").getAllKeys())) {
      const one = await answered(store(db, "kept").get(url));
      if (one.of === of && !urls.some((kept) => kept.url === url)) await answered(store(db, "kept", "readwrite").delete(url));
    }
    return whole;
  } finally {
    db.close();
  }
};

const kept = async (url) => {
  const db = await open();
  try {
    const one = await answered(store(db, "kept").get(url));
    if (!one) return undefined;
    const key = await answered(store(db, "keys").get(one.who));
    if (!key || ended(key)) {
      await clear(db, null);
      return undefined;
    }
    const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv: one.iv }, key.key, one.data);
    return new Response(data, { headers: one.headers });
  } finally {
    db.close();
  }
};

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const db = await open();
  try {
    for (const key of await answered(store(db, "keys").getAll())) if (ended(key)) await clear(db, null);
  } finally {
    db.close();
  }
  await self.clients.claim();
})()));

self.addEventListener("message", (event) => {
  const asked = event.data;
  if (asked?.ask !== "keep") return;
  event.waitUntil(keep(asked).catch(() => false).then((whole) => event.ports[0]?.postMessage({ whole })));
});

// The connection comes first, always: what is kept answers only when nobody else does.
const MINE = [/^\/meetings\/[^/]+\/(public\/)?read$/, /^\/papers\/[^/]+\/file$/, /^\/assets\//, /^\/theme\//];
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !MINE.some((mine) => mine.test(url.pathname))) return;
  event.respondWith(fetch(event.request).catch(async (failed) => {
    const answer = await kept(url.pathname).catch(() => undefined);
    if (answer) return answer;
    throw failed;
  }));
});
