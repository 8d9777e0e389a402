// From change to change, by the buttons or the keys n and p, and the arrows where nothing else uses them
const steps = [...document.querySelectorAll("[data-step]")];
const stepper = document.querySelector(".stepper");
const status = document.querySelector("[role=status]");
const motion = matchMedia("(prefers-reduced-motion: reduce)");
const ways = { n: 1, p: -1, ArrowRight: 1, ArrowLeft: -1 };
let at = -1;

const behaviour = () => (motion.matches ? "auto" : "smooth");

function findCards(step) {
  const cards = step.closest("section").querySelectorAll("a.pb-card");
  return [...cards].filter(card => card.getAttribute("href") === `#${step.id}`);
}

// a picture's own frame moves, never the page
function bringIn(card, behavior, isDown = true) {
  const frame = card.closest(".pb-scroll");
  const [box, around] = [card.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (!box.width) return;
  const isBeside = box.left < around.left || box.right > around.right;
  const isBeyond = isDown && (box.top < around.top || box.bottom > around.bottom);
  frame.scrollBy({
    left: isBeside ? box.left - around.left - (around.width - box.width) / 2 : 0,
    top: isBeyond ? box.top - around.top - (around.height - box.height) / 2 : 0,
    behavior,
  });
}

function showCards(step) {
  for (const card of document.querySelectorAll(".pb-card.at")) card.classList.remove("at");
  const cards = findCards(step);
  for (const card of cards) card.classList.add("at");
  // where it was comes first, so that where it is now stays in view
  for (const card of cards) bringIn(card, behaviour());
}

function count() {
  stepper.querySelector(".count").textContent = `${at + 1} of ${steps.length}`;
  for (const button of stepper.querySelectorAll("button")) {
    const next = at + Number(button.dataset.way);
    button.setAttribute("aria-disabled", String(next < 0 || next >= steps.length));
  }
}

function go(way) {
  const next = at + way;
  if (next < 0 || next >= steps.length) return;
  at = next;
  const step = steps[at];
  for (const other of steps) other.classList.toggle("at", other === step);
  count();
  showCards(step);
  step.focus({ preventScroll: true });
  step.scrollIntoView({ block: "start", behavior: behaviour() });
  const words = (step.querySelector("p") ?? step).textContent.trim().replace(/\s+/g, " ");
  status.textContent = `${at + 1} of ${steps.length}: ${words}`;
}

for (const frame of document.querySelectorAll(".pb-scroll")) {
  const first = frame.querySelector("a.pb-card:not(.old, .was)");
  if (first) bringIn(first, "auto", false);
}

addEventListener("hashchange", () => document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true }));

if (stepper && steps.length) {
  stepper.hidden = false;
  for (const button of stepper.querySelectorAll("button"))
    button.addEventListener("click", () => go(Number(button.dataset.way)));
  const keys = stepper.querySelector(".keys input");
  document.addEventListener("keydown", event => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !keys.checked) return;
    if (event.key.startsWith("Arrow") && event.target.closest("input, .pb-scroll")) return;
    event.preventDefault();
    go(way);
  });
  // who came to a change by a link or a click goes on from there
  document.addEventListener("focusin", event => {
    const place = steps.indexOf(event.target.closest("[data-step]"));
    if (place >= 0 && place !== at) {
      at = place;
      for (const other of steps) other.classList.toggle("at", other === steps[at]);
      count();
      showCards(steps[at]);
    }
  });
  for (const step of steps)
    step.addEventListener("click", event => {
      if (!event.target.closest("a") && !String(getSelection())) step.focus({ preventScroll: true });
    });
}
