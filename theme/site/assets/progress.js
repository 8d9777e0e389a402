// My progress in a club: counted, saved as a file, loaded from one, and forgotten. Nothing leaves this browser.
{
  const rows = [...document.querySelectorAll(".pb-turn[data-keys]")].map((turn) => [turn, turn.dataset.keys.split(" ").filter(Boolean)]);
  const all = rows.flatMap(([, keys]) => keys);
  const done = (keys) => keys.filter((key) => kept.get(key) === "ticked");

  function show(news = "") {
    for (const [turn, keys] of rows) {
      const cell = turn.closest("tr").cells[1];
      const mark = cell.querySelector(".pb-done") ?? cell.appendChild(document.createElement("span"));
      mark.className = "pb-done pb-aside";
      const count = done(keys).length;
      mark.textContent = count ? _("%(number)s of %(all)s done", { number: count, all: keys.length }) : "";
    }
    for (const status of document.querySelectorAll(".pb-progress [role=status]")) {
      const counts = { number: done(all).length, all: all.length };
      const said = _("My progress: %(number)s of %(all)s things read, pondered or tried.", counts);
      status.textContent = `${said} ${news}`.trim();
    }
  }

  // Ticks what a file says was done, and returns what came of that.
  async function load(file) {
    let found;
    try {
      const said = JSON.parse(await file.text()).done;
      if (!Array.isArray(said)) throw new TypeError("no list");
      found = all.filter((key) => said.includes(key));
    } catch {
      return _("This file holds no progress. Choose the one that was saved here.");
    }
    if (!found.length) return _("Nothing in this file belongs to this club.");
    for (const key of found) kept.set(key, "ticked");
    if (done(found).length < found.length) return _("This browser does not keep what is loaded.");
    return _("Loaded %(number)s from the file.", { number: found.length });
  }

  for (const bar of document.querySelectorAll(".pb-progress")) {
    bar.hidden = false;
    bar.querySelector(".pb-export").addEventListener("click", () => {
      const file = new Blob([JSON.stringify({ playbook: 1, done: done(all) }, null, 2)], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = "my-progress.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    });
    bar.querySelector(".pb-import input").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      event.target.value = "";
      if (file) show(await load(file));
    });
    bar.querySelector(".pb-forget").addEventListener("click", () => {
      if (!confirm(_("Forget all that you ticked in this club? Only a saved file brings it back."))) return;
      for (const key of all) kept.set(key, null);
      show(_("Forgotten."));
    });
  }
  if (rows.length) {
    show();
    // Ticked in another tab, or before coming back to this page.
    addEventListener("storage", () => show());
    addEventListener("pageshow", (event) => event.persisted && show());
  }
}
