"""What a site owner says of how the site looks, in `site_config/identity.yml`."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playbook.config.card_colours import choose_card_colours
from playbook.config.config_file import EMPTY, read_config_file
from playbook.config.contrast import find_weak_pairs
from playbook.config.logo import draw_mark, read_logo
from playbook.config.palette import DARK, LIGHT, derive_tokens
from playbook.fonts.files import read_font
from playbook.fonts.fonts import FONTS, Fonts, OwnFont
from playbook.model.part import Part
from playbook.model.scalars import FormattedText
from playbook.source.document import Source
from playbook.source.problem import Problem

FILE = Path("site_config") / "identity.yml"


class Colour(FormattedText):
    """A colour: `#1f4d3c`."""

    form = re.compile(r"#[0-9a-fA-F]{6}")
    remedy = "a colour is '#' and six digits in quotes, such as \"#1f4d3c\""


class LogoFile(FormattedText):
    """A file beside `identity.yml`: `logo.svg` or `logo.png`."""

    form = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:svg|png)")
    remedy = "a logo is the name of an SVG or PNG file in site_config, such as 'logo.svg'"


class FontFile(FormattedText):
    """A file beside `identity.yml`, such as `NotoSansCherokee-Regular.ttf`."""

    form = re.compile(r"[A-Za-z0-9][A-Za-z0-9_,\[\] -]*\.(?:ttf|otf|ttc|otc)")
    remedy = (
        "a font is the name of a TTF, OTF, TTC or OTC file in site_config, "
        "such as 'NotoSansCherokee-Regular.ttf'"
    )


class Colours(Part):
    """The colours of one scheme; what is left out is ours."""

    paper: Colour = Colour("")
    """The page."""
    card: Colour = Colour("")
    """Cards, and the ground of diagrams."""
    ink: Colour = Colour("")
    """Text."""
    quiet: Colour = Colour("")
    """Text that steps back, and the edges of fields."""
    rule: Colour = Colour("")
    """Fine lines that only decorate."""
    brand: Colour = Colour("")
    """The footer, the main buttons and the logo that is drawn when there is none of your own."""
    accent: Colour = Colour("")
    """What points at something: small headings, the focus, the box that a link led to."""
    link: Colour = Colour("")
    """Links."""
    line: Colour = Colour("")
    """The lines of diagrams."""
    outcome: Colour = Colour("")
    """The outcome at the top of a tree."""
    opportunity: Colour = Colour("")
    """Opportunities; their ground is mixed from this and the card."""
    solution: Colour = Colour("")
    """Solutions."""
    assumption: Colour = Colour("")
    """Assumptions."""
    test: Colour = Colour("")
    """Assumption tests."""
    moment: Colour = Colour("")
    """Moments of a map."""
    way_out: Colour = Colour("")
    """Where customers give up."""
    trouble: Colour = Colour("")
    """Links on which something goes wrong."""
    back: Colour = Colour("")
    """Links that lead back."""


class Identity(Part):
    """The colours, the logo and further fonts of a site; its name is `site_name` in `site.yml`."""

    logo: LogoFile = LogoFile("")
    """An SVG or PNG file in `site_config`, preferably square."""
    fonts: tuple[FontFile, ...] = ()
    """Font files in `site_config` for what is printed in writing that our fonts lack; you are responsible for their licences."""  # noqa: E501 - shown as it stands
    light: Colours = Colours()
    """By day, and on paper."""
    dark: Colours = Colours()
    """By night."""


@dataclass(frozen=True)
class Look:
    """How the site looks: both schemes' colours, the logo as SVG, the fonts for print."""

    light: dict[str, str] = field(default_factory=lambda: derive_tokens(LIGHT, {}))
    dark: dict[str, str] = field(default_factory=lambda: derive_tokens(DARK, {}))
    logo: str = ""
    fonts: Fonts = FONTS
    card: dict[str, str] = field(default_factory=lambda: choose_card_colours({}, {}))
    """The colours of the pictures that stand for pages elsewhere."""

    @property
    def mark(self) -> str:
        """The owner's logo, or ours in the colours of the brand."""
        return self.logo or draw_mark(self.light["forest"], self.light["forest-ink"])


def load_look(root: Path) -> tuple[Look, list[Problem]]:
    """Return the look of the project at `root`, ours without the file; and every problem in it."""
    identity, source, problems = read_config_file(root / FILE, root, Identity, {EMPTY})
    if identity is None or source is None:
        return Look(), problems
    own = {"light": list_chosen(identity.light), "dark": list_chosen(identity.dark)}
    schemes = {
        "light": derive_tokens(LIGHT, own["light"]),
        "dark": derive_tokens(DARK, own["dark"]),
    }
    for scheme, colours in schemes.items():
        for key, message in find_weak_pairs(colours, own[scheme], scheme):
            problems.append(
                Problem(source.path, source.find_mark((scheme, key)), "SET003", message)
            )
    logo, fault = read_logo(source.path.parent, identity.logo) if identity.logo else ("", "")
    if fault:
        problems.append(Problem(source.path, source.find_mark(("logo",)), "SET004", fault))
    fonts, font_problems = load_fonts(identity.fonts, source)
    card = choose_card_colours(own["light"], own["dark"])
    return Look(schemes["light"], schemes["dark"], logo, fonts, card), [*problems, *font_problems]


def load_fonts(names: tuple[FontFile, ...], source: Source) -> tuple[Fonts, list[Problem]]:
    """Return ours and those that the owner names, and a problem for each that is no font."""
    own: list[OwnFont] = []
    problems = []
    for index, name in enumerate(names):
        font, fault = read_font(source.path.parent, name)
        if font:
            own.append(font)
        else:
            problems.append(
                Problem(source.path, source.find_mark(("fonts", index)), "SET005", fault)
            )
    return Fonts(tuple(own)) if own else FONTS, problems


def list_chosen(colours: Colours) -> dict[str, str]:
    """Return the colours that the owner chose."""
    return {name: value.lower() for name, value in colours if value}
