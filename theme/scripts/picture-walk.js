// Walks from card to card with the arrow keys, along the lines, and lights the path that leads there.
const lightPath = (picture, card) => {
  for (const lit of picture.svg.querySelectorAll(".pb-on-path")) lit.classList.remove("pb-on-path");
  const lines = [];
  const light = (line, other) => {
    lines.push(line);
    other.classList.add("pb-on-path");
  };
  const upward = (from) => {
    for (const each of picture.lines.filter((line) => line.to === from)) {
      light(each.line, each.from);
      upward(each.from);
    }
  };
  card?.classList.add("pb-on-path");
  if (card && picture.isTree) upward(card);
  else if (card) {
    for (const each of picture.lines) {
      if (each.from === card) light(each.line, each.to);
      else if (each.to === card) light(each.line, each.from);
    }
  }
  const copy = (line) => {
    const twin = line.cloneNode(true);
    for (const name of ["data-from", "data-to", "data-way", "data-main", "data-words"]) twin.removeAttribute(name);
    return twin;
  };
  picture.path.replaceChildren(...lines.map(copy));
};

// The way that goes on: the main one, or else any.
const onward = (picture, card) => {
  const ways = picture.lines.filter((each) => each.from === card);
  return (ways.find(({ line }) => line.matches("[data-main]")) ?? ways[0])?.to;
};

// The nearest card in a direction, for pictures without lines.
const nearest = (picture, card, key) => {
  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const from = middle(picture.box(card));
  const [along, beside] = key === "ArrowUp" || key === "ArrowDown" ? [1, 0] : [0, 1];
  const sign = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  const far = (other) => {
    const to = middle(picture.box(other));
    const [ahead, aside] = [(to[along] - from[along]) * sign, Math.abs(to[beside] - from[beside])];
    return ahead > 10 ? ahead + 3 * aside : Infinity;
  };
  const best = picture.cards.reduce((one, other) => (far(other) < far(one) ? other : one));
  return far(best) < Infinity ? best : undefined;
};

for (const picture of pictures) {
  const { frame, svg, cards } = picture;
  if (!cards.length) continue;
  picture.path = makeElement("g", { class: "pb-path" });
  const lines = svg.querySelector(".pb-lines");
  lines.insertBefore(picture.path, lines.querySelector(":scope > .pb-words"));

  // Which card one came from, where several ways lead to a card.
  const cameFrom = new Map();
  const back = (card) => cameFrom.get(card) ?? (picture.isTree ? picture.before(card)[0] : wayIn(card));
  const wayIn = (card) => cards.find((other) => onward(picture, other) === card) ?? picture.before(card)[0];
  const ahead = (card) => (picture.isTree ? picture.after(card)[0] : onward(picture, card));
  const beside = (card, step) => {
    const all = back(card) ? picture.after(back(card)) : [];
    const next = all[all.indexOf(card) + step];
    if (next) cameFrom.set(next, back(card));
    return next;
  };
  const onDown = (card) => {
    const next = ahead(card);
    if (next) cameFrom.set(next, card);
    return next;
  };
  const keys = {
    ArrowDown: onDown,
    ArrowUp: back,
    ArrowLeft: (card) => beside(card, -1),
    ArrowRight: (card) => beside(card, 1),
  };
  const ends = { Home: 0, End: -1 };

  // One stop of the Tab key for all cards: the one that had the focus last. An SVG that listens for the focus would be
  // a stop itself in Chromium, so the frame listens.
  const stopAt = (card) => {
    for (const each of cards) each.tabIndex = each === card ? 0 : -1;
  };
  stopAt(cards[0]);
  frame.addEventListener("focusin", (event) => {
    const card = event.target.closest("a.pb-card");
    if (!card) return;
    stopAt(card);
    lightPath(picture, card);
  });
  const rest = () => lightPath(picture, svg.querySelector("a.pb-card:focus, a.pb-card[aria-current]"));
  frame.addEventListener("focusout", () => queueMicrotask(rest));
  let under = null;
  svg.addEventListener("pointermove", (event) => {
    const card = event.target.closest("a.pb-card");
    if (card === under || event.pointerType !== "mouse" || event.buttons) return;
    under = card;
    if (card) lightPath(picture, card);
    else rest();
  });
  svg.addEventListener("pointerleave", () => {
    if (under) rest();
    under = null;
  });

  frame.addEventListener("keydown", (event) => {
    const card = event.target.closest("a.pb-card");
    if (!card || hasModifier(event)) return;
    const shown = cards.filter((each) => !each.matches(".pb-folded"));
    const walk = picture.lines.length ? keys[event.key] : (from) => nearest(picture, from, event.key);
    if (!(event.key in keys || event.key in ends)) return;
    event.preventDefault();
    const next = event.key in ends ? shown.at(ends[event.key]) : walk(card);
    if (next && !next.matches(".pb-folded")) next.focus();
  });
}
