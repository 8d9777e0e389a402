// Takes a picture elsewhere: copies it as an image, as text or as a link, and saves it.
for (const picture of pictures) {
  const status = makeElement("span", { role: "status" });
  const row = makeElement("div", { class: "pb-share", role: "group", "aria-label": `${PICTURE_WORDS.share}: ${picture.title}` });
  row.hidden = true;

  const showRow = (isShown) => {
    row.hidden = !isShown;
    button.setAttribute("aria-expanded", String(isShown));
    status.textContent = "";
    (isShown ? row.querySelector("button") : button).focus();
  };
  const nodes = "M17 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M6 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M17 15.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M8.3 10.8l6.4-3.5M8.3 13.2l6.4 3.5";
  const button = picture.button(PICTURE_WORDS.share, nodes, () => showRow(row.hidden), PICTURE_WORDS.share);
  button.classList.add("pb-worded");
  button.setAttribute("aria-expanded", "false");

  const offer = (label, words, press) => {
    const each = makeElement("button", { type: "button", class: "pb-tool", title: label, "aria-label": label }, words);
    each.addEventListener("click", press);
    return each;
  };

  // Where a browser copies no text, it stands in a field from which a reader can.
  const copyWords = (text) => copyText(text, status, () => {
    const field = makeElement("textarea", { readonly: "", "aria-label": PICTURE_WORDS.share, rows: "6" });
    field.value = text;
    status.replaceChildren(field);
    field.select();
  });

  const copyImage = async () => {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": makePng(picture) })]);
      status.textContent = _("Copied.");
    } catch {
      savePicture(picture, await makePng(picture), "png");
      status.textContent = PICTURE_WORDS.savedInstead;
    }
  };

  // The card that is open, or else the heading above the picture.
  const linkHere = () => {
    const heads = [...document.querySelectorAll("article :is(h1, h2, h3)[id]")];
    const isAbove = (head) => head.compareDocumentPosition(picture.figure) & Node.DOCUMENT_POSITION_FOLLOWING;
    const id = picture.svg.querySelector("[aria-current]")?.id || heads.filter(isAbove).at(-1)?.id;
    return new URL(`${location.pathname}${location.search}${id ? `#${id}` : ""}`, location).href;
  };

  row.append(
    makeElement("span", { class: "pb-fact" }, PICTURE_WORDS.copying),
    offer(PICTURE_WORDS.copyImage, PICTURE_WORDS.image, copyImage),
    offer(PICTURE_WORDS.copyOutline, PICTURE_WORDS.outline, () => copyWords(outlinePicture(picture))),
    offer(PICTURE_WORDS.copyMermaid, "Mermaid", () => copyWords(sketchPicture(picture))),
    offer(PICTURE_WORDS.copy, PICTURE_WORDS.link, () => copyWords(linkHere())),
    makeElement("span", { class: "pb-fact" }, PICTURE_WORDS.saving),
    offer(PICTURE_WORDS.save("SVG"), "SVG", () => savePicture(picture, makeSvg(picture), "svg")),
    offer(PICTURE_WORDS.save("PNG"), "PNG", async () => savePicture(picture, await makePng(picture), "png")),
    status,
  );
  picture.frame.before(row);
  row.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    showRow(false);
  });
}
