"""What contributors look up of kinds and rules, as data: examples, fields, JSON Schema, lessons.

Makes no page.
"""
