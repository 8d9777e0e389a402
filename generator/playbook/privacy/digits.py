"""Numbers that prove themselves by their check digits: books, bank accounts, payment cards."""

import re

BOOK = re.compile(r"97[89](?:[ -]?\d){10}")
OLD_BOOK = re.compile(r"(?=.{13})(?:\d+-){3}[\dXx]")
CARD = re.compile(r"[2-6]\d{12,18}")


def is_isbn(words: str) -> bool:
    """Whether a number is that of a book, whose thirteen or ten digits prove each other."""
    if BOOK.fullmatch(words):
        return (
            sum(value * (3 if at % 2 else 1) for at, value in enumerate(list_values(words))) % 10
            == 0
        )
    if OLD_BOOK.fullmatch(words):
        return sum(value * (10 - at) for at, value in enumerate(list_values(words))) % 11 == 0
    return False


def list_values(words: str) -> list[int]:
    """Return the value of each digit of a book's number, an X being ten."""
    return [10 if sign in "xX" else int(sign) for sign in words if sign not in "- "]


def is_account(words: str) -> bool:
    """Whether a number is that of a bank account (IBAN) or a payment card, by its check digits."""
    plain = re.sub(r"[ -]", "", words)
    if plain[0].isalpha():
        return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
    return bool(CARD.fullmatch(plain)) and is_luhn(plain)


def is_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others, as on payment cards."""
    doubled = (int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
