// The officer keeps a body, signs in from a letter, and sees what happened; each page for everybody's eyes and hands.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, visit } from "../house.mjs";

let house, window;
before(async () => { [house, window] = await Promise.all([demonstration(), browser()]); });
after(async () => { await window?.close(); await house?.close(); });

const board = "/bodies/wealdshire-partnership/manage";

/** A visitor who followed the one-click link of the demonstration and pressed its button. */
async function signedIn(who) {
  const visitor = await window.visitor();
  await visitor.page.goto(house.links[who]);
  await accessible(visitor.page, `signing in as the ${who}`);
  await visitor.page.getByRole("button", { name: /^Sign in as/ }).click();
  await visitor.page.waitForURL(/\/desk$/);
  return visitor;
}

test("the pages that keep a body can be used by everybody", async () => {
  const { page, troubles, close } = await signedIn("officer");
  for (const at of ["", "/seats", "/seats/new", "/offices", "/offices/take", "/openness", "/standing-items", "/distribution", "/name", "/end"]) {
    await visit(page, house.address + board + at, `keep${at}`);
  }
  for (const at of ["/desk", "/account", "/bodies/wealdshire-partnership/history", "/partnerships/wealdshire-partnership/structure", "/partnerships/wealdshire-partnership/structure/new"]) {
    await visit(page, house.address + at, at);
  }
  assert.deepEqual(troubles, []);
  await close();
});

test("somebody new is appointed in two steps with the keyboard alone, and leaves again", async () => {
  const { page, close } = await signedIn("officer");
  await page.goto(house.address + board);
  await page.getByRole("link", { name: /^Vacant:/ }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/appoint$/);
  await page.getByLabel("Who is appointed").focus();
  await page.keyboard.type("Olwen Trevanion");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert");
  await summary.getByRole("link", { name: /Nothing is recorded under “Olwen Trevanion”/ }).waitFor();
  await accessible(page, "asked who is meant");
  await page.getByLabel("Record “Olwen Trevanion” as new").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/manage\/seats\/[^/]+$/);
  await page.getByRole("link", { name: "Olwen Trevanion", exact: true }).waitFor();
  await accessible(page, "the seat with its people");
  await page.getByRole("link", { name: "End Olwen Trevanion" }).click();
  await accessible(page, "ending an appointment");
  await page.getByRole("button", { name: "End appointment" }).click();
  await page.getByText("Choose one.").first().waitFor();
  await page.getByLabel("Resigned").check();
  await page.getByRole("button", { name: "End appointment" }).click();
  await page.waitForURL(/\/manage\/seats\/[^/]+$/);
  await page.getByText("Resigned").last().waitFor();
  await page.goto(`${house.address}/bodies/wealdshire-partnership/history`);
  await page.getByText(/^Appointment ended/).first().waitFor();
  await close();
});

test("what was typed stays when a day is not one", async () => {
  const { page, close } = await signedIn("officer");
  await page.goto(`${house.address}${board}/offices/take`);
  await page.getByLabel("Name", { exact: true }).fill("Olwen Trevanion the Younger");
  await page.getByLabel("From").fill("31 February 2027");
  await page.getByRole("button", { name: "Record that they take it" }).click();
  await page.getByText("“31 February 2027” is not in the calendar.").first().waitFor();
  assert.equal(await page.getByLabel("From").inputValue(), "31 February 2027");
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Olwen Trevanion the Younger");
  await accessible(page, "a refused office");
  await close();
});

test("two officers who change one seat see both texts", async () => {
  const [first, second] = [await signedIn("officer"), await signedIn("officer")];
  await first.page.goto(`${house.address}${board}/seats`);
  const seat = await first.page.locator("main table a").first().getAttribute("href");
  for (const { page } of [first, second]) await page.goto(house.address + seat);
  await first.page.getByLabel("Seat", { exact: true }).fill("Leader of the county");
  await first.page.getByRole("button", { name: "Save seat" }).click();
  await first.page.waitForURL(/\/seats$/);
  await second.page.getByLabel("Seat", { exact: true }).fill("Leader of the council");
  await second.page.getByRole("button", { name: "Save seat" }).click();
  await second.page.getByRole("alert").getByText(/Look at .* again/).waitFor();
  assert.equal(await second.page.getByLabel("Seat", { exact: true }).inputValue(), "Leader of the council");
  await second.page.getByText("Leader of the county").first().waitFor();
  await accessible(second.page, "a conflict");
  await second.page.getByRole("button", { name: "Save seat" }).click();
  await second.page.waitForURL(/\/seats$/);
  await second.page.getByText("Leader of the council").first().waitFor();
  await first.close();
  await second.close();
});
