// Puts the section that the missing address was in first, and says so.
{
  const list = document.querySelector(".pb-nearby");
  const lost = location.pathname.split("/").filter(Boolean);
  const shared = (link) => {
    const parts = new URL(link.href).pathname.split("/").filter(Boolean);
    const here = parts.findIndex((part, index) => part !== lost[index]);
    return here < 0 ? parts.length : 0;
  };
  const links = [...list.querySelectorAll("a")];
  const best = links.reduce((one, other) => (shared(other) > shared(one) ? other : one));
  if (shared(best) > 0 && shared(best) > Math.min(...links.map(shared))) {
    best.after(makeElement("span", { class: "pb-aside" }, _("closest to the address you opened")));
    list.prepend(best.closest("li"));
  }
}
