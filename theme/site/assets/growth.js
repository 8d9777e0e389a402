// Shows the picture at the moment that a slider is at, one after the other when it plays.
for (const growth of document.querySelectorAll(".pb-growth")) {
  const STEP = 1800; // long enough to read what is new
  const states = [...growth.querySelectorAll(".pb-growth-state")];
  const [slider, play, status] = [".pb-growth-at", ".pb-growth-play", "[role=status]"].map((each) => growth.querySelector(each));
  const frame = growth.querySelector(".pb-growth-states");
  let timer = 0;

  // Where the picture is wider than its frame, what is new or other than before is brought into view.
  const showNews = (state) => {
    const news = state.querySelector(".lone, .other")?.getBoundingClientRect();
    const { left, width } = frame.getBoundingClientRect();
    if (news) frame.scrollLeft += news.left + news.width / 2 - left - width / 2;
  };

  const show = (number) => {
    const at = Math.min(Math.max(number, 1), states.length);
    states.forEach((state, index) => { state.hidden = index !== at - 1; });
    showNews(states[at - 1]);
    slider.value = at;
    slider.setAttribute("aria-valuetext", states[at - 1].dataset.said);
    return at;
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-pressed", "false");
  };
  const go = (step) => {
    stop();
    show(Number(slider.value) + step);
    status.textContent = slider.getAttribute("aria-valuetext");
  };
  const toggle = () => {
    if (timer) return stop();
    if (Number(slider.value) === states.length) show(1);
    play.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      if (show(Number(slider.value) + 1) === states.length) stop();
    }, STEP);
    return undefined;
  };

  growth.classList.add("pb-growth-ready");
  growth.querySelector(".pb-growth-bar").hidden = false;
  slider.addEventListener("input", () => { stop(); show(Number(slider.value)); });
  slider.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
  growth.querySelector(".pb-growth-back").addEventListener("click", () => go(-1));
  growth.querySelector(".pb-growth-on").addEventListener("click", () => go(1));
  play.addEventListener("click", toggle);
  addEventListener("beforeprint", () => states.forEach((state) => { state.hidden = false; }));
  addEventListener("afterprint", () => show(Number(slider.value)));
  show(states.length);
}
