// Says on paper what a screen shows by itself: which page this is, and where links to other sites lead. It is worked out when it is printed.
{
  const UNTOLD = "svg a, table a, :is(h1, h2, h3, h4, h5, h6) a, .headerlink, .md-content__button, .pb-button, .pb-gallery a, .pb-doors a, [download]";
  const plain = (address) => address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  const onPaper = matchMedia("print");

  const writeAddresses = () => {
    const own = document.querySelector("link[rel=canonical]")?.href;
    const style = document.documentElement.style;
    style.setProperty("--pb-running-title", JSON.stringify(document.title));
    if (own) style.setProperty("--pb-running-address", JSON.stringify(plain(own)));

    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const root = new URL(base, location.href).href;
    for (const link of document.querySelectorAll(`article a[href]:not(${UNTOLD}, [data-address])`)) {
      const address = plain(link.href);
      if (!link.href.startsWith(root) && !link.textContent.includes(address)) link.dataset.address = address;
    }
  };

  addEventListener("beforeprint", writeAddresses);
  onPaper.addEventListener("change", () => onPaper.matches && writeAddresses());
  if (onPaper.matches) writeAddresses();
}
