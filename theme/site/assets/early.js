// Does what Material does in inline scripts, which our policy forbids: keeps its settings, and sets the scheme before the first paint.
const __md_scope = new URL("..", document.currentScript.src);
const __md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);

function __md_get(key, storage, scope = __md_scope) {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`));
  } catch {
    return null; // the browser keeps nothing
  }
}

function __md_set(key, value, storage, scope = __md_scope) {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // it lasts as long as the page
  }
}

// What Material says of the page later is known now. On a page that is there, each change of the root restyles all of it.
{
  const root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js", "js-focus-visible");
  root.setAttribute("data-js-focus-visible", "");
}

// Material follows a reader through a table of contents by asking where each heading is, for which all is laid out. One that
// isn't seen is left alone.
document.addEventListener("readystatechange", () => {
  const unseen = matchMedia("(min-width: 60em)").matches ? ".md-sidebar--primary " : "";
  for (const each of document.querySelectorAll(`${unseen}[data-md-component="toc"]`)) each.removeAttribute("data-md-component");
}, { once: true });

// The scheme is the one chosen, or else the one that the reader's system asks for.
{
  const options = [...document.querySelectorAll(".pb-scheme")];
  const bar = Object.assign(document.createElement("meta"), { name: "theme-color" });
  const chosen = (kept = __md_get("__palette")) => options.find((option, index) => index === kept?.index);
  const asked = () => options.find((each) => matchMedia(each.dataset.media).matches) ?? options[0];
  const colourBar = () => (bar.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor);
  const show = (option) => {
    for (const each of options) each.hidden = each !== option;
    for (const [name, value] of Object.entries(option.dataset)) document.body.setAttribute(`data-md-color-${name}`, value);
    if (document.readyState === "complete") colourBar();
  };
  const follow = () => show(chosen() ?? asked());

  // Nothing fades while the scheme is switched, and what is far below has time to take the new colours.
  const choose = (index) => {
    __pb_rest();
    document.body.setAttribute("data-md-color-switching", "");
    __md_set("__palette", { index, color: { ...options[index].dataset } });
    show(options[index]);
    options[index].focus();
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  };

  for (const [index, option] of options.entries()) {
    option.addEventListener("click", () => choose((index + 1) % options.length));
  }
  if (options.length) {
    document.head.append(bar);
    follow();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
    addEventListener("load", colourBar);
  }
}

// What is far below is laid out later, at a guessed height until then (styles/later.css): part by part while the browser has
// nothing else to do, and at once where a place in the page is asked for, which must be found where it is.
let __pb_rest;
{
  const waiting = [];
  const laidOut = new Set();
  const { classList, dataset } = document.documentElement;
  const layOutAll = () => {
    if ("laidOut" in dataset) return;
    classList.add("pb-laid-out");
    dataset.laidOut = "";
  };
  const whenIdle = (task) => (window.requestIdleCallback ?? setTimeout)(task);
  const layOutNext = () => {
    const next = waiting.shift();
    if (!next) return; // another round was faster
    laidOut.add(next);
    next.style.contentVisibility = "visible";
    if (waiting.length) requestAnimationFrame(() => whenIdle(layOutNext)); // one in a frame, and a frame between for the reader
    else dataset.laidOut = "";
  };
  const begin = () => waiting.length && whenIdle(layOutNext);
  document.addEventListener("contentvisibilityautostatechange", ({ skipped, target }) => {
    if (!skipped) return;
    waiting.push(target);
    if (waiting.length === 1 && document.readyState === "complete") begin();
  });
  addEventListener("load", begin);

  // What is below the screen rests for a while, at about the height that it had: nothing moves that a reader sees.
  __pb_rest = () => {
    for (const each of laidOut) {
      if (each.getBoundingClientRect().top < innerHeight) continue;
      laidOut.delete(each);
      each.style.contentVisibility = "";
      waiting.push(each);
    }
    begin();
  };

  const isAnew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (location.hash || !isAnew) layOutAll();
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href*='#']");
      if (link?.pathname === location.pathname) layOutAll();
    },
    { capture: true },
  );
  addEventListener("hashchange", () => {
    if ("laidOut" in dataset) return;
    layOutAll();
    document.querySelector(":target")?.scrollIntoView();
  });
}
