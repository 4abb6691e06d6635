"""What somebody else is said to think or to have said: no view of the author's.

"Dr Pryce told members that every board ought to have one" becomes "<name> told <said>".
"""

from __future__ import annotations

from .words import Word

_NOT_REPORTERS = frozenset("i we you i've we've i'd we'd i'll nobody one who , and to not n't don't didn't never".split())
_PASSIVE = frozenset("am is are was were be been being get gets got getting".split())
_LONGEST_CLOSING = 9
"""How many words ", says Sister Rowe of Oak Ward" may have."""


def own(sentence: list[Word], verbs: frozenset[str]) -> tuple[list[Word], list[Word]]:
    """The author's words of a sentence, with `<said>` for what is reported; and the reported words."""
    for at, word in enumerate(sentence):
        if word.small in verbs and _reports(sentence, at):
            return _split(sentence, at)
        if word.small == "according" and at + 2 < len(sentence) and sentence[at + 1].small == "to":
            return [_said(sentence), *sentence[at : at + 3]], sentence[:at] + sentence[at + 3 :]
    return sentence, []


def _reports(sentence: list[Word], at: int) -> bool:
    """Whether a verb has somebody else for its subject, and something to say."""
    before = sentence[at - 1].small if at else ""
    if before == ",":
        return at > 2 and len(sentence) - at <= _LONGEST_CLOSING
    return at > 0 and before not in _NOT_REPORTERS and before not in _PASSIVE and len(sentence) - at > 2


def _split(sentence: list[Word], at: int) -> tuple[list[Word], list[Word]]:
    if sentence[at - 1].small == ",":
        return [_said(sentence), *sentence[at:]], sentence[: at - 1]
    reported = sentence[at + 1 :]
    return [*sentence[: at + 1], _said(reported)], reported


def _said(reported: list[Word]) -> Word:
    return Word("<said>", "", reported[0].start, reported[-1].end)
