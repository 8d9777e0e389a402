from datetime import date

from playbook.history.events import add_events
from playbook.history.moment import History, Moment
from playbook.library.event import Event


def make_event(day: int, counts_as: str = "Tests") -> Event:
    return Event(day=date(2026, 3, day), sort="Tested", title=f"Test {day}", counts_as=counts_as)


def test_without_earlier_states_the_days_of_the_yaml_are_the_moments() -> None:
    events = [make_event(9), make_event(2), make_event(9, "Interviews")]
    history = add_events(History(), events, "Bees")
    assert history.is_dated
    assert [(moment.day.day, moment.counts) for moment in history.moments] == [
        (2, {"Interviews": {"Interviews": 0}, "Tests": {"Tests": 1}}),
        (9, {"Interviews": {"Interviews": 1}, "Tests": {"Tests": 2}}),
    ]
    assert not add_events(History(), [make_event(2)], "Bees")


def test_what_happened_stands_at_the_next_state() -> None:
    moments = tuple(Moment(day=date(2026, 3, day), title="Bees") for day in (1, 5))
    events = [make_event(5), make_event(2), make_event(9), make_event(1)]
    history = add_events(History(moments=moments), events, "Bees")
    assert not history.is_dated
    assert [[event.day.day for event in moment.events] for moment in history.moments] == [
        [1],
        [2, 5],
    ]
