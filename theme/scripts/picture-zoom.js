// Zooms a picture in its frame, and pans it: the frame scrolls, and a mouse can drag it.
const [LEAST_SCALE, MOST_SCALE, ZOOM_STEP] = [0.1, 5, 1.25];

const isFull = (picture) => picture.figure.matches(".pb-full");

const scaleOf = (picture) => picture.svg.getBoundingClientRect().width / picture.width;

const setScale = (picture, scale) => {
  const { frame, svg } = picture;
  picture.room ??= frame.offsetHeight;
  const width = scale ? `${picture.width * scale}px` : "";
  Object.assign(svg.style, { width, maxWidth: scale ? "none" : "", minWidth: scale ? "0" : "" });
  frame.style.maxHeight = scale && !isFull(picture) ? `${picture.room}px` : "";
  if (!scale) delete picture.room;
  picture.fitButton.setAttribute("aria-pressed", "false");
};

// Zooms so that what is at this point of the window stays there; without a point, the middle of the frame.
const zoomTo = (picture, wanted, x, y) => {
  const { frame, svg } = picture;
  const view = frame.getBoundingClientRect();
  const at = [x ?? view.left + view.width / 2, y ?? view.top + view.height / 2];
  const before = svg.getBoundingClientRect();
  const [across, down] = [(at[0] - before.left) / before.width, (at[1] - before.top) / before.height];
  setScale(picture, Math.min(MOST_SCALE, Math.max(LEAST_SCALE, wanted)));
  const now = svg.getBoundingClientRect();
  frame.scrollLeft += now.left + across * now.width - at[0];
  frame.scrollTop += now.top + down * now.height - at[1];
};

// Shows all cards that aren't folded away, as large as the frame and the window let them be.
const fitPicture = (picture) => {
  const { frame, svg } = picture;
  const boxes = picture.cards.filter((card) => !card.matches(".pb-folded")).map((card) => picture.box(card));
  const isWhole = boxes.length === picture.cards.length;
  const all = svg.viewBox.baseVal;
  const [left, top] = isWhole ? [all.x, all.y] : ["x", "y"].map((way) => Math.min(...boxes.map((box) => box[way])) - 8);
  const right = isWhole ? all.x + all.width : Math.max(...boxes.map((box) => box.x + box.width)) + 8;
  const bottom = isWhole ? all.y + all.height : Math.max(...boxes.map((box) => box.y + box.height)) + 20;
  const [wide, high] = [frame.clientWidth - 18, isFull(picture) ? frame.clientHeight - 18 : innerHeight * 0.75];
  const scale = Math.min(wide / (right - left), high / (bottom - top), 1.6);
  setScale(picture, scale);
  if (!isFull(picture)) frame.style.maxHeight = `${(bottom - top) * scale + 20}px`;
  frame.scrollLeft = (left - all.x) * scale - (wide - (right - left) * scale) / 2;
  frame.scrollTop = (top - all.y) * scale;
  picture.fitButton.setAttribute("aria-pressed", "true");
  const place = picture.figure.getBoundingClientRect();
  if (isFull(picture) || (place.top > 50 && place.bottom < innerHeight)) return;
  scrollBy({ top: place.top - 60, behavior: behavior() });
};

const toggleFit = (picture) =>
  picture.fitButton.getAttribute("aria-pressed") === "true" ? setScale(picture, 0) : fitPicture(picture);

// Scrolls the frame, and the page where it must, so that a card stands in view.
const bringIntoView = (picture, card, how = behavior()) => {
  const { frame } = picture;
  const [view, box] = [frame.getBoundingClientRect(), card.getBoundingClientRect()];
  const isSheet = picture.figure.matches(".pb-open:not(.pb-beside)");
  const foot = isSheet ? innerHeight * 0.55 : innerHeight - 20;
  const lands = (now, most, start, end, from, to) =>
    start >= from && end <= to ? now : Math.min(Math.max(0, now + (start + end - from - to) / 2), most);
  const across = frame.scrollWidth - frame.clientWidth;
  const down = frame.scrollHeight - frame.clientHeight;
  const left = lands(frame.scrollLeft, across, box.left, box.right, view.left, view.right);
  const below = isFull(picture) ? Math.min(view.bottom, foot) : view.bottom;
  const top = lands(frame.scrollTop, down, box.top, box.bottom, view.top, below);
  frame.scrollTo({ left, top, behavior: how });
  if (isFull(picture)) return;
  const y = box.top - (top - frame.scrollTop);
  if (y < 110 || y + box.height > foot) scrollBy({ top: y - innerHeight * 0.25, behavior: how });
};

