import pytest

from playbook.report.field_sentences import mark_words
from playbook.text.inline import Text


@pytest.mark.parametrize("words", [("now", "now"), ("now", "later")])
def test_a_link_that_leads_elsewhere_is_seen_whatever_else_changed(words: tuple[str, str]) -> None:
    before, after = (
        Text(f"See [a]({address}) {word}")
        for address, word in zip(("https://good.test", "https://bad.test"), words, strict=True)
    )
    written = "".join(span.text for span in mark_words(before, after))
    assert "good" in written
    assert "bad" in written
