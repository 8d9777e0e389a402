"""An outline -> OPML 2.0, with facts in the `_note` that outliners show below an item."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from playbook.exchange.outline import Item, Outline
from playbook.exchange.writing.remarks import list_children, list_remarks, list_tops

NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_opml(outline: Outline) -> str:
    """Return the outline with its items nested."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = clean(outline.title)
    body = SubElement(root, "body")
    top = SubElement(body, "outline", text=clean(outline.title))
    if outline.facts:
        top.set("_note", "\n".join(clean(f"{fact.key}: {fact.value}") for fact in outline.facts))
    for item in list_tops(outline):
        add_item(top, item, outline)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def add_item(parent: Element, item: Item, outline: Outline) -> None:
    """Add an item and all below it."""
    element = SubElement(parent, "outline", text=clean(item.words))
    for name, value in (("sort", item.sort), ("status", item.status)):
        if value:
            element.set(name, clean(value))
    if remarks := list(list_remarks(item, outline)):
        element.set("_note", "\n".join(clean(f"{fact.key}: {fact.value}") for fact in remarks))
    for child in list_children(item.key, outline):
        add_item(element, child, outline)


def clean(text: str) -> str:
    """Return a text on one line, with a question mark for what XML can't hold."""
    return NOT_IN_XML.sub("?", " ".join(text.split()))
