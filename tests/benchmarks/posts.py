"""Posts to measure on: the shared ones where they are, by `python -m tests.benchmarks.NAME DATA`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def folder(doc: str | None) -> Path:
    """The folder named on the command line."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of shared data")
    return parser.parse_args().data


def texts(data: Path, name: str = "health-posts.jsonl") -> list[str]:
    """The texts of a file of posts, in its order."""
    lines = (data / name).read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
