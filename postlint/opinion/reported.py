"""What somebody else is said to think or to have said: no view of the author's.

"Dr Pryce told members that every board ought to have one" becomes "<name> told <said>".
"""

from __future__ import annotations

from . import cues
from .words import Word

_LONGEST_CLOSING = 9
"""How many words ", says Sister Rowe of Oak Ward" may have."""
_LONGEST_NAME = 4
"""How many words "Dr Ines Calloway" may have."""


def without_reposts(words: list[Word]) -> list[Word]:
    """The words before "RT @name": what follows is somebody else's post."""
    for at, word in enumerate(words[:-1]):
        if word.raw == "RT" and words[at + 1].small == "<account>":
            return words[: at + 2]
    return words


def without_signed(sentences: list[list[Word]]) -> list[list[Word]]:
    """The sentences from a signature on, such as "- Ken Rowe": what stands above it is Ken Rowe's."""
    for at, sentence in enumerate(sentences[1:], 1):
        if sentence[0].small in cues.grammar("dashes") and _is_name(list(filter(_may_name, sentence[1:]))):
            return sentences[at:]
    return sentences


def own(sentence: list[Word], verbs: frozenset[str]) -> list[Word]:
    """The author's words of a sentence, with `<said>` for what is reported."""
    if name := _opening_name(sentence):
        return [*sentence[:name], _said(sentence[name:])]
    if name := _closing_name(sentence):
        return [_said(sentence[:name]), *sentence[name:]]
    for at, word in enumerate(sentence):
        if word.small in verbs and _reports(sentence, at):
            return _split(sentence, at)
        if word.small == "according" and at + 2 < len(sentence) and sentence[at + 1].small == "to":
            return [_said(sentence), *sentence[at : at + 3]]
    return sentence


def _opening_name(sentence: list[Word]) -> int:
    """Where the words begin that "Norman Rowe:" or "@drpond:" opens; 0 where nobody does."""
    for at, word in enumerate(sentence[: _LONGEST_NAME + 1]):
        if word.small == ":":
            return at + 1 if at + 3 < len(sentence) and _is_name(sentence[:at]) else 0
    return 0


def _closing_name(sentence: list[Word]) -> int:
    """Where "– Ken Rowe" begins, which closes a sentence; 0 where none does."""
    for at in range(len(sentence) - 2, max(2, len(sentence) - _LONGEST_NAME - 2), -1):
        if sentence[at].small in cues.grammar("dashes"):
            return at if _is_name(list(filter(_may_name, sentence[at + 1 :]))) else 0
    return 0


def _may_name(word: Word) -> bool:
    return word.small == "<name>" or word.small[0] not in "<."


def _is_name(words: list[Word]) -> bool:
    """Whether words are a person's name or an account: two capitals at least, and nothing in small letters."""
    if len(words) == 1:
        return words[0].small == "<account>" or (words[0].small == "<name>" and " " in words[0].raw)
    letters = [word for word in words if word.raw[:1].isalpha()]
    return len(letters) > 1 and all(word.raw[0].isupper() and not word.raw.isupper() for word in letters)


def _reports(sentence: list[Word], at: int) -> bool:
    """Whether a verb has somebody else for its subject, and something to say."""
    if at and sentence[at - 1].small == ",":
        return at > 2 and len(sentence) - at <= _LONGEST_CLOSING
    subject = next((word.small for word in reversed(sentence[:at]) if word.small not in cues.grammar("between")), "")
    return subject != "" and subject not in cues.grammar("no-reporters") and len(sentence) - at > 2


def _split(sentence: list[Word], at: int) -> list[Word]:
    """Around the verb of report: what stands before ", says Jo", or after "Jo says"."""
    if sentence[at - 1].small == ",":
        return [_said(sentence), *sentence[at:]]
    return [*sentence[: at + 1], _said(sentence[at + 1 :])]


def _said(reported: list[Word]) -> Word:
    return Word("<said>", "", reported[0].start, reported[-1].end)
