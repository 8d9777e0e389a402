// Finds words on the cards of a picture: marks what matches, says how many, and goes from one to the next.
for (const picture of pictures) {
  if (!picture.cards.length) continue;
  const field = makeElement("input", { type: "search", "aria-label": `${PICTURE_WORDS.find}: ${picture.title}`, autocomplete: "off" });
  const status = makeElement("span", { role: "status" });
  const row = makeElement("div", { class: "pb-find" }, field, status);
  row.hidden = true;
  picture.bar.after(row);
  let found = [];
  let at = 0;

  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const flag = (card) => {
    const { width } = picture.box(card);
    return makeElement("path", { class: "pb-flag", d: `M${width - 22}-6h14v20l-7-5l-7 5z` });
  };
  const show = () => {
    for (const card of found) card.classList.toggle("pb-found-now", card === found[at]);
    status.textContent = field.value.trim() ? PICTURE_WORDS.none : "";
    if (!found.length) return;
    status.textContent = PICTURE_WORDS.found(at + 1, found.length, picture.said(found[at]));
    if (picture.isTree) openTo(picture, found[at]);
    lightPath(picture, found[at]);
    bringIntoView(picture, found[at]);
  };
  const search = () => {
    for (const old of picture.svg.querySelectorAll(".pb-flag")) old.remove();
    for (const card of found) card.classList.remove("pb-found", "pb-found-now");
    const wanted = plain(field.value.trim());
    found = wanted ? picture.cards.filter((card) => plain(picture.words.get(card)).includes(wanted)) : [];
    for (const card of found) {
      card.classList.add("pb-found");
      card.append(flag(card));
    }
    at = 0;
    show();
  };
  const toggle = () => {
    row.hidden = !row.hidden;
    button.setAttribute("aria-expanded", String(!row.hidden));
    if (!row.hidden) return void field.focus();
    field.value = "";
    search();
    lightPath(picture, null);
    button.focus();
  };
  const glass = "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21";
  const button = picture.button(PICTURE_WORDS.find, glass, toggle);
  button.setAttribute("aria-expanded", "false");
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      at = (at + (event.shiftKey ? found.length - 1 : 1)) % found.length;
      show();
    } else if (event.key === "Escape") toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
