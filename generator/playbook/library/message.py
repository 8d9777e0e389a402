"""What there is to tell, under headings -> a message to paste into a chat, or to open as a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage

from markupsafe import Markup

from playbook.library.plain_text import PlainLine

BOUNDARY = "=_playbook_announcement"


@dataclass(frozen=True)
class Message:
    """A message: its subject, lines that open it, and lists under their headings."""

    title: str
    opening: Sequence[PlainLine]
    """What stands close below the subject, and last a line on its own."""
    sections: Sequence[tuple[str, Sequence[PlainLine]]]

    def format_chat(self) -> str:
        """Return the message as plain text."""
        *close, last = [line.plain for line in self.opening]
        blocks = ["\n".join([self.title, *close]), last]
        blocks += [
            "\n".join([title, *(f"- {line.plain}" for line in lines)])
            for title, lines in self.sections
        ]
        return "\n\n".join(blocks) + "\n"

    def format_mail(self) -> str:
        """Return the message as a mail with text and HTML, for any mail program to open."""
        message = EmailMessage()
        message["X-Unsent"] = "1"
        message.set_content(self.format_chat(), cte="quoted-printable")
        message.add_alternative(self.format_html(), subtype="html", cte="quoted-printable")
        message.set_boundary(BOUNDARY)
        return f"Subject: {encode_subject(self.title)}\n{message.as_string()}"

    def format_html(self) -> str:
        """Return the message as HTML without any style of its own."""
        blocks = [Markup("<h1>{}</h1>").format(self.title)]
        blocks += [Markup("<p>{}</p>").format(line.html) for line in self.opening]
        for title, lines in self.sections:
            items = Markup("\n").join(Markup("<li>{}</li>").format(line.html) for line in lines)
            blocks.append(Markup("<h2>{}</h2>\n<ul>\n{}\n</ul>").format(title, items))
        return str(Markup("\n").join(blocks)) + "\n"


def encode_subject(title: str) -> str:
    """Return a title as the header of a mail, folded.

    EmailMessage loses spaces of long ones with other letters than ASCII's.
    """
    charset = "us-ascii" if title.isascii() else "utf-8"
    return Header(title, charset, header_name="Subject").encode(splitchars=" ")
