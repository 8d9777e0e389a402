"""What leads to a person is found however it is written, and what only looks like it is not."""

import string
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from time import process_time

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from playbook.privacy.contacts import find_accounts, find_mail
from playbook.privacy.phones import find_phones
from playbook.privacy.trace import Trace
from projects import ROOT, Project, Run

FIXTURES = ROOT / "tests" / "fixtures" / "privacy"
SORTS = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
SNAPSHOT = """kind: interview-snapshot
title: A search
summary: What we heard.
who: Rosa
date: 2026-03-18
facts: [Write to rosa@example.org]
story: [{title: One, next: two}, {id: two, title: Two}]
"""
Find = Callable[[str], Iterator[Trace]]
FINDERS: tuple[Find, ...] = (find_mail, find_phones, find_accounts)


@cache
def list_examples() -> list[phonenumbers.PhoneNumber]:
    """Return a number of each sort from each region."""
    return [
        number
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for sort in SORTS
        if (number := phonenumbers.example_number_for_type(region, sort))
    ]


def lines(name: str) -> list[str]:
    return (FIXTURES / name).read_text(encoding="utf-8").splitlines()


def traces(text: str) -> list[str]:
    return [trace.words for find in (find_mail, find_phones) for trace in find(text)]


@pytest.mark.parametrize("text", lines("contacts.txt"))
def test_a_way_to_reach_somebody_is_found(text: str) -> None:
    assert len(traces(text)) == 1


@pytest.mark.parametrize("text", lines("numbers.txt"))
def test_any_other_number_is_left_alone(text: str) -> None:
    assert traces(text) == []
    assert list(find_accounts(text)) == []


@pytest.mark.parametrize("form", [PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164])
def test_the_number_of_every_country_is_found_whole(form: int) -> None:
    texts = [phonenumbers.format_number(number, form) for number in list_examples()]
    assert [
        text
        for text in texts
        if [each.words for each in find_phones(f"Try {text}, or wait")] != [text]
    ] == []


def test_a_number_without_its_country_is_found_where_the_words_say_what_it_is() -> None:
    texts = [
        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL) for number in list_examples()
    ]
    long = [text for text in texts if sum(sign.isdigit() for sign in text) > 5]
    missed = [text for text in long if not list(find_phones(f"Call her on {text}"))]
    assert missed in ([], ["75.12.34", "20.12.34"])  # New Caledonia's look like dates


@given(
    st.text(string.ascii_letters + string.digits, min_size=1, max_size=20),
    st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=10), min_size=2, max_size=4),
    st.sampled_from(
        ["{}", "<{}>", "mailto:{}", "[her]({})", "**{}**", "({}).", "‘{}’", "ask {}, she"]  # noqa: RUF001
    ),
)
def test_a_mail_address_is_found_whatever_is_around_it(
    name: str, labels: list[str], around: str
) -> None:
    address = f"{name}@{'.'.join(labels)}"
    assert [each.words for each in find_mail(around.format(address))] == [address]


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMS = st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y"])


@given(DAYS, FORMS, st.sampled_from([" ", " – ", "-", ", "]))  # noqa: RUF001 - a range takes an en dash
def test_a_date_is_no_phone_number(day: date, form: str, between: str) -> None:
    written = day.strftime(form)
    assert traces(f"{written}{between}{written}, 09:00-10:30") == []


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize(
    "text",
    [" ", "1", "1 ", "a", "a@", "a.", "@", "(", "1-", "GB82 ", "a (at) b ", "x://", "+1", "'"],
)
def test_a_long_text_takes_time_in_proportion_to_its_length(find: Find, text: str) -> None:
    long = f"{text * (250_000 // len(text))}x("
    start = process_time()
    list(find(long))
    assert process_time() - start < 2


def test_the_command_says_once_that_git_remembers(project: Project, run: Run) -> None:
    project.write({"snapshots/one.yml": SNAPSHOT, "snapshots/two.yml": SNAPSHOT})
    assert "git remembers" not in run("check", cwd=project.root).stderr
    (project.root / ".git").mkdir()
    done = run("check", cwd=project.root)
    assert (done.returncode, done.stderr.count("git filter-repo")) == (1, 1)
    assert "git remembers" not in done.stdout
    project.write(
        {
            "snapshots/one.yml": SNAPSHOT.replace("rosa@", "us at "),
            "snapshots/two.yml": SNAPSHOT.replace("rosa@", "us at "),
        }
    )
    assert "git remembers" not in run("check", cwd=project.root).stderr
