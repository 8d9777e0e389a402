// Adds up a scorecard, says where that leaves the team, and what to do first.

for (const card of document.querySelectorAll(".pb-scorecard")) {
  const criteria = [...card.querySelectorAll(".pb-criterion")];
  const verdicts = [...card.querySelectorAll(".pb-verdict")];
  const result = card.querySelector(".pb-result");
  const clear = card.querySelector(".pb-clear");
  const [sum, first] = card.querySelectorAll(".pb-sum .pb-blank");
  const key = (each) => `${card.dataset.keep}#${each.querySelector("h3").id}`;
  const chosen = (each) => each.querySelector("input:checked");
  const points = (each) => Number(chosen(each).value);

  function nameCriterion(each) {
    const heading = each.querySelector("h3").cloneNode(true);
    heading.querySelector(".headerlink")?.remove();
    return heading.textContent.trim();
  }

  function show() {
    const done = criteria.filter(chosen);
    const total = done.reduce((sum, each) => sum + points(each), 0);
    const most = criteria.reduce((sum, each) => sum + each.querySelectorAll("input").length - 1, 0);
    const whole = done.length === criteria.length;
    const verdict = verdicts.findLast((each) => Number(each.dataset.from) <= total);
    for (const each of verdicts) each.closest("tr").classList.toggle("pb-here", whole && each === verdict);
    const weakest = whole && done.reduce((low, each) => (points(each) < points(low) ? each : low));
    for (const each of criteria) each.classList.toggle("pb-weakest", each === weakest && total < most);
    // The blanks are for a pen, and are filled in once the card has been.
    sum.textContent = whole ? total : "";
    first.textContent = whole && total < most ? nameCriterion(weakest) : "";
    clear.hidden = done.length === 0;
    result.replaceChildren();
    if (!done.length) return;
    if (!whole) {
      const counts = { points: total, open: criteria.length - done.length, all: criteria.length };
      result.append(_("%(points)s points so far; %(open)s of %(all)s still to choose.", counts));
      return;
    }
    const meaning = verdict.closest("tr").querySelector("strong").textContent;
    result.append(makeElement("strong", {}, _("%(points)s of %(most)s: %(verdict)s.", { points: total, most, verdict: meaning })));
    if (total === most) return;
    result.append(` ${_("First, %(criterion)s:", { criterion: nameCriterion(weakest) })} `, ...weakest.querySelector(".pb-do").cloneNode(true).childNodes);
  }

  for (const each of criteria) {
    const value = kept.get(key(each));
    for (const input of each.querySelectorAll("input")) input.checked = input.value === value;
    each.addEventListener("change", () => {
      kept.set(key(each), chosen(each).value);
      show();
    });
  }
  clear.addEventListener("click", () => {
    for (const each of criteria) {
      kept.set(key(each), null);
      for (const input of each.querySelectorAll("input")) input.checked = false;
    }
    show();
    criteria[0].querySelector("input").focus();
  });
  show();
}
