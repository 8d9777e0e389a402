// Makes a picture a file, SVG or PNG, with its colours and fonts inside; nothing leaves the browser.
const SAVED_LOOKS = [
  "color", "fill", "font-family", "font-size", "font-weight", "opacity", "paint-order", "stroke", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor",
];
const MOST_POINTS = 16e6;

// A copy that needs no style sheet and no page around it. A column is saved as it was drawn, with all its branches.
const copyAlone = (picture) => {
  const { svg } = picture;
  const copy = svg.cloneNode(true);
  const copies = [...copy.querySelectorAll("*")];
  for (const [number, each] of [...svg.querySelectorAll("*")].entries()) {
    if (/^(title|desc)$/.test(each.localName)) continue;
    const [look, above] = [getComputedStyle(each), getComputedStyle(each.parentElement)];
    for (const name of SAVED_LOOKS) {
      const value = look.getPropertyValue(name);
      if (value !== above.getPropertyValue(name) || copies[number].hasAttribute(name)) copies[number].setAttribute(name, value);
    }
  }
  const unseen = picture.isColumn ? ".pb-folds, .pb-flag" : ".pb-folded, .pb-folds, .pb-flag";
  for (const each of copy.querySelectorAll(unseen)) each.remove();
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

const savePicture = (picture, blob, ending) => {
  saveFile(blob, `${nameFile(picture.title) || PICTURE_WORDS.picture}.${ending}`);
};

const makeSvg = (picture) => {
  const copy = () => copyAlone(picture);
  return new Blob([picture.asDrawn ? picture.asDrawn(copy) : copy()], { type: "image/svg+xml" });
};

const makePng = async (picture) => {
  const image = new Image();
  image.src = URL.createObjectURL(makeSvg(picture));
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, Math.sqrt(MOST_POINTS / (width * height)));
  const canvas = makeElement("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};
