"""Where the maps of several people differ, each difference with a question to ask them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from playbook.kinds.experience_map.merging.union import Match, Union
from playbook.kinds.experience_map.merging.view import Seen, View, join_words
from playbook.language import N_, _
from playbook.parts.moment import name_mood

APART = 2
LEADS = {
    "step": N_("Only %(who)s drew that people go on from “%(tail)s” to “%(head)s”."),
    "loop": N_("Only %(who)s drew that people go back from “%(tail)s” to “%(head)s”."),
    "error": N_(
        "Only %(who)s drew that people run into a problem after “%(tail)s” and come to “%(head)s”."
    ),
    "abandon": N_("Only %(who)s drew that people give up after “%(tail)s” and come to “%(head)s”."),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something to talk about: what to ask, and whose maps it is about."""

    key: str
    question: str
    views: tuple[View, ...] = ()


def find_proposals(union: Union) -> Iterator[Difference]:
    """Yield what seems to be the same moment, though the shared map doesn't say so."""
    for match in union.matches:
        if match.is_proposed:
            drawn = join_words(seen.quotation for seen in match.seen)
            question = _("Is %(moments)s the same moment?", moments=drawn)
            if match.node:
                question = _(
                    "Does “%(title)s” come from %(moments)s? If so, name it under 'from:'.",
                    title=match.title.plain(),
                    moments=drawn,
                )
            yield Difference(f"same-{match.key}", question, find_owners(match.seen))


def find_lone_moments(union: Union) -> Iterator[Difference]:
    """Yield what only one of them saw; where there is nobody else, that is no difference."""
    for match in union.matches:
        if len(match.views) == 1 and len(union.views) > 1:
            (view,) = match.views
            drawn = join_words(
                _("“%(title)s”", title=seen.node.title.plain()) for seen in match.seen
            )
            question = _(
                "Only %(who)s drew %(moments)s. Is it part of a moment that %(others)s drew, "
                "or new?",
                who=view.who,
                moments=drawn,
                others=name_others(union, view),
            )
            yield Difference(f"alone-{match.key}", question, (view,))


def find_torn_moods(union: Union) -> Iterator[Difference]:
    """Yield what two feel differently about: well and badly, or two steps and more apart."""
    for match in union.matches:
        if seen := find_torn_nodes(match):
            moods = join_words(
                _("%(mood)s for %(who)s", mood=describe_mood(node), who=node.view.who)
                for node in seen
            )
            question = _(
                "At “%(title)s” the mood is %(moods)s. Which story did each of you have in mind?",
                title=match.title.plain(),
                moods=moods,
            )
            yield Difference(f"mood-{match.key}", question, find_owners(seen))


def find_lone_links(union: Union) -> Iterator[Difference]:
    """Yield each link that only one drew, from or to a moment that someone else saw as well."""
    moment = {match.key: match for match in union.matches}
    for (tail, head, sort), view in find_links_drawn_once(union):
        start, end = moment[tail], moment[head]
        if len(start.views) > 1 or len(end.views) > 1:
            drawn = _(LEADS[sort], who=view.who, tail=start.title.plain(), head=end.title.plain())
            asked = _(
                "Does it happen in the stories of %(others)s?", others=name_others(union, view)
            )
            yield Difference(f"link-{tail}-{head}-{sort}", f"{drawn} {asked}", (view,))


def find_links_drawn_once(union: Union) -> Iterator[tuple[tuple[str, str, str], View]]:
    """Yield each link of the union that one person drew, but for steps in another's node."""
    moment = {match.key: match for match in union.matches}
    for way, drawn in union.ways.items():
        tail, head, sort = way
        inside = [
            node
            for node in moment[tail].seen
            if sort == "step" and tail != head and node in moment[head].seen
        ]
        if len(who := find_owners([*(seen for seen, _ in drawn), *inside])) == 1:
            yield way, who[0]


def find_torn_nodes(match: Match) -> list[Seen]:
    """Return a moment's nodes that feel otherwise than another person's, in the maps' order."""
    apart = {
        node for pair in combinations(match.seen, 2) if feel_differently(*pair) for node in pair
    }
    return [node for node in match.seen if node in apart]


def feel_differently(one: Seen, other: Seen) -> bool:
    """Whether two people feel differently about a moment."""
    if one.view is other.view or one.node.mood is None or other.node.mood is None:
        return False
    return one.node.mood * other.node.mood < 0 or abs(one.node.mood - other.node.mood) >= APART


def describe_mood(seen: Seen) -> str:
    """Return a mood in words, with the feeling where there is one."""
    mood = name_mood(seen.node.mood or 0)
    return (
        _("%(mood)s (“%(feeling)s”)", mood=mood, feeling=seen.node.feeling.plain())
        if seen.node.feeling
        else mood
    )


def find_owners(seen: Iterable[Seen]) -> tuple[View, ...]:
    """Return whose these nodes are."""
    return tuple(dict.fromkeys(each.view for each in seen))


def name_others(union: Union, view: View) -> str:
    """Return everyone else, as a sentence names them."""
    return join_words(each.who for each in union.views if each is not view)
