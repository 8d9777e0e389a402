// Filters the table of exercises by what a team has.
{
  const form = document.querySelector(".pb-filter");
  if (form) {
    const rows = [...document.querySelectorAll(".pb-row")].map((mark) => {
      const row = mark.closest("tr");
      return { row, has: mark.dataset, materials: cellsOf(row).materials.textContent.toLowerCase() };
    });
    const status = form.querySelector("[role=status]");

    function show() {
      const { minutes, people, words, how, remote } = form.elements;
      const wanted = words.value.toLowerCase().split(/[\s,]+/).filter(Boolean);
      let count = 0;
      for (const { row, has, materials } of rows) {
        const fits =
          (!minutes.value || Number(has.minutes) <= Number(minutes.value)) &&
          (!people.value || (Number(has.fewest) <= Number(people.value) && Number(people.value) <= Number(has.most))) &&
          has.how.includes(how.value) &&
          (!remote.checked || "remote" in has) &&
          wanted.every((word) => materials.includes(word));
        row.hidden = !fits;
        count += fits;
      }
      // What fills the time comes first; without a time, all stand as they came.
      const order = minutes.value ? rows.toSorted((one, other) => other.has.minutes - one.has.minutes) : rows;
      order[0]?.row.parentElement.append(...order.map(({ row }) => row));
      const counts = { number: count, all: rows.length };
      status.textContent = count ? _("%(number)s of %(all)s exercises", counts) : _("No exercise fits: ask for less, or show all.");
    }

    const fields = namedFields(form);
    const read = () => Object.fromEntries(fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
    const before = parseJson(kept.get(form.dataset.keep)) ?? {};
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = before[field.name] === true;
      else field.value = before[field.name] ?? "";
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
