import pytest
from playwright.sync_api import Route

from browser.visit import Visit

pytestmark = pytest.mark.browser

LISTEN = "window.stopped = []; addEventListener('securitypolicyviolation', each => stopped.push(each.effectiveDirective))"
INJECTED = {
    "script-src-elem": "<script>window.ran = true</script>",
    "script-src-attr": '<img src="data:," alt="" onerror="window.ran = true">',
    "style-src-elem": "<style>h1 { color: rgb(1, 2, 3) !important }</style>",
    "style-src-attr": '<p style="color: rgb(1, 2, 3)">Red</p>',
    "img-src": '<img src="https://example.org/a.png" alt="">',
    "frame-src": '<iframe src="about.html"></iframe>',
    "base-uri": '<base href="https://example.org/">',
}


@pytest.mark.parametrize("directive", INJECTED)
def test_what_somebody_smuggled_into_a_page_is_stopped(
    visit: Visit, address: str, directive: str
) -> None:
    def smuggle(route: Route) -> None:
        page = route.fetch()
        route.fulfill(
            response=page, body=page.text().replace("<article", f"{INJECTED[directive]}<article", 1)
        )

    visit.page.add_init_script(LISTEN)
    visit.page.route(address, smuggle)
    visit.go(address)
    assert directive in visit.page.evaluate("stopped")
    assert visit.page.evaluate("window.ran") is None
    assert (
        visit.page.locator("h1").evaluate("each => getComputedStyle(each).color") != "rgb(1, 2, 3)"
    )
