// Shows a session one step a screen, with a clock that keeps its time over a reload.
{
  const stage = document.querySelector(".pb-screens");
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const SWIPE = 60;
  const WORDS = {
    start: _("Start"),
    stop: _("Pause"),
    over: _("Time is up"),
    last: _("One minute left"),
    going: _("The clock is running."),
    still: _("The clock is stopped."),
    until: (time) => _("until %(time)s", { time }),
    step: (number, of) => _("Step %(number)s of %(of)s", { number, of }),
    planned: (number, of, time) => _("Step %(number)s of %(of)s, planned for %(time)s", { number, of, time }),
    onto: (title, minutes) => _("Next: %(title)s, %(minutes)s min", { title, minutes }),
    end: _("This is the last step."),
    whole: (steps, minutes) => ngettext("%(number)s step, %(minutes)s minutes", "%(number)s steps, %(minutes)s minutes", steps, { minutes }),
  };
  if (stage) {
    const find = (name) => stage.querySelector(name);
    const [opening, pause, bar, dark, keys] = [".pb-opening", ".pb-pause", ".pb-console", ".pb-dark", ".pb-shortcuts"].map(find);
    const [place, onto, left, until] = [".pb-place", ".pb-onto", ".pb-left", ".pb-until"].map(find);
    const [status, letters] = ["[role=status]", ".pb-letters"].map(find);
    const button = Object.fromEntries([...bar.querySelectorAll("[data-do]")].map((each) => [each.dataset.do, each]));
    const units = [...stage.querySelectorAll("[data-slot]")].map((section) => {
      const { slot: name, least, most } = section.dataset;
      return { section, name, least: Number(least), most: Number(most), isExtra: "extra" in section.dataset };
    });
    const parts = units.filter((each, number) => each.name !== units[number - 1]?.name);
    const leave = opening.querySelector(".pb-leave a").href;
    const memory = keeper(() => sessionStorage);
    const nothing = () => ({ at: "opening", left: {}, runs: null, ends: 0 });
    let plan;
    let screens = [];
    let state = nothing();
    let announced = "";

    function lay() {
      const asked = session.read(location.hash, parts);
      plan = asked ?? { ...session.usual(parts), every: "0" };
      if (!location.hash.includes("=")) plan.every = "0";
      if (!plan.chosen.size) plan.chosen = session.usual(parts).chosen;
      const { pieces } = session.agenda(units.filter((each) => plan.chosen.has(each.name)), plan);
      screens = [{ key: "opening", section: opening, minutes: 0 }];
      for (const [number, { unit, minutes, from, cut }] of pieces.entries()) {
        const key = unit ? `${unit.section.querySelector("h2").id} ${cut}` : `break ${number}`;
        screens.push({ key, section: unit?.section ?? pause, minutes, from });
      }
      state = readState(memory.get(stage.dataset.keep));
    }

    // What this window kept, or a fresh start: a clock outside a day, or text for a number, was not written here.
    function readState(text) {
      const stored = parseJson(text);
      const inDay = (time) => Number.isFinite(time) && Math.abs(time) <= DAY;
      const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
      if (!isMap(stored)) return nothing();
      const { at, left, runs, ends } = { ...nothing(), ...stored };
      const isClock = isMap(left) && Object.values(left).every(inDay);
      const isRunning = typeof runs === "string" && inDay(ends - Date.now());
      if (typeof at !== "string" || !isClock || (runs !== null && !isRunning)) return nothing();
      return { at, left, runs, ends: runs === null ? 0 : ends };
    }

    const here = () => screens.find((each) => each.key === state.at) ?? screens[0];
    const keep = () => memory.set(stage.dataset.keep, JSON.stringify(state));
    const full = (screen) => screen.minutes * MINUTE;
    const remains = (screen) => (state.runs === screen.key ? state.ends - Date.now() : Number(state.left[screen.key] ?? full(screen)));

    function announce(words) {
      if (announced !== words) status.textContent = words;
      announced = words;
    }

    function tick() {
      const screen = here();
      const rest = remains(screen);
      const runs = state.runs === screen.key;
      const seconds = Math.abs(rest > 0 ? Math.ceil(rest / 1000) : Math.floor(rest / 1000));
      const isOver = (runs || full(screen) > 0) && rest <= 0;
      left.textContent = `${rest < 0 && seconds ? "+" : ""}${session.inSixties(seconds)}`;
      until.textContent = isOver ? WORDS.over : rest > 0 ? WORDS.until(session.hours.format(new Date(Date.now() + rest))) : "";
      button.turn.textContent = runs ? WORDS.stop : WORDS.start;
      stage.classList.toggle("pb-over", isOver);
      stage.classList.toggle("pb-runs", runs);
      if (runs && isOver) announce(WORDS.over);
      else if (runs && rest <= MINUTE && full(screen) > MINUTE) announce(WORDS.last);
    }

    // Words shrink a little to fit, and scroll where they would be too small to read from afar. On a small window, which
    // is a phone or a page that is zoomed in, they stay as large as the reader has them.
    function fit() {
      const { section } = here();
      section.removeAttribute("tabindex");
      const least = innerWidth < 600 || innerHeight < 600 ? 100 : 55;
      for (let size = 100; size >= least; size -= 5) {
        stage.style.setProperty("--pb-fit", size / 100);
        if (section.scrollHeight <= section.clientHeight) break;
      }
      // The bar reaches over the stage's frame, which is no reason to scroll.
      if (![section, stage].some((each) => each.scrollHeight > each.clientHeight + each.clientTop + 1)) return;
      section.tabIndex = 0;
      section.setAttribute("aria-labelledby", section.querySelector("h1, h2").id);
    }

    // Its heading without the link to it, which is hidden here.
    function titleOf({ section }) {
      const words = [...section.querySelector("h1, h2").childNodes].filter((each) => !each.matches?.(".headerlink"));
      return words.map((each) => each.textContent).join("").trim();
    }

    function show(isMoved) {
      const screen = here();
      const number = screens.indexOf(screen);
      for (const each of new Set([opening, pause, ...units.map((unit) => unit.section)])) each.hidden = each !== screen.section;
      const whole = screens.reduce((sum, each) => sum + each.minutes, 0);
      const last = screens.length - 1;
      if (!number) place.textContent = WORDS.whole(last, whole);
      else place.textContent = plan.at ? WORDS.planned(number, last, session.clock(plan, screen.from)) : WORDS.step(number, last);
      const after = screens[number + 1];
      onto.textContent = after ? WORDS.onto(titleOf(after), after.minutes) : WORDS.end;
      bar.querySelector(".pb-timer").hidden = button.turn.hidden = button.more.hidden = button.reset.hidden = !number;
      button.back.disabled = !number;
      button.next.disabled = number === screens.length - 1;
      announce("");
      tick();
      fit();
      const heading = screen.section.querySelector("h1, h2");
      heading.tabIndex = -1;
      if (isMoved) heading.focus({ preventScroll: true });
      screen.section.scrollTop = stage.scrollTop = 0;
    }

    function go(number) {
      const to = screens[Math.max(0, Math.min(screens.length - 1, number))];
      if (to.key === state.at) return;
      state.at = to.key;
      keep();
      show(true);
    }

    function stop() {
      const running = screens.find((each) => each.key === state.runs);
      if (running) state.left[running.key] = remains(running);
      state.runs = null;
    }

    const act = {
      back: () => go(screens.indexOf(here()) - 1),
      next: () => go(screens.indexOf(here()) + 1),
      turn() {
        const screen = here();
        const runs = state.runs === screen.key;
        if (screen === screens[0]) return act.next();
        stop();
        if (!runs) {
          state.ends = Date.now() + remains(screen);
          state.runs = screen.key;
        }
        announce(runs ? WORDS.still : WORDS.going);
        keep();
        tick();
      },
      more() {
        const screen = here();
        if (state.runs === screen.key) state.ends = Math.max(state.ends, Date.now()) + MINUTE;
        else state.left[screen.key] = Math.max(remains(screen), 0) + MINUTE;
        keep();
        tick();
      },
      reset() {
        const screen = here();
        if (state.runs === screen.key) state.runs = null;
        delete state.left[screen.key];
        announce(WORDS.still);
        keep();
        tick();
      },
      blank() {
        dark.hidden = !dark.hidden;
        if (dark.hidden) here().section.querySelector("h1, h2").focus();
        else dark.focus();
      },
      full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
      leave: () => location.assign(leave),
      others() {
        button.others.setAttribute("aria-expanded", String(button.others.getAttribute("aria-expanded") !== "true"));
        fit();
      },
      keys() {
        keys.hidden = !keys.hidden;
        button.keys.setAttribute("aria-expanded", String(!keys.hidden));
        fit();
      },
    };

    const KEYS = { ArrowRight: act.next, ArrowDown: act.next, PageDown: act.next, ArrowLeft: act.back, ArrowUp: act.back, PageUp: act.back };
    Object.assign(KEYS, { Home: () => go(0), End: () => go(screens.length - 1), " ": act.turn });
    const LETTERS = { b: act.blank, ".": act.blank, f: act.full };

    // The theme has keys of its own, such as s for search: none of them is of use on this screen.
    function press(event) {
      if (hasModifier(event)) return;
      if (event.key === "Tab" || event.key === "Enter") return;
      event.stopImmediatePropagation();
      if (event.key === "Escape") {
        if (!dark.hidden) act.blank();
        else if (!keys.hidden) act.keys();
        else act.leave();
        return;
      }
      const onControl = event.target.closest?.("button, input, a");
      const scrolls = event.key.startsWith("Arrow") && event.target.tabIndex === 0 && event.target.classList.contains("pb-screen") && /Up|Down/.test(event.key);
      if ((event.key === " " && onControl) || scrolls) return;
      const found = KEYS[event.key] ?? (letters.checked ? LETTERS[event.key.toLowerCase()] : undefined);
      if (!found) return;
      event.preventDefault();
      if (event.repeat && event.key === " ") return;
      if (!dark.hidden) act.blank();
      else found();
    }

    let touch = null;
    stage.addEventListener("touchstart", (event) => (touch = event.touches.length === 1 ? event.touches[0] : null), { passive: true });
    stage.addEventListener("touchend", (event) => {
      const end = event.changedTouches[0];
      const [x, y] = touch ? [end.clientX - touch.clientX, end.clientY - touch.clientY] : [0, 0];
      if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) (x < 0 ? act.next : act.back)();
    });

    for (const [name, each] of Object.entries(button)) each.addEventListener("click", act[name]);
    dark.addEventListener("click", act.blank);
    addEventListener("keydown", press, { capture: true });
    addEventListener("resize", fit);
    addEventListener("hashchange", () => {
      lay();
      show(true);
    });
    const wake = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
    document.addEventListener("visibilitychange", wake);
    letters.checked = kept.get("presenter letters") !== "off";
    letters.addEventListener("change", () => kept.set("presenter letters", letters.checked ? null : "off"));
    button.full.hidden = !document.fullscreenEnabled;
    document.documentElement.classList.add("pb-presenting");
    bar.hidden = false;
    wake();
    lay();
    show(false);
    setInterval(tick, 250);
  }
}
