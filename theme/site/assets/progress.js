// My progress in a club: counted, saved as a file, loaded from one, and forgotten. Nothing leaves this browser.
{
  const rows = [...document.querySelectorAll(".pb-turn[data-keys]")].map((turn) => [turn, turn.dataset.keys.split(" ").filter(Boolean)]);
  const all = rows.flatMap(([, keys]) => keys);
  const done = (keys) => keys.filter((key) => kept.get(key) === "ticked");

  function show(news = "") {
    for (const [turn, keys] of rows) {
      const cell = turn.closest("tr").querySelector("strong").parentElement;
      const mark = cell.querySelector(".pb-done") ?? cell.appendChild(makeElement("span", { class: "pb-done pb-aside" }));
      const count = done(keys).length;
      mark.textContent = count ? _("%(number)s of %(all)s done", { number: count, all: keys.length }) : "";
    }
    for (const status of document.querySelectorAll(".pb-progress [role=status]")) {
      const counts = { number: done(all).length, all: all.length };
      const words = _("My progress: %(number)s of %(all)s things read, pondered or tried.", counts);
      status.textContent = `${words} ${news}`.trim();
    }
  }

  // Ticks what a file says was done, and returns what came of that.
  async function load(file) {
    let keys;
    try {
      const listed = JSON.parse(await file.text()).done;
      if (!Array.isArray(listed)) throw new TypeError("no list");
      keys = all.filter((key) => listed.includes(key));
    } catch {
      return _("This file holds no progress. Choose the one that was saved here.");
    }
    if (!keys.length) return _("Nothing in this file belongs to this club.");
    for (const key of keys) kept.set(key, "ticked");
    if (done(keys).length < keys.length) return _("This browser does not keep what is loaded.");
    return _("Loaded %(number)s from the file.", { number: keys.length });
  }

  for (const bar of document.querySelectorAll(".pb-progress")) {
    bar.hidden = false;
    bar.querySelector(".pb-export").addEventListener("click", () => {
      const file = new Blob([JSON.stringify({ playbook: 1, done: done(all) }, null, 2)], { type: "application/json" });
      saveFile(file, "my-progress.json");
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
