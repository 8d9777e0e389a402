// Shows the anti-patterns of one theme, counts the ticks in all of them, and prints those alone.
{
  const [form, bar] = [document.querySelector(".pb-themes"), document.querySelector(".pb-ticked")];
  if (form) {
    const boxes = [...document.querySelectorAll(".pb-theme input[type=checkbox]")];
    const themes = [...document.querySelectorAll(".pb-theme")];

    // The bar lies over the cards while they scroll by, and so comes with the first tick.
    function count() {
      const number = boxes.filter((box) => box.checked).length;
      const words = number ? _("%(number)s of %(all)s ticked", { number, all: boxes.length }) : _("Nothing ticked yet");
      const status = form.querySelector("[role=status]");
      for (const place of [status, bar.firstElementChild]) place.textContent = words;
      status.classList.toggle("pb-unseen", number > 0);
      bar.hidden = number === 0;
    }

    const show = () => {
      const wanted = form.elements.theme.value;
      for (const theme of themes) theme.hidden = wanted !== "" && theme.dataset.theme !== wanted;
    };

    bar.querySelector(".pb-print").addEventListener("click", () => printOnly("pb-only-ticked"));
    bar.querySelector(".pb-clear").addEventListener("click", () => {
      for (const box of boxes.filter((each) => each.checked)) box.click();
      boxes.find((box) => !box.closest("[hidden]")).focus();
    });
    document.addEventListener("change", count);
    keepForm(form, show);
    count();
  }
}
