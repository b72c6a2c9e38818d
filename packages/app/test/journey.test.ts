import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The whole product as somebody uses it: the app as built, the server as started by its command, a real Chromium.
const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const root = join(packageFolder, "../..");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const folder = mkdtempSync(join(tmpdir(), "groundwork-journey-"));
let server: ChildProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let url: string;

async function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=@groundwork/source", join(root, "packages/servers/src/main.ts")],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        DATABASE_URL: "",
        PORT: String(port),
        DATA_FOLDER: join(folder, "data"),
        APP_FOLDER: join(folder, "app"),
        LOG_LEVEL: "error",
      },
    },
  );
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("is ready")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
  return child;
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** axe on the page as it stands, in light and in dark, wide and at 320 px, where nothing may overflow. */
async function inspect() {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: axe });
      const violations = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the page's globals.
        const result = await (globalThis as any).axe.run(document, { resultTypes: ["violations"] });
        return result.violations.map(
          ({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
            `${id}: ${nodes.map((node) => node.target).join(", ")}`,
        );
      });
      expect(violations, `${page.url()} ${colorScheme} ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

const money = (text: string | null) => Math.round(Number((text ?? "").replace(/[^\d.]/g, "")) * 100);

/** Balances as shown, in cents; what is owed is negative. */
async function balances(): Promise<Map<string, number>> {
  const rows = await page.locator(".gw-balance-list > li").all();
  const entries = rows.map(async (row) => {
    const [name, state, amount] = await Promise.all(
      ["name", "state", "amount"].map((part) => row.locator(`.gw-balance-${part}`).textContent()),
    );
    return [name ?? "", state === "owes" ? -money(amount ?? "") : money(amount ?? "")] as const;
  });
  return new Map(await Promise.all(entries));
}

async function addExpense(title: string, amount: string, payer: string, fill: () => Promise<void> = async () => {}) {
  const form = page.locator(".gw-expense-form");
  await form.getByLabel(/^What for/).fill(title);
  await form
    .getByLabel(/^Amount/)
    .first()
    .fill(amount);
  await form.getByLabel("Paid by").selectOption({ label: payer });
  await fill();
  await form.getByRole("button", { name: "Add expense" }).click();
  await page.getByText(title, { exact: true }).waitFor();
  // Shown at once; the form is empty when the server has kept it.
  await expect
    .poll(
      () =>
        form
          .getByLabel(/^Amount/)
          .first()
          .inputValue(),
      { timeout: 15_000 },
    )
    .toBe("");
}

beforeAll(async () => {
  await build({
    root: packageFolder,
    configFile: join(packageFolder, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: join(folder, "app") },
  });
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await startServer(port);
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  context = await browser.newContext({ locale: "en-GB", bypassCSP: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server && server.exitCode === null) await stop(server, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("the journey", () => {
  it("signs up, by keyboard alone", async () => {
    await page.goto(url);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await inspect();
    await page.getByRole("link", { name: "Make an account" }).click();
    await inspect();
    await page.getByLabel(/^Name/).focus();
    await page.keyboard.type("Grace");
    await page.keyboard.press("Tab");
    await page.keyboard.type("grace@example.org");
    await page.keyboard.press("Tab");
    await page.keyboard.type("short");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("heading", { name: "Make an account" }).isVisible()).toBe(true);
    await page.getByLabel(/^Password/).fill("correct horse battery");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your groups" }).waitFor();
  });

  it("makes a group of four", async () => {
    await inspect();
    await page.getByLabel(/^Name/).fill("Cabin in the hills");
    await page.getByLabel("Who else takes part").fill("Hugo, Iris, Jun");
    await page.getByRole("button", { name: "Make the group" }).click();
    await page.getByRole("heading", { name: "Cabin in the hills" }).waitFor();
    await page.getByText("Nothing yet").waitFor();
    await inspect();
  });

  it("adds a dozen expenses with every kind of split, and the balances follow to the cent", async () => {
    const kind = (label: string) => page.getByLabel("Split").selectOption({ label });
    const value = (name: string, text: string) => page.getByRole("textbox", { name }).fill(text);
    await addExpense("Cabin", "480.00", "You");
    await addExpense("Petrol", "61.37", "Hugo");
    await addExpense("Groceries", "142.81", "Iris");
    await addExpense("Ski passes", "156", "Jun", async () => {
      await kind("Exact amounts");
      await value("Exact amounts: You", "52");
      await value("Exact amounts: Hugo", "52");
      await value("Exact amounts: Jun", "52");
    });
    await addExpense("Firewood", "25.00", "Hugo", async () => {
      await kind("Percent");
      for (const name of ["You", "Hugo", "Iris", "Jun"]) await value(`Percent: ${name}`, "25");
    });
    await addExpense("Sauna", "44.00", "Iris", async () => {
      await kind("Shares");
      await value("Shares: You", "2");
      await value("Shares: Iris", "1");
      await value("Shares: Jun", "1");
    });
    await addExpense("Fondue", "88.90", "You", async () => {
      await kind("Equally, plus");
      await value("Equally, plus: Hugo", "12.50");
    });
    await addExpense("Supper", "77.00", "Jun", async () => {
      await kind("By item");
      await value("Amount: Item 1", "70");
      await value("Tip", "7");
    });
    for (const [title, amount, payer] of [
      ["Breakfast", "18.40", "You"],
      ["Toll", "9.90", "Hugo"],
      ["Tea", "11.11", "Iris"],
      ["Taxi", "31.00", "Jun"],
    ] as const) {
      await addExpense(title, amount, payer);
    }
    // The button has nothing to add now: focus goes on to the next expense, not to the page.
    await expect
      .poll(() => page.getByLabel(/^What for/).evaluate((field) => field === document.activeElement))
      .toBe(true);
    await expect.poll(async () => [...(await balances()).values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
    const paid = 48000 + 8890 + 1840;
    const total = 48000 + 6137 + 14281 + 15600 + 2500 + 4400 + 8890 + 7700 + 1840 + 990 + 1111 + 3100;
    expect((await balances()).get("You")!).toBeGreaterThan(paid - total / 2);
    await inspect();
  }, 120_000);

  it("refuses an expense that does not add up, with the difference", async () => {
    await page.getByLabel(/^What for/).fill("Wrong");
    await page
      .getByLabel(/^Amount/)
      .first()
      .fill("10");
    await page.getByLabel("Split").selectOption({ label: "Exact amounts" });
    await page.getByRole("textbox", { name: "Exact amounts: You" }).fill("7");
    await page.getByText("€3.00 still to share.").waitFor();
    expect(await page.getByRole("button", { name: "Add expense" }).isDisabled()).toBe(true);
    await page.getByLabel("Split").selectOption({ label: "Equally" });
  });

  it("takes back what the server refuses, and keeps what was typed", async () => {
    const before = await balances();
    await context.route("**/expenses", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("button", { name: "Add expense" }).click();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await context.unroute("**/expenses");
    expect(await page.getByLabel(/^What for/).inputValue()).toBe("Wrong");
    await expect.poll(balances).toEqual(before);
    expect(await page.getByText("Wrong", { exact: true }).count()).toBe(0);
  });

  it("says who owes whom and why", async () => {
    const debts = page.locator("section", { has: page.getByRole("heading", { name: "Who owes whom, and why" }) });
    const first = debts.locator("details").first();
    const amount = money(await first.locator("summary .app-amount").textContent());
    await first.locator("summary").click();
    await first.locator("ul > li").first().waitFor();
    const parts = await first.locator("ul > li .app-amount").allTextContents();
    const sum = parts.reduce((total, text) => total + (text.includes("-") ? -1 : 1) * money(text), 0);
    expect(sum).toBe(amount);
  });

  it("settles by the plan, until everybody is at zero", async () => {
    await page.getByText("proven to be the fewest possible").waitFor();
    for (;;) {
      const buttons = page.getByRole("button", { name: /^Mark as paid/ });
      const left = await buttons.count();
      if (left === 0) break;
      await buttons.first().click();
      await expect.poll(() => buttons.count()).toBe(left - 1);
    }
    await page.getByText("Everybody is settled.").waitFor();
    expect([...(await balances()).values()]).toEqual([0, 0, 0, 0]);
    await inspect();
    await page.getByRole("link", { name: "Measurements" }).click();
    await page.getByText("agrees to the cent").waitFor();
    await inspect();
  });

  it("finds all of it again after the server was restarted, and tells while it is away", async () => {
    const port = Number(new URL(url).port);
    await page.getByRole("link", { name: "Cabin in the hills" }).click();
    await page.getByText("Everybody is settled.").waitFor();
    await stop(server, "SIGTERM");
    await page.locator("summary", { hasText: "Cabin" }).click();
    await page.getByRole("button", { name: "Delete Cabin" }).click();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.getByText("Cabin", { exact: true }).waitFor();
    server = await startServer(port);
    await page.reload();
    await page.getByText("Everybody is settled.").waitFor();
    await page.getByText("Fondue", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Your groups" }).click();
    await page.getByText("settled", { exact: true }).waitFor();
    await inspect();
  }, 120_000);

  it("shows a stranger nothing, and comes back after sign-in", async () => {
    await page.getByRole("link", { name: /Cabin/ }).click();
    await page.getByRole("heading", { name: "Cabin in the hills" }).waitFor();
    const address = page.url();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goto(address);
    await page.getByLabel("E-mail").fill("ada@demo.example");
    await page.getByLabel("Password").fill("groundwork-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("There is nothing here that you may see").waitFor();
    await inspect();
  });
});
