"""What a file's name says: what the file is for, and whether every system can store it."""

import re
from pathlib import PurePosixPath

from playbook.source.problem import Severity
from playbook.text.english import quoted

ARTIFACTS = (".yml", ".yaml")
PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}
DOCUMENTS = {".pdf", ".csv", ".tsv", ".txt", ".vtt", ".srt", ".ics", ".zip"}
DOCUMENTS |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".drawio", ".excalidraw"}
RECORDINGS = {".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm"}
ASSETS = PICTURES | DOCUMENTS | RECORDINGS
"""What a page may show or offer; none of it runs in a browser, once an SVG has been looked at."""

LEFT_BY_SYSTEMS = {"thumbs.db", "desktop.ini"}
OF_TOOLS = {
    f".{tool}{ending}"
    for tool in ("authors", "markdownlint", "meta", "nav", "yamllint")
    for ending in ARTIFACTS
}
"""Hidden settings of MkDocs' plugins and of linters, which look for them beside the pages."""
COPY = re.compile(
    r".*(?:~|\.(?:orig|bak|backup|old|rej|tmp|temp|save|sw[op]))|#.*#", re.IGNORECASE | re.DOTALL
)
RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ .]*(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)
UNSTORABLE = re.compile(r'[\x00-\x1f<>:"|?*\\]')
UNDECODED = re.compile("[\ud800-\udfff]")
VERSIONS = ".versions"
"""How a folder ends that holds what the artifact beside it said before."""
SETTING = "name it under 'publish:' in site_config/site.yml"


def is_left_alone(name: str) -> bool:
    """Whether a name is hidden, or one that systems put into folders.

    Nobody expects such a file on a page.
    """
    is_meant = PurePosixPath(name).suffix in ARTIFACTS + PAGES and name not in OF_TOOLS
    return (name.startswith(".") and not is_meant) or name.casefold() in LEFT_BY_SYSTEMS


def is_undecoded(name: str) -> bool:
    """Whether the bytes of a name are no UTF-8."""
    return bool(UNDECODED.search(name))


def name_fault(name: str) -> str:
    """Return why not every system can store a file or a folder of this name.

    Nothing when each can.
    """
    if is_undecoded(name):
        return f"the name {quoted(name)} is not UTF-8: rename it"
    if RESERVED.fullmatch(name):
        return f"Windows reserves the name {quoted(name)}: rename it"
    if sign := UNSTORABLE.search(name):
        visible = quoted(sign[0]) if sign[0].isprintable() else "a control character"
        return f"Windows can't store the name {quoted(name)}, which has {visible} in it: rename it"
    if name.endswith((".", " ")):
        return (
            "Windows can't store a name that ends in a full stop or a space, "
            f"such as {quoted(name)}: rename it"
        )
    return ""


def explain_unread(path: str) -> tuple[str, Severity]:
    """Return why a file is neither read nor published, what to do, and how bad that is.

    Text may be lost.
    """
    name = PurePosixPath(path).name
    *inner, ending = (
        ["", *PurePosixPath(name).suffixes] if PurePosixPath(name).suffixes else ["", ""]
    )
    if name.startswith("."):
        message = (
            f"{quoted(name)} is hidden, and so not read: call it {quoted(name.lstrip('.'))}, "
            "or delete it"
        )
        return message, Severity.WARNING
    if COPY.fullmatch(name):
        message = (
            "this looks like a copy that an editor or git left behind, and is not read: delete it"
        )
        return message, Severity.WARNING
    text = next(
        (candidate for candidate in (*inner, ending) if candidate.lower() in ARTIFACTS + PAGES), ""
    )
    if text:
        better = f"{name[: name.index(text)]}{text.lower()}"
        return (
            (
                f"{quoted(name)} is not read, because of its ending: call it {quoted(better)}, "
                f"or {SETTING}"
            ),
            Severity.ERROR,
        )
    if not ending:
        message = (
            f"{quoted(name)} is not read, because it has no ending: "
            f"call it {quoted(f'{name}.yml')}, or {SETTING}"
        )
        return message, Severity.ERROR
    message = (
        f"what ends in {quoted(ending)} is neither read nor published: "
        f"move it out of the content, or {SETTING}"
    )
    return message, Severity.WARNING
