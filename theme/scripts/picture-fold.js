// Folds the branches of a tree and opens them again; what is folded is kept in this browser.
const foldCards = (picture, folded) => {
  picture.folded = folded;
  const away = new Set([...folded].flatMap((card) => picture.below(card)));
  for (const card of picture.cards) card.classList.toggle("pb-folded", away.has(card));
  for (const { line, to } of picture.lines) line.classList.toggle("pb-folded", away.has(to));
  for (const [card, { sign, knob, words, below }] of picture.folds) {
    const isFolded = folded.has(card);
    sign.classList.toggle("pb-folded", away.has(card));
    sign.classList.toggle("pb-shut", isFolded);
    for (const each of [sign, card]) each.setAttribute("aria-expanded", String(!isFolded));
    words.textContent = isFolded ? `+${below}` : "−";
    const half = isFolded ? 9 + 3 * words.textContent.length : 9;
    for (const [name, value] of [["x", -half], ["width", 2 * half]]) knob.setAttribute(name, value);
  }
  picture.openButton.hidden = !folded.size;
  if (!folded.size && picture.openButton.tabIndex === 0) picture.stopAt(picture.firstButton);
  const isAsAtFirst = folded.size === picture.foldedAtFirst.size && [...folded].every((card) => picture.foldedAtFirst.has(card));
  const ids = [...folded].map((card) => card.dataset.card).join(" ");
  kept.set(keyOfFolds(picture), isAsAtFirst ? null : ids);
  picture.stack?.();
};

// A column keeps its own, since more of it is folded at first.
const keyOfFolds = (picture) => `folded ${location.pathname} ${picture.name}${picture.isColumn ? " column" : ""}`;

// The cards that this browser keeps as folded, or null.
const keptFolds = (picture) => {
  const ids = kept.get(keyOfFolds(picture))?.split(" ");
  return ids ? new Set([...picture.folds.keys()].filter((card) => ids.includes(card.dataset.card))) : null;
};

// Opens the branches in which a card is folded away.
const openTo = (picture, card) => {
  if (!card.matches(".pb-folded")) return;
  foldCards(picture, new Set([...picture.folded].filter((each) => !picture.below(each).includes(card))));
};

for (const picture of pictures) {
  if (!picture.isTree) continue;
  const toggle = (card) => {
    const folded = new Set(picture.folded);
    if (!folded.delete(card)) folded.add(card);
    foldCards(picture, folded);
  };
  const openAll = () => {
    foldCards(picture, new Set());
    picture.firstButton.focus();
  };
  picture.openButton = picture.button(PICTURE_WORDS.openAll, "", openAll, PICTURE_WORDS.openAll);

  picture.folds = new Map();
  const signs = makeElement("g", { class: "pb-folds" });
  for (const card of picture.cards) {
    const children = picture.after(card);
    if (!children.length) continue;
    const below = picture.below(card).length;
    const [start] = picture.lines.find((each) => each.from === card).line.getAttribute("d").slice(1).split("V");
    const words = makeElement("text", { "text-anchor": "middle", "font-size": "12", y: "4" });
    const knob = makeElement("rect", { class: "pb-knob", y: "-9", height: "18", rx: "9" });
    const sign = makeElement(
      "g",
      {
        class: "pb-fold",
        role: "button",
        "aria-label": PICTURE_WORDS.below(below, picture.said(card)),
        transform: `translate(${start})`,
      },
      makeElement("rect", { class: "pb-touch", x: "-22", y: "-22", width: "44", height: "44" }),
      knob,
      words,
    );
    sign.addEventListener("click", () => {
      toggle(card);
      card.focus({ preventScroll: true });
    });
    picture.folds.set(card, { sign, knob, words, below });
    signs.append(sign);
  }
  picture.svg.append(signs);

  picture.svg.addEventListener("keydown", (event) => {
    const card = event.target.closest("a.pb-card");
    if (!card || ![" ", "c"].includes(event.key) || hasModifier(event)) return;
    event.preventDefault();
    if (picture.folds.has(card)) toggle(card);
  });

  picture.foldedAtFirst = new Set();
  foldCards(picture, keptFolds(picture) ?? picture.foldedAtFirst);
}
