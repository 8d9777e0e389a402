// Says how long ago a day is by the reader's own calendar, and when that is too long; a browser takes a while to find the words.
setTimeout(() => {
  const DAY = 86_400_000;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const words = new Intl.RelativeTimeFormat(spoken.code, { numeric: "auto" });
  const units = [["day", 1, 14], ["week", 7, 60], ["month", 30.4, 730], ["year", 365.25, Infinity]];

  for (const time of document.querySelectorAll(".pb-ago")) {
    const days = Math.round((today - Date.parse(time.dateTime)) / DAY);
    if (Number.isNaN(days)) continue;
    const [unit, length] = units.find(([, , below]) => Math.abs(days) < below);
    const ago = words.format(-Math.trunc(days / length), unit);
    const onScreen = (text) => makeElement("span", { class: "pb-on-screen" }, text);
    time.replaceChildren(onScreen(`${ago} (`), time.textContent, onScreen(")"));
    if (!time.dataset.within || days <= Number(time.dataset.within)) continue;
    time.after(makeElement("strong", { class: "pb-late" }, `, ${time.dataset.late}`));
  }
});
