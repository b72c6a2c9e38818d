import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBrowser } from "../../../../scripts/browser.mjs";
import { distance, openPage } from "./open-page.mjs";
import { prepareApp, registryAnswers } from "./run-app.mjs";

const required = process.env.GROUNDWORK_ENGINES === "required";

/**
 * What must hold of the packed kit in an app of a framework.
 *
 * @param commands - arguments of node that build, start what was built, and start what a developer sees; PORT stands for
 * the port
 */
export function proveApp(name, { title, build, start, develop, answer }) {
  describe.skipIf(!required && !registryAnswers())(`the packed kit in ${title}`, { timeout: 60_000 }, () => {
    let app;
    let browser;
    let url;
    const section = (page, component) => page.locator(`[data-component="${component}"]`);

    beforeAll(async () => {
      [app, browser] = await Promise.all([
        prepareApp(name),
        ensureBrowser().then((executablePath) =>
          chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] }),
        ),
      ]);
      app.run(build);
      url = await app.serve(start);
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      await app?.end();
    });

    it("streams HTML that has every component, and no style attribute", async () => {
      const response = await fetch(url, { headers: { "User-Agent": "Mozilla/5.0 Chrome/150.0.0.0" } });
      expect(response.headers.get("content-security-policy")).toBe("style-src 'self'");
      const chunks = [];
      for await (const chunk of response.body) chunks.push(Buffer.from(chunk).toString());
      const html = chunks.join("");
      expect(chunks[0]).not.toContain("Streamed later");
      expect(html).toContain("Streamed later");
      const markup = html.replace(/<script[\s\S]*?<\/script>/g, "");
      expect(markup.match(/<[^>]*\sstyle=[^>]*>|<style[\s>][\s\S]{0,80}/g) ?? []).toEqual([]);
      const kit = await import(`${app.folder}/node_modules/@groundwork/ui/dist/index.js`);
      const components = Object.keys(kit).filter((key) => /^[A-Z]/.test(key));
      expect(components.length).toBeGreaterThan(50);
      // A section without content has only its own tag.
      const missing = components.filter((key) => !new RegExp(`data-component="${key}"[^>]*><(?!/)`).test(markup));
      expect(missing).toEqual([]);
    });

    it("opens Accordion, Popover, Menu and Dialog without any script", async () => {
      const { page, context, open } = await openPage(browser, { url, javaScriptEnabled: false });
      await open();
      await section(page, "Accordion").getByText("Returns").click();
      await expectText(section(page, "Accordion").getByText("Within a month."));
      await section(page, "Popover").getByRole("button").click();
      await expectText(page.getByText("Anyone with the link can read."));
      await section(page, "Menu").getByRole("button", { name: "Trip" }).click();
      await expectText(page.getByRole("menuitem", { name: "Rename" }));
      await section(page, "Dialog").getByRole("button", { name: "Edit" }).click({ force: true });
      await expectText(page.getByLabel("Nickname"));
      await context.close();
    });

    it("keeps what was opened before hydration, and goes on from there", async () => {
      const { page, context, open, hydrated, complaints } = await openPage(browser, { url });
      let release;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      await context.route(/\.js(\?|$)/, async (route) => {
        await held;
        await route.continue();
      });
      await open({ waitUntil: "commit" });
      await page.waitForSelector("#late");
      await section(page, "Accordion").getByText("Returns").click();
      await section(page, "Dialog").getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Nickname").fill("Countess");
      expect(await page.evaluate(() => "hydrated" in document.documentElement.dataset)).toBe(false);
      release();
      await hydrated();
      await expectText(page.getByLabel("Nickname"));
      expect(await page.getByLabel("Nickname").inputValue()).toBe("Countess");
      await page.getByRole("dialog", { name: "Edit profile" }).getByRole("button", { name: "Close" }).click();
      await page.getByLabel("Nickname").waitFor({ state: "hidden" });
      await expectText(section(page, "Accordion").getByText("Within a month."));
      expect(complaints).toEqual([]);
      await context.close();
    });

    it("works after hydration under style-src 'self', with everything at its place", async () => {
      const { page, context, open, hydrated, complaints } = await openPage(browser, { url });
      await open();
      await hydrated();
      const button = (component, label) => section(page, component).getByRole("button", { name: label });

      const menu = button("Menu", "Trip");
      await menu.focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("s");
      await page.locator("[role=menuitem]:focus", { hasText: "Share" }).waitFor();
      expect(await distance(menu, page.locator("[role=menuitem]:focus").locator(".."))).toBeLessThan(16);
      await page.keyboard.press("Escape");
      await page.locator(".gw-button:focus", { hasText: "Trip" }).waitFor();

      await button("Popover", "Share this").click();
      expect(await distance(button("Popover", "Share this"), page.locator("#share"))).toBeLessThan(16);
      await page.keyboard.press("Escape");

      await button("Tooltip", "Archive").hover();
      await page.getByRole("tooltip").waitFor();
      expect(await distance(button("Tooltip", "Archive"), page.getByRole("tooltip"))).toBeLessThan(16);

      await button("ContextMenu", "Photo").click({ button: "right", position: { x: 7, y: 9 } });
      const item = page.getByRole("menuitem", { name: "Duplicate" });
      const [at, place] = [await button("ContextMenu", "Photo").boundingBox(), await item.locator("..").boundingBox()];
      expect(Math.abs(place.x - at.x - 7)).toBeLessThan(16);
      expect(Math.abs(place.y - at.y - 9)).toBeLessThan(16);
      await page.keyboard.press("Escape");

      const combobox = section(page, "Combobox").getByRole("combobox");
      await combobox.fill("por");
      await section(page, "Combobox").getByRole("option", { name: "Porto" }).click();
      expect(await combobox.inputValue()).toBe("Porto");

      await button("DatePicker", /Choose a date/).click();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      expect(await section(page, "DatePicker").locator("input[name=departure]").inputValue()).toBe("2026-11-25");

      await section(page, "Tabs").getByRole("tab", { name: "Map" }).focus();
      await page.keyboard.press("ArrowRight");
      await expectText(page.getByText("The sum."));

      await section(page, "Table").getByRole("button", { name: "Days" }).click();
      expect(await section(page, "Table").locator("tbody th").first().textContent()).toBe("Bergen");

      await button("AlertDialog", "Delete trip").click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete it" }).click();
      await button("AlertDialog", "Deleted").waitFor();

      await button("Toaster", "Notify").click();
      await expectText(page.locator(".gw-toast", { hasText: "Saved it" }));

      const form = page.locator("#late form");
      await form.getByRole("button").click();
      expect(
        await form
          .getByLabel("E-mail")
          .evaluate((input) => input.ariaInvalid === "true" || input.matches(":user-invalid")),
      ).toBe(true);
      await form.getByLabel("E-mail").fill("ada@example.org");
      await form.getByRole("button").click();
      await expectText(form.getByText(answer));

      expect(await page.evaluate(() => window.violations)).toEqual([]);
      expect(complaints).toEqual([]);
      // The policy is in force: what it forbids is reported.
      await page.evaluate(() => document.body.setAttribute("style", "color: red"));
      await page.waitForFunction(() => window.violations.length === 1);
      await context.close();
    });

    it.each([
      ["dark", "light"],
      ["light", "dark"],
    ])(
      "shows the theme %s that was chosen from the first picture on, where the system's is %s",
      async (theme, colorScheme) => {
        const { page, context, open, hydrated } = await openPage(browser, { url, colorScheme });
        await context.addCookies([{ name: "theme", value: theme, url }]);
        await open();
        await hydrated();
        await page.waitForSelector("#late");
        const colors = await page.evaluate(() => [...window.colors]);
        await context.clearCookies();
        await page.reload();
        await hydrated();
        const others = await page.evaluate(() => [...window.colors]);
        expect([colors.length, others.length]).toEqual([1, 1]);
        expect(colors).not.toEqual(others);
        await context.close();
      },
    );

    it("hydrates without a warning in development, under StrictMode", async () => {
      const development = await app.serve(develop);
      const { page, context, open, hydrated, complaints } = await openPage(browser, { url: development });
      await open();
      await hydrated();
      await page.waitForSelector("#late");
      complaints.length = 0;
      // The first load may be one of a server that was still warming up.
      await page.reload();
      await hydrated();
      await page.waitForSelector("#late");
      await page.waitForTimeout(500);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
}

async function expectText(locator) {
  await locator.first().waitFor({ state: "visible", timeout: 10_000 });
}
