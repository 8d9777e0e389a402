"""What every sheet says, in the language that is spoken."""

from playbook.language import _


def list_labels() -> dict[str, str]:
    """Return the templates' labels by their names there, where `{n}` and the like are filled in."""
    return {
        "ask": _("Ask"),
        "beside": _("Extra exercises"),
        "clock": _("Clock"),
        "close": _("How to close"),
        "copies": _("Copies"),
        "cut": _("Cut along this line, and lay the edge over sheet %(number)s", number="{n}"),
        "decided": _("What we decided: who does what, and by when"),
        "from": _("From"),
        "how": _("How"),
        "instead": _("Instead:"),
        "late": _("When it runs late"),
        "listen": _("Listen for:"),
        "more": _("Read more"),
        "order": _("In the order you need them"),
        "page": _("page %(number)s of %(of)s", number="{n}", of="{m}"),
        "pages": _("Pages"),
        "questions": _("What to ask"),
        "sheet": _("sheet %(number)s of %(of)s", number="{n}", of="{m}"),
        "show": _("Run of show"),
        "table": _("On the table"),
        "time": _("Time"),
        "to": _("To"),
        "total": _("Total %(sum)s of %(most)s", sum="{sum}", most="{most}"),
        "under": _("Lay sheet %(number)s over this edge", number="{n}"),
        "version": _("version"),
        "watch": _("Look out for"),
        "what": _("What"),
        "who": _("Who"),
    }
