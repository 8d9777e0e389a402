"""What happens to lines while people edit them."""

from random import Random


def edited(lines: list[str], draw: Random) -> list[str]:
    """Return lines with one thing done to them that happens to people.

    Lost, doubled, moved, swapped or torn.
    """
    at, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    line, another = lines[at], lines[other]
    key, colon, _ = line.partition(": ")
    match draw.choice(
        ["drop", "double", "indent", "dedent", "swap", "lines", "splice", "sign", "cut"]
    ):
        case "drop":
            new = []
        case "double":
            new = [line, line]
        case "indent":
            new = [" " * draw.randint(1, 5) + line]
        case "dedent":
            new = [line[draw.randint(1, 4) :]]
        case "swap":
            new = [key + colon + another.partition(": ")[2]]
        case "lines":
            new = [another]
        case "splice":
            new = [line[: draw.randint(0, len(line))] + another[draw.randint(0, len(another)) :]]
        case "sign":
            cut = draw.randint(0, len(line))
            new = [line[:cut] + draw.choice("\"'[]{}:-#&*!|>%@`,\t\\\x00\u2028é🎉") + line[cut:]]
        case _:
            return lines[:at]
    return [*lines[:at], *new, *lines[at + 1 :]]
