"""Our pages as someone else's plugins and scripts read them."""

from playbook.publish.guest_content import fit_content

CARD = '<a href="#told" aria-label="A &quot;card&quot;" class="pb-card start" id="a"><text/></a>'


def test_only_links_in_pictures_are_spelt_in_the_other_way() -> None:
    assert fit_content(CARD) == CARD.replace("<a href=", "<a xlink:href=")
    link = '<a href="../" class="pb-card">words</a>'
    assert fit_content(link) == link


def test_the_title_keeps_its_place_without_an_id() -> None:
    heading = '<h1 dir="auto" id="Top">A map</h1>\n<h2 id="Top">x</h2>'
    wanted = '<h1 dir="auto"><span id="Top"></span>A map</h1>\n<h2 id="Top">x</h2>'
    assert fit_content(heading) == wanted
