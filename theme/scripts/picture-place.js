// Says of each card where it stands, for those who can't see it: its level and its place under another card of a tree, and
// what it leads to on a map.
{
  const PLACE_WORDS = {
    top: (number) => _("level 1, %(number)s below", { number }),
    under: (level, title, number, all) => _("level %(level)s, under “%(title)s”, %(number)s of %(all)s", { level, title, number, all }),
    leads: (titles) => _("leads to %(titles)s", { titles: titles.map((title) => _("“%(title)s”", { title })).join(", ") }),
    end: _("leads no further"),
  };

  const describePlace = (picture, card) => {
    const [parent] = picture.before(card);
    const children = picture.after(card);
    if (!picture.isTree) return children.length ? PLACE_WORDS.leads(children.map((child) => picture.said(child))) : PLACE_WORDS.end;
    if (!parent) return PLACE_WORDS.top(children.length);
    const beside = picture.after(parent);
    return PLACE_WORDS.under(picture.above(card).length + 1, picture.said(parent), beside.indexOf(card) + 1, beside.length);
  };

  for (const picture of pictures) {
    if (!picture.lines.length) continue;
    for (const card of picture.cards) card.setAttribute("aria-label", `${picture.words.get(card)}. ${describePlace(picture, card)}`);
  }
}
