"""A text -> the phone numbers in it, in the ways that countries write them, in linear time."""

import re
from collections.abc import Iterator
from string import ascii_letters

from playbook.privacy.digits import is_isbn
from playbook.privacy.trace import Trace, blank_urls

PLUS = "+\N{FULLWIDTH PLUS SIGN}"
SPACE = r"\t \u00a0\u2002-\u200a\u202f\u3000"
DASH = r"\u2010-\u2015\u2212\uff0d-"
RUN = re.compile(
    rf"(?<![A-Za-z\d_/=])(?:[{PLUS}] ?)?(?:[(\uff08] ?)?\d[\d(){SPACE}./\uff08\uff09{DASH}]*+"
)
DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:(?:19|20)\d\d|\d\d(?![./-]\d))"
    rf"|(?:19|20)\d\d ?[{DASH}] ?(?:19|20)\d\d)(?!\d)"
)
CALL = re.compile(
    r"\b(?:call(?:s|ed)?|phone|mobile|cell|tel|telephone|fax|ring|rang|whatsapp|signal|sms"
    r"|text(?:s|ed)?|number is|reach|handy|telefon|mobil|ruf\w*|nummer|tél|téléphone|portable"
    r"|teléfono|móvil|celular|llam\w+|telefone|chiam\w+|cellulare|тел|телефон|电话|電話|전화|هاتف"
    r"|फ़ोन|โทร)\b\W{0,3}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?:[$€£¥₹₽₩#№]|\b(?:isbn|issn|order|invoice|ticket|version|no|nr|id|ref|eur|usd|gbp|chf"
    r"|build|case|pages?|v)\b[.:]?(?: (?:no|nr|number|is)\b[.:]?)?)[ \u00a0]?$",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"[ \u00a0]?(?:[$€£¥₹₽₩%]|(?:eur|usd|gbp|chf|euros?|dollars?|kr|zł)\b)", re.IGNORECASE
)
AREA = re.compile(r"(?:\d{1,3} ?)?[(\uff08] ?(\d{2,5}) ?[)\uff09]")
YEAR = re.compile(r"(?:19|20)\d\d")
DOTTED = re.compile(r"(?:\d\d\.){3,4}\d\d|\d{3}\.\d{3}\.\d{4}|0\d{1,4}\.\d{3,4}\.\d{3,4}")
NEAR = 40
SHORTEST, FEWEST, LONGEST = 6, 7, 15
"""How many digits there are: where the words around say what it is, elsewhere, and at most."""
NATIONAL = (10, 11)
"""How many a number has that starts with neither 0 nor +."""


def find_phones(text: str) -> Iterator[Trace]:
    """Yield each phone number, and no date, time, amount, version or number of a book."""
    text = blank_urls(text)
    for match in RUN.finditer(text):
        if len(match[0]) < SHORTEST:
            continue
        before = text[max(0, match.start() - NEAR) : match.start()]
        after = text[match.end() : match.end() + NEAR]
        run = match[0]
        if run[0] not in PLUS:
            run = DAY.sub(lambda day: "_" * len(day[0]), run)
        for part in re.finditer(r"[^_]+", run):
            words = part[0].strip().rstrip("(./-\u2013 ").strip()
            if len(words) >= SHORTEST and is_phone(words, "" if part.start() else before, after):
                yield Trace(words, match.start() + part.start() + part[0].index(words))


def is_phone(words: str, before: str, after: str) -> bool:
    """Whether digits and what parts them are a number to call, by form and the words around."""
    digits = "".join(sign for sign in words if sign.isdigit())
    if not SHORTEST <= len(digits) <= LONGEST or len(set(digits)) == 1:
        return False
    if words[0] in PLUS:
        return len(digits) >= FEWEST
    is_glued = after[:1] in ascii_letters and after[:1].lower() not in ("", "x")
    if is_glued or COUNTED.search(before) or is_isbn(words) or is_measured(words):
        return False
    if CALL.search(before):
        return True
    if len(digits) < FEWEST or MONEY.match(after):
        return False
    return is_national(words, digits)


def is_national(words: str, digits: str) -> bool:
    """Whether digits are parted as a country parts them that writes them without its own code."""
    groups = [len(group) for group in re.split(r"\D+", words) if group]
    if area := AREA.match(words):
        return not YEAR.fullmatch(area[1])
    if int(digits[0]) == 0:
        return len(groups) != len(("from", "to")) or groups[0] != groups[1]
    is_amount = groups[0] <= len("100") and set(groups[1:]) == {len("000")}
    return (
        len(digits) in NATIONAL
        and not is_amount
        and (len(groups) == 1 or max(groups) <= len("98765"))
    )


def is_measured(words: str) -> bool:
    """Whether digits are a decimal, a version, an internet address or a list of single digits."""
    if re.fullmatch(r"\d+\.\d+", words) or re.search(r"[./]{2}", words):
        return True
    if re.fullmatch(r"[\d.]*\.[\d.]*", words):
        return not DOTTED.fullmatch(words)
    return "/" in words and all(len(group.strip()) <= 1 for group in words.split("/"))
