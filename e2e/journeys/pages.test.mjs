// Every page that a reader can reach by links, whoever they are: it answers, axe finds nothing, a phone need not scroll
// sideways, and no link leads nowhere.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, signIn } from "../house.mjs";

let house, window;
before(async () => { [house, window] = await Promise.all([demonstration(), browser()]); });
after(async () => { await window?.close(); await house?.close(); });

// Pages of one shape differ only in what fills them: a few of each are looked at.
const each = 2;
const most = { anybody: 40, officer: 60 };
const shape = (url) => {
  const { pathname, searchParams } = new URL(url);
  const path = pathname.split("/").map((part) => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part) ? "{id}" : /\d/.test(part) ? "{n}" : /-/.test(part) ? "{slug}" : part)).join("/");
  return path + [...searchParams.keys()].sort().map((key) => `?${key}`).join("");
};

async function walk(page, begin, most) {
  const waiting = [...begin];
  const seen = new Set(waiting);
  const shapes = new Map();
  const wrong = [];
  let looked = 0;
  while (waiting.length > 0 && looked < most) {
    const url = waiting.shift();
    const kind = shape(url);
    const times = shapes.get(kind) ?? 0;
    if (times >= each) continue;
    shapes.set(kind, times + 1);
    let answer;
    try {
      answer = await page.goto(url);
    } catch (error) {
      if (/download/i.test(error.message)) continue;
      throw error;
    }
    if (!answer || !/text\/html/.test(answer.headers()["content-type"] ?? "")) continue;
    looked += 1;
    if (answer.status() === 403) continue;
    if (answer.status() >= 400) { wrong.push(`${answer.status()} at ${url}`); continue; }
    try {
      await accessible(page, new URL(url).pathname);
    } catch (error) {
      wrong.push(error.message.slice(0, 700));
    }
    const found = await page.$$eval("a[href]", (links) => links.map((a) => new URL(a.getAttribute("href"), document.baseURI).href.split("#")[0]));
    for (const next of found) {
      if (next.startsWith(house.address) && !seen.has(next) && !/\/sign-out/.test(next)) { seen.add(next); waiting.push(next); }
    }
  }
  return { wrong, looked };
}

for (const who of ["anybody", "officer", "chair", "member", "administrator"]) {
  test(`every page that ${who === "anybody" ? who : `the ${who}`} can reach by links can be used by everybody`, async () => {
    const { page, troubles, close } = await window.visitor();
    const begin = [`${house.address}/`];
    if (who !== "anybody") {
      await signIn(page, house, who);
      begin.unshift(page.url(), `${house.address}/account`);
    }
    const { wrong, looked } = await walk(page, begin, Number(process.env.PAGES ?? most[who] ?? 20));
    assert.deepEqual([...wrong, ...troubles], [], `${looked} pages`);
    assert.ok(looked > 0);
    await close();
  });
}
