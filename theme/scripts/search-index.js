// The search's index, of which only the parts that a question needs are loaded; each is a script, since a page that was
// opened from a folder may load nothing else.
const [MOST_PARTS, MOST_BEGUN] = [6, 8];
const searchParts = new Map();
const searchWaits = new Map();
const keepPart = (name, content) => searchParts.set(name, content);

const loadPart = (base, name, version) => {
  if (!searchWaits.has(name)) {
    const wait = new Promise((resolve, reject) => {
      const script = makeElement("script", { src: new URL(`search/${name}.js?${version}`, base) });
      script.addEventListener("load", () => (searchParts.has(name) ? resolve(searchParts.get(name)) : reject()));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    wait.catch(() => searchWaits.delete(name));
    searchWaits.set(name, wait);
  }
  return searchWaits.get(name);
};

// How many slips lie between two words, up to a limit: a letter too many, too few, wrong, or two in the wrong order.
const countSlips = (one, other, limit) => {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let [older, old] = [[], [...Array(other.length + 1).keys()]];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      now[column] = Math.min(old[column] + 1, now[column - 1] + 1, old[column - 1] + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) now[column] = Math.min(now[column], older[column - 2] + 1);
    }
    if (Math.min(...now) > limit) return limit + 1;
    [older, old] = [old, now];
  }
  return old[other.length];
};

// British and American endings are one.
const spellAmerican = (word) => word.replace(/(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, "iz");

// How far a word is from one that the index has: slips, or another ending; Infinity where it is another word.
const measureDistance = (word, form, isTyped) => {
  const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let slips = countSlips(word, form, limit);
  if (isTyped && word.length > 4) {
    const starts = [word.length, word.length + 1].map((length) => countSlips(word, form.slice(0, length), limit));
    slips = Math.min(slips, Math.min(...starts) + 0.2);
  }
  if (slips <= limit) return slips;
  let shared = 0;
  while (shared < word.length && word[shared] === form[shared]) shared += 1;
  const rest = word.length - shared + form.length - shared;
  return shared > 3 && rest < 6 && shared >= 0.6 * word.length ? 1 + rest / 10 : Infinity;
};

class SearchIndex {
  constructor(base, index) {
    Object.assign(this, index, { base });
    this.pages = [...index.pages].map((sign) => index.classes[sign.codePointAt(0) - 0x100]);
    this.also = index.also.map((group) => group.map((words) => splitTerms(words)));
  }

  static async load(base) {
    return new SearchIndex(base, await loadPart(base, "index", Date.now()));
  }

  page(number) {
    return loadPart(this.base, `pages/${number}`, this.version);
  }

  // Loads the parts of a list in which words from one to another stand; of too many parts, those around a word.
  async loadParts(folder, firsts, from, to, around) {
    const place = (word) => Math.max(firsts.findLastIndex((first) => first <= word), 0);
    const [first, last] = [place(from), place(to)];
    const begin = Math.max(first, Math.min(place(around) - MOST_PARTS / 2, last - MOST_PARTS + 1));
    const numbers = firsts.map((_, number) => number).slice(begin, Math.min(last + 1, begin + MOST_PARTS));
    return (await Promise.all(numbers.map((number) => loadPart(this.base, `${folder}/${number}`, this.version)))).flat();
  }

  async entries(from, to, around = from) {
    const entries = await this.loadParts("terms", this.parts, from, to, around);
    return entries.map(([forms, pages]) => ({ forms: forms.split(" "), pages }));
  }

  // What the index has of a word: the pages with how much each is about it, and the forms in which it stands there.
  async find(word, isTyped) {
    let hits = await this.findForms(word, isTyped);
    if (!hits.length) hits = await this.findNear(word, isTyped);
    const [pages, forms] = [new Map(), new Map()];
    for (const { entry, quality } of hits) {
      for (const form of entry.forms) forms.set(form, Math.max(quality, forms.get(form) ?? 0));
      let number = 0;
      for (const [, step, level] of entry.pages.matchAll(/(\d+)([A-Z])/g)) {
        number += Number(step);
        const about = (quality * (level.charCodeAt(0) - 64)) / 26;
        pages.set(number, Math.max(about, pages.get(number) ?? 0));
      }
    }
    const rarity = pages.size ? Math.log(1 + (this.pages.length - pages.size + 0.5) / (pages.size + 0.5)) : 1;
    return { pages, forms, rarity, isExact: forms.has(word) };
  }

  async findForms(word, isTyped) {
    const hits = [];
    for (const entry of await this.entries(word, isTyped ? `${word}\uffff` : word)) {
      const qualities = entry.forms.map((form) => {
        if (form === word) return 1;
        return isTyped && form.startsWith(word) ? 0.4 + (0.4 * word.length) / form.length : 0;
      });
      const quality = Math.max(...qualities);
      if (quality) hits.push({ entry, quality });
    }
    return hits;
  }

  async findNear(word, isTyped) {
    if (word.length < 4 || IS_UNSPACED.test(word)) return [];
    const starts = new Set([word.slice(0, 2), word[1] + word[0], word.slice(1, 3)]);
    const near = [];
    const consider = (entries) => {
      for (const entry of entries) {
        const distances = entry.forms.map((form) => measureDistance(spellAmerican(word), spellAmerican(form), isTyped));
        const distance = Math.min(...distances);
        if (distance < Infinity) near.push({ entry, distance });
      }
    };
    for (const start of starts) consider(await this.entries(start, `${start}\uffff`, word));
    for (const form of await this.findBegun(word, isTyped)) {
      consider((await this.entries(form, form)).filter((entry) => entry.forms.includes(form)));
    }
    const nearest = Math.min(...near.map((hit) => hit.distance));
    return near
      .filter((hit) => hit.distance <= nearest + 0.25)
      .map((hit) => ({ entry: hit.entry, quality: 0.9 - 0.2 * hit.distance }));
  }

  // The words that a word becomes with a letter in front or with another first letter, the nearest ones.
  async findBegun(word, isTyped) {
    const distances = new Map();
    for (const tail of [word, word.slice(1)]) {
      const start = tail.slice(0, 2);
      for (const form of await this.loadParts("tails", this.tails, start, `${start}\uffff`, tail)) {
        if (!form.slice(1).startsWith(start)) continue;
        const distance = measureDistance(spellAmerican(word), spellAmerican(form), isTyped);
        if (distance < Infinity) distances.set(form, distance);
      }
    }
    const nearest = [...distances.keys()].sort((one, other) => distances.get(one) - distances.get(other));
    return nearest.slice(0, MOST_BEGUN);
  }
}
