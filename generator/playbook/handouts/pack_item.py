"""A sheet of a session's pack."""

from dataclasses import dataclass

from playbook.handouts.handout import Section
from playbook.handouts.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class PackItem:
    """A sheet of a session: what it is called, how it is printed, and what it prints."""

    sheet: Sheet
    path: str
    """Its path in the artifact's folder, without paper and ending."""
    title: str
    """Its title as a file of its own."""
    label: str
    """What the cover calls it."""
    use: str
    part: str = ""
    """The id of the piece that it is made from, if of one."""
    copies: int
    is_each: bool = False
    """Whether each participant gets one."""
    is_deck: bool = False
    """Whether its pages are fronts and backs in turn."""
    how: str
    """How to print it."""
    is_on_table: bool = True
    """Whether it has to be on the table when the session begins."""

    @property
    def section(self) -> Section:
        """What it is in the pack."""
        # A piece's title in full, which a sheet may have to cut.
        title = self.title if self.part else self.label
        return Section(title, self.how, self.part, self.is_each, self.is_deck)
