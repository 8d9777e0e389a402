"""Every kind, in the order the site shows them.

A kind is a folder that knows no other kind, and no page or paper.
"""

from playbook.kinds.book import KIND as BOOK
from playbook.kinds.club import KIND as CLUB
from playbook.kinds.experience_map import KIND as EXPERIENCE_MAP
from playbook.kinds.glossary import KIND as GLOSSARY
from playbook.kinds.interview_snapshot import KIND as INTERVIEW_SNAPSHOT
from playbook.kinds.opportunity_tree import KIND as OPPORTUNITY_TREE
from playbook.kinds.play import KIND as PLAY
from playbook.kinds.reading_guide import KIND as READING_GUIDE
from playbook.kinds.signpost import KIND as SIGNPOST
from playbook.library.kind import Kind

KINDS: tuple[Kind, ...] = (
    SIGNPOST,
    CLUB,
    READING_GUIDE,
    PLAY,
    OPPORTUNITY_TREE,
    EXPERIENCE_MAP,
    INTERVIEW_SNAPSHOT,
    BOOK,
    GLOSSARY,
)
