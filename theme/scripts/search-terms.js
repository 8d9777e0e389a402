// Splits a text into the terms that the search's index knows, as `site/search_terms.py` does.
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const JOINED = /[\p{L}\p{N}\p{M}ー]+(?:[-‐‑][\p{L}\p{N}\p{M}ー]+)*/gu;
const MOST_SIGNS = 40;

const splitRun = (run) => {
  const signs = [...run];
  if (signs.length < 2 || !IS_UNSPACED.test(run)) return [signs.slice(0, MOST_SIGNS).join("")];
  return signs.slice(1).map((sign, place) => signs[place] + sign);
};

// Each word of a text with the ways to say it: a list of terms, and for a word with a hyphen that as one term, too.
const splitWords = (text) =>
  [...foldText(text).matchAll(JOINED)].flatMap(([word]) => {
    const parts = word.split(/[-‐‑]/);
    const isAscii = /^[\x00-\x7f]*$/.test(word);
    const runs = parts.flatMap((part) => part.match(RUNS).map(splitRun));
    if (parts.length < 2 || !isAscii || word.length > MOST_SIGNS) return runs.map((terms) => [terms]);
    return [[runs.flat(), [parts.join("")]]];
  });

const splitTerms = (text) => splitWords(text).flat(2);
