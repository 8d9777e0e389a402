// How a text is compared with what was searched for, and where it says that.
const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー";
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const SAID_WORD = /[\p{L}\p{N}\p{M}ー]+(?:['’]\p{L}+)*/gu;

const foldText = (text) => {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  return plain.toLowerCase().replaceAll("ß", "ss").replace(/(?<=\p{L})['’](?=\p{L})/gu, "");
};

const findAll = (text, part) => {
  const places = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
};

// Where a text says one of these folded words, by its own words or, where it has no spaces, by its pairs of signs.
const findPlaces = (text, forms) => {
  const pairs = [...forms].filter((form) => IS_UNSPACED.test(form));
  const places = [...text.matchAll(SAID_WORD)].flatMap(({ 0: word, index }) => {
    if (!IS_UNSPACED.test(word)) return forms.has(foldText(word)) ? [[index, index + word.length]] : [];
    return pairs.flatMap((pair) => findAll(word, pair).map((at) => [index + at, index + at + pair.length]));
  });
  return places.sort((one, other) => one[0] - other[0]);
};

// A text in pieces, those marked in which it says one of these words.
const markWords = (text, forms) => {
  const parts = [];
  let done = 0;
  for (const [from, to] of findPlaces(text, forms)) {
    if (to <= done) continue;
    parts.push(text.slice(done, Math.max(from, done)), makeElement("mark", {}, text.slice(Math.max(from, done), to)));
    done = to;
  }
  return [...parts, text.slice(done)];
};
