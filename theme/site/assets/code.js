// Each example in YAML: its keys and remarks in colours, and a button that copies it.
{
  const KEY = /^([ \t]*(?:- )*)([\w-]+:)(?=\s|$)/;
  const REMARK = /^([^"'#]*?)((?<!\S)#.*)$/;
  const status = makeElement("span", { role: "status", class: "pb-aside" });
  const mark = (look, words) => makeElement("span", { class: `pb-yaml-${look}` }, words);

  const colourLine = (line) => {
    const [, before, remark = ""] = REMARK.exec(line) ?? [null, line];
    const [begin, indent, key] = KEY.exec(before) ?? ["", "", ""];
    return [indent, key && mark("key", key), before.slice(begin.length), remark && mark("remark", remark), "\n"];
  };

  for (const code of document.querySelectorAll("pre > code.language-yaml")) {
    const text = code.textContent;
    const button = makeElement("button", { type: "button", class: "pb-button pb-copy-code" }, _("Copy"));
    button.addEventListener("click", () => {
      code.parentElement.after(status);
      copyText(text, status, () => selectText(code, status));
    });
    code.replaceChildren(...text.trimEnd().split("\n").flatMap(colourLine).slice(0, -1));
    code.after(button);
  }
}
