// Says what a club reads now, what comes after, and when it meets next in the reader's own time zone.
{
  const language = navigator.languages.find((each) => each.split("-")[0] === spoken.code) ?? spoken.code;
  const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
  const hour = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  const zone = new Intl.DateTimeFormat(language, { hour: "numeric", timeZoneName: "short" });
  const write = (moment, form = day) => form.format(moment).replace(/(\d\.) /, "$1\u00a0"); // 16. Dezember stays on one line
  const start = (day) => new Date(`${day}T12:00`);
  const zoneAt = (moment) => zone.formatToParts(moment).find((part) => part.type === "timeZoneName")?.value ?? "";

  function describe(time) {
    const [from, until] = [new Date(time.dateTime), new Date(time.dataset.until)];
    return `${write(from)}, ${hour.format(from)}–${hour.format(until)} ${zoneAt(from)}`;
  }

  // Whether this week is one of those off that follow a turn.
  function isOff(turn) {
    const week = 7 * 24 * 60 * 60 * 1000;
    const ago = (off) => new Date(today) - new Date(off.dateTime);
    return [...turn.closest("tr").querySelectorAll(".pb-off")].some((off) => ago(off) >= 0 && ago(off) < week);
  }

  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

  // All days of a page are written in one way.
  for (const time of document.querySelectorAll("time[data-day]")) {
    time.textContent = time.textContent.replace(time.dataset.day, write(start(time.dateTime), date));
  }

  for (const time of document.querySelectorAll(".pb-meeting")) {
    const there = time.textContent;
    time.textContent = describe(time);
    if (time.dataset.zone === Intl.DateTimeFormat().resolvedOptions().timeZone) continue;
    time.append(makeElement("span", { class: "pb-aside" }, there));
  }

  for (const panel of document.querySelectorAll(".pb-now")) {
    const home = panel.parentElement;
    const turns = [...home.querySelectorAll(".pb-turn")];
    const current = turns.findIndex((turn) => turn.dataset.from <= today && today <= turn.dataset.until);
    const coming = turns.findIndex((turn) => turn.dataset.from > today);
    const fill = (line, ...nodes) => {
      const place = panel.querySelector(`.${line}`);
      place.hidden = nodes.length === 0;
      place.lastElementChild.replaceChildren(...nodes);
    };
    const link = (turn) => [
      ...turn.closest("tr").querySelectorAll("a")].slice(0, 1).map((each) => each.cloneNode(true));
    const named = (turn) => [`${turn.nextElementSibling.textContent}: `, ...link(turn)];
    if (current >= 0 && isOff(turns[current])) fill("pb-this", _("Nothing: this week is off."));
    else if (current >= 0) fill("pb-this", ...named(turns[current]));
    else if (coming >= 0) fill("pb-this", _("Nothing yet; the club begins on %(day)s.", { day: write(start(turns[coming].dataset.from)) }));
    else fill("pb-this", _("The club has read the whole book. Start with any guide, whenever you like."));
    fill("pb-next", ...(coming >= 0 ? named(turns[coming]) : []));
    const ahead = [...home.querySelectorAll(".pb-meeting")].filter((time) => new Date(time.dataset.until) > now);
    const next = ahead.sort((one, other) => new Date(one.dateTime) - new Date(other.dateTime))[0];
    const title = next?.closest("tr").querySelector("strong").textContent;
    fill("pb-live", ...(next ? [`${title}: ${next.firstChild.textContent}`] : []));
    if (current >= 0) turns[current].closest("tr").classList.add("pb-here");
    panel.hidden = false;
  }

  // The schedule is folded away on a screen, and whole on paper.
  for (const whole of document.querySelectorAll(".pb-whole")) {
    whole.open = false;
    let before = false;
    addEventListener("beforeprint", () => {
      before = whole.open;
      whole.open = true;
    });
    addEventListener("afterprint", () => {
      whole.open = before;
    });
  }
}
