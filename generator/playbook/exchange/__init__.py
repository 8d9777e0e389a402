"""Reads and writes the forms in which other tools keep trees and maps; it must know no kind."""
