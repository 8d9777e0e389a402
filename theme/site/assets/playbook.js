// Names each cell after its column, for screens too narrow for a table.
for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
  const names = [...(table.tHead?.rows[0].cells ?? [])].map((cell) => cell.textContent);
  for (const row of table.tBodies[0]?.rows ?? []) for (const cell of row.cells) cell.dataset.column = names[cell.cellIndex];
}

// Opens a picture that is wider than the screen at its first card, and not at an empty corner, once it comes near.
const near = new IntersectionObserver((entries) => {
  for (const { target: frame } of entries.filter((each) => each.isIntersecting)) {
    near.unobserve(frame);
    const first = frame.querySelector("a.pb-card");
    if (!first || frame.scrollLeft || frame.querySelector(":target")) continue;
    const card = first.getBoundingClientRect();
    const view = frame.getBoundingClientRect();
    frame.scrollLeft += card.left + card.width / 2 - view.left - view.width / 2;
  }
});
for (const frame of document.querySelectorAll(".pb-scroll")) near.observe(frame);

// In an export, Material's search calls the tags of each hit a navigation; they are words.
const hits = document.querySelector(".md-search-result__list");
if (hits) {
  new MutationObserver(() => {
    for (const tags of hits.querySelectorAll("nav.md-tags:not([role])")) tags.setAttribute("role", "none");
  }).observe(hits, { childList: true, subtree: true });
}
