// Writes a picture as text: as an outline in Markdown, and as a flowchart in Mermaid. Both say what is on its cards, and
// nothing in a card's words is read as a sign of either.
const outlinePicture = (picture) => {
  const plain = (text) => text.replace(/[\\`*_[\]<>|~&]/g, "\\$&");
  const item = (card, depth) => {
    const { title, facts } = wordsOn(picture, card);
    return `${"  ".repeat(depth)}- **${plain(title)}**${facts.length ? ` — ${facts.map(plain).join("; ")}` : ""}`;
  };
  const branch = (card, depth) => [item(card, depth), ...picture.after(card).flatMap((child) => branch(child, depth + 1))];
  const ways = (card) =>
    picture.lines
      .filter(({ from }) => from === card)
      .map(({ line, to }) => `  - → ${plain(picture.said(to))}${line.dataset.words ? ` — ${plain(line.dataset.words)}` : ""}`);
  const lines = picture.isTree
    ? picture.cards.filter((card) => !picture.before(card).length).flatMap((card) => branch(card, 0))
    : picture.cards.flatMap((card) => [item(card, 0), ...ways(card)]);
  return `# ${plain(picture.title)}\n\n${lines.join("\n")}\n`;
};

// What stands on a card: its title, and its small line and its remark, if it has them, uncut.
const wordsOn = (picture, card) => {
  const [title, words] = [picture.said(card), picture.words.get(card)];
  const [all, whole] = [`. ${words}. `, `. ${title.replace(/\.+$/, "")}. `]; // a short title may be a part of another word
  const at = all.indexOf(whole);
  if (at < 0) return { title: words, facts: [] };
  const facts = [all.slice(0, at), all.slice(at + whole.length)].map((part) => part.replace(/^\.\s*|\.\s*$/g, ""));
  return { title, facts: facts.filter(Boolean) };
};

const sketchPicture = (picture) => {
  // Mermaid knows a character by its number; in this way no text ends a label, begins a comment or gives an order.
  const plain = (text) => text.replace(/[^\p{L}\p{M}\p{N} .,:?!()'’“”–·…-]/gu, (sign) => `#${sign.codePointAt(0)};`);
  const SHAPES = { outcome: ["[[", "]]"], start: ["([", "])"], end: ["([", "])"], "way-out": ["{{", "}}"], solution: ["{{", "}}"] };
  const ARROWS = { loop: "-.->", error: "==>", abandon: "-.->" };
  const look = (element, all) => Object.keys(all).find((name) => element.classList.contains(name));
  const names = new Map(picture.cards.map((card, number) => [card, `n${number}`]));
  const box = (card) => {
    const { title, facts } = wordsOn(picture, card);
    const [open, shut] = SHAPES[look(card, SHAPES)] ?? ["(", ")"];
    return `  ${names.get(card)}${open}"${[title, ...facts].map(plain).join("<br>")}"${shut}`;
  };
  const way = ({ line, from, to }) => {
    const arrow = picture.isTree ? "---" : (ARROWS[look(line, ARROWS)] ?? "-->");
    const words = line.dataset.words ? `|"${plain(line.dataset.words)}"|` : "";
    return `  ${names.get(from)} ${arrow}${words} ${names.get(to)}`;
  };
  const targets = picture.cards.filter((card) => card.matches(".target")).map((card) => names.get(card));
  const marked = targets.length ? [`  style ${targets[0]} stroke-width:4px`] : [];
  return ["```mermaid", "flowchart TD", ...picture.cards.map(box), ...picture.lines.map(way), ...marked, "```", ""].join("\n");
};
