"""Posts to measure on: the shared ones where they are, by `python -m tests.benchmarks.NAME DATA`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def folder(doc: str | None) -> Path:
    """The folder named on the command line."""
    data: Path = _parser(doc).parse_args().data
    return data


def folders(doc: str | None) -> tuple[Path, Path | None, Path | None]:
    """The folder of shared data, and where given the archive of snippets and the folder of tweets."""
    parser = _parser(doc)
    parser.add_argument("snippets", type=Path, nargs="?", help="the source archive of vaderSentiment 3.2.1")
    parser.add_argument("tweets", type=Path, nargs="?", help="the folder datasets of TweetEval")
    found = parser.parse_args()
    return found.data, found.snippets, found.tweets


def _parser(doc: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of shared data")
    return parser


def texts(data: Path, name: str = "health-posts.jsonl") -> list[str]:
    """The texts of a file of posts, in its order."""
    lines = (data / name).read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
