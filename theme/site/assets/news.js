// Keeps the changes of the last 31 days by the reader's own day, and the last one where there was none.
for (const news of document.querySelectorAll(".pb-news")) {
  const DAYS = 31;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const isOld = (time) => (today - Date.parse(time.dateTime)) / 86_400_000 > DAYS;

  const times = [...news.querySelectorAll("time")];
  const kept = times.filter((time) => !isOld(time));
  for (const time of times) time.closest("li").hidden = !(kept.length ? kept : times.slice(0, 1)).includes(time);
  const heading = news.parentElement.querySelector("#Changed");
  heading.firstChild.textContent = kept.length ? news.dataset.recent : news.dataset.last;
}
