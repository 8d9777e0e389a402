// Filters the table of exercises by what a team has.
{
  const form = document.querySelector(".pb-filter");
  if (form) {
    const rows = [...document.querySelectorAll(".pb-row")].map((mark) => [mark.closest("tr"), mark.dataset]);
    const status = form.querySelector("[role=status]");

    function show() {
      const { minutes, people, words, how, remote } = form.elements;
      const wanted = words.value.toLowerCase().split(/[\s,]+/).filter(Boolean);
      let found = 0;
      for (const [row, has] of rows) {
        const materials = row.cells[4].textContent.toLowerCase();
        const fits =
          (!minutes.value || Number(has.minutes) <= Number(minutes.value)) &&
          (!people.value || (Number(has.fewest) <= Number(people.value) && Number(people.value) <= Number(has.most))) &&
          has.how.includes(how.value) &&
          (!remote.checked || "remote" in has) &&
          wanted.every((word) => materials.includes(word));
        row.hidden = !fits;
        found += fits;
      }
      // What fills the time comes first; without a time, all stand as they came.
      const order = minutes.value ? rows.toSorted(([, one], [, other]) => other.minutes - one.minutes) : rows;
      order[0]?.[0].parentElement.append(...order.map(([row]) => row));
      status.textContent = found ? _("%(number)s of %(all)s exercises", { number: found, all: rows.length }) : _("No exercise fits: ask for less, or show all.");
    }

    const fields = [...form.elements].filter((field) => field.name);
    const read = () => Object.fromEntries(fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
    try {
      const before = JSON.parse(kept.get(form.dataset.keep)) ?? {};
      for (const field of fields) {
        if (field.type === "checkbox") field.checked = before[field.name] === true;
        else field.value = before[field.name] ?? "";
      }
    } catch {
      // not ours
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      kept.set(form.dataset.keep, JSON.stringify(read()));
      show();
    });
    form.addEventListener("reset", () => {
      kept.set(form.dataset.keep, null);
      setTimeout(show);
    });
    form.hidden = false;
    show();
  }
}
