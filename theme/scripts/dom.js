// What other scripts share: making elements, naming cells, and reading, copying, printing and saving without a surprise.

// Makes an element of HTML or SVG, with attributes and what is inside it.
const makeElement = (name, attributes = {}, ...inside) => {
  const isDrawn = ["svg", "g", "path", "rect", "text", "tspan"].includes(name);
  const element = isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

// The cells of a row by the names that the head of its table gives to its columns, in `data-cell`.
const cellsOf = (row) => {
  const heads = [...row.closest("table").tHead.rows[0].cells];
  return Object.fromEntries(heads.map((head, place) => [head.querySelector("[data-cell]")?.dataset.cell, row.cells[place]]));
};

const namedFields = (form) => [...form.elements].filter((field) => field.name);

// What JSON says, or null where the text is none: a stored value may be another program's.
const parseJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

// An address writes letters beyond ASCII in per cent signs.
const decodeAddress = (address) => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;

// Copies a text and says so in a live region, or lets `showIt` offer it where the browser copies nothing.
const copyText = async (text, status, showIt) => {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = _("Copied.");
  } catch {
    showIt();
  }
};

// Selects what a reader then copies by hand, and says so.
const selectText = (element, status) => {
  getSelection().selectAllChildren(element);
  status.textContent = _("The text is selected: copy it with Ctrl+C, or Cmd+C on a Mac.");
};

// Prints while the page has a class that leaves out all but one thing.
const printOnly = (name) => {
  document.body.classList.add(name);
  addEventListener("afterprint", () => document.body.classList.remove(name), { once: true });
  print();
};

// A title as the name of a file, without what a system refuses in one.
const nameFile = (title) => title.replace(/[\s\\/:*?"<>|\p{C}]+/gu, " ").trim().slice(0, 80);

const saveFile = (blob, name) => {
  const link = makeElement("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
