// A pack is written, read, noted, and read again where there is no connection.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, signIn, until, visit } from "../house.mjs";

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
    const db = await answered(indexedDB.open("folkmoot-reading"));
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

/** A PDF with these words on its pages, as a plain program writes it. */
const pdf = (pages) => {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, n) => `${4 + 2 * n} 0 R`).join(" ")}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  for (const words of pages) {
    const drawn = `BT /F 18 Tf 72 700 Td (${words}) Tj ET`;
    objects.push(`<</Type/Page/Parent 2 0 R/Contents ${objects.length + 2} 0 R>>`, `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const at = objects.map((object, n) => { const begin = file.length; file += `${n + 1} 0 obj\n${object}\nendobj\n`; return begin; });
  const table = file.length;
  file += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.map((begin) => `${String(begin).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size ${at.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, "latin1");
};

const kept = (page) => page.locator("#reading-kept", { hasText: "Kept on this device" }).waitFor();
const sheet = (page, number) => page.locator(".folkmoot-sheet", { hasText: `Page ${number} of the paper` });
/** The page is drawn, dark marks on white paper, and its words stand over it. */
const drawn = async (page, number, words) => {
  await sheet(page, number).scrollIntoViewIfNeeded();
  await page.locator(".folkmoot-sheet[data-drawn]", { hasText: words }).waitFor();
  const dark = await sheet(page, number).locator("canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let n = 0; n < data.length; n += 4) if (data[n] < 100 && data[n + 3] > 200) count += 1;
    return count;
  });
  assert.ok(dark > 50, `page ${number} is drawn: ${dark}`);
};
/** Notes to a page, with the keyboard. */
const noted = async (page, number, words) => {
  await sheet(page, number).locator("a[data-ask]").press("Enter");
  await page.keyboard.type(words);
  await sheet(page, number).getByRole("button", { name: "Keep" }).press("Enter");
};

test("the pages of an uploaded file are read in the pack and noted, with and without a connection", async () => {
  const { page, context, troubles, close } = await window.visitor();
  await signIn(page, house, "officer");
  const meeting = await prepared(page);
  await page.locator("a[href*='/papers/new?']").first().click();
  await page.getByLabel("Title", { exact: true }).fill("Survey of the depot");
  await page.locator("input[type=file]").setInputFiles({ name: "survey.pdf", mimeType: "application/pdf", buffer: pdf(["The roof is sound.", "The drains are not.", "What it costs.", "Photographs."]) });
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/papers\/[0-9a-f-]{36}$/);

  const read = `${house.address}/meetings/${meeting}/read`;
  await page.goto(read);
  await kept(page);
  await drawn(page, 1, "The roof is sound.");
  await page.getByRole("region", { name: "Pages of “Survey of the depot”" }).waitFor();
  await accessible(page, "the pages of a file in the pack");
  await drawn(page, 4, "Photographs.");
  assert.ok(await page.getByRole("link", { name: "Open “Survey of the depot” (PDF)" }).isVisible(), "the link stays");
  // On a phone with a sharp screen it is as sharp and as wide as the phone.
  const phone = await window.visitor({ viewport: { width: 390, height: 800 }, deviceScaleFactor: 3, storageState: await context.storageState() });
  await phone.page.goto(read);
  await drawn(phone.page, 1, "The roof is sound.");
  const { width, shown } = await sheet(phone.page, 1).locator("canvas").evaluate((canvas) => ({ width: canvas.width, shown: canvas.clientWidth }));
  assert.ok(shown <= 390 && Math.abs(width - 3 * shown) <= 3, `${width} dots on ${shown} px`);
  if (process.env.SHOTS) await phone.page.screenshot({ path: new URL("../shots/the-pages-of-a-file-390.png", import.meta.url).pathname });
  await phone.close();

  await noted(page, 2, "PRIVATE Ask who laid them.");
  await sheet(page, 2).getByText("PRIVATE Ask who laid them.").first().waitFor();
  await until(async () => (await sheet(page, 2).locator(".folkmoot-note-kept__state").count()) === 0);
  await page.reload();
  await sheet(page, 2).getByText("PRIVATE Ask who laid them.").first().waitFor();
  await accessible(page, "a page of a file with a note");
  await kept(page);

  // On paper: which file to print, the notes, and no half of a picture.
  await page.emulateMedia({ media: "print" });
  assert.equal(await sheet(page, 1).isVisible(), false);
  assert.ok(await page.getByText("“Survey of the depot” is printed from its own file.").isVisible());
  assert.ok(await sheet(page, 2).getByText("PRIVATE Ask who laid them.").first().isVisible());
  await page.emulateMedia({ media: "screen" });

  // The tab is closed and the connection gone: the pages are drawn from what the device keeps.
  await page.close();
  await context.setOffline(true);
  const away = await context.newPage();
  away.on("pageerror", (error) => troubles.push(error.message));
  await away.goto(read);
  await drawn(away, 3, "What it costs.");
  await noted(away, 3, "PRIVATE Too dear.");
  await sheet(away, 3).getByText("Not yet sent").waitFor();
  await accessible(away, "a note that waits to be sent");
  // It lies there as noise, under a key that cannot be taken out.
  const lying = await away.evaluate(async () => {
    const answered = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const db = await answered(indexedDB.open("folkmoot-unsent"));
    const all = await answered(db.transaction("notes").objectStore("notes").getAll());
    db.close();
    return all.map((one) => ({ extractable: one.key.extractable, plain: new TextDecoder().decode(one.data).includes("PRIVATE") }));
  });
  assert.deepEqual(lying, [{ extractable: false, plain: false }]);

  // Closed and opened again without a connection, it still waits; with one it is sent from whichever page opens next.
  await away.close();
  const again = await context.newPage();
  await again.goto(read);
  await sheet(again, 3).getByText("PRIVATE Too dear.").first().waitFor();
  await sheet(again, 3).getByText("Not yet sent").waitFor();
  await noted(again, 4, "PRIVATE Which roof is this?");
  await sheet(again, 4).getByText("Not yet sent").waitFor();
  await again.close();
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(`${house.address}/desk`);
  await back.waitForFunction(() => !localStorage.getItem("folkmoot-unsent"));
  await back.goto(read);
  for (const [number, words] of [[3, "PRIVATE Too dear."], [4, "PRIVATE Which roof is this?"]]) {
    await sheet(back, number).getByText(words).first().waitFor();
    assert.equal(await sheet(back, number).locator(".folkmoot-note-kept").count(), 1, "sent once");
    assert.equal(await sheet(back, number).getByText("Not yet sent").count(), 0);
  }
  await kept(back);

  // The session ends while a note waits: it is said, and the note goes when its writer has signed in again.
  await context.setOffline(true);
  await noted(back, 1, "PRIVATE Sound for how long?");
  await sheet(back, 1).getByText("Not yet sent").waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await back.getByText("Your session has ended.").waitFor();
  await back.goto(`${house.address}/sign-in`);
  await back.getByText("Sign in as their writer to send them.").waitFor();
  await accessible(back, "signing in while notes wait");
  await signIn(back, house, "officer");
  await back.waitForFunction(() => !localStorage.getItem("folkmoot-unsent"));
  await back.goto(read);
  await sheet(back, 1).getByText("PRIVATE Sound for how long?").first().waitFor();
  await kept(back);

  // Whoever signs out while one cannot be sent is told so; signed out, nothing is left of it.
  await context.setOffline(true);
  await noted(back, 2, "PRIVATE Nobody sends this.");
  await sheet(back, 2).getByText("Not yet sent").waitFor();
  await context.route("**/read/notes", (route) => route.abort());
  await context.setOffline(false);
  await back.goto(`${house.address}/sign-out`);
  await back.getByText("Signing out removes them from this device.").waitFor();
  await accessible(back, "signing out while notes wait");
  await back.getByRole("button", { name: "Sign out" }).click();
  await back.waitForURL(/sign-out/);
  await back.waitForFunction(async () => !(await indexedDB.databases()).some((db) => db.name.startsWith("folkmoot-")) && !localStorage.getItem("folkmoot-unsent"));
  assert.deepEqual(troubles, []);
  await close();
});

