"""Cards and links -> DOT -> a laid-out SVG; draws for every kind and knows none of them."""
