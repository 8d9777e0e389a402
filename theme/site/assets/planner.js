// Makes the run of show of a session, from what a team chooses, when it starts and how many come.
{
  const form = document.querySelector(".pb-planner");
  if (form) {
    const WORDS = {
      pause: _("Break"),
      minutes: (minutes) => _("%(minutes)s min", { minutes }),
      continued: (title) => _("%(title)s, continued", { title }),
      few: (people, least) => _("A group of %(people)s is too small: it takes %(least)s.", { people, least }),
      many: (people, most) => _("A group of %(people)s is too large: make groups of at most %(most)s.", { people, most }),
      nothing: _("Nothing is chosen: tick what you want to do."),
      whole: (from, to, minutes) => ngettext("%(from)s to %(to)s: %(number)s minute.", "%(from)s to %(to)s: %(number)s minutes.", minutes, { from, to }),
      rested: (from, to, minutes, rest) => ngettext("%(from)s to %(to)s: %(number)s minute, %(rest)s of them for breaks.", "%(from)s to %(to)s: %(number)s minutes, %(rest)s of them for breaks.", minutes, { from, to, rest }),
      over: (minutes) => _("That is %(minutes)s more than you have: leave something out.", { minutes }),
      tight: (minutes) => _("That is %(minutes)s more than you have: leave something out, or choose the tight pace.", { minutes }),
      spare: (minutes) => _("%(minutes)s to spare.", { minutes }),
      silent: (count) => ngettext("%(number)s of these has no time set: leave room for it.", "%(number)s of these have no time set: leave room for them.", count),
      lost: (count) => ngettext("%(number)s item in the link is no longer here.", "%(number)s items in the link are no longer here.", count),
      anew: _("Back to how it was."),
    };
    const numbers = (text) => text.split(" ").map(Number);
    const rows = [...document.querySelectorAll(".pb-slot")].map((mark) => {
      const { slot: name, least, most, fewest, largest } = mark.dataset;
      const row = mark.closest("tr");
      const lows = numbers(least);
      const units = numbers(most).map((high, place) => ({ name, least: lows[place], most: high }));
      const cells = cellsOf(row);
      const title = cells.what.querySelector("strong");
      const box = makeElement("input", { type: "checkbox", class: "pb-choose", "aria-label": title.textContent });
      const warning = makeElement("span", { class: "pb-aside pb-late" });
      cells.what.prepend(box);
      cells.what.append(warning);
      return { name, row, cells, box, warning, title, minutes: cells.minutes.textContent, units, isExtra: "extra" in mark.dataset, fewest: Number(fewest ?? 1), largest: Number(largest ?? 999) };
    });
    const fields = namedFields(form);
    const [sum, actions, show] = [".pb-sum", ".pb-plan-actions", ".pb-show"].map((name) => document.querySelector(name));
    const status = actions.querySelector("[role=status]");
    const link = show.href;
    let plan = session.usual(rows);

    function insertRow(after, words) {
      const row = makeElement("tr", { class: "pb-inserted" });
      for (const [name, cell] of Object.entries(cellsOf(after))) {
        row.append(makeElement("td", { "data-column": cell.dataset.column ?? "" }, words[name]));
      }
      after.after(row);
      return row;
    }

    function suits({ fewest, largest }) {
      const people = Number(plan.people);
      if (!people || (people >= fewest && people <= largest)) return "";
      return people < fewest ? WORDS.few(people, fewest) : WORDS.many(people, largest);
    }

    function describe({ minutes, breaks, pieces }) {
      if (!pieces.length) return WORDS.nothing;
      const [from, to] = [session.clock(plan, 0), session.clock(plan, minutes)];
      const words = [breaks ? WORDS.rested(from, to, minutes, breaks) : WORDS.whole(from, to, minutes)];
      const over = plan.has ? minutes - Number(plan.has) : 0;
      if (over > 0) {
        const tight = session.agenda(pieces.filter((each) => each.unit && !each.cut).map((each) => each.unit), { ...plan, pace: "tight" });
        words.push(tight.minutes <= Number(plan.has) ? WORDS.tight(over) : WORDS.over(over));
      } else if (over < 0) words.push(WORDS.spare(-over));
      const silent = rows.filter((each) => plan.chosen.has(each.name) && each.units.every((unit) => !unit.most)).length;
      if (silent) words.push(WORDS.silent(silent));
      if (plan.lost) words.push(WORDS.lost(plan.lost));
      return words.join(" ");
    }

    function draw() {
      for (const row of document.querySelectorAll(".pb-inserted")) row.remove();
      const agenda = session.agenda(rows.filter((each) => plan.chosen.has(each.name)).flatMap((each) => each.units), plan);
      for (const each of rows) {
        const isIn = plan.chosen.has(each.name);
        each.box.checked = isIn;
        each.row.classList.toggle("pb-out", !isIn);
        each.cells.from.textContent = "";
        each.cells.minutes.textContent = each.minutes;
        each.warning.textContent = isIn ? suits(each) : "";
      }
      let last = null;
      let spent = 0;
      let before = null;
      for (const piece of agenda.pieces) {
        const from = session.clock(plan, piece.from);
        if (piece.isBreak) {
          last = insertRow(last, { from, what: WORDS.pause, minutes: WORDS.minutes(piece.minutes) });
          last.classList.add("pb-rest");
        } else if (before?.unit?.name === piece.unit.name) {
          spent += piece.minutes;
          cellsOf(last).minutes.textContent = WORDS.minutes(spent);
          before = piece;
          continue;
        } else {
          const row = rows.find((each) => each.name === piece.unit.name);
          const isOn = row.cells.from.textContent !== "";
          spent = piece.minutes;
          last = isOn ? insertRow(last, { from, what: WORDS.continued(row.title.textContent), minutes: "" }) : row.row;
          const cells = cellsOf(last);
          cells.from.textContent = from;
          cells.minutes.textContent = spent ? WORDS.minutes(spent) : "";
        }
        before = piece;
      }
      sum.textContent = describe(agenda);
      sum.classList.toggle("pb-late", Boolean(plan.has) && agenda.minutes > Number(plan.has));
      show.href = link + session.write(plan, rows);
    }

    function fill() {
      for (const field of fields) field.value = plan[field.name];
      draw();
    }

    function keep() {
      plan.lost = 0;
      const address = session.write(plan, rows);
      kept.set(form.dataset.keep, address);
      history.replaceState(null, "", address);
      status.textContent = "";
      draw();
    }

    function open() {
      const before = session.read(kept.get(form.dataset.keep), rows);
      const asked = session.read(location.hash, rows);
      plan = asked ?? before ?? session.usual(rows);
      if (asked && !location.hash.includes("=")) plan = { ...(before ?? plan), chosen: asked.chosen, lost: 0 };
      else if (before && !asked && !location.hash) history.replaceState(null, "", session.write(plan, rows));
      fill();
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      for (const field of fields) plan[field.name] = session.sound(field.name, field.value);
      keep();
    });
    for (const each of rows) {
      each.box.addEventListener("change", () => {
        if (each.box.checked) plan.chosen.add(each.name);
        else plan.chosen.delete(each.name);
        keep();
      });
    }
    actions.querySelector(".pb-print").addEventListener("click", () => print());
    actions.querySelector(".pb-clear").addEventListener("click", () => {
      kept.set(form.dataset.keep, null);
      plan = session.usual(rows);
      history.replaceState(null, "", location.href.split("#")[0]);
      fill();
      status.textContent = WORDS.anew;
    });
    actions.querySelector(".pb-copy").addEventListener("click", () => {
      const address = location.href.split("#")[0] + session.write(plan, rows);
      copyText(address, status, () => {
        status.textContent = address;
        getSelection().selectAllChildren(status);
      });
    });
    addEventListener("hashchange", open);
    form.hidden = actions.hidden = false;
    open();
  }
}
