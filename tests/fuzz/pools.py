"""What texts, files and settings are made to hold.

Words of all scripts, and what some syntax acts on.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Odd:
    """Something that is no plain file: a link to a place, a pipe, or a folder."""

    sort: str
    target: str = ""


# fmt: off
WORDS = (
    "word", "Naïve", "ǅungla", "ﬁnding", "e\u0301te\u0301",
    "Z\u0351\u036b\u0343\u036a\u0302o\u0338", "İstanbul", "ẞ", "Łódź", "Øl", "Спрашивает", "Ўзбек",
    "Ερώτηση", "ἀρχή", "Հարց", "კითხვა", "ꮳꮃꭹ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ጥያቄ", "سُؤَالٌ", "نستعلیق", "שָׁלוֹם",
    "עברית", "ދިވެހި", "ܣܘܪܝܝܐ", "𞤀𞤣𞤤𞤢𞤥", "प्रश्न", "প্রশ্ন", "ਸਵਾਲ", "પ્રશ્ન", "கேள்வி", "ప్రశ్న",
    "ಪ್ರಶ್ನೆ", "ചോദ്യം", "ප්‍රශ්නය", "คำถาม", "ຄຳຖາມ", "မေးခွန်း", "សំណួរ", "དྲི་བ", "請求書が見つからない",
    "ひらがな", "ｶﾀｶﾅ", "질문", "\u1112\u1161\u11ab", "𠮷野家", "㍿", "\u302a字", "\ufe00字\ufe00", "ᠮᠣᠩᠭᠣᠯ",  # noqa: E501 - a script, YAML or a title, as it is
    "❤️", "⚠️", "✔️", "➡️", "1️⃣", "👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺︎", "🫠",
    "𝕌𝕟𝕚", "①", "½", "∑", "→", "7", "42%", "1,200", "9:00–10:00", "−1", "#42", "3.14", "٣", "१२",
    "10⁻³", "\u202eRTL\u202c", "\u2067x\u2069", "a\u200bb", "a\u2060b", "so\xadft", "\ufeffbom",
    "\ufffd", "\ufffc", "\ue000", "\U0010fffd",
)
"""Words of many scripts, emoji, digits, and signs that are not seen."""
LONG = (
    "x" * 300, "字" * 300, "❤️" * 80, "W" * 70, "https://example.org/" + "a" * 200, "ا" * 150,
    "-" * 100,
)
"""Words that are longer than a line."""
PLAIN = (
    "word", "Спрашивает", "請求書が見つからない", "سُؤَالٌ", "שָׁלוֹם", "प्रश्न", "คำถาม", "질문", "❤️", "👩‍💻",  # noqa: E501 - a script, YAML or a title, as it is
    "1️⃣", "7", "e\u0301te\u0301",
)
"""Words of which nothing is syntax."""
SHAPES = (
    "**{}**", "*{}*", "***{}***", "`{}`", "**`{}`**", "*a {} **b***",
    "[{}](https://a.example/b_(c)?d=1&e=*f*)", "[**{}**](<https://a.example/a b>)",
)
SIGNS = (
    "&more ", "*more", "!x ", "!!python/object:os.system ", "|", ">", "|2-", "<<: ", "? ", ": ",
    " #42", " # note", "- ", "-", '"', "'", "[", "]", "{", "}", ",", "%YAML 9", "---", "...", "\t",
    "\xa0", "\u2013", "\u2212", "\u201c", "\u2019", "\ufeff", "\u202e", "[[", "]]", "[[m", "[[]]",
    "[[a|", "**", "`", "*", "](", "<b>", "\\", "\x1b[31m", "\x00", "\x85", "\u2028", "\ud800",
    "null", "~", "yes", "1e3", "0x1F", "2026-02-30", "12:30", "1_000", ".inf", "9" * 400, "-1",
    "−1", "60–120", "GMT+2", "EST", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> theirs\n",
    "# playbook: allow OT301 because so\n", "# playbook: allow X\n",
)
"""What YAML or Markdown acts on, and what looks like it."""
NAMES = (
    "{}.YML", "{}.yaml", "{}.Yml", "{}.yml~", "#{}.yml#", "{}.yml.orig", "{}.yml.txt", "{}.json",
    "{}", ".{}.yml", ".git/{}.yml", "con.yml", "aux.yml", "index.yml", "{}.md", "{}.MD", "{}.html",
    "{}.svg", "assets/playbook.js", "{} {}.yml", "{}\n::error::x.yml", "{}\x1b[31m.yml",
    "\u202e{}.yml", "é{}.yml", "e\u0301{}.yml", "字.yml", "Maps/{}.yml", "maps/{}.yml",
    "a" * 240 + ".yml", "{}\udcff.yml", "{}\udcff.md", "a/" * 60 + "{}.yml", "{};rm.yml",
    "'{}'.yml", "-{}.yml", "{}|x.yml", "{}.yml/inner.yml",
)
"""Names for files that are odd somewhere."""
ODD = (
    Odd("link", "nowhere"), Odd("link", "."), Odd("link", ".."), Odd("link", "/etc/hostname"),
    Odd("link", "../mkdocs.yml"), Odd("link", "loop.yml"), Odd("pipe"), Odd("folder"),
    Odd("link", "../.git"), Odd("link", "/dev/null"),
)
"""What may lie where a file is expected."""
FRONT = (
    "visibility: internal", "Visibility: internal", "visibility: [internal]", "template: nope.html",
    "template: main.html", "search: 3", "search: {exclude: true}", "title: 7", "title: [a]",
    "title:", "tags: 7", "tags: [[a]]", "tags: {a: b}", "hide: x", "description: {a: b}",
    "date: 2026-02-30", "icon: nope", "status: new", "social: 3", "exclude: yes", "!!x: y", "a: *b",
    "- a", "[",
)
"""Lines of front matter."""
BODY = (
    "[[m", "[[]]", "[[by-hand]]", "[gone](gone.md)", "[x](../../etc/passwd)", "![p](no.png)",
    "{{ 7*7 }}", "<script>alert(1)</script>", "[a]: http://b", "# ", "    code", "```",
    "| a | b |\n|---|---|\n| 1 |", "{: #x }", "<div markdown=1>", "*" * 3000, "[" * 3000,
    "`" * 3000, " " * 60_000 + "x", "> " * 500, "- " * 500, "<" * 3000, "&#x1F600;",
    "[x](javascript:a)", "[x](http://[)",
)
"""What a page written by hand may hold."""
SETTINGS = (
    "site_name", "site_url", "site_description", "extra", "theme", "docs_dir", "site_dir",
    "plugins", "nav", "markdown_extensions", "use_directory_urls", "edit_uri", "repo_url",
    "extra_css", "extra_javascript", "hooks", "strict", "validation", "INHERIT", "language",
    "report_url", "tagline", "public", "rules", "logo", "light", "dark", "brand", "fonts",
    "audiences", "can", "who", "copyright",
)
"""Keys of the settings, ours and those of MkDocs."""
# fmt: on
