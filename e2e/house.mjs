// A house for the journeys: the demonstration, served on a free port from a folder of its own; a browser; and axe.
import { spawn } from "node:child_process";
import { mkdtemp, rm, readFile, mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const here = path.dirname(fileURLToPath(import.meta.url));
const binary = process.env.PROGRAM ? path.resolve(process.env.PROGRAM) : path.join(here, "../target/debug/folkmoot");
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.once("error", reject);
  server.listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => resolve(port)); });
});

/** Starts the demonstration. `links` holds the sign-in links it prints, by the word in their line (officer, chair …). */
export async function demonstration() {
  const folder = await mkdtemp(path.join(tmpdir(), "folkmoot-e2e-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const program = spawn(binary, ["demo", "--data", folder, "--listen", `127.0.0.1:${port}`], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  let cried = "";
  program.stdout.on("data", (chunk) => { told += chunk; });
  program.stderr.on("data", (chunk) => { cried += chunk; });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const up = async () => {
    for (let tries = 0; tries < 2400; tries += 1) {
      if (program.exitCode !== null) throw new Error(`the demonstration ended: ${told}${cried}`);
      try {
        const answer = await fetch(`${address}/accessibility`, { redirect: "manual" });
        if (answer.status < 500) return;
      } catch { /* not yet */ }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the demonstration does not answer: ${told}${cried}`);
  };
  await up();
  const links = {};
  for (const line of told.split("\n")) {
    const url = line.match(/https?:\/\/\S+/)?.[0];
    const word = line.match(/\b(officer|chair|member|administrator)\b/i)?.[1]?.toLowerCase();
    if (url && word && !(word in links)) links[word] = url;
  }
  return {
    address, folder, links,
    told: () => told + cried,
    async close() {
      program.kill("SIGTERM");
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
      program.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the browser. `context()` gives a fresh visitor whose pages fail the journey when their script fails. */
export async function browser() {
  const opened = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  return {
    async visitor(options = {}) {
      const context = await opened.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(15000);
      const page = await context.newPage();
      const troubles = [];
      page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
      page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) troubles.push(message.text()); });
      return { page, context, troubles, close: () => context.close() };
    },
    close: () => opened.close(),
  };
}

const widths = [1280, 320];

/** Fails when axe finds anything on the page at desk or phone width, or when a phone would have to scroll sideways. */
export async function accessible(page, name) {
  const before = page.viewportSize();
  const session = await page.context().newCDPSession(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      assert.equal(exceptionDetails, undefined, `${name}: ${exceptionDetails?.exception?.description}`);
      return result.value;
    };
    await evaluate(axeSource + ";0");
    const wrong = JSON.parse(await evaluate(
      `axe.run(document, { resultTypes: ["violations"] }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | "))))`,
    ));
    assert.deepEqual(wrong, [], `${name} at ${width} px`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(sideways <= 0, `${name} at ${width} px scrolls sideways by ${sideways} px`);
    assert.equal(await page.locator("h1").count(), 1, `${name} has one h1`);
    if (process.env.SHOTS) {
      const folder = path.join(here, "shots");
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name.replace(/[^a-z0-9]+/gi, "-")}-${width}.png`), fullPage: true });
    }
  }
  await session.detach();
  await page.setViewportSize(before);
}

/** Presses a button or a link that leads to another page, and waits until that page is whole. */
export const onward = (page, control) => Promise.all([page.waitForNavigation(), control.click()]);

/** Goes to a page, sees that it answers well, and checks it. */
export async function visit(page, url, name = url) {
  const answer = await page.goto(url);
  assert.ok(answer.ok(), `${name}: ${answer.status()}`);
  await accessible(page, name);
}

/** Signs in by the link that the demonstration prints: the link shows, and its button signs in. */
export async function signIn(page, house, who) {
  assert.ok(house.links[who], `the demonstration prints a link for the ${who}: ${house.told()}`);
  await page.goto(house.links[who]);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.locator("main form button[type=submit]").first().click()]);
}

/** The day so many days from today, in the partnership's zone, as a person writes it. */
export function day(ahead) {
  const at = new Date(Date.now() + ahead * 86_400_000);
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "long", year: "numeric" }).format(at);
}

/** Asks again until it is so; what runs in the background (mail, reminders) comes a moment later. */
export async function until(so) {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail(`it never came to be: ${so}`);
}
