// Copies an exercise or an anti-pattern: its text, as it stands on the page, and its link.
{
  const LEFT_OUT = ".headerlink, .pb-handouts, .pb-ways, .pb-check, .pb-copy-block, [role=status]";
  const status = makeElement("span", { role: "status" });
  const joinWords = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const writeBlock = (block) => {
    const copy = block.cloneNode(true);
    for (const each of copy.querySelectorAll(LEFT_OUT)) each.remove();
    for (const fact of copy.querySelectorAll(".pb-fact")) fact.append(":");
    const lines = [...copy.querySelectorAll("h3, li, p:not(li p)")].map((each) => {
      if (each.localName !== "li") return `\n${joinWords(each)}`;
      const isOrdered = each.parentElement.localName === "ol";
      return `${isOrdered ? `${[...each.parentElement.children].indexOf(each) + 1}.` : "-"} ${joinWords(each)}`;
    });
    return lines.filter((line) => line.trim()).join("\n").trim();
  };

  for (const block of document.querySelectorAll(".pb-exercise, .pb-anti-pattern")) {
    const heading = block.querySelector("h3[id]");
    if (!heading) continue;
    const link = heading.querySelector(".headerlink");
    const title = joinWords(heading).replace(/\s*¶$/, "");
    const label = _("Copy text and link: %(title)s", { title });
    const button = makeElement("button", { type: "button", class: "pb-button pb-copy-block", "aria-label": label }, _("Copy"));
    button.addEventListener("click", () => {
      const address = new URL(link?.hash ?? `#${heading.id}`, location.href.split("#")[0]);
      button.after(status);
      copyText(`${writeBlock(block)}\n\n${address}\n`, status, () => selectText(block, status));
    });
    const beside = block.querySelector(".pb-ways") ?? block.querySelector(".pb-check")?.closest("p");
    if (beside) beside.append(" ", button, " ");
    else block.append(makeElement("p", { class: "pb-ways" }, button, " "));
  }
}
