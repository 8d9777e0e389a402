// Keeps what a reader ticks, in this browser only; where the browser keeps nothing, ticks last as long as the page.
const keeper = (area) => ({
  get(key) {
    try {
      return area().getItem(`playbook ${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) area().removeItem(`playbook ${key}`);
      else area().setItem(`playbook ${key}`, value);
    } catch {
      // a private window, or no room left
    }
  },
});
const kept = keeper(() => localStorage);

{
  const remember = (box, key, where) => {
    box.checked = where.get(key) === "ticked";
    box.addEventListener("change", () => where.set(key, box.checked ? "ticked" : null));
  };

  // An anti-pattern's tick is the same on a play's page and in the catalogue.
  for (const box of document.querySelectorAll("input[type=checkbox][data-keep]")) remember(box, box.dataset.keep, kept);

  // What was prepared counts for one session, and so for as long as this window is open.
  const thisSession = keeper(() => sessionStorage);
  const prepared = document.querySelectorAll(".pb-checklist input[type=checkbox]");
  for (const [number, box] of prepared.entries()) remember(box, `${location.pathname} ${number}`, thisSession);

  // A note is kept as it is typed; a browser that keeps nothing says so before the page is left.
  for (const box of document.querySelectorAll("textarea[data-keep]")) {
    const [status, paper] = [box.parentElement.querySelector("[role=status]"), box.parentElement.querySelector(".pb-on-page")];
    const show = () => (paper.textContent = box.value);
    box.value = kept.get(box.dataset.keep) ?? "";
    box.parentElement.hidden = false;
    show();
    box.addEventListener("input", () => {
      const note = box.value || null;
      kept.set(box.dataset.keep, note);
      const isKept = kept.get(box.dataset.keep) === note;
      status.textContent = isKept ? _("Kept in this browser only.") : _("This browser keeps no notes: copy yours before you leave.");
      show();
    });
  }
}
