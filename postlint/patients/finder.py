"""All the ways of finding a patient, over one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..model import Span
from ..spans import apart
from ..terms import Terms
from .consents import Agreed
from .counts import few
from .details import adding_up
from .identifiers import identifiers
from .names import MoreNames, named, named_in_file
from .told import Told
from .words import may_tell_of_people


class Finder(Struct, frozen=True):
    """What the ways need to know: whose other numbers may be, who agreed to what, and who else finds names."""

    numbers_of_others: Terms
    toll_free: tuple[str, ...]
    agreed: Agreed
    more_names: MoreNames | None = None

    def in_text(self, text: str, beside: str) -> list[Told]:
        """What a text tells, together with what stands beside it; of what overlaps the first way's, in order."""
        by_span: dict[Span, Told] = {}
        for told in self._in_text(text, beside) if text else ():
            by_span.setdefault(told.span, told)
        return [by_span[span] for span in apart(by_span)] if by_span else []

    def _in_text(self, text: str, beside: str) -> Iterator[Told]:
        yield from identifiers(text, self.numbers_of_others, self.toll_free)
        if not may_tell_of_people(text) and self.more_names is None:
            return
        names = list(self._not_agreed(text, named(text, self.more_names)))
        yield from names or adding_up(text, beside, self.agreed)  # a name says it all
        yield from few(text)

    def in_file_name(self, name: str) -> list[Told]:
        """What the name of a file tells."""
        found = identifiers(name, self.numbers_of_others, self.toll_free)
        return [*found, *self._not_agreed(name, named_in_file(name))]

    def _not_agreed(self, text: str, found: Iterable[Told]) -> Iterator[Told]:
        return (told for told in found if not told.kinds <= self.agreed(text[told.span.start : told.span.end]))
