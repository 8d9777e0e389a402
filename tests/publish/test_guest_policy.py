"""A policy names each script of a page's frame, and none of its content."""

import json
from base64 import b64encode
from hashlib import sha256

from playbook.publish.guest_policy import guard_page

FRAME = (
    "<html><HEAD lang=en><script>ours()</script>"
    "<script src='//cdn.test:8080/a.js'></script><script src=b.js></script></head>"
    '<script id="__config" type="application/json">{features}</script>{content}</html>'
)


def guard(content: str, features: str = "{}") -> str:
    page = FRAME.replace("{features}", features).replace("{content}", content)
    return guard_page(page, content)


def digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def test_the_frame_runs() -> None:
    policy = guard("").partition("content=")[2].partition(">")[0]
    assert digest("ours()") in policy
    assert "https://cdn.test:8080" in policy
    assert guard("").index("<HEAD lang=en>") < guard("").index("<meta")


def test_a_script_in_the_content_does_not() -> None:
    for script in ("<script>bad()</script>", "<SCRIPT type=x>\nbad()\n</SCRIPT >"):
        page = guard(script)
        assert digest("bad()") not in page
        assert digest("\nbad()\n") not in page


def test_a_page_leaves_the_site_s_own_way_to_change_pages() -> None:
    features = ["navigation.instant", "navigation.instant.prefetch", "toc.follow"]
    page = guard("", json.dumps({"features": features}))
    assert '"features": ["toc.follow"]' in page
    odd = '{"features": 3, "x": "navigation.instant"}'
    assert odd in guard("", odd)
