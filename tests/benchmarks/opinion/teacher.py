"""Fits the teacher: a large language model that labels posts for the network to learn from.

    python -m tests.benchmarks.opinion.teacher DATA SNIPPETS TWEETS MODEL OUT

DATA is the shared folder, SNIPPETS the source archive of vaderSentiment 3.2.1, TWEETS the folder `datasets` of
TweetEval, MODEL a folder with all-mpnet-base-v2, OUT the file for its labels (its numbers go beside it, as .pt). Needs
torch and transformers. It never sees the posts that are held back. Some hours on two cores.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from postlint.opinion.judge import KINDS
from tests.benchmarks.opinion.corpus import Item, items

_AT_ONCE, _LONGEST, _RATE = 32, 128, 4e-5
_STILL = ("embeddings", *(f"encoder.layer.{at}." for at in range(3)))
"""Parts of the model that stay as they are: the fit is quicker and hardly worse."""


class Teacher(nn.Module):
    """The model, asked whether a post holds a view, whether it finds fault, of which kind, and in which words."""

    def __init__(self, model: str) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(model)
        width = self.base.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.post, self.kind, self.token = nn.Linear(width, 2), nn.Linear(width, len(KINDS)), nn.Linear(width, 1)
        for name, numbers in self.base.named_parameters():
            numbers.requires_grad = not name.startswith(_STILL)

    def forward(self, ids: Any, mask: Any) -> tuple[Any, Any, Any]:
        """The logits of view and fault, of the kinds, and of each token."""
        with torch.autocast("cpu", torch.bfloat16):
            rows = self.base(ids, attention_mask=mask).last_hidden_state
        rows = self.drop(rows.float())
        mean = (rows * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.post(mean), self.kind(mean), self.token(rows)[..., 0]


def plain(text: str) -> str:
    """A text with its links and accounts as signs."""
    return re.sub(r"[ \t]+", " ", re.sub(r"@\w+", "@user", re.sub(r"https?://\S+", "http", text)))


def main() -> None:
    """Fit, then write what the teacher says of every post."""
    if len(sys.argv) != 6:
        raise SystemExit(__doc__)
    *sources, model, out = sys.argv[1:]
    torch.manual_seed(0)
    random.seed(0)
    posts = items(*map(Path, sources))
    teacher, tokens = Teacher(model), AutoTokenizer.from_pretrained(model)
    _fit(teacher, tokens, [post for post in posts if post.opinion is not None and not post.held_back])
    labels = {post.label.id: answer for post, answer in zip(posts, _ask(teacher, tokens, posts), strict=True)}
    Path(out).write_text(json.dumps(labels), "utf-8")
    torch.save(teacher.state_dict(), Path(out).with_suffix(".pt"))


def _fit(teacher: Teacher, tokens: Any, posts: list[Item]) -> None:
    own = [post for post in posts if post.part == "own"]
    shared = [post for post in posts if post.part != "own"]
    rounds = [own + shared, random.sample(own, len(own) // 2) + shared, random.sample(own, len(own) // 6) + shared]
    batches = [batch for posts in rounds for batch in in_batches(posts, lambda post: len(post.label.text), _AT_ONCE)]
    heads = [numbers for name, numbers in teacher.named_parameters() if not name.startswith("base.")]
    base = [numbers for numbers in teacher.base.parameters() if numbers.requires_grad]
    groups = [{"params": base, "lr": _RATE}, {"params": heads, "lr": 20 * _RATE}]
    descend(teacher, groups, len(batches), (_loss(teacher, tokens, batch) for batch in batches))


def descend(model: nn.Module, groups: list[dict[str, Any]], steps: int, losses: Iterator[Any]) -> None:
    """Step down each loss in turn, warming up first and slowing down to the end."""
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1, (at + 1) / (0.06 * steps)) * max(0.02, 1 - at / steps)
    )
    model.train()
    for at, loss in enumerate(losses):
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([numbers for group in groups for numbers in group["params"]], 1.0)
        optimizer.step()
        pace.step()
        if at % 100 == 0:
            print(f"{at} of {steps}: {loss.item():.3f}", flush=True)
    model.eval()


def in_batches(posts: Sequence[Any], size: Any, at_once: int) -> list[list[Any]]:
    """Posts in batches of like length, in random order."""
    mixed = random.sample(list(posts), len(posts))
    chunks = (sorted(mixed[at : at + 20 * at_once], key=size) for at in range(0, len(mixed), 20 * at_once))
    batches = [chunk[at : at + at_once] for chunk in chunks for at in range(0, len(chunk), at_once)]
    return random.sample(batches, len(batches))


def share(logits: Any, truth: Sequence[float], counts: Sequence[float]) -> Any:
    """The mean loss of yes-or-no answers, each counted as it should."""
    weight = torch.tensor(counts)
    losses = nn.functional.binary_cross_entropy_with_logits(logits, torch.tensor(truth), reduction="none")
    return (losses * weight).sum() / weight.sum().clamp(min=1e-6)


def choice(logits: Any, kinds: Sequence[int | None]) -> Any:
    """The mean loss of choices, without those that are not known."""
    known = [at for at, kind in enumerate(kinds) if kind is not None]
    chosen = torch.tensor([kind for kind in kinds if kind is not None], dtype=torch.long)
    return nn.functional.cross_entropy(logits[known], chosen) if known else logits.sum() * 0


def _loss(teacher: Teacher, tokens: Any, posts: list[Item]) -> Any:
    texts = [plain(post.label.text) for post in posts]
    read = tokens(
        texts, truncation=True, max_length=_LONGEST, padding=True, return_tensors="pt", return_offsets_mapping=True
    )
    answers, kinds, words = teacher(read["input_ids"], read["attention_mask"].float())
    labels, counts = [post.label for post in posts], [post.counts for post in posts]
    carried = [
        _carries(text, label, places) for text, label, places in zip(texts, labels, read["offset_mapping"], strict=True)
    ]
    weights = torch.tensor([[count * (row is not None)] for count, row in zip(counts, carried, strict=True)])
    none = [0.0] * words.shape[1]
    told = nn.functional.binary_cross_entropy_with_logits(
        words, torch.tensor([row or none for row in carried]), reduction="none"
    )
    weights = weights * read["attention_mask"]
    known = [count * (label.critical is not None) for count, label in zip(counts, labels, strict=True)]
    return (
        share(answers[:, 0], [float(label.opinion) for label in labels], counts)
        + 0.3 * share(answers[:, 1], [float(bool(label.critical)) for label in labels], known)
        + 0.3 * choice(kinds, [KINDS.index(label.kind) if label.kind in KINDS else None for label in labels])
        + 0.5 * (told * weights).sum() / weights.sum()
    )


def _carries(text: str, label: Any, places: Any) -> list[float] | None:
    """For each token whether it stands in the words of the view; None where these are not known."""
    if not label.opinion:
        return [0.0] * len(places)
    words = plain(label.words) if label.words else ""
    at = text.find(words) if words else -1
    if at < 0:
        return None
    return [float(start < at + len(words) and at < end and end > start) for start, end in places.tolist()]


def _ask(teacher: Teacher, tokens: Any, posts: list[Item]) -> list[list[Any]]:
    """The logit of a view, and of its kinds, for each post."""
    order = sorted(range(len(posts)), key=lambda at: len(posts[at].label.text))
    answers: dict[int, list[Any]] = {}
    with torch.no_grad():
        for start in range(0, len(order), _AT_ONCE):
            places = order[start : start + _AT_ONCE]
            texts = [plain(posts[at].label.text) for at in places]
            read = tokens(texts, truncation=True, max_length=_LONGEST, padding=True, return_tensors="pt")
            views, kinds, _ = teacher(read["input_ids"], read["attention_mask"].float())
            answers.update(zip(places, zip(views[:, 0].tolist(), kinds.tolist(), strict=True), strict=True))
    return [list(answers[at]) for at in range(len(posts))]


if __name__ == "__main__":
    main()
