// Terms of reference from a draft to a meeting's agenda: a mistake beside its clause, mended; a rule by form; what it would have meant;
// two versions beside each other. Every page at desk and phone width, and the main path by keyboard and without script.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, onward, signIn, visit } from "../house.mjs";

const charter = "/bodies/wealdshire-partnership/charter";
let house, window, officer;

before(async () => {
  [house, window] = await Promise.all([demonstration(), browser()]);
  officer = await window.visitor();
  await signIn(officer.page, house, "officer");
});
after(async () => { await window?.close(); await house?.close(); });

const at = (rest) => house.address + charter + rest;
const press = (page, name) => onward(page, page.getByRole("button", { name }).first());
const follow = (page, from, name) => onward(page, from.getByRole("link", { name }).first());
const clause = (page, number) => page.locator(`[id="clause-${number}"]`);
const main = (page) => page.locator("main").innerText();

test("a draft is begun from the version in force with one press", async () => {
  const { page } = officer;
  await page.goto(at(""));
  await accessible(page, "the terms in force");
  await press(page, "Change these terms");
  assert.match(page.url(), /\/charter\/draft$/);
  assert.match(await main(page), /Nothing is changed yet against version 1/);
  await accessible(page, "a draft");
});

test("a mistake is kept as typed and shown beside its clause, with the place and what may stand there", async () => {
  const { page } = officer;
  await follow(page, clause(page, "4.2"), /^Change clause 4.2/);
  await accessible(page, "changing a clause");
  const rules = page.getByLabel("Rules", { exact: true });
  await rules.fill("the quorm is two thirds of the members");
  await press(page, "Save the clause");
  assert.match(await main(page), /One rule cannot be read yet/);
  assert.equal(await page.getByLabel("Rules", { exact: true }).inputValue(), "Rule: the quorm is two thirds of the members.");
  assert.match(await page.locator(".folkmoot-trouble").innerText(), /Did you mean “the quorum”\?|Did you mean “quorum”\?/);
  assert.match(await page.locator(".folkmoot-trouble pre").innerText(), /\^\^/);
  await accessible(page, "a clause that cannot be read");
  await visit(page, at("/draft"), "a draft that cannot be read");
  assert.match(await clause(page, "4.2").innerText(), /Cannot be read/);
  assert.equal(await page.getByRole("button", { name: "Propose for adoption" }).count() + await page.getByRole("link", { name: "Propose for adoption" }).count(), 0);
  await visit(page, at("/draft/propose"), "what stands against putting it");
  assert.match(await main(page), /Mend it first/);
});

test("it is mended by keyboard alone", async () => {
  const { page } = officer;
  await page.goto(at("/draft"));
  await clause(page, "4.2").getByRole("link", { name: /^Change clause 4.2/ }).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await page.getByLabel("Words", { exact: true }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Two thirds of the members make a quorum.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("the quorum is two thirds of the members.");
  await page.getByRole("button", { name: "Save the clause" }).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(page.url(), /#clause-4\.2$/);
  assert.match(await clause(page, "4.2").innerText(), /The quorum is two thirds of the members\./);
});

test("the form reads the rule back and writes another in its place", async () => {
  const { page } = officer;
  await visit(page, at("/draft/forms"), "rules by form");
  await follow(page, page.locator("main"), "Change clause 4.2 in the form");
  assert.equal(await page.getByLabel("How large a part").inputValue(), "two-thirds");
  assert.equal(await page.getByLabel("How many", { exact: true }).isVisible(), false, "what does not matter is not shown");
  await accessible(page, "the quorum by form");
  await page.getByLabel("As a number").check();
  await press(page, "Write into the clause");
  await page.locator(".govuk-error-summary").waitFor();
  await accessible(page, "a form with an error");
  await page.getByLabel("As a part of the members").check();
  await page.getByLabel("How large a part").selectOption("all");
  await press(page, "Write into the clause");
  assert.match(await clause(page, "4.2").innerText(), /The quorum is all of the members\./);
});

test("every form can be used by everybody", async () => {
  const { page } = officer;
  for (const family of ["composition", "chair", "substitutes", "absence", "meetings", "quorum", "notice", "decisions", "openness", "minutes", "review"]) {
    await visit(page, at(`/draft/forms/${family}`), `the form of ${family}`);
  }
});

test("what it would have meant, what changes, and the other pages of the draft", async () => {
  const { page } = officer;
  await visit(page, at("/draft/meant"), "what it would have meant");
  assert.match(await main(page), /meetings would have come out otherwise/);
  await visit(page, at("/draft/compare"), "what changes");
  assert.ok(await page.locator("main del").count() > 0 && await page.locator("main ins").count() > 0);
  for (const rest of ["/draft/text", "/draft/clauses/new", "/draft/clauses/1/remove", "/draft/aside", "/models", "/new"]) {
    await visit(page, at(rest), rest);
  }
});

test("two officers who change one clause see both texts and lose nothing", async () => {
  const { page } = officer;
  const other = await window.visitor();
  await signIn(other.page, house, "officer");
  await page.goto(at("/draft"));
  const address = await clause(page, "1.1").getByRole("link", { name: /^Change clause/ }).getAttribute("href");
  await page.goto(house.address + address);
  await other.page.goto(house.address + address);
  await page.getByLabel("Words", { exact: true }).fill("Written first.");
  await press(page, "Save the clause");
  await other.page.getByLabel("Words", { exact: true }).fill("Written second.");
  await press(other.page, "Save the clause");
  assert.match(await main(other.page), /Somebody changed this clause while you were writing[\s\S]*Written[\s\S]*first/);
  assert.equal(await other.page.getByLabel("Words", { exact: true }).inputValue(), "Written second.");
  await accessible(other.page, "two who changed one clause");
  await press(other.page, "Save the clause");
  assert.match(await clause(other.page, "1.1").innerText(), /Written second\./);
  assert.deepEqual(other.troubles, []);
  await other.close();
});

test("without script a clause is added and the draft is put to a meeting", async () => {
  const { page } = officer;
  const cookies = await officer.context.cookies();
  const plain = await window.visitor({ javaScriptEnabled: false });
  await plain.context.addCookies(cookies);
  await plain.page.goto(at("/draft/forms/review"));
  await plain.page.locator("#every").fill("3");
  await plain.page.locator("#every_unit").selectOption("years");
  await plain.page.locator("#number").fill("9.2");
  await press(plain.page, "Add the clause");
  assert.match(await clause(plain.page, "9.2").innerText(), /The body must review these terms every 3 years\./);
  await plain.page.goto(at("/draft/propose"));
  await plain.page.locator("input[name=meeting]").last().check();
  await press(plain.page, "Put it to this meeting");
  assert.match(await main(plain.page), /Terms of reference: version 2 for adoption/);
  await plain.close();
  await visit(page, at("/versions/2"), "a version on an agenda");
  assert.match(await main(page), /On an agenda/);
  await visit(page, at("/versions/2/adopt"), "an adoption that waits");
  assert.match(await main(page), /has not decided on it yet/);
  await visit(page, at("/versions/2/take-back"), "taking it back");
  await press(page, "Take it back");
  assert.match(page.url(), /\/charter\/draft$/);
});

test("the script says nothing that the policy forbids, and does not fail", () => {
  assert.deepEqual(officer.troubles, []);
});