test("where the pages cannot be drawn, the link to the file is what there is", async () => {
  const { page, context, close } = await window.visitor();
  await signIn(page, house, "officer");
  const meeting = await prepared(page);
  await context.route("**/pdf.worker.js", (route) => route.abort());
  await context.route("**/pdf/pdf.js", (route) => route.abort());
  await page.goto(`${house.address}/meetings/${meeting}/read`);
  await page.locator(".folkmoot-sheets").first().scrollIntoViewIfNeeded();
  await page.getByText("The pages cannot be shown here.").waitFor();
  assert.equal(await sheet(page, 4).isVisible(), true, "a page with a note stays");
  assert.equal(await page.locator(".folkmoot-sheet__paper").filter({ visible: true }).count(), 0);
  assert.ok(await page.getByRole("link", { name: "Open “Survey of the depot” (PDF)" }).isVisible());
  await close();
  // And without script.
  const plain = await window.visitor({ javaScriptEnabled: false });
  await signIn(plain.page, house, "officer");
  await plain.page.goto(`${house.address}/meetings/${meeting}/read`);
  assert.ok(await plain.page.getByRole("link", { name: "Open “Survey of the depot” (PDF)" }).isVisible());
  await plain.page.locator(".folkmoot-sheet", { hasText: "PRIVATE Too dear." }).waitFor();
  await plain.close();
});
