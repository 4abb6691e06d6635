"""What the network is taught with: labelled posts, and posts that only its teacher labels."""

from __future__ import annotations

import csv
import json
import re
import tarfile
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from postlint.model import Span
from tests.benchmarks.opinion.posts import Labelled, own, real, written

READINGS = Path(__file__).parent / "readings.txt"
"""Our labels of public posts and sentences, one a line: id, 0; or id, 1, kind, whether it finds fault, and where the
words start and end that carry the view.
"""
SIDED = Path(__file__).parent.parent / "employer" / "sides.jsonl"
"""Drafts written for postlint, each with a thing in it and the side that its author takes on it."""
SIDED_HARD = SIDED.with_name("sides-hard.jsonl")
"""More of them: harder ones, and often two sides on two things."""

_SNIPPETS = (("tweet", "tweets_GroundTruth.txt"), ("nyt", "nytEditorialSnippets_GroundTruth.txt"))
_TWEETS = (
    "offensive/train", "sentiment/test", "stance/abortion/test", "stance/abortion/train", "stance/atheism/test",
    "stance/climate/test", "stance/climate/train", "stance/feminist/train", "stance/hilary/train",
    "stance/hillary/test",
)  # fmt: skip
HELD_BACK = 0
"""The fold that neither the teacher nor the network sees."""
_FOLDS = 5
_SHARED = frozenset({"gold", "written", "health"})
_COUNTS = {
    "gold": 1.6, "written": 1.3, "own": 0.7, "dev": 1.0,
    "health": 0.7, "tweeteval": 0.7, "tweet": 0.6, "nyt": 0.6, "news": 0.5,
}  # fmt: skip
"""The weight of a labelled post, by where it comes from."""


class Item(Struct):
    """A post to learn from. `opinion` is None where only the teacher labels it; `counts` is its weight."""

    label: Labelled
    part: str
    opinion: bool | None
    counts: float = 0.5

    @property
    def held_back(self) -> bool:
        """Whether it is kept for measuring: gold-dev, and a fifth of the shared posts, pairs together."""
        return self.part == "dev" or (self.part in _SHARED and fold(self.label.group) == HELD_BACK)


class Sided(Struct, frozen=True):
    """A draft, where the thing asked about stands in it, and the side that is taken on it."""

    id: str
    text: str
    marks: tuple[Span, ...]
    side: str

    @property
    def held_back(self) -> bool:
        """Whether it is kept for measuring: a fifth, in dozens as they were written."""
        return fold(f"{self.id[0]}{int(self.id[1:]) // 12}") == HELD_BACK


def fold(group: str) -> int:
    """The same fold for a group in every run."""
    return crc32(group.encode()) % _FOLDS


def items(data: Path, snippets: Path, tweets: Path) -> list[Item]:
    """All posts.

    `data` is the shared folder, `snippets` the source archive of vaderSentiment 3.2.1, `tweets` the folder `datasets`
    of the benchmark TweetEval.
    """
    labelled = {"gold": real(data, "gold-train"), "dev": real(data, "gold-dev"), "written": written(data), "own": own()}
    known = [Item(label, part, label.opinion, _COUNTS[part]) for part, labels in labelled.items() for label in labels]
    return [*known, *public(data, snippets, tweets)]


def public(data: Path, snippets: Path | None, tweets: Path | None) -> Iterator[Item]:
    """Posts and sentences that others made public, as far as they are here, with our labels where we read them."""
    readings = dict(line.split(" ", 1) for line in READINGS.read_text("utf-8").splitlines())
    found = [*_health(data), *_news(data), *(_snippets(snippets) if snippets else ())]
    tweeted = [item for item in _tweets(tweets) if item.label.id in readings] if tweets else []
    for item in (*found, *tweeted):
        reading = readings.get(item.label.id)
        yield _read(item, reading.split()) if reading else item


def _plain(name: str, part: str, text: str) -> Item:
    return Item(Labelled(name, name, part, text, opinion=False), part, None)


def _health(data: Path) -> Iterator[Item]:
    for line in (data / "health-posts.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield _plain(row["id"], "health", row["text"])


def _news(data: Path) -> Iterator[Item]:
    for name in ("train", "val", "test"):
        rows = csv.reader((data / "newssd" / f"{name}.csv").read_text("utf-8").splitlines()[1:])
        yield from (_plain(f"{name}{at}", "news", max(row, key=len)) for at, row in enumerate(rows) if row)


def _snippets(archive: Path) -> Iterator[Item]:
    """Tweets and sentences of editorials."""
    for part, lines in _lines(archive):
        for line in lines:
            number, _, text = line.split("\t", 2)
            yield _plain(part + number, part, text)


def _tweets(datasets: Path) -> Iterator[Item]:
    """Tweets on a stance, and on topics of the day; in these files they have no ids."""
    for name in _TWEETS:
        for line in (datasets / f"{name}_text.txt").read_text("utf-8").splitlines():
            yield _plain(f"{name.split('/')[0]}-{_letters(line)}", "tweeteval", line.strip())


def _letters(text: str) -> str:
    """A name for a text: what stays the same whatever becomes of its blanks and signs."""
    return sha1("".join(filter(str.isalpha, text.lower())).encode()).hexdigest()[:12]


def _read(item: Item, reading: list[str]) -> Item:
    counts = _COUNTS[item.part]
    if reading[0] == "0":
        return Item(item.label, item.part, False, counts)
    _, kind, critical, *place = reading
    words = item.label.text[slice(*map(int, place))] if place else ""
    label = replace(item.label, opinion=True, kind=kind, words=words, critical=critical == "1")
    return Item(label, item.part, True, counts)


def _lines(archive: Path) -> Iterator[tuple[str, list[str]]]:
    with tarfile.open(archive) as outer:
        inner = next(member for member in outer if member.name.endswith("hutto_ICWSM_2014.tar.gz"))
        with tarfile.open(fileobj=outer.extractfile(inner)) as files:
            for part, name in _SNIPPETS:
                file = files.extractfile(next(member for member in files if Path(member.name).name == name))
                assert file is not None
                yield part, file.read().decode("utf-8", "replace").splitlines()


def sided(file: Path) -> list[Sided]:
    """The drafts of a file that take a side."""
    return [_sided(json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def _sided(row: dict[str, object]) -> Sided:
    names, text = list(map(str, row["names"])), str(row["text"])  # type: ignore[call-overload]
    spans = [
        Span(*found.span())
        for name in sorted(names, key=len, reverse=True)
        for found in re.finditer(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE)
    ]
    return Sided(str(row["id"]), text, tuple(spans), str(row["side"]))
