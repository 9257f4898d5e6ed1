// A pack is written, read, noted, and read again where there is no connection.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, signIn, visit } from "../house.mjs";

let house, window;
before(async () => { [house, window] = await Promise.all([demonstration(), browser()]); });
after(async () => { await window?.close(); await house?.close(); });

/** The next meeting that the officer prepares. */
const prepared = async (page) => {
  await page.goto(`${house.address}/desk`);
  const links = await page.locator("a[href^='/meetings/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const ids = [...new Set(links.map((href) => href.match(/^\/meetings\/([0-9a-f-]{36})/)?.[1]).filter(Boolean))];
  for (const id of ids) {
    const answer = await page.goto(`${house.address}/meetings/${id}/prepare`);
    if (answer.ok() && (await page.locator("a[href*='/papers/write?']").count()) > 0) return id;
  }
  throw new Error("no meeting is being prepared");
};

test("a paper is written, previewed and lodged, and the pack is read with and without a connection", async () => {
  const { page, context, troubles, close } = await window.visitor();
  await signIn(page, house, "officer");
  const meeting = await prepared(page);
  await page.locator("a[href*='/papers/write?']").first().click();
  await accessible(page, "write a paper");
  await page.getByLabel("Title", { exact: true }).fill("Flood warnings");
  await page.getByLabel("Recommendations").fill("That the register be kept.");
  await page.getByLabel("The report").fill("# What happened\n\nWarnings reached most homes.\n\n- one\n- two\n\n| District | Homes |\n|---|---|\n| North | 40 |\n");
  await page.getByLabel("Risk").fill("Low.");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("region", { name: "Preview" }).getByText("Warnings reached most homes.").waitFor();
  await accessible(page, "preview of a paper");
  await page.getByRole("button", { name: "Lodge this paper" }).click();
  await page.getByText("Warnings reached most homes.").waitFor();
  await accessible(page, "a written paper");

  await visit(page, `${house.address}/meetings/${meeting}/read`, "the pack");
  await page.locator("#reading-kept", { hasText: "Kept on this device" }).waitFor();
  const asked = page.locator(".folkmoot-read__part", { hasText: "Warnings reached most homes." }).locator("a.folkmoot-read__ask");
  await asked.click();
  await accessible(page, "a note being written");
  await page.getByLabel("Your note").fill("Ask which homes.");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Ask which homes.").first().waitFor();
  await accessible(page, "the pack with a note");
  await page.locator("#reading-kept", { hasText: "Kept on this device" }).waitFor();

  // Where one was is remembered.
  await page.locator(".folkmoot-read__part", { hasText: "Warnings reached most homes." }).evaluate((part) => scrollTo(0, scrollY + part.getBoundingClientRect().top - 100));
  await page.waitForResponse((answer) => answer.url().endsWith("/read/place"));
  await page.reload();
  await page.getByRole("link", { name: "Go on where you were" }).waitFor();
  await page.locator("#reading-kept", { hasText: "Kept on this device" }).waitFor();

  // What lies on the device cannot be read there, nor can its key be taken away.
  const lying = await page.evaluate(async () => {
    const answered = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const db = await answered(indexedDB.open("folkmoot-reading", 1));
    const [key] = await answered(db.transaction("keys").objectStore("keys").getAll());
    const kept = await answered(db.transaction("kept").objectStore("kept").getAll());
    db.close();
    const plain = kept.some((one) => new TextDecoder().decode(one.data).includes("Warnings reached"));
    return { extractable: key.key.extractable, ends: key.ends, kept: kept.map((one) => one.url), plain };
  });
  assert.equal(lying.extractable, false);
  assert.equal(lying.plain, false);
  assert.ok(lying.ends > Date.now() / 1000);
  assert.ok(lying.kept.includes(`/meetings/${meeting}/read`) && lying.kept.some((url) => url.endsWith("/file")), lying.kept.join(" "));

  // The tab is closed, the connection is gone, and the pack opens, with its note.
  await page.close();
  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(`${house.address}/meetings/${meeting}/read`);
  await again.getByText("Warnings reached most homes.", { exact: true }).waitFor();
  await again.getByText("Ask which homes.").first().waitFor();
  await again.locator("#reading-kept", { hasText: "No connection" }).waitFor();
  await accessible(again, "the pack without a connection");

  // Signed out, nothing of it is left.
  await context.setOffline(false);
  await again.goto(`${house.address}/sign-out`);
  await again.getByRole("button", { name: "Sign out" }).click();
  await again.waitForURL(/sign-out/);
  await again.waitForFunction(async () => !(await indexedDB.databases()).some((db) => db.name === "folkmoot-reading"));
  await context.setOffline(true);
  await assert.rejects(again.goto(`${house.address}/meetings/${meeting}/read`));
  assert.deepEqual(troubles, []);
  await close();
});
