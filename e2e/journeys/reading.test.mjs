// Those who are not officers: the public reads what was agreed, a member signs in by a letter, an organisation answers one
// without an account, an administrator opens an account and ends a session.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { accessible, browser, demonstration, onward, signIn, until, visit } from "../house.mjs";

let house, window, officer;

before(async () => {
  [house, window] = await Promise.all([demonstration(), browser()]);
  officer = await window.visitor();
  await signIn(officer.page, house, "officer");
});
after(async () => { await window?.close(); await house?.close(); });

const text = (page) => page.locator("main").innerText();
/** Opens the newest letter whose subject says so, and answers the links in it. */
const letter = async (subject) => {
  const { page } = officer;
  const line = page.locator("main a[href*='/demo/mail/']").filter({ hasText: subject }).first();
  await until(async () => { await page.goto(`${house.address}/demo/mail`); return await line.count() > 0; });
  await onward(page, line);
  return page.$$eval("main a[href^='http']", (links) => links.map((a) => a.href));
};

test("the public finds a partnership, a body and the minutes that were agreed, with no account", async () => {
  const reader = await window.visitor();
  const { page } = reader;
  await visit(page, `${house.address}/`, "the partnerships");
  await onward(page, page.getByRole("link", { name: "Wealdshire Partnership", exact: true }).first());
  await onward(page, page.getByRole("link", { name: "Wealdshire Partnership Board" }).first());
  assert.match(await text(page), /Who sits there, and why/);
  const minutes = await page.$$eval("main a[href$='/minutes/public']", (links) => links.map((a) => a.href));
  assert.ok(minutes.length > 0, "the body's page leads to minutes");
  await visit(page, minutes[0], "minutes that were agreed");
  assert.match(await text(page), /Present/);
  assert.doesNotMatch(await page.content(), /61,000|55,000/, "the exempt lease is nowhere");
  await visit(page, `${house.address}/bodies/west-kent-partnership`, "a body of the archive");
  assert.match(await text(page), /18 January 2007/);
  assert.deepEqual(reader.troubles, []);
  await reader.close();
});

test("a sign-in letter signs in once, and only its button does", async () => {
  const member = await window.visitor();
  const { page } = member;
  await page.goto(`${house.address}/sign-in`);
  await accessible(page, "signing in");
  await page.locator("#address").fill("officer@wealdshire.example");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/sent/);
  await accessible(page, "a letter is on its way");
  const [link] = (await letter(/sign in/i)).filter((href) => /sign-in/.test(href));
  assert.ok(link, "the letter holds a link");
  await page.goto(link);
  assert.match(page.url(), /sign-in/, "the link shows and does not sign in");
  await accessible(page, "the link of a sign-in letter");
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.locator("main form button[type=submit]").first().click()]);
  assert.match(await page.locator("header").innerText(), /Rhys Ghosh/);

  const second = await window.visitor();
  await second.page.goto(link);
  const button = second.page.locator("main form button[type=submit]").first();
  if (await button.count()) await button.click();
  await second.page.goto(`${house.address}/desk`);
  assert.match(second.page.url(), /sign-in/, "the link works once");
  assert.deepEqual(member.troubles, []);
  await second.close();
  await member.close();
});

test("an organisation says by the link in the letter, with no account, whether its nominees are still these", async () => {
  const { page } = officer;
  const place = `${house.address}/partnerships/wealdshire-partnership/nominees`;
  await visit(page, place, "whether nominees are still these");
  await onward(page, page.locator("main form button[type=submit]").last());
  assert.match(await text(page), /0 of \d+ have answered/);
  const [link] = (await letter(/still your people/i)).filter((href) => href.includes("/nominees/") && href.includes("changed"));
  assert.ok(link, "the letter holds a link");
  const clerk = await window.visitor();
  await clerk.page.goto(link);
  await accessible(clerk.page, "an answer by link");
  await clerk.page.locator("#words").fill("Ann Fenn has retired.");
  await onward(clerk.page, clerk.page.locator("main form button[type=submit]").first());
  assert.match(await text(clerk.page), /Your answer is with the secretariat/);
  await page.goto(place);
  assert.match(await text(page), /Ann Fenn has retired/);
  assert.deepEqual(clerk.troubles, []);
  await clerk.close();
});

test("an administrator opens an account for somebody new", async () => {
  const keeper = await window.visitor();
  await signIn(keeper.page, house, "administrator");
  const { page } = keeper;
  await visit(page, `${house.address}/administration/accounts`, "the accounts");
  await page.goto(`${house.address}/administration/accounts/new`);
  await accessible(page, "a new account");
  await page.locator("#address").fill("not an address");
  await onward(page, page.locator("main form button[type=submit]").first());
  assert.match(await page.title(), /^Error:/);
  assert.equal(await page.locator("#address").inputValue(), "not an address");
  await visit(page, `${house.address}/account`, "one's own account");
  assert.match(await text(page), /This one/);
  assert.deepEqual(keeper.troubles, []);
  await keeper.close();
});
