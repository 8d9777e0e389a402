// What the preview adds to a page: it loads it anew when what it shows has changed, and lays the
// mistakes in the file that it is made from over it until they are fixed.
"use strict";

(() => {
  const { shown } = document.currentScript.dataset;
  const AGAIN = 1000;
  const STYLE = `
    aside {
      position: fixed; inset: auto 0 0; z-index: 99; max-height: 60vh; max-height: 60dvh; overflow: auto;
      overscroll-behavior: contain; padding: 0 clamp(0.75rem, 3vw, 1.5rem) max(1rem, env(safe-area-inset-bottom));
      border-top: 4px solid #ff6b5e; background: #1d1f24; color: #f4f4f4; font: 16px/1.5 system-ui, sans-serif;
      overflow-wrap: anywhere;
    }
    header {
      position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between; gap: 1rem;
      padding: 0.5rem 0; background: #1d1f24;
    }
    h2 { margin: 0; font-size: 1.1rem; }
    p { margin: 0.5rem 0 0.25rem; }
    pre { margin: 0 0 0.75rem; font: 14px/1.5 ui-monospace, monospace; color: #c9ccd1; }
    pre > * { display: block; padding-left: var(--number); text-indent: calc(0px - var(--number)); white-space: pre-wrap; }
    b { background: #5b211d; color: #fff; font-weight: normal; }
    code { color: #ffb4ab; font: 14px ui-monospace, monospace; }
    button { min-width: 4rem; min-height: 2.25rem; font: inherit; cursor: pointer; }
  `;
  let seen = "", asking = null, host = null;

  const add = (parent, name, text = "") => {
    const made = parent.appendChild(document.createElement(name));
    made.textContent = text;
    return made;
  };

  const addMistake = (parent, { place, code, message, line, lines }) => {
    const words = add(parent, "p");
    add(words, "code", code ? `${place}: ${code}` : place);
    words.append(` ${message}`);
    if (!lines.length) return;
    const text = add(parent, "pre");
    const width = String(lines.at(-1)?.[0] ?? "").length;
    text.style.setProperty("--number", `${width + 3}ch`);
    for (const [number, words] of lines) {
      add(text, number === line ? "b" : "span", `${String(number).padStart(width)} | ${words}`);
    }
  };

  const show = mistakes => {
    host?.remove();
    host = null;
    if (!mistakes.length) return;
    host = document.body.appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const aside = add(root, "aside");
    aside.setAttribute("role", "alert");
    aside.lang = "en";
    aside.dir = "ltr";
    const head = add(aside, "header");
    add(head, "h2", mistakes.length === 1 ? "A mistake to fix" : `${mistakes.length} mistakes to fix`);
    add(head, "button", "Hide").addEventListener("click", () => host.remove());
    for (const mistake of mistakes) addMistake(aside, mistake);
  };

  const follow = async () => {
    asking?.abort();
    const own = asking = new AbortController();
    while (!own.signal.aborted) {
      const query = new URLSearchParams({ path: location.pathname, shown, seen });
      try {
        const answer = await fetch(`/.playbook/changes?${query}`, { signal: own.signal });
        const news = await answer.json();
        if (own.signal.aborted) return;
        if (news.moved) return location.replace(encodeURI(news.moved) + location.hash);
        if (news.shown !== shown) return location.reload();
        if (news.seen !== seen) show(news.mistakes);
        seen = news.seen;
      } catch {
        if (!own.signal.aborted) await new Promise(resolve => setTimeout(resolve, AGAIN));
      }
    }
  };

  // A browser holds few connections to one server: only what can be seen asks.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") follow();
    else asking?.abort();
  });
  addEventListener("pagehide", () => asking?.abort());
  addEventListener("pageshow", event => event.persisted && follow());
  if (document.visibilityState === "visible") follow();
})();
