from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.drawing.union import lay_out_states, unite_drawings

IDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True)


def draw(ids: list[str], words: str = "") -> Drawing:
    cards = [Card(id=each, title=f"{each} {words}") for each in ids]
    links = [Connector(tail=ids[0], head=each) for each in ids[1:]]
    return Drawing("tree", "A tree", "", cards=cards, links=links)


@settings(max_examples=25, deadline=None)
@given(st.lists(IDS, min_size=1, max_size=4))
def test_each_part_stays_where_it_is_from_state_to_state(states: list[list[str]]) -> None:
    drawn = lay_out_states([draw(ids) for ids in states], {})
    places: dict[str, tuple[float, float]] = {}
    for ids, state in zip(states, drawn, strict=True):
        assert {placed.card.id for placed in state.layout.cards} == set(ids)
        for placed in state.layout.cards:
            place = placed.left, placed.top
            assert places.setdefault(placed.card.id, place) == place
        assert {(route.link.tail, route.link.head) for route in state.layout.routes} == {
            (ids[0], each) for each in ids[1:]
        }


def test_a_card_has_room_for_the_words_of_every_state() -> None:
    long = draw(["a"], "word " * 20)
    (card,) = unite_drawings([long, draw(["a"])], {}).cards
    assert card.title == "a "
    assert card.height == long.cards[0].height


def test_a_card_with_another_id_is_the_same_and_what_is_new_or_changed_is_told() -> None:
    first, second = draw(["a", "b"]), draw(["a", "c", "d"])
    second.cards[1] = replace(second.cards[1], title="b ")
    _, state = lay_out_states([first, second], {"b": "c"})
    assert (state.new, state.changed) == ({"d"}, frozenset())
    changed = lay_out_states([first, draw(["a", "b"], "other")], {})[1].changed
    assert changed == {"a", "b"}
