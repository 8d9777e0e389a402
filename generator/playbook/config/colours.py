"""Colours as `#rrggbb`: mixed, and compared by WCAG 2."""

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls

TINT = 0.42
SHADES = 100
"""How many steps of lightness there are from black to white."""
WHITE, BLACK = "#ffffff", "#101512"


def split_channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, each from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def mix(colour: str, into: str, share: float) -> str:
    """Return a colour of which `share` is the first and the rest the second."""
    pairs = zip(split_channels(colour), split_channels(into), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def brighten(colour: str) -> str:
    """Return a dark colour as light as a tint wants it, in its own hue.

    One that is light already stays as it is.
    """
    hue, light, depth = measure(colour)
    return write(hue, max(light, TINT), depth)


def list_shades(colour: str) -> Iterator[str]:
    """Yield a colour lighter and darker in its own hue, the nearest first."""
    hue, light, depth = measure(colour)
    for step in range(1, SHADES + 1):
        for other in (light - step / SHADES, light + step / SHADES):
            if 0 <= other <= 1:
                yield write(hue, other, depth)


def measure(colour: str) -> tuple[float, float, float]:
    """Return a colour's hue, lightness and saturation, each from 0 to 1."""
    return rgb_to_hls(*(channel / 255 for channel in split_channels(colour)))


def write(hue: float, light: float, depth: float) -> str:
    """Return a colour of this hue, lightness and saturation."""
    return "#" + "".join(f"{round(share * 255):02x}" for share in hls_to_rgb(hue, light, depth))


def compute_luminance(colour: str) -> float:
    """Return the relative luminance, from 0 for black to 1 for white."""
    shares = (channel / 255 for channel in split_channels(colour))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG 2
        for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def compute_contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21."""
    dark, light = sorted((compute_luminance(one), compute_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def choose_ink(colour: str) -> str:
    """Return white or black, whichever reads better on a colour."""
    return max((WHITE, BLACK), key=lambda ink: compute_contrast(ink, colour))
