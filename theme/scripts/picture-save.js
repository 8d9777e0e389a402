// Saves a picture as it is seen, as SVG or PNG, with its colours and fonts inside; nothing leaves the browser.
{
  const LOOKS = [
    "color", "fill", "font-family", "font-size", "font-weight", "opacity", "paint-order", "stroke", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor",
  ];
  const MOST_POINTS = 16e6;

  // A copy that needs no style sheet and no page around it.
  const standalone = (picture) => {
    const { svg } = picture;
    const copy = svg.cloneNode(true);
    const copies = [...copy.querySelectorAll("*")];
    for (const [number, each] of [...svg.querySelectorAll("*")].entries()) {
      if (/^(title|desc)$/.test(each.localName)) continue;
      const [look, above] = [getComputedStyle(each), getComputedStyle(each.parentElement)];
      for (const name of LOOKS) {
        const value = look.getPropertyValue(name);
        if (value !== above.getPropertyValue(name) || copies[number].hasAttribute(name)) copies[number].setAttribute(name, value);
      }
    }
    for (const each of copy.querySelectorAll(".pb-folded, .pb-folds, .pb-flag")) each.remove();
    const ours = /^(aria-|class|data-|href|id|role|style|tabindex|xlink:)/;
    for (const each of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of each.getAttributeNames()) if (ours.test(name)) each.removeAttribute(name);
    }
    for (const link of copy.querySelectorAll("a")) {
      const group = makeElement("g", { transform: link.getAttribute("transform") }, ...link.childNodes);
      for (const name of link.getAttributeNames()) group.setAttribute(name, link.getAttribute(name));
      link.replaceWith(group);
    }
    const { x, y, width, height } = svg.viewBox.baseVal;
    copy.setAttribute("font-family", getComputedStyle(svg).fontFamily);
    copy.setAttribute("fill", getComputedStyle(svg).fill);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    const paper = makeElement("rect", { x, y, width, height, fill: getComputedStyle(picture.frame).backgroundColor });
    copy.querySelector(":scope > desc").after(paper);
    return new XMLSerializer().serializeToString(copy);
  };

  const save = (picture, blob, ending) => {
    const name = picture.title.replace(/[\s\\/:*?"<>|\p{C}]+/gu, " ").trim().slice(0, 80);
    saveFile(blob, `${name || PICTURE_WORDS.picture}.${ending}`);
  };

  const asSvg = (picture) => new Blob([standalone(picture)], { type: "image/svg+xml" });

  const asPng = async (picture) => {
    const { width, height } = picture.svg.viewBox.baseVal;
    const scale = Math.min(2, Math.sqrt(MOST_POINTS / (width * height)));
    const image = new Image(width * scale, height * scale);
    image.src = URL.createObjectURL(asSvg(picture));
    await image.decode();
    const canvas = makeElement("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  for (const picture of pictures) {
    const arrow = "M12 4v11M7 10l5 5l5-5M5 20h14";
    const svg = picture.button(PICTURE_WORDS.save("SVG"), arrow, () => save(picture, asSvg(picture), "svg"), "SVG");
    const png = picture.button(PICTURE_WORDS.save("PNG"), arrow, async () => save(picture, await asPng(picture), "png"), "PNG");
    for (const each of [svg, png]) each.classList.add("pb-worded");
  }
}
