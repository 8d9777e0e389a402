// Material's search dialog has no name of its own.
document.querySelector(".md-search")?.setAttribute("aria-label", document.querySelector(".md-search__input")?.placeholder ?? "");

// Opens a picture that is wider than the screen at its first card, and not at an empty corner.
for (const frame of document.querySelectorAll(".pb-scroll")) {
  const first = frame.querySelector("a.pb-card");
  if (!first || frame.querySelector(":target")) continue;
  const card = first.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  frame.scrollLeft += card.left + card.width / 2 - view.left - view.width / 2;
}
