"""Strings that try to be more than text.

What a YAML file may hold, biased towards what Markdown and HTML act on.
"""

from hypothesis import strategies as st

from playbook.source.unprintable import UNPRINTABLE

BITS = [
    *(
        "[[",
        "]]",
        "[[home|",
        "[[home]]",
        "](",
        "![",
        "[^1]",
        "*[x]: ",
        "[x]: http://y",
        "[ ] ",
        "[x](javascript:a)",
    ),
    *(
        "[x](https://a.example/?b=1&lt;2)",
        "(https://a.example/c_d*e)",
        "<https://a.example>",
        "www.a.example",
    ),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "~~~",
        "```",
        "^",
        "~",
        "==",
        "$$",
        "\\",
        "\\N",
        "|",
        "!",
        '"',
        "'",
    ),
    *(
        "<",
        ">",
        "</p>",
        "</span>",
        "<script>",
        '<div markdown="1">',
        "<!--",
        "-->",
        "<?",
        "]]>",
        "<b",
        "&",
        "&amp;",
    ),
    *(
        "&#60;",
        "&copy",
        "{: #x }",
        "{ .x }",
        "{",
        "}",
        "# ",
        "- ",
        "+ ",
        "> ",
        "1. ",
        "2) ",
        "---",
        "===",
        ":   ",
        "%",
    ),
    *(
        "; } digraph { ",
        "[label=x]",
        "->",
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        "  ",
        "\xa0",
        "\u2028",
        "\ufeff",
        "\u200d",
    ),
    *("é", "e\u0301", "字", "🎉", "ب", "a", "word"),
]
"""Pieces of syntax, and signs from beyond ASCII."""

texts = (
    st.lists(st.sampled_from(BITS) | st.text(max_size=5), min_size=1, max_size=8)
    .map(lambda bits: UNPRINTABLE.sub("", "".join(bits)).strip())
    .filter(lambda text: bool(text.split()))
)
