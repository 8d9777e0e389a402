// The search's dialog: what is typed, the hits, and the kinds of pages among them.
{
  const dialog = document.querySelector(".pb-search-dialog");
  const base = new URL(`${document.querySelector(".pb-search").dataset.base}/`, location);
  const box = dialog.querySelector("input");
  const [status, kinds, list, more] = [".pb-search-status", ".pb-search-kinds", ".pb-search-hits", ".pb-search-more"].map((name) =>
    dialog.querySelector(name),
  );
  const [FEW, MARKED, BEFORE, AFTER] = [10, 12, 60, 150];
  const ghost = dialog.querySelector(".pb-search-ghost");
  const MOST_SHOWN = 30;
  list.setAttribute("role", "list"); // Safari takes one without numbers for no list
  let index;
  let state = { question: "", answer: null, kind: null, many: FEW };

  // The stretch of a text in which most is said of what is asked for.
  const cutSnippet = (text, forms) => {
    const places = findPlaces(text, forms);
    const inReach = (from) => new Set(places.filter(([at]) => at >= from && at < from + AFTER).map(([at, end]) => foldText(text.slice(at, end)))).size;
    const best = places.reduce((chosen, [at]) => (inReach(at) > inReach(chosen) ? at : chosen), places[0]?.[0] ?? 0);
    const from = best < BEFORE ? 0 : Math.max(text.lastIndexOf(" ", best - BEFORE), best - BEFORE - 20) + 1;
    const end = best + AFTER >= text.length ? text.length : text.lastIndexOf(" ", best + AFTER);
    return `${from ? "… " : ""}${text.slice(from, end > best ? end : best + AFTER)}${end < text.length ? " …" : ""}`;
  };

  const addressOf = (page, id) => {
    const address = new URL(page.url || ".", base);
    const said = [...state.answer.forms].filter((form) => page.said.has(form)).slice(0, MARKED);
    if (said.length) address.searchParams.set("h", said.join(" "));
    if (id) address.hash = id;
    return address;
  };

  const showHit = (page, section, title, kind) => {
    const { forms } = state.answer;
    const link = makeElement("a", { href: addressOf(page, section.id), class: "pb-search-hit" });
    link.append(
      makeElement("span", { class: "pb-search-kind" }, kind),
      makeElement("span", { class: "pb-search-title", dir: "auto" }, ...markWords(title, forms)),
    );
    const snippet = section.text && cutSnippet(section.text, forms);
    if (snippet) link.append(makeElement("span", { class: "pb-search-text", dir: "auto" }, ...markWords(snippet, forms)));
    return link;
  };

  const showPage = (page) => {
    page.said ??= new Set([...page.top.terms, ...page.pieces.flatMap((piece) => [...piece.terms, ...piece.titleTerms]), ...page.top.titleTerms]);
    const item = makeElement("li", {}, showHit(page, page.top, page.title, index.kinds[page.kind]));
    const pieces = page.pieces.slice(0, 2);
    if (pieces.length) {
      const inside = pieces.map((piece) => {
        const kind = piece.kind === page.kind ? "" : index.kinds[piece.kind];
        return makeElement("li", {}, showHit(page, piece, piece.title || page.title, kind));
      });
      item.append(makeElement("ul", {}, ...inside));
    }
    return item;
  };

  const showKinds = () => {
    const counts = new Map();
    for (const page of state.answer.ranked) counts.set(page.kind, (counts.get(page.kind) ?? 0) + 1);
    const asides = new Set(state.answer.ranked.filter((page) => page.isAside).map((page) => page.kind));
    const order = [...counts.keys()].sort((one, other) => asides.has(one) - asides.has(other) || counts.get(other) - counts.get(one));
    const choices = [["", _("All kinds"), state.answer.open(null).length], ...order.map((kind) => [kind, index.kinds[kind], counts.get(kind)])];
    kinds.replaceChildren(...choices.map(([value, name, count]) => makeElement("option", { value }, `${name} (${count})`)));
    kinds.hidden = order.length < 2;
  };

  const showHits = async () => {
    const asked = state;
    const { kind, many } = asked;
    const all = asked.answer.open(kind).length;
    const pages = (await asked.answer.show(kind, Math.max(many, LOOKED_INTO))).slice(0, many);
    if (asked !== state || kind !== state.kind || many !== state.many) return;
    // A reader may have gone on to a hit of what was typed so far.
    const place = [...list.querySelectorAll("a")].indexOf(document.activeElement);
    list.replaceChildren(...pages.map(showPage));
    if (place >= 0) (list.querySelectorAll("a")[place] ?? box).focus();
    more.hidden = all <= many;
    status.textContent = all
      ? ngettext("%(number)s page found", "%(number)s pages found", all)
      : _("Nothing found. Try another word, or fewer.");
  };

  const answer = async () => {
    const question = box.value;
    if (question === state.question) return;
    state = { question, answer: null, kind: null, many: FEW };
    const asked = state;
    ghost.replaceChildren();
    try {
      index ??= await SearchIndex.load(base);
      const isShort = foldText(question).trim().length < 2 && !IS_UNSPACED.test(question.trim());
      if (isShort) {
        list.replaceChildren();
        kinds.hidden = more.hidden = true;
        status.textContent = _("Type what you are looking for.");
        return;
      }
      const found = await answerQuestion(index, question);
      if (asked !== state) return;
      state.answer = found;
      suggest();
      await showHits();
      if (asked === state) showKinds();
    } catch {
      if (asked !== state) return;
      state.question = "";
      status.textContent = _("The search can't be loaded. Check your connection, and open it again.");
    }
  };

  // Shows behind what is typed how its last word may go on; the right arrow takes that.
  const suggest = () => {
    const last = foldText(box.value.match(/[\p{L}\p{N}]{2,}$/u)?.[0] ?? "");
    const { forms } = state.answer;
    const longer = last && !forms.has(last) && box.value.length < MOST_SHOWN ? [...forms].filter((form) => form.startsWith(last)) : [];
    const [word] = longer.sort((one, other) => one.length - other.length);
    if (word) ghost.replaceChildren(makeElement("span", {}, box.value), word.slice(last.length));
  };

  // Up and down go through the hits from the box and back; a letter typed there goes to the box.
  dialog.addEventListener("keydown", (event) => {
    const stops = [box, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at === 0 && event.key === "ArrowRight" && ghost.textContent && box.selectionStart === box.value.length) {
      event.preventDefault();
      box.value = ghost.textContent;
      answer();
    } else if (step && at >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (at > 0 && event.key.length === 1 && event.key !== " " && !hasModifier(event)) box.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".pb-search-close") || event.target.closest("a")) dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  kinds.addEventListener("change", () => {
    Object.assign(state, { kind: kinds.value ? Number(kinds.value) : null, many: FEW });
    showHits();
  });
  more.addEventListener("click", async () => {
    const next = list.children.length;
    state.many += FEW;
    await showHits();
    list.children[next]?.querySelector("a").focus();
  });
  box.addEventListener("input", answer);
  answer();
}
