// Yesterday's meeting is written up, its minutes are cleared, sent and, at today's meeting, approved.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, day, demonstration, onward, signIn } from "../house.mjs";

const body = "wealdshire-executive-board";
let house, window, officer, page, yesterday, today;

before(async () => {
  [house, window] = await Promise.all([demonstration(), browser()]);
  officer = await window.visitor();
  page = officer.page;
  await signIn(page, house, "officer");
});
after(async () => { await window?.close(); await house?.close(); });

const submit = () => onward(page, page.locator("main form button[type=submit]").first());
const press = (name) => onward(page, page.getByRole("button", { name }).first());
const idOf = async (on) => {
  await page.goto(`${house.address}/bodies/${body}/meetings`);
  const href = await page.getByRole("link", { name: new RegExp(on) }).last().getAttribute("href");
  return href.match(/[0-9a-f-]{36}/)[0];
};

test("a meeting that has been is only warned about, and written up on the same page", async () => {
  await page.goto(`${house.address}/bodies/${body}/meetings/plan`);
  await page.locator("input[name=how][value=list]").check();
  await page.locator("#days").fill(`${day(-1)}\n${day(0)}`);
  await page.locator("#starts_at").fill("12:05am");
  await page.locator("#ends_at").fill("11pm");
  await page.locator("#place").fill("Committee room");
  await submit();
  await submit();
  [yesterday, today] = [await idOf(day(-1)), await idOf(day(0))];
  await page.goto(`${house.address}/meetings/${yesterday}/room`);
  await press(/Open the meeting/);
  await page.getByRole("button", { name: /^Here/ }).first().click();
  await page.waitForFunction(() => /here: 1/i.test(document.querySelector("[data-fragment*='/room/people']").innerText));
  const notes = page.locator("textarea[data-save]").first();
  await notes.fill("Apologies were noted.");
  await page.locator("[data-saved-for][data-state=saved]").first().waitFor();
  await page.goto(`${house.address}/meetings/${yesterday}/close`);
  await accessible(page, "closing a meeting");
  await page.locator("#ends_at").fill("11pm");
  await submit();
});

test("the minutes write themselves from what happened", async () => {
  await page.goto(`${house.address}/meetings/${yesterday}/minutes`);
  await accessible(page, "minutes in draft");
  const said = await page.locator("main").innerText();
  assert.match(said, /Present/);
  assert.match(said, /Apologies were noted\./);
});

test("minutes that come back from Word are compared before anything is taken", async () => {
  const file = await (await page.request.get(`${house.address}/meetings/${yesterday}/minutes.docx`)).body();
  await page.goto(`${house.address}/meetings/${yesterday}/minutes`);
  await page.locator("textarea[name=introduction]").fill("The chair thanked the hosts.");
  await onward(page, page.getByRole("button", { name: "Save these words" }));
  await page.goto(`${house.address}/meetings/${yesterday}/minutes/edited`);
  await accessible(page, "bringing in minutes edited in Word");
  await page.locator("input[type=file]").setInputFiles({ name: "minutes.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: file });
  await page.getByRole("button", { name: "Show what changed" }).click();
  await page.getByText("The chair thanked the hosts.").first().waitFor();
  await accessible(page, "minutes edited in Word beside those of the record");
  await page.goto(`${house.address}/meetings/${yesterday}/minutes`);
});

test("cleared and sent to the members, they are kept as a version", async () => {
  await press(/Record that the chair has cleared them/);
  await accessible(page, "minutes cleared");
  await press(/Send them to the members/);
  await accessible(page, "minutes sent");
});

test("approved at the next meeting, they are locked", async () => {
  await page.goto(`${house.address}/meetings/${today}/room`);
  await press(/Open the meeting/);
  await page.goto(`${house.address}/meetings/${yesterday}/minutes`);
  await page.locator("#at_meeting").selectOption({ index: 1 });
  const how = page.locator("#how");
  if (!(await how.inputValue())) await how.selectOption({ index: 1 });
  await press(/Record the approval/);
  await accessible(page, "minutes approved");
  assert.match(await page.locator("main").innerText(), /Approved/i);
  assert.equal(await page.locator("textarea[name=introduction]").count(), 0, "nothing is left to edit");
});

test("the minutes print without the page's buttons", async () => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
  assert.equal(await page.locator(".folkmoot-header__nav").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
});

test("the script says nothing that the policy forbids, and does not fail", () => {
  assert.deepEqual(officer.troubles, []);
});
