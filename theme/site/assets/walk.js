// Copies and prints the update of a walk, and marks what is new since the last one.
{
  const sheet = document.querySelector(".pb-sheet");
  if (sheet) {
    const update = sheet.querySelector(".pb-update");
    const actions = sheet.querySelector(".pb-actions");
    const status = actions.querySelector("[role=status]");

    sheet.querySelector(".pb-copy").addEventListener("click", () => {
      const lines = [...update.querySelectorAll(".pb-words")].map((each) => each.textContent);
      copyText(lines.join("\n"), status, () => selectText(update, status));
    });
    sheet.querySelector(".pb-print").addEventListener("click", () => printOnly("pb-only-sheet"));
    actions.hidden = false;

    const changes = sheet.querySelector(".pb-changes");
    const last = new Date();
    last.setHours(0, 0, 0, 0);
    last.setDate(last.getDate() - Number(changes?.dataset.days));
    for (const time of changes?.querySelectorAll("time") ?? []) {
      const [year, month, day] = time.dateTime.split("-").map(Number);
      if (new Date(year, month - 1, day) < last) continue;
      time.after(" ", makeElement("span", { class: "pb-new" }, _("new")));
    }
  }
}
