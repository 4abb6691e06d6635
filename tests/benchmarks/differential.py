"""X's own library in JavaScript beside ours, on generated texts: every difference, in classes.

    python -m tests.benchmarks.differential [--texts 10000] [--folder FOLDER]

Needs node and npm, which fetch the package `twitter-text` into the folder (a temporary one by default). The
differences that are meant are explained in `postlint/lengths/__init__.py`; any other is a fault.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postlint import channels
from postlint.extract import entities
from postlint.lengths import measure

SCRIPT = """
const twitter = require('twitter-text').default || require('twitter-text');
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
for (const line of lines) {
  const text = JSON.parse(line);
  const parsed = twitter.parseTweet(text);
  const found = twitter.extractEntitiesWithIndices(text).map(e => [
    e.url ? 'url' : e.hashtag ? 'hashtag' : e.cashtag ? 'cashtag' : e.listSlug ? 'list' : 'mention', ...e.indices]);
  console.log(JSON.stringify([parsed.weightedLength, found]));
}
"""

PIECES = [
    *("Flu", "jab", "the ward", "a", "I", "9.30am", "e.g.", "end.It", "README.md", "nhs.uk", "nhs.uk/flu?a=b"),
    *(
        "https://example.org",
        "http://例え.jp/パス",
        "https://t.co/Ab12Cd",
        "example.com.",
        "(https://example.org/a_(b))",
    ),
    *("www.example.co.uk/", "http://", "#Falls", "#falls2026", "#2026", "#co-production", "＃Wide", "#é1", "#नमस्ते"),
    *("a#b", "&#38;", "@NHS", "@nhs/trusts", "RT @a:", ".@b", "a@b.org", "$GSK", "$AZN.L", "$1"),
    *("👍", "👍🏽", "👩‍👩‍👧‍👦", "❤️", "❤", "🇬🇧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "©", "™", "☎️", "“quoted”", "–", "…", "日本語", "שלום", "é"),
    *("e\u0301", "\u202a", "\u200f", "\u200d", "\ufe0f", "\n", "\r\n", "\t", *"-_/.,!?:;'\"[]"),
]
NEWER = ["❤️‍🔥", "🫱🏻‍🫲🏿", "🧑‍🧑‍🧒", "🥹", "🩷"]


def main() -> None:
    """Print the classes of differences, and every text that none of them explains."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        subprocess.run(
            ["npm", "install", "--silent", "--no-fund", "--no-audit", "twitter-text"], cwd=folder, check=True
        )
        texts = list(generated(options.texts))
        compare(texts, folder)


def generated(number: int) -> Iterator[str]:
    """Texts of pieces that have been trouble somewhere, glued and apart; the same ones every time."""
    dice = random.Random(20261122)
    for _ in range(number):
        pieces = dice.choices(PIECES + NEWER * (dice.random() < 0.1), k=dice.randint(1, 14))
        yield "".join(piece + dice.choice(["", " ", " "]) for piece in pieces)


def reference(texts: list[str], folder: Path) -> list[Any]:
    """What the JavaScript library says of each text."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(["node", "-e", SCRIPT], input=lines, cwd=folder, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(texts: list[str], folder: Path) -> None:
    """Print how many texts differ in what; a difference that stays in the plain version of a text is not explained."""
    plain = [plainly(text) for text in texts]
    classes: Counter[str] = Counter()
    for text, theirs, again, theirs_again in zip(
        texts, reference(texts, folder), plain, reference(plain, folder), strict=True
    ):
        for kind, ours, other in zip(("length", "entities"), answer(text), theirs, strict=True):
            if ours != other:
                explained = answer(again) == tuple(theirs_again)
                classes[f"{kind}: {reason(text) if explained else 'NOT EXPLAINED'}"] += 1
                if not explained:
                    print(f"{kind} of {text!r}\n  ours   {ours}\n  theirs {other}")
    print(f"{len(texts)} texts, {sum(classes.values())} differences")
    for name, count in classes.most_common():
        print(f"  {name}: {count}")


def answer(text: str) -> tuple[int, list[list[Any]]]:
    """Our length and entities, as the script writes the library's."""
    channel = channels.builtin()["twitter"]
    found = [[e.kind, utf16(text[: e.start]), utf16(text[: e.end])] for e in entities(text) if e.kind != "emoji"]
    return measure(text, channel).used, found


def plainly(text: str) -> str:
    """The text without what the two are meant to count differently."""
    for emoji in NEWER:
        text = text.replace(emoji, "👍")
    return text.replace("\r\n", "\n")


def reason(text: str) -> str:
    """What a text holds that the two are meant to count differently."""
    found = ["a Windows line break counts once"] if "\r\n" in text else []
    found += ["an emoji newer than the library's list"] if any(emoji in text for emoji in NEWER) else []
    return " and ".join(found)


def utf16(text: str) -> int:
    """The library's places count UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


if __name__ == "__main__":
    main()
