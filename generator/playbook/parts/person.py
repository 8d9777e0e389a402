"""A person who was interviewed, and the mark that stands for them where there is no picture."""

from zlib import crc32

from playbook.model.part import Part
from playbook.model.picture_file import PictureFile
from playbook.text.graphemes import split_graphemes
from playbook.text.inline import Text

LOOKS = 6
"""How many marks the style sheet tells apart by colour and shape."""
LONGEST_NUMBER = 3


class Person(Part):
    """Who was interviewed, so that nobody outside can tell: a first name or a made-up one."""

    short_for = "name"
    names_customer = "name"

    name: Text
    """A first name, a made-up one, or `Customer 7`; never the full name."""
    role: Text | None = None
    """What they are to us, such as an adult who wants to learn the cello."""
    picture: PictureFile | None = None
    """A picture beside this file, if they agreed to show it; without one, an initial is drawn."""
    alt: Text | None = None
    """What the picture shows, for readers who can't see it; left out, it says whose it is."""

    @property
    def initial(self) -> str:
        """The first letter of the name, and its number where it has one: `C7` for `Customer 7`."""
        words = self.name.plain().split()
        signs = [sign for word in words for sign in split_graphemes(word)]
        letter = next((sign for sign in signs if sign[0].isalnum()), "".join(signs[:1]))
        *first, last = words or [""]
        number = last if first and last.isdecimal() and len(last) <= LONGEST_NUMBER else ""
        return f"{letter.title()}{number}"

    @property
    def look(self) -> int:
        """Which of the marks it is, the same for a name everywhere."""
        return crc32(self.name.plain().encode()) % LOOKS + 1
