// Counts the ticks in the catalogue of anti-patterns, and prints those alone.
{
  const bar = document.querySelector(".pb-ticked");
  if (bar) {
    const boxes = [...document.querySelectorAll(".pb-theme input[type=checkbox]")];
    const [print, clear] = [bar.querySelector(".pb-print"), bar.querySelector(".pb-clear")];

    function show() {
      const ticked = boxes.filter((box) => box.checked).length;
      bar.querySelector("[role=status]").textContent = ticked ? _("%(number)s of %(all)s ticked", { number: ticked, all: boxes.length }) : _("Nothing ticked yet");
      print.disabled = clear.disabled = ticked === 0;
    }

    print.addEventListener("click", () => printOnly("pb-only-ticked"));
    clear.addEventListener("click", () => {
      for (const box of boxes.filter((each) => each.checked)) box.click();
      boxes[0].focus();
    });
    document.addEventListener("change", show);
    bar.hidden = false;
    show();
  }
}
