// Opens what is told about a card beside the picture, and opens an address that names a card there.
{
  let open = null;

  const panel = makeElement("section", { class: "pb-detail", "aria-label": PICTURE_WORDS.detail, tabindex: "-1" });
  const place = (hash) => `${location.pathname}${location.search}${hash}`;

  // What comes near the screen is laid out then, and moves what stands below it.
  const laidOut = async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  };

  const settle = (figure) => figure.classList.toggle("pb-beside", figure.clientWidth >= 800);

  const close = ({ isKept = false } = {}) => {
    if (!open) return;
    const { picture, card } = open;
    open = null;
    const hadFocus = panel.contains(document.activeElement);
    panel.remove();
    picture.figure.classList.remove("pb-open");
    if (!picture.svg.style.width) picture.svg.style.minWidth = "";
    card.removeAttribute("aria-current");
    if (!isKept) history.replaceState(history.state, "", place(""));
    if (hadFocus) card.focus({ preventScroll: true });
    lightPath(picture, hadFocus ? card : null);
  };

  // What is written on the way from one card to another.
  const wordsBetween = (picture, start, end) =>
    picture.lines.find(({ from, to }) => from === start && to === end)?.line.dataset.words;

  const steps = (picture, title, cards, wordsTo) => {
    if (!cards.length) return [];
    const buttons = cards.map((card) => {
      const words = wordsTo(card);
      const button = makeElement("button", { type: "button", class: "pb-button" }, picture.said(card));
      if (words) button.append(" ", makeElement("span", { class: "pb-aside" }, words));
      button.addEventListener("click", () => show(picture, card));
      return button;
    });
    return [makeElement("p", { class: "pb-onward" }, makeElement("span", { class: "pb-fact" }, title), ...buttons)];
  };

  const fill = (picture, card) => {
    const shut = makeTool(PICTURE_WORDS.close, "M6 6l12 12M18 6L6 18");
    shut.addEventListener("click", () => close());
    const words = wordsOf(card);
    const link = makeElement("a", { href: card.href.baseVal }, words ? PICTURE_WORDS.here : PICTURE_WORDS.there);
    link.addEventListener("click", async (event) => {
      if (!words || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (document.fullscreenElement) await document.exitFullscreen();
      close({ isKept: true });
      location.hash = link.hash;
      const there = document.getElementById(anchorOf(link.hash));
      there.scrollIntoView({ block: "center", behavior: "instant" });
      await laidOut();
      there.scrollIntoView({ block: "center", behavior: "instant" });
    });
    const status = makeElement("span", { role: "status" });
    const copy = makeElement("button", { type: "button", class: "pb-button" }, PICTURE_WORDS.copy);
    copy.addEventListener("click", () => {
      const address = new URL(card.id ? place(`#${card.id}`) : card.href.baseVal, location);
      copyText(address, status, () => (status.textContent = address));
    });
    const kind = card.querySelector(".pb-eyebrow")?.textContent.trim();
    const said = words ? [] : [makeElement("p", {}, card.querySelector(".pb-note")?.textContent ?? ""), makeElement("p", {}, PICTURE_WORDS.elsewhere)];
    panel.replaceChildren(
      shut,
      kind ? makeElement("p", { class: "pb-kind" }, kind) : "",
      makeElement("p", { class: "pb-detail-title" }, picture.said(card)),
      ...(words ?? said),
      ...steps(picture, picture.isTree ? PICTURE_WORDS.above : PICTURE_WORDS.before, picture.before(card), (other) => wordsBetween(picture, other, card)),
      ...steps(picture, picture.isTree ? PICTURE_WORDS.under : PICTURE_WORDS.after, picture.after(card), (other) => wordsBetween(picture, card, other)),
      makeElement("p", { class: "pb-detail-foot" }, link, copy, status),
    );
    panel.scrollTop = 0;
  };

  // The focus goes into the panel: a screen reader says its name, and the reader goes on at their own pace; a live
  // region would read all of it at once, with no way back.
  const show = (picture, card, { focus = panel, isKept = false, how = behavior() } = {}) => {
    if (open) open.card.removeAttribute("aria-current");
    if (open && open.picture !== picture) close({ isKept: true });
    if (picture.isTree) openTo(picture, card);
    const { frame, figure, svg } = picture;
    if (!svg.style.width) svg.style.minWidth = `${svg.getBoundingClientRect().width}px`;
    settle(figure);
    if (!panel.isConnected) frame.after(panel);
    fill(picture, card);
    figure.classList.add("pb-open");
    open = { picture, card };
    card.setAttribute("aria-current", "true");
    if (card.id && !isKept) history.replaceState(history.state, "", place(`#${card.id}`));
    focus.focus({ preventScroll: true });
    lightPath(picture, card);
    bringIntoView(picture, card, how);
  };

  // A browser scrolls to the card of an address too, once more when the page has grown, and stops what moves by then.
  const settleInView = async (picture, card) => {
    if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
    await laidOut();
    if (open?.card === card) bringIntoView(picture, card, "instant");
  };

  const arrive = () => {
    const id = anchorOf(location.hash);
    const picture = id && pictures.find((each) => each.cards.some((card) => card.id === id));
    if (!picture) return close({ isKept: true });
    const card = picture.cards.find((each) => each.id === id);
    show(picture, card, { focus: card, isKept: true, how: "instant" });
    settleInView(picture, card);
  };

  for (const picture of pictures) {
    picture.svg.addEventListener("click", (event) => {
      const card = event.target.closest("a.pb-card");
      if (!card || event.button || event.shiftKey || hasModifier(event)) return;
      event.preventDefault();
      show(picture, card);
    });
    picture.frame.addEventListener("focusin", (event) => {
      const card = event.target.closest("a.pb-card");
      if (card && open?.picture === picture && open.card !== card) show(picture, card, { focus: card });
    });
    const onEscape = (event) => {
      if (event.key !== "Escape" || open?.picture !== picture || event.target.matches("input")) return;
      event.preventDefault();
      close();
    };
    picture.figure.addEventListener("keydown", onEscape, { capture: true });
  }
  addEventListener("resize", () => open && settle(open.picture.figure));
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();
}
