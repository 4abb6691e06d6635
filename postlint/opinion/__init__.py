"""Tells an author's own view from report, quotation, thanks, instruction and question, and shows its words.

A glance at every post: words -> reported speech set apart -> cues and features -> weights, in microseconds. What it
leaves in doubt is read: pieces -> network -> views, and the side taken on a thing that is asked about. No spaCy. All
weights are data, in rules/lexicons; the card beside them says what they were made of and how well they do.
"""

from .views import Attitude, Opinion, View, opinion

__all__ = ["Attitude", "Opinion", "View", "opinion"]