for (const picture of pictures) {
  const { frame } = picture;
  const steps = { "+": ZOOM_STEP, "=": ZOOM_STEP, "-": 1 / ZOOM_STEP };
  const zoomBy = (factor) => zoomTo(picture, scaleOf(picture) * factor);
  const out = picture.button(PICTURE_WORDS.out, "M5 12h14", () => zoomBy(1 / ZOOM_STEP));
  const nearer = picture.button(PICTURE_WORDS.in, "M5 12h14M12 5v14", () => zoomBy(ZOOM_STEP));
  const inward = "M3 5h18v14H3zM6.5 12h11M9 9.5L6.5 12L9 14.5M15 9.5l2.5 2.5l-2.5 2.5";
  picture.fitButton = picture.button(PICTURE_WORDS.fit, inward, () => toggleFit(picture));
  picture.fitButton.setAttribute("aria-pressed", "false");
  picture.zoomButtons = [out, nearer, picture.fitButton];

  frame.addEventListener("keydown", (event) => {
    if (hasModifier(event)) return;
    if (event.key in steps) zoomBy(steps[event.key]);
    else if (event.key === "0") toggleFit(picture);
    else return;
    event.preventDefault();
  });

  // A trackpad's pinch arrives as a wheel with Ctrl; any other wheel is the page's.
  const wheel = (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.cancelable) return;
    event.preventDefault();
    const turned = Math.max(-50, Math.min(50, event.deltaY * (event.deltaMode ? 16 : 1)));
    zoomTo(picture, scaleOf(picture) * Math.exp(-turned / 100), event.clientX, event.clientY);
  };
  frame.addEventListener("wheel", wheel, { passive: false });

  // Two fingers pinch; one finger scrolls, which is the browser's own work.
  let pinch = null;
  const middle = ([one, other]) => [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2];
  const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  const start = (event) => {
    pinch = null;
    if (event.touches.length !== 2) return;
    if (event.cancelable) event.preventDefault();
    pinch = { scale: scaleOf(picture), apart: apart(event.touches) };
  };
  const move = (event) => {
    if (!pinch || event.touches.length !== 2) return;
    if (event.cancelable) event.preventDefault();
    zoomTo(picture, (pinch.scale * apart(event.touches)) / pinch.apart, ...middle(event.touches));
  };
  frame.addEventListener("touchstart", start, { passive: false });
  frame.addEventListener("touchmove", move, { passive: false });
  frame.addEventListener("touchend", () => (pinch = null));

  // A mouse drags the picture, and the page where the picture can't go up or down.
  let last = null;
  let isDragged = false;
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("pointerdown", (event) => {
    isDragged = false;
    if (event.pointerType === "mouse" && event.button === 0) last = [event.clientX, event.clientY];
  });
  frame.addEventListener("pointermove", (event) => {
    if (!last || !(event.buttons & 1)) return void (last = null);
    const [across, down] = [event.clientX - last[0], event.clientY - last[1]];
    if (!isDragged && Math.hypot(across, down) < 5) return;
    if (!isDragged) frame.setPointerCapture(event.pointerId);
    isDragged = true;
    last = [event.clientX, event.clientY];
    frame.scrollLeft -= across;
    if (frame.scrollHeight > frame.clientHeight) frame.scrollTop -= down;
    else scrollBy({ top: -down, behavior: "instant" });
  });
  frame.addEventListener("pointerup", () => (last = null));
  const still = (event) => {
    if (!isDragged) return;
    isDragged = false;
    event.preventDefault();
    event.stopPropagation();
  };
  frame.addEventListener("click", still, { capture: true });
}
