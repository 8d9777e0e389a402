// Shows the changes of the last 31 days by the reader's own day, and the last one where there was none.
for (const news of document.querySelectorAll(".pb-news")) {
  const DAYS = 31;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const countDays = (time) => (today - Date.parse(time.dateTime)) / 86_400_000;
  const isRecent = (time) => countDays(time) >= -1 && countDays(time) <= DAYS; // it may be tomorrow already where it was changed

  const recent = [...news.querySelectorAll("time")].filter(isRecent);
  for (const time of recent) time.closest("li").classList.add("pb-recent"); // the style hides others but the first
  const heading = news.parentElement.querySelector("#Changed");
  heading.firstChild.textContent = recent.length ? news.dataset.recent : news.dataset.last;
}
