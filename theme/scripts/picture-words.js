// Reads what the page tells about a card, from the row or the list item to which the card leads.
const toldOf = (card) => {
  const [page, id] = card.href.baseVal.split("#");
  const place = !page && id ? document.getElementById(id) : null;
  return place?.closest("tr, li") ?? null;
};

const bare = (node) => {
  const copy = node.cloneNode(true);
  for (const each of copy.querySelectorAll("[id], .headerlink, button, input")) {
    if (each.matches(".headerlink, button, input")) each.remove();
    else each.removeAttribute("id");
  }
  return copy;
};

// A copy without the kind and the title at its start, which stand above it already.
const untitled = (node) => {
  const copy = bare(node);
  const start = copy.firstElementChild?.localName === "p" ? copy.firstElementChild : copy;
  for (const each of [...start.childNodes]) {
    const isElement = each.nodeType === Node.ELEMENT_NODE;
    if (isElement ? !each.matches("span:empty, span.pb-kind, strong, time") : each.data.trim()) break;
    if (!isElement || each.localName === "time") continue;
    each.remove();
    if (each.localName === "strong") break;
  }
  const rest = [...start.childNodes].find((each) => each.data?.trim());
  if (rest && !rest.previousElementSibling) rest.data = rest.data.replace(/^\s*—\s*/, "");
  return copy;
};

// A table's row as a list of its cells, each named after its column.
const rowInWords = (row) =>
  [...row.cells].map((cell, column) => {
    const name = row.closest("table").tHead?.rows[0].cells[column]?.textContent ?? "";
    const words = column ? bare(cell) : untitled(cell);
    if (!words.textContent.trim()) return "";
    return makeElement("p", {}, column ? makeElement("span", { class: "pb-fact" }, name) : "", " ", ...words.childNodes);
  });

// A list's item without the items in it that have a card of their own.
const itemInWords = (item) => {
  const isOwn = (each) => each.querySelector(":scope > [id^='told_'], :scope > p > [id^='told_'], :scope > .pb-elsewhere");
  const others = [...item.querySelectorAll("li")].filter(isOwn);
  for (const each of others) each.dataset.own = "";
  const copy = untitled(item);
  for (const each of others) delete each.dataset.own;
  for (const each of copy.querySelectorAll("[data-own]")) each.remove();
  return [makeElement("div", {}, ...copy.childNodes)];
};

const wordsOf = (card) => {
  const told = toldOf(card);
  if (!told) return null;
  return told.localName === "tr" ? rowInWords(told) : itemInWords(told);
};

for (const picture of pictures) {
  const told = picture.cards.map(toldOf).filter(Boolean);
  const first = told.find((each) => each.closest(".pb-tree, table"))?.closest(".pb-tree, table");
  if (!first) continue;
  const button = picture.button(PICTURE_WORDS.words, "M4 6h16M4 11h16M4 16h10", async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ behavior: behavior() });
  }, PICTURE_WORDS.words);
  button.classList.add("pb-worded");
}
