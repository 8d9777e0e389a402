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

{
  const chosen = __md_get("__palette")?.color ?? {};
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
  const follows = chosen.media === "(prefers-color-scheme)" && option;
  for (const [name, value] of Object.entries(chosen)) {
    const key = `data-md-color-${name}`;
    document.body.setAttribute(key, follows ? option.getAttribute(key) : value);
  }
}
