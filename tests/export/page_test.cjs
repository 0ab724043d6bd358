// Opens the HTML page in headless Chromium and uses it as a reader would.
// usage: node page_test.cjs FOLDER [SCREENSHOTS]   exit 77: Chromium or playwright-core is not installed
"use strict";
const fs = require("fs");
const path = require("path");
const {pathToFileURL} = require("url");

let chromium;
try {
  ({chromium} = require("playwright-core"));
} catch {
  console.log("playwright-core is not installed: run .ci/setup test");
  process.exit(77);
}
const browser_path = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .find((file) => file && fs.existsSync(file));
if (!browser_path) {
  console.log("Chromium is not installed");
  process.exit(77);
}

const folder = path.resolve(process.argv[2]);
const pictures = process.argv[3];
const problems = [];
const check = (truth, what) => { if (!truth) problems.push(what); };

const open = async (browser, file, options = {}) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 1000}, ...options});
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) problems.push(file + ": " + message.text()); });
  page.on("pageerror", (error) => problems.push(file + ": " + error));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(file + " asked for " + request.url());
  });
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  return page;
};
const shown = (page) => page.locator("article.event:not([hidden])").count();

const tests = {
  async "every page opens without an error, light and dark"(browser) {
    for (const file of ["empty.events.html", "small.events.html", "hostile.events.html", "large.events.html"]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await open(browser, file, {colorScheme});
        await page.waitForTimeout(300);
        if (pictures) await page.screenshot({path: path.join(pictures, `${file}-${colorScheme}.png`)});
        await page.context().close();
      }
    }
  },
  async "the page is readable without JavaScript"(browser) {
    const page = await open(browser, "small.events.html", {javaScriptEnabled: false});
    check(await shown(page) === 5, "without script: not all events stand there");
    check(!await page.locator("#controls").isVisible(), "without script: controls that do nothing are visible");
    check((await page.textContent("main")).includes("Keller met Demir on Monday in Ankara."), "without script: no quote");
    await page.context().close();
  },
  async "filters leave what they ask for"(browser) {
    const page = await open(browser, "small.events.html");
    check(await page.textContent("#count") === "5 of 5 events", "count at the start");
    await page.click("#statuses .chip[data-word=planned]");
    check(await shown(page) === 4, "status filter");
    await page.click("#types .chip[data-word=ASSAULT]");
    check(await shown(page) === 3, "type filter");
    check(!await page.locator("h2", {hasText: "Undated"}).isVisible(), "a heading without events stays");
    await page.click("#reset");
    check(await shown(page) === 5, "reset");
    await page.fill("#words", "ankara");
    await page.waitForTimeout(300);
    check(await shown(page) === 1, "word filter");
    const passages = page.locator(".passages li");
    const visible = page.locator(".passages li:not([hidden])");
    check(await visible.count() > 0 && await visible.count() < await passages.count(),
          "passages of events that are filtered out stay");
    await page.click("#reset");
    await page.fill("#actor", "Northern Front");
    await page.waitForTimeout(300);
    check(await shown(page) === 3, "actor filter");
    await page.click("#reset");
    await page.fill("#from", "2014-06-01");
    await page.dispatchEvent("#from", "change");
    check(await shown(page) === 1, "date filter");
    await page.context().close();
  },
  async "the strip of time is brushed by hand and by keys"(browser) {
    const page = await open(browser, "large.events.html");
    const all = await shown(page);
    const box = await page.locator("#strip").boundingBox();
    await page.mouse.move(box.x + box.width * .3, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * .5, box.y + 40, {steps: 5});
    await page.mouse.up();
    const some = await shown(page);
    check(some > 0 && some < all / 2, `brush leaves ${some} of ${all}`);
    check((await page.inputValue("#from")).startsWith("2012"), "brush sets the from field");
    await page.focus("#strip");
    await page.keyboard.press("ArrowRight");
    check(await page.inputValue("#from") > "2012", "arrow moves the window");
    await page.keyboard.press("Escape");
    check(await shown(page) === all, "Escape shows all");
    await page.context().close();
  },
  async "events, footnotes and back-links lead where they say"(browser) {
    const page = await open(browser, "small.events.html");
    await page.locator("article.event sup a").first().click();
    const hash = await page.evaluate(() => location.hash);
    check(/^#s\d+b\d+$/.test(hash), "footnote leads to " + hash);
    check(await page.locator(hash).count() === 1, "the passage is there");
    await page.locator(hash + " a.back").first().click();
    const back = await page.evaluate(() => location.hash);
    check(/^#E[0-9a-f]+$/.test(back), "back-link leads to " + back);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id));
    check(new Set(ids).size === ids.length, "an id stands twice");
    const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
        .filter((a) => !document.getElementById(a.getAttribute("href").slice(1))).map((a) => a.href));
    check(dead.length === 0, "dead links: " + dead);
    await page.context().close();
  },
  async "the network filters by actor, by mouse and by keys"(browser) {
    const page = await open(browser, "small.events.html");
    await page.waitForTimeout(1500);
    await page.focus("#net");
    await page.keyboard.press("ArrowRight");
    check(await page.locator("#tip").isVisible(), "no words about the chosen actor");
    await page.keyboard.press("Enter");
    check(await page.inputValue("#actor") !== "", "Enter does not filter");
    check(await shown(page) < 5, "the network filters nothing");
    await page.context().close();
  },
  async "the network tells events and sentences under the mouse, and can be moved and zoomed"(browser) {
    const page = await open(browser, "small.events.html");
    await page.waitForTimeout(1500);
    const box = await page.locator("#net").boundingBox();
    let told = "";
    for (let y = 10; y < box.height && !told.includes("Keller met Demir"); y += 9) {
      for (let x = 10; x < box.width && !told.includes("Keller met Demir"); x += 9) {
        await page.mouse.move(box.x + x, box.y + y);
        told = await page.locator("#tip").textContent();
      }
    }
    check(told.includes("12 May 2014"), "hovering a tie tells no date: " + told);
    check(told.includes("Keller met Demir on Monday in Ankara."), "hovering a tie tells no sentence: " + told);
    const picture = () => page.evaluate(() => document.getElementById("net").toDataURL());
    const before = await picture();
    await page.focus("#net");
    await page.keyboard.press("+");
    const near = await picture();
    check(near !== before, "+ does not zoom");
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 60, {steps: 4});
    await page.mouse.up();
    check(await picture() !== near, "dragging does not move the network");
    await page.context().close();
  },
  async "a narrow screen has the events first and nothing beside it"(browser) {
    const page = await open(browser, "large.events.html", {viewport: {width: 390, height: 844}});
    check(!await page.locator("#words").isVisible(), "the filters are open on a phone");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= 390, `the page is ${wide} wide`);
    await page.click("#controls summary");
    check(await page.locator("#words").isVisible(), "the filters do not open");
    await page.context().close();
  },
  async "print has the events and no controls"(browser) {
    const page = await open(browser, "small.events.html");
    await page.emulateMedia({media: "print"});
    for (const id of ["#controls", "#views", "#side", "#count"])
      check(!await page.locator(id).isVisible(), id + " is printed");
    check(await page.locator("article.event").first().isVisible(), "the events are not printed");
    await page.context().close();
  },
  async "the script is small"(browser) {
    const page = await open(browser, "small.events.html");
    const size = await page.evaluate(() => [...document.scripts].filter((s) => s.type !== "application/json")
        .reduce((sum, s) => sum + s.textContent.length, 0));
    console.log(`the script has ${size} bytes`);
    check(size > 0 && size <= 60 * 1024, `the script has ${size} bytes`);
    await page.context().close();
  },
  async "hostile texts stay texts"(browser) {
    const page = await open(browser, "hostile.events.html");
    check(await page.locator("main b", {hasText: "accusation"}).count() === 0, "markup of a source became markup");
    check((await page.textContent("main")).includes("An <b>accusation</b> & more."), "the text is not whole");
    await page.context().close();
  },
  async "two thousand events filter without stutter"(browser) {
    const page = await open(browser, "large.events.html");
    await page.waitForTimeout(500);
    const took = await page.evaluate(() => {
      const chip = document.querySelector("#types .chip");
      const start = performance.now();
      chip.click();
      document.body.offsetHeight;
      chip.click();
      document.body.offsetHeight;
      return (performance.now() - start) / 2;
    });
    console.log(`filtering 2000 events takes ${took.toFixed(0)} ms`);
    check(took < 400, `filtering takes ${took} ms`);
    await page.context().close();
  },
};

(async () => {
  const browser = await chromium.launch({executablePath: browser_path, args: ["--no-sandbox"]});
  for (const [name, test] of Object.entries(tests)) {
    const before = problems.length;
    try {
      await test(browser);
    } catch (error) {
      problems.push(name + ": " + error);
    }
    console.log((problems.length === before ? "ok      " : "FAILED  ") + name);
  }
  await browser.close();
  for (const problem of problems) console.log("  " + problem);
  process.exit(problems.length ? 1 : 0);
})();
