// A meeting from its date to the room: planned and sent by the officer, answered by a link from the mail, held at the table by
// two officers and by keyboard.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, day, demonstration, onward, signIn, until } from "../house.mjs";

const body = "wealdshire-partnership";
let house, window, officer, meeting;

before(async () => {
  [house, window] = await Promise.all([demonstration(), browser()]);
  officer = await window.visitor();
  await signIn(officer.page, house, "officer");
});
after(async () => { await window?.close(); await house?.close(); });

const press = (page, name) => onward(page, page.getByRole("button", { name }).first());
const submit = (page) => onward(page, page.locator("main form button[type=submit]").first());
const mainText = (page) => page.locator("main").innerText();

test("a day that is not in the calendar is told beside its field, and nothing typed is lost", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/bodies/${body}/meetings/plan`);
  await page.locator("input[name=how][value=list]").check();
  await page.locator("#days").fill("31 February 2027");
  await page.locator("#starts_at").fill("10am");
  await page.locator("#place").fill("Council Chamber, <b>first</b> floor");
  await submit(page);
  assert.match(await page.title(), /^Error:/);
  assert.match(await page.locator(".govuk-error-summary").innerText(), /31 February 2027/);
  assert.equal(await page.locator("#days").inputValue(), "31 February 2027");
  assert.equal(await page.locator("#place").inputValue(), "Council Chamber, <b>first</b> floor");
  await page.locator(".govuk-error-summary a").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "days");
  await accessible(page, "a refused plan");
});

test("the officer plans a meeting and finds the body's own items on its agenda", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/bodies/${body}/meetings/plan`);
  await page.locator("input[name=how][value=list]").check();
  await page.locator("#days").fill(day(0));
  await page.locator("#starts_at").fill("12:05am");
  await page.locator("#ends_at").fill("11:55pm");
  await page.locator("#place").fill("Council Chamber");
  await submit(page);
  await accessible(page, "a plan to be confirmed");
  await submit(page);
  const line = page.getByRole("link", { name: new RegExp(day(0)) }).last();
  await onward(page, line);
  meeting = page.url().match(/meetings\/([0-9a-f-]{36})/)?.[1];
  assert.ok(meeting, page.url());
  await accessible(page, "preparing a meeting");
  assert.match(await mainText(page), /Apologies and substitutes[\s\S]*Declarations of interest/);
});

