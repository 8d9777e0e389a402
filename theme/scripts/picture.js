// Makes each picture one to work with: its cards, the lines between them, and a bar of buttons above it.
const PICTURE_WORDS = {
  bar: _("Work with the picture"),
  keys: _("Arrow keys walk from box to box, Enter opens one, Space folds a branch, + − 0 zoom"),
  out: _("Zoom out"),
  in: _("Zoom in"),
  fit: _("Show the whole picture"),
  full: _("Full screen"),
  find: _("Find in the picture"),
  none: _("not in any box"),
  found: (number, all, title) => _("%(number)s of %(all)s: %(title)s", { number, all, title }),
  below: (number, title) => _("%(number)s below: %(title)s", { number, title }),
  openAll: _("Open all"),
  words: _("In words"),
  picture: _("picture"),
  share: _("Share"),
  copying: _("Copy"),
  saving: _("Save"),
  image: _("Image"),
  outline: _("Outline"),
  link: _("Link"),
  copyImage: _("Copy as an image"),
  copyOutline: _("Copy as an outline in Markdown"),
  copyMermaid: _("Copy as Mermaid"),
  savedInstead: _("This browser copies no images, so it was saved."),
  save: (format) => _("Save as %(format)s", { format }),
  detail: _("About this box"),
  close: _("Close"),
  above: _("Above it"),
  under: _("Below it"),
  before: _("Back to"),
  after: _("On to"),
  elsewhere: _("This box has a page of its own."),
  there: _("Go to its page"),
  here: _("Read it on the page"),
  copy: _("Copy link"),
};
const pictures = [];

// The id that an address leads to.
const anchorOf = (hash) => decodeAddress(hash.slice(1));

// A button that shows an icon, if there is one, and is called by a label.
const makeTool = (label, icon) => {
  const button = makeElement("button", { type: "button", class: "pb-tool", title: label, "aria-label": label });
  if (icon) button.append(makeElement("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, makeElement("path", { d: icon })));
  return button;
};

// How to scroll: smoothly, unless the reader asked for less motion.
const behavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

class Picture {
  constructor(frame) {
    this.frame = frame;
    this.figure = frame.parentElement;
    this.svg = frame.querySelector("svg");
    this.name = this.svg.getAttribute("aria-labelledby").replace(/_title$/, "");
    this.title = this.svg.querySelector("title").textContent;
    this.width = this.svg.viewBox.baseVal.width;
    this.cards = [...this.svg.querySelectorAll("a.pb-card")];
    this.words = new Map(this.cards.map((card) => [card, card.getAttribute("aria-label")]));
    const named = new Map(this.cards.map((card) => [card.dataset.card, card]));
    const joins = (line) => ({ line, from: named.get(line.dataset.from), to: named.get(line.dataset.to) });
    this.lines = [...this.svg.querySelectorAll("[data-from]")].map(joins).filter((each) => each.from && each.to);
    this.isTree = this.lines.length > 0 && this.lines.every(({ line }) => line.localName === "path");
    // Worked out as the cards are drawn, since they may be moved.
    const neighbours = (start, end) =>
      new Map(this.cards.map((card) => [card, this.sorted(this.lines.filter((each) => each[start] === card).map((each) => each[end]))]));
    [this.next, this.last] = [neighbours("from", "to"), neighbours("to", "from")];
    this.bar = makeElement("div", { class: "pb-bar", role: "toolbar", "aria-label": `${PICTURE_WORDS.bar}: ${this.title}` });
    frame.before(this.bar);
    const keys = makeElement("p", { class: "pb-keys", id: `${this.name}_keys` }, PICTURE_WORDS.keys);
    frame.after(keys);
    frame.setAttribute("aria-describedby", keys.id);
  }

  // Where a card stands in the picture.
  place(card) {
    const { e: x, f: y } = card.transform.baseVal.getItem(0).matrix;
    return { x, y };
  }

  // Its size as well, as it was drawn: to measure it, the browser would lay out the whole picture.
  box(card) {
    const [width, height] = card.dataset.size.split(" ").map(Number);
    return { ...this.place(card), width, height };
  }

  // The cards below a card, or those to which its ways lead, from left to right and down.
  after(card) {
    return this.next.get(card);
  }

  // The cards above a card, or those from which ways lead to it.
  before(card) {
    return this.last.get(card);
  }

  sorted(cards) {
    const { place } = this;
    return [...new Set(cards)].sort((one, other) => place(one).x - place(other).x || place(one).y - place(other).y);
  }

  // Everything below a card of a tree.
  below(card) {
    return this.after(card).flatMap((child) => [child, ...this.below(child)]);
  }

  // Everything above a card of a tree.
  above(card) {
    return this.before(card).flatMap((parent) => [parent, ...this.above(parent)]);
  }

  said(card) {
    return [...card.querySelectorAll(".pb-title tspan")].map((line) => line.textContent).join(" ");
  }

  // Adds a button to the bar; all of the bar is one stop of the Tab key, and arrow keys go on from there.
  button(label, icon, press, words = "") {
    const button = makeTool(label, icon);
    button.append(words);
    button.tabIndex = this.bar.children.length ? -1 : 0;
    button.addEventListener("click", () => press(button));
    this.bar.append(button);
    return button;
  }

  get firstButton() {
    return [...this.bar.children].find((each) => !each.hidden);
  }

  stopAt(button) {
    for (const each of this.bar.children) each.tabIndex = each === button ? 0 : -1;
  }
}

for (const frame of document.querySelectorAll(".pb-picture > .pb-scroll")) {
  const picture = new Picture(frame);
  pictures.push(picture);
  picture.bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const stops = [...picture.bar.children].filter((each) => !each.hidden);
    const next = stops.at((stops.indexOf(document.activeElement) + step) % stops.length);
    picture.stopAt(next);
    next.focus();
    event.preventDefault();
  });
}
