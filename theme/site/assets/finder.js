// Filters the table of exercises by what a team has.
{
  const form = document.querySelector(".pb-filter");
  if (form) {
    const rows = [...document.querySelectorAll(".pb-row")].map((mark) => {
      const row = mark.closest("tr");
      return { row, has: mark.dataset, materials: foldText(cellsOf(row).materials.textContent) };
    });
    const status = form.querySelector("[role=status]");
    const alike = form.dataset.alike.split(";").map((group) => foldText(group).trim().split(/\s+/));
    let placed = rows;

    // The ways to say a material: without its plural, and the other words for what does the same.
    const listWays = (word) => {
      const isIn = (group) => group.some((each) => word.startsWith(each) && word.length - each.length < 3);
      return [word, word.replace(/(?<=..)s$/, ""), ...alike.filter(isIn).flat()];
    };

    function show() {
      const { minutes, people, words, how, remote } = form.elements;
      const wanted = foldText(words.value).split(/[\s,]+/).filter(Boolean).map(listWays);
      let count = 0;
      for (const { row, has, materials } of rows) {
        const fits =
          (!minutes.value || Number(has.minutes) <= Number(minutes.value)) &&
          (!people.value || (Number(has.fewest) <= Number(people.value) && Number(people.value) <= Number(has.most))) &&
          has.how.includes(how.value) &&
          (!remote.checked || "remote" in has) &&
          wanted.every((ways) => ways.some((way) => materials.includes(way)));
        if (row.hidden === fits) row.hidden = !fits;
        count += fits;
      }
      // What fills the time comes first; without a time, all stand as they came. A slow phone moves rows only if it has to.
      const order = minutes.value ? rows.toSorted((one, other) => other.has.minutes - one.has.minutes) : rows;
      if (order.some((each, place) => each !== placed[place])) order[0].row.parentElement.append(...order.map(({ row }) => row));
      placed = order;
      const counts = { number: count, all: rows.length };
      status.textContent = count ? _("%(number)s of %(all)s exercises", counts) : _("No exercise fits: ask for less, or show all.");
    }

    keepForm(form, show);
  }
}
