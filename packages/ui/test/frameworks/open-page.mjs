/** A page in a browser context of its own, which remembers what a user of it would have to worry about. */
export async function openPage(browser, { url, ...options }) {
  const context = await browser.newContext({
    // Bots are not streamed to.
    userAgent: "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36",
    viewport: { width: 1024, height: 768 },
    ...options,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  // The picture of the Avatar is nowhere: its initials show.
  await context.route("**/{ada.png,favicon.ico}", (route) => route.fulfill({ status: 204 }));
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, sample }) =>
      window.violations.push(`${effectiveDirective} ${sample}`),
    );
    window.colors = new Set();
    const look = () => {
      const card = document.querySelector(".gw-card");
      if (card) window.colors.add(getComputedStyle(card).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return {
    page,
    context,
    complaints,
    open: (more) => page.goto(url, more),
    hydrated: () => page.waitForSelector("html[data-hydrated]", { state: "attached" }),
  };
}

/** How far apart two boxes are, in px; 0 when they touch. */
export async function distance(one, other) {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  const gap = (start, size) => Math.max(0, a[start] - b[start] - b[size], b[start] - a[start] - a[size]);
  return Math.hypot(gap("x", "width"), gap("y", "height"));
}
