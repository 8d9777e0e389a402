// Names each cell after its column, for screens too narrow for a table.
for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
  const names = [...(table.tHead?.rows[0].cells ?? [])].map((cell) => cell.textContent);
  for (const row of table.tBodies[0]?.rows ?? []) for (const cell of row.cells) cell.dataset.column = names[cell.cellIndex];
}

// Opens a picture that is wider than its frame, once it comes near, at the target with the first card, if there is room
// for both, or else at the target; without one, at the first card.
const near = new IntersectionObserver((entries) => {
  for (const { target: frame } of entries.filter((each) => each.isIntersecting)) {
    near.unobserve(frame);
    const first = frame.querySelector("a.pb-card");
    if (!first || frame.scrollLeft || frame.querySelector(":target")) continue;
    const [start, goal] = [first, frame.querySelector("a.pb-card.target") ?? first].map((card) => card.getBoundingClientRect());
    const view = frame.getBoundingClientRect();
    let [left, right] = [Math.min(start.left, goal.left), Math.max(start.right, goal.right)];
    if (right - left > view.width - 40) [left, right] = [goal.left, goal.right];
    frame.scrollLeft += (left + right - view.left - view.right) / 2;
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

// The menu of a narrow screen has a button in place of Material's label, which no key can press, and takes the keyboard along.
const menuLabel = document.querySelector("[data-menu]");
if (menuLabel) {
  const drawer = document.getElementById("__drawer");
  const button = makeElement("button", {
    type: "button",
    class: `${menuLabel.className} pb-menu`,
    "aria-label": menuLabel.dataset.menu,
    "aria-expanded": String(drawer.checked),
  });
  button.append(...menuLabel.childNodes);
  menuLabel.replaceWith(button);
  button.addEventListener("click", (event) => {
    drawer.click();
    if (drawer.checked && event.detail === 0) document.querySelector(".md-sidebar--primary a.md-nav__link")?.focus();
  });
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
}
