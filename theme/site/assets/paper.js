// Says on paper what a screen shows by itself: which page this is, and where its links lead. It is worked out when it is printed.
{
  const UNTOLD = "svg a, table a, .headerlink, .md-content__button, .pb-button, .pb-gallery a, .pb-doors a, [href*=glossar][href*='#'], [download]";
  const plain = (address) => address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  const onPaper = matchMedia("print");

  const writeAddresses = () => {
    const own = document.querySelector("link[rel=canonical]")?.href;
    const style = document.documentElement.style;
    style.setProperty("--pb-running-title", JSON.stringify(document.title));
    if (own) style.setProperty("--pb-running-address", JSON.stringify(plain(own)));

    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const root = new URL(base, location.href).href;
    const here = location.href.split("#")[0];
    for (const link of document.querySelectorAll(`article a[href]:not(${UNTOLD}, [data-address])`)) {
      const [page] = link.href.split("#");
      const address = page.startsWith(root) ? page.slice(root.length).replace(/(index\.html|\.html|\/)$/, "") : plain(link.href);
      if (page !== here && address && !link.textContent.includes(address)) link.dataset.address = address;
    }
  };

  addEventListener("beforeprint", writeAddresses);
  onPaper.addEventListener("change", () => onPaper.matches && writeAddresses());
  if (onPaper.matches) writeAddresses();
}
