"""Guides as tests write them."""

GUIDE_BEFORE = """\
kind: reading-guide
title: The last evening
summary: The guide that the examples begin with.
book: example-book
chapters: 3
questions: {individual: [Whose kitchen table do you know?], team: [What happened there?]}
exercises: [{title: Draw, purpose: See, time: {team: 20}, who: All, steps: [Draw alone, Show it]}]
"""
