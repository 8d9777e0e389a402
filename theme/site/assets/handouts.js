// Offers each handout on the reader's paper, where the site has both: guessed from where they are, chosen once, remembered
// in this browser.
{
  const WORDS = { paper: _("Paper"), a4: _("A4"), letter: _("US Letter") };
  const ON_LETTER = new Set(["US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "SV", "GT", "NI", "PA", "DO", "PR"]);

  const guess = () => {
    try {
      return ON_LETTER.has(new Intl.Locale(navigator.language).region) ? "letter" : "a4";
    } catch {
      return "a4";
    }
  };
  const menus = [...document.querySelectorAll(".pb-handouts")].filter((menu) => menu.querySelectorAll("[data-paper]").length > 1);

  function choose(paper) {
    for (const menu of menus) {
      for (const input of menu.querySelectorAll("input")) input.checked = input.value === paper;
      for (const each of menu.querySelectorAll("[data-paper]")) each.hidden = each.dataset.paper !== paper;
    }
  }

  function radio(value, name) {
    const input = makeElement("input", { type: "radio", name, value });
    input.addEventListener("change", () => {
      kept.set("paper", value);
      choose(value);
    });
    return makeElement("label", {}, input, WORDS[value]);
  }

  for (const [number, menu] of menus.entries()) {
    const legend = makeElement("legend", {}, WORDS.paper);
    const group = makeElement("fieldset", {}, legend, radio("a4", `paper ${number}`), radio("letter", `paper ${number}`));
    menu.querySelector("summary").after(group);
    menu.classList.add("pb-choosing");
  }
  choose(kept.get("paper") ?? guess());
}
