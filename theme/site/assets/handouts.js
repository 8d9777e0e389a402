// Offers each handout on the reader's paper, where the site has both: guessed from where they are, chosen once, remembered
// in this browser. Puts a session's sheets together for so many people and their printer, as one file to be printed whole.
{
  const WORDS = {
    paper: _("Paper"),
    a4: _("A4"),
    letter: _("US Letter"),
    flip: _("The printer flips on"),
    long: _("the long edge"),
    short: _("the short edge"),
    none: _("nothing: it prints on one side"),
    people: _("People"),
    download: _("Download all of it, ready to print"),
    note: _("One file, with each sheet as often as you need it: print it whole."),
    failed: _("This browser can't put the sheets together. Open the file below, and print its pages."),
  };
  const SIDES = { long: "DuplexFlipLongEdge", short: "DuplexFlipShortEdge", none: "Simplex" };
  const ON_LETTER = new Set(["US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "SV", "GT", "NI", "PA", "DO", "PR"]);
  const MOST_PEOPLE = 99;

  const guess = () => {
    try {
      return ON_LETTER.has(new Intl.Locale(navigator.language).region) ? "letter" : "a4";
    } catch {
      return "a4";
    }
  };
  const all = [...document.querySelectorAll(".pb-handouts")];
  const menus = all.filter((menu) => menu.querySelectorAll("[data-paper]").length > 1);

  function choose(paper) {
    for (const menu of menus) {
      for (const input of menu.querySelectorAll("[data-of='paper'] input")) input.checked = input.value === paper;
      for (const each of menu.querySelectorAll("[data-paper]")) each.hidden = each.dataset.paper !== paper;
    }
  }

  // A choice that is remembered under its name.
  function choice(key, values, group, onChoice) {
    const radios = values.map((value) => {
      const input = makeElement("input", { type: "radio", name: `${key} ${group}`, value });
      input.addEventListener("change", () => {
        kept.set(key, value);
        onChoice?.(value);
      });
      return makeElement("label", {}, input, WORDS[value]);
    });
    return makeElement("fieldset", { "data-of": key }, makeElement("legend", {}, WORDS[key]), ...radios);
  }

  for (const [number, menu] of menus.entries()) {
    menu.querySelector("summary").after(choice("paper", ["a4", "letter"], number, choose));
    menu.classList.add("pb-choosing");
  }
  choose(kept.get("paper") ?? guess());

  // The pages of a session's parts in the order of use: each part on a sheet of its own, what everybody gets for everybody.
  const orderPages = (parts, flip, people) =>
    parts.flatMap(([first, last, isEach, isDeck]) => {
      const pages = Array.from({ length: last - first + 1 }, (_none, place) => ({
        page: first + place,
        isTurned: Boolean(isDeck) && flip === "short" && place % 2 === 1,
      }));
      if (pages.length % 2) pages.push({ page: 0 });
      return Array(isEach ? people : 1).fill(pages).flat();
    });

  const packOf = (menu) => {
    const papers = [...menu.querySelectorAll("[data-parts]")];
    const shown = papers.find((each) => !each.hidden);
    const packs = parseJson(shown?.dataset.parts ?? "") ?? [];
    const place = packs.findIndex((parts) => parts.length);
    return { parts: packs[place], link: shown?.querySelectorAll(":scope > ul > li")[place]?.querySelector("a") };
  };

  const canAssemble = window.DecompressionStream && location.protocol !== "file:";
  for (const menu of canAssemble ? all : []) {
    if (!packOf(menu).parts) continue;
    const flip = choice("flip", ["long", "short", "none"], "pack");
    const known = SIDES[kept.get("flip")] ? kept.get("flip") : "long";
    flip.querySelector(`[value="${known}"]`).checked = true;
    const people = makeElement("input", { type: "number", min: 1, max: MOST_PEOPLE, value: kept.get("people") ?? 8 });
    people.addEventListener("change", () => kept.set("people", people.value));
    const button = makeElement("button", { type: "button", class: "pb-button" }, WORDS.download);
    const note = makeElement("p", { role: "status" }, WORDS.note);
    button.addEventListener("click", async () => {
      const { parts, link } = packOf(menu);
      const edge = flip.querySelector(":checked").value;
      const count = Math.min(MOST_PEOPLE, Math.max(1, Math.round(people.valueAsNumber) || 1));
      try {
        const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
        const pdf = await assemblePdf(bytes, orderPages(parts, edge, count), SIDES[edge]);
        saveFile(pdf, `${nameFile(document.querySelector("h1").firstChild.textContent)}.pdf`);
        note.textContent = WORDS.note;
      } catch {
        note.textContent = WORDS.failed;
      }
    });
    const fields = makeElement("div", { class: "pb-order" }, flip, makeElement("label", {}, WORDS.people, people), button, note);
    (menu.querySelector("fieldset") ?? menu.querySelector("summary")).after(fields);
  }
}
