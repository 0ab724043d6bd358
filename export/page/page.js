// The page is a readable chronology without this script; with it come filters, a strip of time and a network.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const events = data.events, actors = data.actors;
  const DAY = 86400000;
  const quad = data.quads;  // type -> 1..4
  const nodes = new Map();  // event index -> its elements
  for (const element of document.querySelectorAll("[data-i]")) {
    const i = +element.dataset.i;
    if (!nodes.has(i)) nodes.set(i, []);
    nodes.get(i).push(element);
  }
  for (const e of events) e.words = (e.title + " " + e.quote).toLowerCase();

  // What is shown: one place for all parts of the page.
  const state = {words: "", actor: -1, from: null, to: null, types: new Set(), statuses: new Set()};
  let shown = [];

  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const dayOf = (text) => {
    const time = Date.parse(text + "T00:00:00Z");
    return Number.isNaN(time) ? null : Math.floor(time / DAY);
  };
  // An era ("since 1945") is no place on a strip of time.
  const bounded = events.filter((e) => e.first !== null && e.last !== null);
  const brief = bounded.filter((e) => e.last - e.first <= 366);
  const dated = brief.length ? brief : bounded;
  const least = dated.reduce((a, e) => Math.min(a, e.first), Infinity);
  const most = dated.reduce((a, e) => Math.max(a, e.last), -Infinity);

  const inTime = (e) => {
    if (state.from === null && state.to === null) return true;
    if (e.first === null && e.last === null) return false;
    return (state.to === null || e.first === null || e.first <= state.to) &&
        (state.from === null || e.last === null || e.last >= state.from);
  };
  const passes = (e) => !state.types.has(e.type) && !state.statuses.has(e.status) &&
      (state.actor < 0 || e.actors.includes(state.actor)) && (!state.words || e.words.includes(state.words));

  // Filters ---------------------------------------------------------------------------------------------------
  const counted = (key) => {
    const counts = new Map();
    for (const e of events) counts.set(e[key], (counts.get(e[key]) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const chips = (box, key, off) => {
    for (const [word, count] of counted(key)) {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "chip";
      chip.textContent = word.toLowerCase() + " " + count;
      chip.setAttribute("aria-pressed", "true");
      chip.dataset.word = word;
      chip.addEventListener("click", (click) => {
        if (click.shiftKey || click.altKey) {  // only this one
          for (const [other] of counted(key)) other === word ? off.delete(other) : off.add(other);
        } else {
          off.has(word) ? off.delete(word) : off.add(word);
        }
        update();
      });
      box.append(chip);
    }
  };
  chips($("types"), "type", state.types);
  chips($("statuses"), "status", state.statuses);
  for (const a of data.order) {
    const option = document.createElement("option");
    option.value = actors[a].name;
    $("names").append(option);
  }
  const actorNamed = (text) => {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return -1;
    const at = actors.findIndex((a) => a.name.toLowerCase() === wanted);
    return at >= 0 ? at : actors.findIndex((a) => a.aliases.some((alias) => alias.toLowerCase() === wanted));
  };
  const later = (run) => {  // not at every key
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(run, 120); };
  };
  $("words").addEventListener("input", later(() => { state.words = $("words").value.trim().toLowerCase(); update(); }));
  $("actor").addEventListener("input", later(() => { state.actor = actorNamed($("actor").value); update(); }));
  $("from").addEventListener("change", () => { state.from = dayOf($("from").value); update(); });
  $("to").addEventListener("change", () => { state.to = dayOf($("to").value); update(); });
  $("reset").addEventListener("click", () => {
    Object.assign(state, {words: "", actor: -1, from: null, to: null});
    state.types.clear();
    state.statuses.clear();
    for (const id of ["words", "actor"]) $(id).value = "";
    update();
  });
  const chooseActor = (a) => {
    state.actor = state.actor === a ? -1 : a;
    $("actor").value = state.actor < 0 ? "" : actors[a].name;
    update();
  };

  const hideEmpty = () => {  // headings and sections without a visible event
    for (const part of document.querySelectorAll("[data-part]")) {
      part.hidden = !part.querySelector("[data-i]:not([hidden])");
    }
  };
  // each passage with the events that it is quoted for
  const passages = [...document.querySelectorAll(".passages li")].map((item) =>
    [item, [...item.querySelectorAll("a.back")].map((a) => document.getElementById(a.hash.slice(1)))]);
  const hidePassages = () => {
    for (const [item, told] of passages) {
      const gone = told.length > 0 && told.every((event) => event && event.hidden);
      if (item.hidden !== gone) item.hidden = gone;
    }
  };
  const update = () => {
    shown = [];
    events.forEach((e, i) => {
      const visible = passes(e) && inTime(e);
      if (visible) shown.push(i);
      for (const element of nodes.get(i) || []) if (element.hidden === visible) element.hidden = !visible;
    });
    hideEmpty();
    hidePassages();
    $("from").value = state.from === null ? "" : iso(state.from);
    $("to").value = state.to === null ? "" : iso(state.to);
    for (const chip of document.querySelectorAll("#types .chip")) {
      chip.setAttribute("aria-pressed", String(!state.types.has(chip.dataset.word)));
    }
    for (const chip of document.querySelectorAll("#statuses .chip")) {
      chip.setAttribute("aria-pressed", String(!state.statuses.has(chip.dataset.word)));
    }
    $("count").textContent = shown.length + " of " + events.length + " events";
    strip.draw();
    network.set(shown);
  };

  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    return {bg: get("--bg"), fg: get("--fg"), soft: get("--soft"), line: get("--line"), panel: get("--panel"),
      accent: get("--accent"), actor: get("--actor"), q: [get("--soft"), get("--q1"), get("--q2"), get("--q3"), get("--q4")]};
  };
  const sized = (canvas) => {  // sharp on every screen
    const ratio = window.devicePixelRatio || 1;
    const w = canvas.clientWidth, h = canvas.clientHeight;
    if (canvas.width !== Math.round(w * ratio) || canvas.height !== Math.round(h * ratio)) {
      canvas.width = Math.round(w * ratio);
      canvas.height = Math.round(h * ratio);
    }
    const g = canvas.getContext("2d");
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, w, h);
    return [g, w, h];
  };
  const goTo = (i) => {
    const element = (nodes.get(i) || [])[0];
    if (!element) return;
    for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
    element.classList.add("chosen");
    element.scrollIntoView({block: "center"});
    const link = element.querySelector("a");
    if (link) link.focus({preventScroll: true});
  };

  // The strip of time: how many events, when, of which kind; drag over it to choose a time ---------------------
  const strip = (() => {
    const canvas = $("strip"), left = 12, right = 12, foot = 20;
    let drag = null;
    const span = () => Math.max(1, most - least + 1);
    const x = (day, w) => left + (day - least) / span() * (w - left - right);
    const dayAt = (px, w) => Math.round(least + (px - left) / (w - left - right) * span());
    const ticks = (w) => {
      const years = span() / 365.25, room = Math.max(2, Math.floor((w - left - right) / 80));
      const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((m) => years * 12 / m <= room) || 2400;
      const start = new Date(least * DAY), out = [];
      let y = start.getUTCFullYear(), m = 0;
      if (months > 12) y -= y % (months / 12);
      for (;;) {
        const day = Date.UTC(y, m, 1) / DAY;
        if (day > most) break;
        if (day >= least) {
          const label = months >= 12 ? String(y) : new Date(day * DAY).toLocaleString("en", {month: "short", timeZone: "UTC"}) +
              (m === 0 ? " " + y : "");
          out.push([day, label]);
        }
        m += months;
        y += Math.floor(m / 12);
        m %= 12;
      }
      return out;
    };
    const draw = () => {
      const [g, w, h] = sized(canvas);
      if (!dated.length || w < 40) return;
      const c = colours(), bins = Math.max(1, Math.min(span(), Math.floor((w - left - right) / 5)));
      const stacks = Array.from({length: bins}, () => [0, 0, 0, 0, 0]);
      for (const e of dated) {
        if (!passes(e)) continue;
        const middle = (e.first + e.last) / 2;  // a vague date stands in the middle of its days
        stacks[Math.max(0, Math.min(bins - 1, Math.floor((middle - least) / span() * bins)))][quad[e.type] || 0]++;
      }
      const top = Math.max(1, ...stacks.map((s) => s.reduce((a, b) => a + b)));
      const bar = (w - left - right) / bins, tall = h - foot - 8;
      if (state.from !== null || state.to !== null) {
        const a = Math.max(left, x(state.from === null ? least : state.from, w));
        const b = Math.min(w - right, x((state.to === null ? most : state.to) + 1, w));
        g.fillStyle = c.accent;
        g.globalAlpha = .18;
        g.fillRect(a, 0, Math.max(2, b - a), h - foot);
        g.globalAlpha = 1;
      }
      stacks.forEach((stack, i) => {
        let y = h - foot;
        for (const q of [1, 2, 3, 4, 0]) {
          if (!stack[q]) continue;
          const height = Math.max(2, stack[q] / top * tall);
          g.fillStyle = c.q[q];
          g.fillRect(left + i * bar, y - height, Math.max(1, bar - 1), height);
          y -= height;
        }
      });
      g.strokeStyle = c.line;
      g.beginPath();
      g.moveTo(left, h - foot + .5);
      g.lineTo(w - right, h - foot + .5);
      g.stroke();
      g.fillStyle = c.soft;
      g.font = "11px system-ui, sans-serif";
      for (const [day, label] of ticks(w)) {
        const at = x(day, w);
        g.fillRect(at, h - foot, 1, 4);
        if (at < w - 40) g.fillText(label, at + 2, h - 6);
      }
    };
    const at = (pointer) => dayAt(pointer.clientX - canvas.getBoundingClientRect().left, canvas.clientWidth);
    const clamp = (day) => Math.min(most, Math.max(least, day));
    const choose = (a, b) => {
      state.from = clamp(Math.min(a, b));
      state.to = clamp(Math.max(a, b));
      update();
    };
    canvas.addEventListener("pointerdown", (p) => { drag = {day: at(p), x: p.clientX}; canvas.setPointerCapture(p.pointerId); });
    canvas.addEventListener("pointermove", (p) => { if (drag && Math.abs(p.clientX - drag.x) > 3) choose(drag.day, at(p)); });
    canvas.addEventListener("pointerup", (p) => {
      if (drag && Math.abs(p.clientX - drag.x) <= 3) { state.from = state.to = null; update(); }
      drag = null;
    });
    canvas.addEventListener("keydown", (key) => {
      const step = Math.max(1, Math.round(span() / 40)), wide = Math.max(1, Math.round(span() / 8));
      let a = state.from === null ? least : state.from, b = state.to === null ? most : state.to;
      if (state.from === null && state.to === null && key.key.startsWith("Arrow")) b = least + wide;
      if (key.key === "ArrowRight") key.shiftKey ? (b += step) : (a += step, b += step);
      else if (key.key === "ArrowLeft") key.shiftKey ? (b = Math.max(a, b - step)) : (a -= step, b -= step);
      else if (key.key === "Escape") { state.from = state.to = null; update(); return; }
      else return;
      key.preventDefault();
      choose(a, b);
    });
    return {draw};
  })();

  // The network: who did something with whom, in what is shown --------------------------------------------------
  const network = (() => {
    const canvas = $("net"), most_nodes = 70;
    const places = new Map();  // actor -> where it stands; kept from one window to the next
    let people = [], ties = [], left_out = 0, picked = null, hover = null, held = null, moved = false, heat = 0, frame = 0;
    let view = {x: 0, y: 0, k: 1}, fitted = true;  // until somebody moves or zooms
    const fit = (w, h) => {
      if (!people.length) return;
      let a = Infinity, b = -Infinity, c = Infinity, d = -Infinity;
      for (const p of people) { a = Math.min(a, p.x); b = Math.max(b, p.x); c = Math.min(c, p.y); d = Math.max(d, p.y); }
      view = {x: -(a + b) / 2, y: -(c + d) / 2, k: Math.max(.15, Math.min(1.6, (w - 110) / (b - a + 1), (h - 70) / (d - c + 1)))};
    };
    const seed = (a) => {  // the same start every time
      const angle = a * 2.399963, far = 18 * Math.sqrt(a + 1);
      return {x: Math.cos(angle) * far, y: Math.sin(angle) * far, vx: 0, vy: 0};
    };
    const set = (list) => {
      const degree = new Map(), all = new Map();
      for (const i of list) {
        for (const a of events[i].actors) degree.set(a, (degree.get(a) || 0) + 1);
        for (const [a, b] of events[i].pairs) {
          const key = a < b ? a * actors.length + b : b * actors.length + a;
          if (!all.has(key)) all.set(key, {a: Math.min(a, b), b: Math.max(a, b), events: []});
          all.get(key).events.push(i);
        }
      }
      const tied = new Set();
      for (const tie of all.values()) tied.add(tie.a).add(tie.b);
      const order = [...degree].filter(([a]) => tied.has(a)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const busiest = new Set(order.slice(0, most_nodes).map(([a]) => a));
      const pairs = [...all.values()].filter((tie) => busiest.has(tie.a) && busiest.has(tie.b));
      const keep = new Set(pairs.flatMap((tie) => [tie.a, tie.b]));  // no one stands alone
      left_out = degree.size - keep.size;
      people = [...busiest].filter((a) => keep.has(a)).map((a) => {
        if (!places.has(a)) places.set(a, seed(a));
        return Object.assign(places.get(a), {a, n: degree.get(a), r: 4 + 11 * Math.sqrt(degree.get(a) / order[0][1])});
      });
      ties = pairs.map((tie) => {
        const quads = [0, 0, 0, 0, 0];
        let sure = false;
        for (const i of tie.events) { quads[quad[events[i].type] || 0]++; sure = sure || events[i].status === "happened"; }
        return Object.assign(tie, {from: places.get(tie.a), to: places.get(tie.b), q: quads.indexOf(Math.max(...quads)), sure});
      });
      for (const p of people) p.ties = 0;
      for (const t of ties) { t.from.ties++; t.to.ties++; }
      picked = null;
      hover = null;
      fitted = true;
      tip(null);
      tell(null);
      $("nettext").textContent = people.length + " actors, " + ties.length + " ties" +
          (left_out ? "; " + left_out + " with fewer events or no tie are left out" : "") +
          ". Drag to move, click an actor to filter, a tie for its events; wheel zooms after a click or with Ctrl. Keys: arrows choose, Enter filters, + and - zoom, 0 fits. Dashed: not told as having happened.";
      heat = 1;
      run();
    };
    const tick = () => {
      const n = people.length;
      for (let i = 0; i < n; i++) {
        const p = people[i];
        p.vx -= p.x * .008 * heat;
        p.vy -= p.y * .008 * heat;
        for (let j = i + 1; j < n; j++) {
          const o = people[j];
          let dx = p.x - o.x, dy = p.y - o.y;
          const d2 = dx * dx + dy * dy + 40;
          if (d2 > 160000) continue;
          const push = 2600 * heat / d2;
          dx *= push / Math.sqrt(d2) * 6; dy *= push / Math.sqrt(d2) * 6;
          p.vx += dx; p.vy += dy; o.vx -= dx; o.vy -= dy;
        }
      }
      for (const t of ties) {
        const dx = t.to.x - t.from.x, dy = t.to.y - t.from.y, d = Math.hypot(dx, dy) || 1;
        const pull = (d - 110) / d * .04 * heat * Math.min(3, 1 + Math.log(t.events.length)) / Math.sqrt(Math.min(t.from.ties, t.to.ties));
        t.from.vx += dx * pull; t.from.vy += dy * pull;
        t.to.vx -= dx * pull; t.to.vy -= dy * pull;
      }
      for (const p of people) {
        if (p === held) { p.vx = p.vy = 0; continue; }
        const speed = Math.hypot(p.vx, p.vy), cut = speed > 14 ? 14 / speed : 1;
        p.x += p.vx * cut; p.y += p.vy * cut;
        p.vx *= .6; p.vy *= .6;
      }
      heat *= .985;
    };
    const run = () => {
      if (frame) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const step = () => {
        frame = 0;
        const until = performance.now() + (still ? 400 : 8);  // leaves the page free to scroll
        do tick(); while (heat > .02 && performance.now() < until);
        draw();
        if (heat > .02) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    };
    const radius = (p) => p.r * Math.max(.55, Math.min(1.8, Math.sqrt(view.k)));
    const screen = (p, w, h) => [w / 2 + (p.x + view.x) * view.k, h / 2 + (p.y + view.y) * view.k];
    const draw = () => {
      const [g, w, h] = sized(canvas), c = colours();
      if (fitted) fit(w, h);
      for (const t of ties) {
        const [x1, y1] = screen(t.from, w, h), [x2, y2] = screen(t.to, w, h);
        const lit = t === hover || t === picked || (hover && (hover === t.from || hover === t.to));
        g.strokeStyle = c.q[t.q];
        g.globalAlpha = lit ? 1 : .55;
        g.lineWidth = Math.min(8, 1 + Math.log2(t.events.length)) + (lit ? 1.5 : 0);
        g.setLineDash(t.sure ? [] : [5, 4]);  // nothing between them is told as having happened
        g.beginPath();
        g.moveTo(x1, y1);
        g.lineTo(x2, y2);
        g.stroke();
      }
      g.setLineDash([]);
      g.globalAlpha = 1;
      g.font = "12px system-ui, sans-serif";
      const taken = people.map((p) => {  // no name covers an actor
        const [x, y] = screen(p, w, h), r = radius(p) - 1;
        return [x - r, y - r, x + r, y + r];
      });
      for (const p of people) {
        const [x, y] = screen(p, w, h), r = radius(p), kind = actors[p.a].kind;
        g.fillStyle = c.actor;
        g.strokeStyle = p === picked || p === hover ? c.accent : c.panel;
        g.lineWidth = p === picked || p === hover ? 4 : 1.5;
        g.beginPath();  // shape tells the kind: round people, square organisations, diamond countries, triangle groups
        if (kind === "person" || kind === "role_group") g.arc(x, y, r, 0, 7);
        else if (kind === "country" || kind === "place") { g.moveTo(x, y - r * 1.2); g.lineTo(x + r * 1.2, y); g.lineTo(x, y + r * 1.2); g.lineTo(x - r * 1.2, y); g.closePath(); }
        else if (kind === "armed_group") { g.moveTo(x, y - r * 1.2); g.lineTo(x + r * 1.1, y + r * .8); g.lineTo(x - r * 1.1, y + r * .8); g.closePath(); }
        else g.rect(x - r * .9, y - r * .9, r * 1.8, r * 1.8);
        g.fill();
        g.stroke();
      }
      const free = (box) => box[0] >= 2 && box[2] <= w - 2 && box[1] >= 2 && box[3] <= h - 2 &&
          !taken.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
      const lit = (p) => p === hover || p === picked;
      for (const p of [...people].sort((a, b) => lit(b) - lit(a))) {  // names of the busiest, where there is room
        const [x, y] = screen(p, w, h), r = radius(p), full = actors[p.a].name;
        const name = full.length > 30 && !lit(p) ? full.slice(0, 28).trimEnd() + "…" : full;
        const wide = g.measureText(name).width;
        const boxes = [[x - wide / 2, y + r + 2], [x - wide / 2, y - r - 16], [x + r + 3, y - 7], [x - r - 3 - wide, y - 7]]
            .map(([left, top]) => [left, top, left + wide, top + 14]);
        let box = boxes.find(free);
        if (!box && !lit(p)) continue;
        box = box || boxes[0];
        const shift = Math.max(0, 2 - box[0]) - Math.max(0, box[2] - w + 2);
        taken.push(box);
        g.lineWidth = 3;
        g.strokeStyle = c.panel;
        g.strokeText(name, box[0] + shift, box[3] - 3);
        g.fillStyle = c.fg;
        g.fillText(name, box[0] + shift, box[3] - 3);
      }
    };
    const find = (px, py) => {
      const w = canvas.clientWidth, h = canvas.clientHeight;
      for (const p of people) {
        const [x, y] = screen(p, w, h);
        if (Math.hypot(px - x, py - y) <= radius(p) + 4) return p;
      }
      let best = null, near = 7;
      for (const t of ties) {
        const [x1, y1] = screen(t.from, w, h), [x2, y2] = screen(t.to, w, h);
        const l2 = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
        const at = Math.max(0, Math.min(1, ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / l2));
        const d = Math.hypot(px - x1 - at * (x2 - x1), py - y1 - at * (y2 - y1));
        if (d < near) { near = d; best = t; }
      }
      return best;
    };
    const text = (tag, words) => {
      const element = document.createElement(tag);
      element.textContent = words;
      return element;
    };
    const tip = (thing, px, py) => {
      const box = $("tip");
      box.hidden = !thing;
      if (!thing) return;
      box.textContent = "";
      if (thing.events) {
        box.append(text("b", actors[thing.a].name + " – " + actors[thing.b].name));
        for (const i of thing.events.slice(0, 3)) {
          box.append(text("div", events[i].when + ": " + events[i].title));
          if (events[i].quote) box.append(text("q", events[i].quote.slice(0, 160)));
        }
        if (thing.events.length > 3) box.append(text("div", "and " + (thing.events.length - 3) + " more"));
      } else {
        box.append(text("b", actors[thing.a].name));
        box.append(text("div", actors[thing.a].kind.replace("_", " ") + ", " + thing.n + (thing.n === 1 ? " event" : " events")));
        const mine = shown.filter((i) => events[i].actors.includes(thing.a));
        for (const i of mine.slice(0, 3)) box.append(text("div", events[i].when + ": " + events[i].title));
      }
      const w = canvas.clientWidth;
      box.style.left = Math.max(4, Math.min(px + 14, w - box.offsetWidth - 4)) + "px";
      box.style.top = Math.max(4, Math.min(py + 14, canvas.clientHeight - box.offsetHeight - 4)) + "px";
    };
    const tell = (tie) => {  // the events of a tie, as links
      const panel = $("panel");
      panel.textContent = "";
      if (!tie) return;
      panel.append(text("b", actors[tie.a].name + " – " + actors[tie.b].name));
      const list = document.createElement("ul");
      for (const i of tie.events) {
        const item = document.createElement("li"), link = text("a", events[i].when + ": " + events[i].title);
        link.href = "#" + events[i].id;
        link.addEventListener("click", (click) => { click.preventDefault(); goTo(i); });
        item.append(link);
        list.append(item);
      }
      panel.append(list);
    };
    const where = (p) => {
      const box = canvas.getBoundingClientRect();
      return [p.clientX - box.left, p.clientY - box.top];
    };
    let last = null;
    canvas.addEventListener("pointerdown", (p) => {
      const [x, y] = where(p), thing = find(x, y);
      held = thing && !thing.events ? thing : null;
      last = {x: p.clientX, y: p.clientY, thing};
      moved = false;
      canvas.setPointerCapture(p.pointerId);
    });
    canvas.addEventListener("pointermove", (p) => {
      const [x, y] = where(p);
      if (!last) {
        const thing = find(x, y);
        if (thing !== hover) { hover = thing; draw(); }
        canvas.style.cursor = thing ? "pointer" : "grab";
        tip(thing, x, y);
        return;
      }
      const dx = p.clientX - last.x, dy = p.clientY - last.y;
      if (Math.abs(dx) + Math.abs(dy) > 2) moved = true;
      last.x = p.clientX;
      last.y = p.clientY;
      if (held) { held.x += dx / view.k; held.y += dy / view.k; heat = Math.max(heat, .3); run(); }
      else { fitted = false; view.x += dx / view.k; view.y += dy / view.k; draw(); }
    });
    canvas.addEventListener("pointerup", () => {
      const thing = last && last.thing;
      held = null;
      last = null;
      if (moved || !thing) return;
      if (thing.events) { picked = thing; tell(thing); draw(); } else chooseActor(thing.a);
    });
    canvas.addEventListener("pointerleave", () => { hover = null; tip(null); draw(); });
    const zoom = (by) => { fitted = false; view.k = Math.max(.2, Math.min(6, view.k * by)); draw(); };
    canvas.addEventListener("wheel", (w) => {
      if (!w.ctrlKey && document.activeElement !== canvas) return;  // a page that scrolls stays one
      w.preventDefault();
      zoom(Math.exp(-w.deltaY * .0015));
    }, {passive: false});
    canvas.addEventListener("keydown", (key) => {
      if (key.key === "+" || key.key === "=") zoom(1.25);
      else if (key.key === "-") zoom(.8);
      else if (key.key === "0") { fitted = true; draw(); }
      else if (key.key.startsWith("Arrow") && people.length) {
        const forward = key.key === "ArrowRight" || key.key === "ArrowDown";
        const at = people.indexOf(picked);
        picked = people[(at + (forward ? 1 : -1) + people.length) % people.length];
        const [x, y] = screen(picked, canvas.clientWidth, canvas.clientHeight);
        tip(picked, x, y);
        draw();
      } else if (key.key === "Enter" && picked && !picked.events) chooseActor(picked.a);
      else if (key.key === "Escape") { picked = null; tip(null); tell(null); draw(); }
      else return;
      key.preventDefault();
    });
    return {set, draw};
  })();

  for (const id of ["controls", "views", "side"]) $(id).hidden = false;
  $("controls").open = innerWidth > 640;  // on a phone the events come first
  document.body.classList.add("with-views");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { strip.draw(); network.draw(); });
  window.addEventListener("resize", later(() => { strip.draw(); network.draw(); }));
  window.addEventListener("beforeprint", () => { $("reset").blur(); });
  update();
})();
