// Opens the search, which loads its script and its index only then, and marks on a page what was searched for.
{
  const place = document.querySelector(".pb-search");
  const dialog = place?.querySelector("dialog");
  const box = dialog?.querySelector("input");
  const isTyping = (element) => element?.matches("input, select, textarea, [contenteditable]");
  let isLoading = false;

  // What is typed before the script is there waits for it.
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    const script = makeElement("script", { src: new URL(`${place.dataset.base}/assets/search.js`, location) });
    script.addEventListener("error", () => {
      isLoading = false;
      script.remove();
      dialog.querySelector("[role='status']").textContent = _("The search can't be loaded. Check your connection, and open it again.");
    });
    document.head.append(script);
  };
  const open = (words) => {
    if (!dialog.open) dialog.showModal();
    document.body.classList.add("pb-searching");
    if (words) box.value = words;
    box.select();
    load();
  };

  if (place) {
    dialog.addEventListener("close", () => document.body.classList.remove("pb-searching"));
    place.querySelector(".pb-search-open").addEventListener("click", () => open());
    addEventListener("keydown", (event) => {
      if (hasModifier(event) || dialog.open || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key !== "/" && event.key !== "s" && event.key !== "f") return;
      event.preventDefault();
      open();
    });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) open(asked);
  }

  const searched = new URLSearchParams(location.search).get("h");
  const article = document.querySelector("article");
  if (searched && article && place) {
    const forms = new Set(foldText(searched).split(" ").filter(Boolean));
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("svg, script, style, select, textarea") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = markWords(text.data, forms);
      if (parts.length > 1) text.replaceWith(...parts);
    }
  }
}
