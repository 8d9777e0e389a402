// A question -> the pages that answer it, best first, and of each the sections that do.
const LOOKED_INTO = 12;
const LEAST_COVERED = 0.6;
const sumOf = (list, of) => list.reduce((sum, each) => sum + of(each), 0);
const withoutPlural = (term) => term.replace(/(?<=\w{3})s$/, "");

// A question's words, each with the ways to say it; words that the glossary says in another way, too, are one.
const readQuestion = (index, text) => {
  const words = splitWords(text);
  const last = words.length - 1;
  const isTyped = !/\s$/.test(text);
  const asWay = (terms, place, quality) => ({
    quality,
    words: terms.map((term, at) => ({ term, isTyped: isTyped && place === last && at === terms.length - 1 })),
  });
  const concepts = [];
  for (let place = 0; place < words.length; place += 1) {
    let [end, others] = [place + 1, []];
    for (const group of index.also) {
      for (const said of group) {
        for (let until = words.length; until >= end; until -= 1) {
          const ways = words.slice(place, until).map((word) => word[0]).flat();
          const isSaid = said.length === ways.length && said.every((term, at) => withoutPlural(term) === withoutPlural(ways[at]));
          if (isSaid) [end, others] = [until, group.filter((other) => other !== said)];
        }
      }
    }
    const own = end > place + 1 ? [words.slice(place, end).flatMap((word) => word[0])] : words[place];
    concepts.push([...own.map((terms) => asWay(terms, end - 1, 1)), ...others.map((terms) => asWay(terms, -1, 0.8))]);
    place = end - 1;
  }
  return concepts;
};

// Looks a way of saying something up: the pages that have all of its words.
const lookUpWay = async (index, { words, quality }) => {
  const looked = await Promise.all(words.map(({ term, isTyped }) => index.find(term, isTyped)));
  const [first, ...rest] = looked;
  const pages = new Map();
  for (const number of first.pages.keys()) {
    if (!rest.every((word) => word.pages.has(number))) continue;
    pages.set(number, (quality * sumOf(looked, (word) => word.pages.get(number))) / looked.length);
  }
  return { looked, pages, quality, rarity: Math.max(...looked.map((word) => word.rarity)) };
};

const lookUp = async (index, ways) => {
  const looked = (await Promise.all(ways.map((way) => lookUpWay(index, way)))).filter((way) => way.pages.size);
  const pages = new Map();
  for (const way of looked) {
    for (const [number, about] of way.pages) pages.set(number, Math.max(about, pages.get(number) ?? 0));
  }
  const rarity = looked.length ? Math.min(...looked.map((way) => way.rarity)) : 3;
  return { ways: looked, pages, rarity };
};

// How well a text says what is asked for, from 0 to 1, by the words in it.
const measureMatch = (concept, terms) =>
  Math.max(
    0,
    ...concept.ways.map(({ looked, quality }) => {
      const found = looked.map((word) => Math.max(0, ...[...word.forms].map(([form, near]) => (terms.has(form) ? near : 0))));
      return found.every(Boolean) ? (quality * sumOf(found, (each) => each)) / found.length : 0;
    }),
  );

const readSections = (content) => {
  content.read ??= content[2].map(([id, kind, title, text]) => ({
    id,
    kind,
    title,
    text,
    titleTerms: new Set(splitTerms(title)),
    terms: new Set(splitTerms(text)),
    foldedTitle: foldText(title),
    folded: foldText(text),
  }));
  return content.read;
};

const scoreSection = (section, concepts, phrase) => {
  const total = sumOf(concepts, (concept) => concept.rarity);
  const said = sumOf(concepts, (concept) => {
    const inTitle = measureMatch(concept, section.titleTerms);
    return concept.rarity * Math.max(inTitle, 0.6 * measureMatch(concept, section.terms) + 0.15 * inTitle);
  });
  let score = said / total;
  if (section.foldedTitle === phrase) score += 1;
  else if (phrase.length > 3 && section.foldedTitle.includes(phrase)) score += 0.5;
  else if (phrase.includes(" ") && section.folded.includes(phrase)) score += 0.3;
  return score;
};

// The pages that answer a question by what the index says of them.
const rankPages = (index, concepts) => {
  const total = sumOf(concepts, (concept) => concept.rarity);
  const scores = new Map();
  for (const concept of concepts) {
    for (const [number, about] of concept.pages) {
      const page = scores.get(number) ?? { number, about: 0, covered: 0 };
      page.about += about * concept.rarity;
      page.covered += concept.rarity / total;
      scores.set(number, page);
    }
  }
  const pages = [...scores.values()];
  const most = Math.max(...pages.map((page) => page.covered));
  for (const page of pages) {
    const [kind, weight, isAside] = index.pages[page.number];
    Object.assign(page, { kind, isAside, score: page.about * page.covered ** 2 * weight });
  }
  return pages
    .filter((page) => page.covered >= LEAST_COVERED * most)
    .sort((one, other) => other.score - one.score || one.number - other.number);
};

// Looks into the first pages, which puts those first that say it in one place, and adds their best sections.
const lookInto = async (index, pages, concepts, phrase) => {
  const best = pages[0]?.score;
  await Promise.all(
    pages.map(async (page) => {
      const content = await index.page(page.number);
      const sections = readSections(content).map((section) => ({ ...section, score: scoreSection(section, concepts, phrase) }));
      const [top, ...others] = sections;
      others.sort((one, other) => other.score - one.score);
      const highest = Math.max(top.score, others[0]?.score ?? 0);
      const pieces = others.filter((section) => section.score > 0.5 * highest && section.score >= 0.3);
      const rank = (page.score / best) * 0.5 + highest * index.pages[page.number][1];
      Object.assign(page, { url: content[0], title: content[1], top, pieces, rank });
    }),
  );
  return pages.sort((one, other) => other.rank - one.rank);
};

// Answers a question: all pages by number and kind, and a function that shows some of them.
const answerQuestion = async (index, text) => {
  const phrase = foldText(text).trim().replace(/\s+/g, " ");
  const concepts = await Promise.all(readQuestion(index, text).map((ways) => lookUp(index, ways)));
  const ranked = concepts.length ? rankPages(index, concepts) : [];
  const forms = new Set(concepts.flatMap((concept) => concept.ways.flatMap((way) => way.looked.flatMap((word) => [...word.forms.keys()]))));
  const open = (kind) => {
    const wanted = ranked.filter((page) => (kind === null ? !page.isAside : page.kind === kind));
    return wanted.length || kind !== null ? wanted : ranked;
  };
  const show = async (kind, many = LOOKED_INTO) => {
    const pages = open(kind);
    const first = await lookInto(index, pages.slice(0, LOOKED_INTO), concepts, phrase);
    const rest = many > LOOKED_INTO ? await lookInto(index, pages.slice(LOOKED_INTO, many), concepts, phrase) : [];
    return [...first, ...rest];
  };
  return { forms, ranked, open, show };
};
