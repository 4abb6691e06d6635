"""Tells an author's own view from report, quotation, thanks, instruction and question, and shows its words.

words -> reported speech set apart -> cues and features -> weights -> views. No spaCy: a linear model whose every
weight can be read, over words and named cues. Its weights are data, in rules/lexicons/opinion-posts.json; the card
beside them says what they were made of and how well they do.
"""

from .views import Opinion, View, opinion

__all__ = ["Opinion", "View", "opinion"]
