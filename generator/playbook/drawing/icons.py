"""Small signs for the corner of a card, as SVG path data in a box of 18 by 18."""

FACE = "M9 1a8 8 0 1 0 0 16a8 8 0 1 0 0-16M6.2 6.6v1M11.8 6.6v1"

ICONS = {
    "mood-very-low": f"{FACE}M5 13.4q4-4.6 8 0M4.6 4.6l2.6 1M13.4 4.6l-2.6 1",
    "mood-low": f"{FACE}M5.6 12.8q3.4-2.6 6.8 0",
    "mood-even": f"{FACE}M5.8 12h6.4",
    "mood-high": f"{FACE}M5.6 11q3.4 2.8 6.8 0",
    "mood-very-high": f"{FACE}M4.8 10.4h8.4q-.8 4.2-4.2 4.2t-4.2-4.2z",
    "target": "M9 1a8 8 0 1 0 0 16a8 8 0 1 0 0-16M9 5a4 4 0 1 0 0 8a4 4 0 1 0 0-8M9 8.5v1",
    "check": "M3 9.5l4 4l8-9",
    "cross": "M4 4l10 10M14 4l-10 10",
    "question": "M6 6.2q0-3.2 3-3.2t3 2.8q0 1.6-1.6 2.4t-1.4 2.6M9 14v.6",
    "hand": (
        "M5 10V5.2a1.2 1.2 0 0 1 2.4 0V8V3.4a1.2 1.2 0 0 1 2.4 0V8V4.2a1.2 1.2 0 0 1 2.4 0V9V6a1.2 1.2 0 0 1 2.4 0v6"
        "q0 5-5 5t-6.6-4.6L2.4 10.6a1.2 1.2 0 0 1 2.1-1.2z"
    ),
    "parked": "M6.5 4v10M11.5 4v10",
}