test("sending says to how many people before it sends, and freezes the agenda", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/send`);
  await accessible(page, "before sending");
  assert.match(await mainText(page), /\d+ people/);
  const reason = page.locator("#late_reason");
  if (await reason.count()) await reason.fill("The room was free only today.");
  await submit(page);
  assert.match(page.url(), /\/prepare$/);
});

test("a member with no account answers by the link in the mail, and only the button answers", async () => {
  const { page } = officer;
  const agenda = page.locator("main a[href*='/demo/mail/']").filter({ hasText: day(0) }).first();
  await until(async () => { await page.goto(`${house.address}/demo/mail`); return await agenda.count() > 0; });
  await accessible(page, "the mail of the demonstration");
  await onward(page, agenda);
  const links = await page.$$eval("main a[href*='/answer/']", (found) => found.map((a) => a.href));
  assert.ok(links.length > 0, await mainText(page));
  const coming = links.find((href) => /coming/.test(href)) ?? links[0];

  const member = await window.visitor();
  await member.page.goto(coming);
  await accessible(member.page, "an answer by link");
  await member.page.reload();
  await page.goto(`${house.address}/meetings/${meeting}/prepare`);
  const silent = await mainText(page);

  await member.page.locator("input[name=reply][value=coming]").check();
  await press(member.page, /Send this answer/);
  await accessible(member.page, "an answer given");
  await page.reload();
  assert.notEqual(await mainText(page), silent, "the answer shows to the officer");

  const forged = coming.replace(/.(\?|$)/, (end) => (end.startsWith("A") ? "B" : "A") + end.slice(1));
  const answer = await member.page.goto(forged);
  assert.ok([403, 404].includes(answer.status()), `a changed link answers ${answer.status()}`);
  assert.deepEqual(member.troubles, []);
  await member.close();
});

test("nobody walks into the room without signing in", async () => {
  const stranger = await window.visitor();
  await stranger.page.goto(`${house.address}/meetings/${meeting}/room`);
  assert.equal(new URL(stranger.page.url()).pathname, "/sign-in");
  await stranger.close();
});

test("what is written at the table is saved as it is typed, and the line says when", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  await press(page, /Open the meeting/);
  await accessible(page, "the room");
  const notes = page.locator("textarea[data-save]").first();
  await notes.fill("The chair welcomed everybody.");
  await page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  assert.match(await page.locator("[data-saved-for]").first().innerText(), /\d\d:\d\d:\d\d/);
  await page.reload();
  assert.equal(await page.locator("textarea[data-save]").first().inputValue(), "The chair welcomed everybody.");
});

test("an arrival shows on the other screen without anybody asking", async () => {
  const other = await window.visitor();
  await signIn(other.page, house, "officer");
  await other.page.goto(`${house.address}/meetings/${meeting}/room`);
  const room = other.page.locator("[data-fragment*='/room/people']");
  const before = await room.innerText();
  const { page } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  await page.getByRole("button", { name: /^Here/ }).first().click();
  await other.page.waitForFunction(([at, was]) => document.querySelector(at).innerText !== was, ["[data-fragment*='/room/people']", before]);
  assert.match(await room.innerText(), /here: 1/i);
  await accessible(other.page, "the room with somebody in it");
  assert.deepEqual(other.troubles, []);
  await other.close();
});

test("two officers at once lose no word: a conflict shows both texts and each can be kept", async () => {
  const { page } = officer;
  const other = await window.visitor();
  await signIn(other.page, house, "officer");
  const at = `${house.address}/meetings/${meeting}/room`;
  await page.goto(at);
  await other.page.goto(at);
  const mine = page.locator("textarea[data-save]").first();
  const theirs = other.page.locator("textarea[data-save]").first();
  // The other screen hears nothing while its owner types: the stream is cut, as in a hall with poor reception.
  await other.context.route("**/room/**", (route) => route.abort());
  await mine.fill("The chair welcomed everybody. Written first.");
  await page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  await theirs.fill("The chair welcomed everybody. Written second.");
  await other.page.locator("[data-saved-for][data-state=conflict]").first().waitFor();
  assert.match(await other.page.locator(".folkmoot-conflict").innerText(), /Written first/);
  assert.match(await theirs.inputValue(), /Written second/);
  await other.page.getByRole("button", { name: "Keep mine" }).click();
  await other.page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  await page.reload();
  assert.match(await page.locator("textarea[data-save]").first().inputValue(), /Written second/);
  await other.close();
});

test("a conflict that nobody settled is asked again after a reload, and the other officer's words stand meanwhile", async () => {
  const { page } = officer;
  const other = await window.visitor();
  await signIn(other.page, house, "officer");
  const at = `${house.address}/meetings/${meeting}/room`;
  await page.goto(at);
  await other.page.goto(at);
  await other.context.route("**/room/**", (route) => route.abort());
  await page.locator("textarea[data-save]").first().fill("Saved by the first officer.");
  await page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  const theirs = other.page.locator("textarea[data-save]").first();
  await theirs.fill("Typed by the second officer.");
  await other.page.locator(".folkmoot-conflict").waitFor();
  other.page.on("dialog", (dialog) => dialog.accept());
  await other.page.reload();
  await other.page.locator(".folkmoot-conflict").waitFor();
  assert.match(await other.page.locator(".folkmoot-conflict").innerText(), /Saved by the first officer/);
  assert.match(await theirs.inputValue(), /Typed by the second officer/);
  await page.reload();
  assert.match(await page.locator("textarea[data-save]").first().inputValue(), /Saved by the first officer/);
  await other.page.getByRole("button", { name: "Take theirs" }).click();
  await other.close();
});

test("what somebody chose in an open form stays when the meeting moves on elsewhere", async () => {
  const { page } = officer;
  const other = await window.visitor();
  await signIn(other.page, house, "officer");
  const at = `${house.address}/meetings/${meeting}/room`;
  await page.goto(at);
  await other.page.goto(at);
  await page.locator("#guest-form > summary").click();
  await page.locator("#guest-capacity").selectOption("observer");
  const room = page.locator("[data-fragment*='/room/people']");
  const before = await room.innerText();
  await other.page.getByRole("button", { name: /^Here/ }).first().click();
  await page.waitForFunction(([where, was]) => document.querySelector(where).innerText !== was, ["[data-fragment*='/room/people']", before]);
  assert.equal(await page.locator("#guest-capacity").inputValue(), "observer");
  await other.close();
});

test("words typed while the connection is lost are kept and sent when it returns", async () => {
  const { page, context } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  const notes = page.locator("textarea[data-save]").first();
  await context.setOffline(true);
  await notes.fill("Written in a tunnel.");
  await page.locator("[data-saved-for][data-state=failed]").first().waitFor();
  await context.setOffline(false);
  await page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  await page.reload();
  assert.equal(await page.locator("textarea[data-save]").first().inputValue(), "Written in a tunnel.");
});

test("an action, a motion and an interest are recorded without leaving the room", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  const room = page.url();
  const within = page.locator("#within");
  const item = page.locator("[data-fragment*='/room/item']");

  await page.locator("body").press("t");
  await within.locator("#words").waitFor();
  await within.getByRole("button", { name: /Record the action/ }).click();
  await within.locator(".govuk-error-summary").waitFor();
  await within.locator("#words").fill("Bring the figures to the next meeting");
  await accessible(page, "an action in the room");
  await within.locator("input[name=owners]").first().check();
  await within.locator("input[name=due][value=next-meeting]").check();
  await within.getByRole("button", { name: /Record the action/ }).click();
  await within.waitFor({ state: "hidden" });
  await item.getByText("Bring the figures to the next meeting").waitFor();

  await page.locator("body").press("d");
  await within.locator("#words").fill("The plan is endorsed");
  await within.getByRole("button", { name: /Put/ }).click();
  await within.locator("#decide").waitFor();
  await within.locator("input[name=outcome]").first().check();
  await within.locator("input[name=how][value=consensus]").check();
  await accessible(page, "a decision in the room");
  await within.getByRole("button", { name: /^Record/ }).click();
  await item.getByText("The plan is endorsed").waitFor();
  await within.getByRole("button", { name: "Close" }).click();

  await page.locator("body").press("i");
  const form = within.locator("form[action$='/interests']");
  await form.locator("select[name=person]").selectOption({ index: 1 });
  await form.locator("input[name=kind]").first().check();
  await form.locator("textarea[name=nature]").fill("Employed by the applicant");
  await form.getByRole("button").click();
  await item.getByText("Employed by the applicant").waitFor();
  await accessible(page, "an interest in the room");
  await within.getByRole("button", { name: "Close" }).click();
  assert.equal(page.url(), room, "the room was never left");
});

test("an action typed while the connection is lost stays in its form and is sent by pressing again", async () => {
  const { page, context } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  const room = page.url();
  const within = page.locator("#within");
  await page.locator("body").press("t");
  await within.locator("#words").fill("Ask the county for its figures");
  await within.locator("input[name=owners]").first().check();
  await context.setOffline(true);
  await within.getByRole("button", { name: /Record the action/ }).click();
  await within.getByText("There is no connection").waitFor();
  assert.equal(await within.locator("#words").inputValue(), "Ask the county for its figures");
  assert.equal(page.url(), room);
  await context.setOffline(false);
  await within.getByRole("button", { name: /Record the action/ }).click();
  await page.locator("[data-fragment*='/room/item']").getByText("Ask the county for its figures").waitFor();
});

test("the meeting moves on by keyboard alone", async () => {
  const { page } = officer;
  await page.goto(`${house.address}/meetings/${meeting}/room`);
  await page.locator("body").focus();
  const first = await page.locator("[aria-current=step]").innerText();
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  await accessible(page, "the list of keys");
  await page.keyboard.press("Escape");
  await Promise.all([page.waitForURL((url) => url.searchParams.has("item")), page.keyboard.press("n")]);
  assert.notEqual(await page.locator("[aria-current=step]").innerText(), first);
});

test("the script says nothing that the policy forbids, and does not fail", () => {
  assert.deepEqual(officer.troubles, []);
});
