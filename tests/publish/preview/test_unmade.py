"""A page that can't be made is one in the site's look, and what is wrong is said once."""

import pytest

from playbook.publish.preview.live_site import LiveSite
from playbook.publish.preview.unmade import UnmadePages
from projects import Project

ORIGIN = "http://127.0.0.1:8000"
WRONG = {
    "map.yml": """kind: experience-map
title: Buying bread
summary: What we believe.
scope: From hunger to bread
drawn_by: baker
nodes: [{id: bakery, title: Goes to the bakery, next: countr}, {id: counter, title: Waits}]
""",
    "flow.yml": """kind: play
title: Look
summary: For the preview.
purpose: To see a mistake.
time: 10
steps: [{title: Look}]
flow: {title: May they?, steps: [{id: ask, title: Ask, next: lnd}, {id: lend, title: Lend}]}
""",
}


def test_a_mistake_on_a_page_that_was_never_seen_is_said_at_its_line_alone(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.write(WRONG)
    live = LiveSite(project.root, ORIGIN)
    live.read()
    for page in ("/maps/map/", "/plays/flow/"):
        answer = live.answer(page)
        assert answer.status == 500
        text = answer.content.decode()
        assert "This page can't be made yet" in text
        assert "md-header" in text
        places = [mistake["place"] for mistake in live.find_mistakes(page)]
        assert [place.rpartition("/")[2] for place in places] == ["flow.yml:7:62", "map.yml:6:55"]
    assert [said.name for said in caplog.records if said.name != "mkdocs.plugins.playbook"] == []


def test_what_no_mistake_accounts_for_is_said_on_the_page_and_once_more_after_an_edit() -> None:
    unmade = UnmadePages()
    answer = unmade.answer("/a/", ValueError("not <today>"), None, "", is_known=False)
    assert b"<p>ValueError: not &lt;today&gt;</p>" in answer.content
    assert [fault["message"] for fault in unmade.describe("/a/")] == ["ValueError: not <today>"]
    unmade.answer("/b/", ValueError("not today"), None, "", is_known=True)
    assert unmade.describe("/b/") == []
    unmade.forget()
    assert unmade.describe("/a/") == []
