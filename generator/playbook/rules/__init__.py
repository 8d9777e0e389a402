"""What a rule is, how it is waived, the word lists that rules look things up in.

Holds no rule of a kind.
"""
