// What every page carries, for somebody who comes by.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, visit } from "../house.mjs";

let house, window;
before(async () => { [house, window] = await Promise.all([demonstration(), browser()]); });
after(async () => { await window?.close(); await house?.close(); });

test("the pages that every footer leads to can be used by everybody", async () => {
  const { page, troubles, close } = await window.visitor();
  for (const at of ["/accessibility", "/privacy", "/licence"]) await visit(page, house.address + at, at);
  assert.deepEqual(troubles, []);
  await close();
});

test("an address that nobody serves says so and leads home", async () => {
  const { page, close } = await window.visitor();
  const answer = await page.goto(`${house.address}/no/such/page`);
  assert.equal(answer.status(), 404);
  await accessible(page, "not found");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  assert.equal(new URL(page.url()).pathname, "/");
  await close();
});

test("the first key leads past the frame to what matters", async () => {
  const { page, close } = await window.visitor();
  await page.goto(`${house.address}/accessibility`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main-content");
  await close();
});

test("without script every page still reads", async () => {
  const { page, close } = await window.visitor({ javaScriptEnabled: false });
  await page.goto(`${house.address}/privacy`);
  assert.equal(await page.locator("h1").innerText(), "Privacy");
  await close();
});

test("pages are strict about where anything comes from", async () => {
  const answer = await fetch(`${house.address}/privacy`);
  assert.match(answer.headers.get("content-security-policy"), /default-src 'none'/);
  assert.doesNotMatch(answer.headers.get("content-security-policy"), /unsafe/);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
});

test("a form from another site is refused", async () => {
  const answer = await fetch(`${house.address}/sign-out`, { method: "POST", headers: { "sec-fetch-site": "cross-site", cookie: "folkmoot=x" } });
  assert.equal(answer.status, 403);
});
