import pytest
from playwright.sync_api import Route

from browser.visit import Visit

pytestmark = pytest.mark.browser

LISTEN = (
    "window.stopped = []; addEventListener('securitypolicyviolation', "
    "each => stopped.push(each.effectiveDirective))"
)
INJECTED = {
    "script-src-elem": "<script>window.ran = true</script>",
    "script-src-attr": '<img src="data:," alt="" onerror="window.ran = true">',
    "style-src-elem": "<style>h1 { color: rgb(1, 2, 3) !important }</style>",
    "style-src-attr": '<p style="color: rgb(1, 2, 3)">Red</p>',
    "img-src": '<img src="https://example.org/a.png" alt="">',
    "frame-src": '<iframe src="about.html"></iframe>',
    "base-uri": '<base href="https://example.org/">',
}


def test_what_somebody_smuggled_into_a_page_is_stopped(visit: Visit, address: str) -> None:
    def smuggle(route: Route) -> None:
        page = route.fetch()
        smuggled = "".join(INJECTED.values())
        route.fulfill(response=page, body=page.text().replace("<article", f"{smuggled}<article", 1))

    visit.tab.run_first(LISTEN)
    visit.page.route(address, smuggle)
    visit.go(address)
    assert set(INJECTED) - set(visit.page.evaluate("stopped")) == set()
    assert visit.page.evaluate("window.ran") is None
    assert visit.page.evaluate("document.baseURI") == visit.page.url
    assert (
        visit.page.locator("h1").evaluate("each => getComputedStyle(each).color") != "rgb(1, 2, 3)"
    )
