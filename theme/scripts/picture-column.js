// Stands the cards of a picture in one column where the drawing is too wide to be read: on a narrow screen, and where
// maps stand side by side. The cards stay the same; on the full screen and on paper they stand as drawn.
{
  const NARROW = matchMedia("screen and (max-width: 599px)");
  const ON_SCREEN = matchMedia("screen");
  const [STEP, STEM, GAP, MARGIN] = [18, 8, 16, 8];
  const [LEFT, RIGHT, LANE, TURN, WAY_GAP] = [44, 62, 9, 6, 34];
  const [ARROW, LINE, ROOM] = [18, 15, 210];

  const HEADING = 30;
  const isFlow = (picture) => picture.svg.querySelector(".flow-start");
  const isMap = (picture) => picture.svg.querySelector("a.start, .flow-start");
  const findLabel = (picture, name) => picture.svg.querySelector(`[data-card="_${name}"]`);

  // Without a value, an attribute is removed.
  const writeAttribute = (element, name, value) => {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };

  // Sets an attribute, and remembers how it was drawn.
  const setAttribute = (picture, element, name, value) => {
    const drawn = picture.drawn.get(element) ?? {};
    picture.drawn.set(element, { [name]: element.getAttribute(name), ...drawn });
    writeAttribute(element, name, value);
  };

  const placeCard = (picture, card, x, y) => {
    const { width, height } = picture.box(card);
    setAttribute(picture, card, "transform", `translate(${x} ${y})`);
    return { x, y, width, height };
  };

  // A tree: each card below its parent, a step further in, and a bracket down its left side.
  const stackTree = (picture) => {
    const boxes = new Map();
    let y = 0;
    const stackBranch = (card, depth) => {
      const box = placeCard(picture, card, depth * STEP, y);
      boxes.set(card, box);
      y += box.height + GAP;
      if (picture.folded.has(card)) return;
      for (const child of picture.after(card)) stackBranch(child, depth + 1);
    };
    for (const card of picture.cards) if (!picture.before(card).length) stackBranch(card, 0);
    for (const { line, from, to } of picture.lines) {
      const [above, below] = [boxes.get(from), boxes.get(to)];
      if (!above || !below) continue;
      setAttribute(picture, line, "d", `M${above.x + STEM} ${above.y + above.height}V${below.y + below.height / 2}H${below.x}`);
    }
    for (const [card, { sign }] of picture.folds) {
      const box = boxes.get(card);
      if (box) setAttribute(picture, sign, "transform", `translate(${box.x + STEM} ${box.y + box.height})`);
    }
    return { wide: Math.max(...[...boxes.values()].map((box) => box.x + box.width)), high: y - GAP };
  };

  // Gives each bundle of ways the innermost lane in which none of the others runs beside it.
  const giveLanes = (bundles) => {
    const lanes = [];
    for (const bundle of bundles.sort((one, other) => one.last - one.first - (other.last - other.first))) {
      const isFree = (lane) => lane.every((other) => other.last < bundle.first || other.first > bundle.last);
      let lane = lanes.find(isFree);
      if (!lane) lanes.push((lane = []));
      lane.push(bundle);
      bundle.lane = lanes.indexOf(lane);
    }
    return lanes.length;
  };

  const drawLink = (picture, line, d, tip, turn) => {
    setAttribute(picture, line.querySelector(".pb-line"), "d", d);
    setAttribute(picture, line.querySelector(".pb-arrow"), "transform", `translate(${tip}) rotate(${turn})`);
  };

  // Adds words that only the column has.
  const addWords = (picture, parent, name, look, words) => {
    const added = makeElement(name, look, words);
    parent.append(added, " ");
    picture.added.push(added, added.nextSibling);
  };

  // The answers of a flow say where they lead, unless that is the next step.
  const nameTargets = (picture) => {
    for (const card of picture.cards) {
      const { card: tail } = card.dataset;
      const ways = picture.lines.filter(({ line, from }) => from === card && line.dataset.words);
      for (const [place, text] of [...picture.svg.querySelectorAll(`.pb-words[data-tail="${tail}"]`)].entries()) {
        const to = ways[place]?.to;
        if (!to || picture.cards.indexOf(to) === picture.cards.indexOf(card) + 1) continue;
        const lines = [...to.querySelectorAll(".pb-title tspan")].map((line) => line.textContent);
        for (const [number, line] of lines.entries()) addWords(picture, text, "tspan", {}, number ? line : `→ ${line}`);
      }
    }
  };

  // What is written on the ways, by the card from which they lead, with how wide each of its pieces is. Maps side by side
  // go without.
  const measureWords = (picture) => {
    const words = new Map();
    if (picture.figure.closest(".pb-side-by-side")) return words;
    if (isFlow(picture)) nameTargets(picture);
    for (const text of picture.svg.querySelectorAll(".pb-lines > .pb-words")) {
      const pieces = [...text.children].map((piece) => ({ piece, wide: piece.getComputedTextLength() }));
      words.set(text.dataset.tail, [...(words.get(text.dataset.tail) ?? []), { text, pieces }]);
    }
    return words;
  };

  // Writes them below the card, beside the way to the next; returns how much room they take.
  const placeWords = (picture, words, top) => {
    let y = top + 4;
    for (const { text, pieces } of words) {
      setAttribute(picture, text, "text-anchor", text.matches("[direction=rtl]") ? "end" : "start");
      let line = Infinity;
      for (const { piece, wide } of pieces) {
        const isOnLine = line + wide + 4 <= ROOM;
        line = isOnLine ? line + wide + 4 : wide;
        if (!isOnLine) y += LINE;
        setAttribute(picture, piece, "x", isOnLine ? null : LEFT + ARROW + 14);
        setAttribute(picture, piece, "y", isOnLine ? null : y);
      }
      y += 3;
    }
    return words.length ? y - top + 14 : 0;
  };

  // A map: one moment below the other, the way to the next straight down; ways that jump ahead run on the left, those
  // that lead back on the right, and all that arrive at one card in the same manner arrive together.
  const stackMap = (picture) => {
    const words = measureWords(picture);
    let [y, foot] = [0, 0];
    const boxes = picture.cards.map((card) => {
      const box = placeCard(picture, card, LEFT, y);
      const room = placeWords(picture, words.get(card.dataset.card) ?? [], y + box.height);
      foot = y + box.height + room;
      y += box.height + Math.max(WAY_GAP, room);
      return box;
    });
    const row = new Map(picture.cards.map((card, number) => [card, number]));
    const bundles = new Map();
    const straight = new Map();
    for (const { line, from, to } of picture.lines) {
      const [start, end] = [row.get(from), row.get(to)];
      if (end === start + 1) {
        const beside = straight.get(start) ?? 0;
        straight.set(start, beside + 1);
        const [x, top] = [LEFT + ARROW + 10 * beside, boxes[end].y];
        drawLink(picture, line, `M${x} ${boxes[start].y + boxes[start].height}V${top - 8}`, `${x} ${top}`, 90);
        continue;
      }
      const isAhead = end > start;
      const key = `${isAhead} ${end} ${line.getAttribute("class")}`;
      const bundle = bundles.get(key) ?? { isAhead, end, ways: [], first: end, last: end };
      bundle.first = Math.min(bundle.first, start);
      bundle.last = Math.max(bundle.last, start);
      bundle.ways.push({ line, start });
      bundles.set(key, bundle);
    }
    for (const isAhead of [true, false]) {
      const side = [...bundles.values()].filter((bundle) => bundle.isAhead === isAhead);
      const lane = Math.min(LANE, (isAhead ? LEFT - 14 : RIGHT - 14) / Math.max(1, giveLanes(side) - 1));
      // Where ways meet a card's side: those that arrive above those that leave, so that none lies on another.
      const ends = boxes.map(() => []);
      for (const bundle of side) ends[bundle.end].unshift(bundle);
      for (const bundle of side) for (const way of bundle.ways) ends[way.start].push(way);
      for (const [number, all] of ends.entries()) {
        for (const [place, one] of all.entries()) {
          one[one.ways ? "in" : "out"] = boxes[number].y + (boxes[number].height * (place + 1)) / (all.length + 1);
        }
      }
      for (const { lane: at, end, ways, in: arrives } of side) {
        const out = isAhead ? -1 : 1;
        const edge = (number) => (isAhead ? LEFT : LEFT + boxes[number].width);
        const x = edge(end) + out * (14 + at * lane);
        for (const { line, start, out: leaves } of ways) {
          const down = arrives > leaves ? 1 : -1;
          const turn = `Q${x} ${leaves} ${x} ${leaves + down * TURN}V${arrives - down * TURN}Q${x} ${arrives} ${x - out * TURN} ${arrives}`;
          const d = `M${edge(start)} ${leaves}H${x - out * TURN}${turn}H${edge(end) + out * 8}`;
          drawLink(picture, line, d, `${edge(end)} ${arrives}`, isAhead ? 0 : 180);
        }
      }
    }
    return { wide: LEFT + RIGHT + Math.max(...boxes.map((box) => box.width)), high: foot };
  };

  // An assumption map: the corners below each other, the one of the leaps of faith first.
  const findCorners = (picture) => {
    const levels = ["high", "medium", "low"].map((name) => findLabel(picture, name));
    const columns = ["weak", "some", "strong"].map((name) => findLabel(picture, name));
    const middle = (card) => picture.place(card).y + picture.box(card).height / 2;
    const isIn = (card, level, column) => {
      const lowest = levels.findLast((each) => middle(each) <= middle(card) + 1);
      return lowest === level && Math.abs(picture.place(column).x - picture.place(card).x) < 9;
    };
    const leap = findLabel(picture, "leap");
    const all = leap ? [leap, ...picture.cards] : picture.cards;
    return levels.flatMap((level) =>
      columns.map((column) => {
        const title = [level, column].map((each) => picture.said(each)).join(" · ");
        return { title, cards: all.filter((card) => isIn(card, level, column)) };
      }),
    );
  };

  const stackCorners = (picture) => {
    let [y, wide] = [0, 0];
    picture.corners ??= findCorners(picture);
    for (const { title, cards } of picture.corners) {
      if (!cards.length) continue;
      const look = { class: "pb-title", "font-size": 12, x: 0, y: y + ARROW, "aria-hidden": true };
      addWords(picture, picture.svg, "text", look, title);
      y += HEADING;
      for (const card of cards) {
        const box = placeCard(picture, card, 0, y);
        y += box.height + GAP;
        wide = Math.max(wide, box.width);
      }
    }
    return { wide, high: y - GAP };
  };

  // One sample below the other; the cards of a tree and of an assumption map say themselves what they are.
  const stackLegend = (picture, top) => {
    let y = top;
    for (const each of isMap(picture) ? picture.svg.querySelector(".pb-legend")?.children ?? [] : []) {
      if (each.localName === "text") {
        setAttribute(picture, each, "x", 36);
        setAttribute(picture, each, "y", y + 12);
        y += 22;
      } else setAttribute(picture, each, "transform", `translate(0 ${y})`);
    }
    return y;
  };

  const stackCards = (picture) => {
    dropAdded(picture);
    const stack = picture.isTree ? stackTree : isMap(picture) ? stackMap : stackCorners;
    const { wide, high: foot } = stack(picture);
    const high = stackLegend(picture, foot + (isMap(picture) ? 24 : 0));
    const [width, height] = [wide + 2 * MARGIN, high + 2 * MARGIN + (picture.isTree ? 10 : 0)];
    setAttribute(picture, picture.svg, "viewBox", `${-MARGIN} ${-MARGIN} ${width} ${height}`);
    picture.width = width;
    lightAgain(picture);
  };

  // The lit path is a copy of lines that have moved.
  const lightAgain = (picture) => lightPath(picture, picture.svg.querySelector("a.pb-card:focus, a.pb-card[aria-current]"));

  const dropAdded = (picture) => {
    for (const added of picture.added.splice(0)) added.remove();
  };

  const restoreDrawing = (picture) => {
    dropAdded(picture);
    for (const [element, drawn] of picture.drawn) {
      for (const [name, value] of Object.entries(drawn)) writeAttribute(element, name, value);
    }
    lightAgain(picture);
    picture.drawn.clear();
    picture.width = picture.svg.viewBox.baseVal.width;
  };

  const settleLayout = (picture) => {
    const isBeside = picture.figure.closest(".pb-side-by-side") && ON_SCREEN.matches;
    const isColumn = Boolean(NARROW.matches || isBeside) && !isFull(picture);
    if (isColumn === picture.isColumn) return;
    picture.isColumn = isColumn;
    picture.figure.classList.toggle("pb-column", isColumn);
    for (const button of picture.zoomButtons) button.hidden = isColumn;
    picture.stopAt(picture.firstButton);
    if (!isColumn) restoreDrawing(picture);
    if (picture.isTree) foldCards(picture, foldedAtFirst(picture));
    else picture.stack();
  };

  // What a tree of many cards folds in a column until its reader does: all that doesn't lead to what was chosen.
  const foldedAtFirst = (picture) => {
    const chosen = picture.cards.filter((card) => card.matches(".target, .solution.chosen"));
    const open = new Set(picture.cards.filter((card) => !picture.before(card).length).concat(chosen));
    for (const card of chosen) for (const above of picture.above(card)) open.add(above);
    const isLong = picture.isColumn && picture.cards.length > 10;
    picture.foldedAtFirst = new Set(isLong ? [...picture.folds.keys()].filter((card) => !open.has(card)) : []);
    return keptFolds(picture) ?? picture.foldedAtFirst;
  };

  for (const picture of pictures) {
    if (!picture.isTree && !isMap(picture) && !findLabel(picture, "map")) continue;
    picture.drawn = new Map();
    picture.added = [];
    picture.isColumn = false;
    picture.settle = () => settleLayout(picture);
    picture.stack = () => picture.isColumn && stackCards(picture);
    picture.asDrawn = (work) => {
      if (picture.isColumn) restoreDrawing(picture);
      const done = work();
      picture.stack();
      return done;
    };
    for (const query of [NARROW, ON_SCREEN]) query.addEventListener("change", picture.settle);
    picture.settle();
  }
}
