// Shows a picture on the full screen, or over the full window where a browser has no full screen.
for (const picture of pictures) {
  const { figure, frame } = picture;
  const around = [];
  let before = null;
  const corners = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";

  const enter = () => {
    before = { style: frame.style.maxHeight, scale: picture.room && scaleOf(picture), room: picture.room };
    frame.style.maxHeight = "";
    figure.classList.add("pb-full");
    picture.settle?.();
    button.setAttribute("aria-pressed", "true");
    fitPicture(picture);
  };
  const leave = () => {
    figure.classList.remove("pb-full");
    picture.settle?.();
    button.setAttribute("aria-pressed", "false");
    picture.room = before.room;
    setScale(picture, before.scale);
    frame.style.maxHeight = before.style;
    for (const each of around.splice(0)) each.inert = false;
    button.focus({ preventScroll: true });
    figure.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  const cover = () => {
    for (let each = figure; each !== document.body; each = each.parentElement) {
      around.push(...[...each.parentElement.children].filter((other) => other !== each && !other.inert));
    }
    for (const each of around) each.inert = true;
    enter();
  };
  const button = picture.button(PICTURE_WORDS.full, corners, async () => {
    if (document.fullscreenElement === figure) return void document.exitFullscreen();
    if (isFull(picture)) return void leave();
    try {
      await figure.requestFullscreen();
    } catch {
      cover();
    }
  });
  button.setAttribute("aria-pressed", "false");

  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement === figure) enter();
    else if (isFull(picture) && !around.length) leave();
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isFull(picture)) return;
    if (around.length) leave();
    else document.exitFullscreen();
  });
}
