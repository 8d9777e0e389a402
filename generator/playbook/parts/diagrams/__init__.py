"""How parts are drawn."""
