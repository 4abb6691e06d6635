"""What each way of finding a patient adds: on written posts that give one away, and on real ones that don't.

    python -m tests.benchmarks.patients DATA

"alone" are the posts that no other way finds: what would be missed without it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from postlint import people
from postlint.data import lexicon
from postlint.model import Span
from postlint.patients import names
from postlint.patients.counts import few
from postlint.patients.details import adding_up
from postlint.patients.identifiers import identifiers
from postlint.terms import Terms
from tests.benchmarks.posts import folder, texts

VECTORS = Path(__file__).parent.parent / "vectors"
OTHERS = Terms(lexicon("numbers")["of_others"])
TOLL_FREE = tuple(" ".join(lexicon("numbers")["toll_free"]).split())


def named_by(find: Callable[[str], Iterable[Span]]) -> Callable[[str], bool]:
    """Whether a name that is told to be a patient's is found in one way."""

    def works(text: str) -> bool:
        told = {one.span for one in names.named(text)}
        return any(span in told for span in find(text))

    return works


WAYS: dict[str, Callable[[str], bool]] = {
    "a number, a birth, a postcode": lambda text: any(identifiers(text, OTHERS, TOLL_FREE)),
    "a name behind a title": named_by(people.titled),
    "a given name and another": named_by(people.full_names),
    "little, baby and a given name": named_by(people.children),
    "a name, or initials, behind patient": named_by(names.beside_patient),
    "details that add up": lambda text: any(adding_up(text, "", lambda _: frozenset())),
    "a small number": lambda text: any(few(text)),
}


def main() -> None:
    """Print a table: posts found in each way, those found in no other, and alarms on real posts."""
    data = folder(__doc__)
    grave = tomllib.loads((VECTORS / "grave.toml").read_text("utf-8"))["confidentiality/patient"]["posts"]
    real = texts(data)
    found = {way: {text for text in grave if works(text)} for way, works in WAYS.items()}
    print(f"{'':38}{len(grave)} written posts    {len(real)} real posts\n{'':38}found  alone     alarms")
    for way, posts in found.items():
        others = set().union(*(found[other] for other in found if other != way))
        print(f"{way:38}{len(posts):5}{len(posts - others):7}{alarms(WAYS[way], real):11}")


def alarms(works: Callable[[str], bool], posts: Sequence[str]) -> int:
    """On how many posts a way finds something."""
    return sum(map(works, posts))


if __name__ == "__main__":
    main()
