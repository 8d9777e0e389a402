// Says what a club reads now, what comes after, when it meets next in the reader's own time zone, and how to join now.
{
  const language = navigator.languages.find((each) => each.split("-")[0] === spoken.code) ?? spoken.code;
  const form = (options) => new Intl.DateTimeFormat(language, options);
  // Days read as the page writes them, 18 March 2026; hours as the reader's own language has them.
  const formDay = (options) => new Intl.DateTimeFormat(spoken.code === "en" ? "en-GB" : language, options);
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const date = formDay({ day: "numeric", month: "long", year: "numeric" });
  const zone = form({ hour: "numeric", timeZoneName: "short" });
  // 16. Dezember stays on one line; Wednesday 16 December has no comma, as on the rest of the page.
  const write = (moment, as = formDay(day)) => as.format(moment).replace(/(\d\.) /, "$1\u00a0").replace(/^(\w+day),/, "$1");
  const start = (day) => new Date(`${day}T12:00`);
  const zoneAt = (moment) => zone.formatToParts(moment).find((part) => part.type === "timeZoneName")?.value ?? "";

  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const isOver = (time) => new Date(time.dataset.until) <= now;

  // When a meeting is, in the reader's zone or in the club's.
  function describe(time, timeZone, name) {
    const [from, until] = [new Date(time.dateTime), new Date(time.dataset.until)];
    const hour = form({ hour: "numeric", minute: "2-digit", timeZone });
    return `${write(from, formDay({ ...day, timeZone }))}, ${hour.format(from)}–${hour.format(until)} ${name ?? zoneAt(from)}`;
  }

  // Whether this week is one of those off that follow a turn.
  function isOff(turn) {
    const week = 7 * 24 * 60 * 60 * 1000;
    const ago = (off) => new Date(today) - new Date(off.dateTime);
    return [...turn.closest("tr").querySelectorAll(".pb-off")].some((off) => ago(off) >= 0 && ago(off) < week);
  }

  const listCopies = (links) => [...links].map((each) => each.cloneNode(true));
  const copyLink = (row) => listCopies(row.querySelectorAll("a")).slice(0, 1);

  // Fills what stands in the last element of a line, or hides the line when there is nothing to say.
  function fill(panel, line, nodes) {
    const place = panel.querySelector(`.${line}`);
    place.hidden = nodes.length === 0;
    place.lastElementChild.replaceChildren(...nodes);
  }

  // The session that is next, each of its times that is not over, and the button that adds it to a calendar.
  function describeNext(home) {
    const ahead = [...home.querySelectorAll(".pb-meeting")].filter((time) => !isOver(time));
    const [next] = ahead.sort((one, other) => new Date(one.dateTime) - new Date(other.dateTime));
    if (!next) return [];
    const row = next.closest("tr");
    const times = ahead.filter((time) => row.contains(time)).map((time) => time.firstChild.textContent);
    const title = row.querySelector("strong").textContent;
    const { href } = cellsOf(row).calendar.querySelector("a");
    const of = makeElement("span", { class: "pb-unseen" }, `: ${title}`);
    const button = makeElement("a", { class: "pb-button", href }, _("Add to my calendar"), of);
    const lines = times.map((time, place) => makeElement("span", { class: "pb-hour" }, place ? `${_("or")} ${time}` : time));
    return [`${title}: `, ...lines, button];
  }

  // What someone who ticked nothing yet does first: read this, try this, come then.
  function showJoining(home, turn) {
    const row = [...home.querySelectorAll(".pb-joins tbody tr")].find((each) => each.querySelector("time").dateTime === turn.dataset.from);
    const panel = home.querySelector(".pb-joining");
    if (!row || !panel) return;
    const late = cellsOf(row);
    const copyCell = (cell, is) => (is ? [...cell.cloneNode(true).childNodes] : []);
    fill(panel, "pb-read", copyLink(row));
    fill(panel, "pb-try", copyLink(late.try));
    fill(panel, "pb-meet", describeNext(home).slice(-1));
    fill(panel, "pb-catch", copyCell(late.catch, late.catch.querySelector("a")));
    fill(panel, "pb-wait", copyCell(late.wait, /\d/.test(late.wait.textContent)));
    panel.hidden = false;
  }

  // All days of a page are written in one way.
  for (const time of document.querySelectorAll("time[data-day]")) {
    time.textContent = time.textContent.replace(time.dataset.day, write(start(time.dateTime), date));
  }

  for (const time of document.querySelectorAll(".pb-meeting")) {
    const there = describe(time, time.dataset.zone, time.textContent.split(" ").at(-1));
    time.textContent = describe(time);
    if (time.dataset.zone === Intl.DateTimeFormat().resolvedOptions().timeZone) continue;
    time.append(makeElement("span", { class: "pb-aside" }, there));
  }

  // What is over is in no one's calendar any more.
  for (const row of document.querySelectorAll(".pb-sessions tbody tr")) {
    if (![...row.querySelectorAll("time")].every(isOver)) continue;
    cellsOf(row).calendar.replaceChildren(makeElement("span", { class: "pb-aside" }, _("over")));
  }

  for (const panel of document.querySelectorAll(".pb-now")) {
    const home = panel.parentElement;
    const turns = [...home.querySelectorAll(".pb-turn")];
    const current = turns.findIndex((turn) => turn.dataset.from <= today && today <= turn.dataset.until);
    const coming = turns.findIndex((turn) => turn.dataset.from > today);
    const named = (turn) => [`${turn.nextElementSibling.textContent}: `, ...copyLink(turn.closest("tr"))];
    if (current >= 0 && isOff(turns[current])) fill(panel, "pb-this", [_("Nothing: this week is off.")]);
    else if (current >= 0) fill(panel, "pb-this", named(turns[current]));
    else if (coming >= 0) fill(panel, "pb-this", [_("Nothing yet; the club begins on %(day)s.", { day: write(start(turns[coming].dataset.from)) })]);
    else fill(panel, "pb-this", [_("The club has read the whole book. Start with any guide, whenever you like.")]);
    fill(panel, "pb-next", coming >= 0 ? named(turns[coming]) : []);
    fill(panel, "pb-live", describeNext(home));
    panel.hidden = false;
    if (current < 0) continue;
    const row = turns[current].closest("tr");
    row.classList.add("pb-here");
    row.setAttribute("aria-current", "date");
    row.cells[0].append(makeElement("span", { class: "pb-aside" }, _("reading now")));
    const isMember = turns.some((turn) => turn.dataset.keys.split(" ").some((key) => kept.get(key) === "ticked"));
    if (current === 0 || isMember) continue;
    for (const line of home.querySelectorAll(".pb-newcomer")) line.hidden = false;
    showJoining(home, turns[current]);
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
