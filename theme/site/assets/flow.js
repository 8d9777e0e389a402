// Lights up the way of a scenario in the picture of its flow.
for (const button of document.querySelectorAll(".pb-light")) {
  const picture = document.querySelector(`svg[aria-labelledby="${button.dataset.flow}_title"]`);
  if (!picture) continue;
  const ways = new Set(button.dataset.ways.split(" ").filter(Boolean));
  const steps = new Set([...ways].map((way) => way.slice(0, way.lastIndexOf("."))).concat(button.dataset.end));
  button.hidden = false;
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    for (const other of document.querySelectorAll(".pb-light")) {
      if (other.dataset.flow === button.dataset.flow) other.setAttribute("aria-pressed", String(on && other === button));
    }
    picture.classList.toggle("pb-lit", on);
    for (const line of picture.querySelectorAll("[data-way]")) line.classList.toggle("pb-on", on && ways.has(line.dataset.way));
    for (const card of picture.querySelectorAll("a.pb-card")) card.classList.toggle("pb-on", on && steps.has(card.id));
    if (on) picture.closest(".pb-picture").scrollIntoView({ block: "nearest" });
  });
}
