"""Fits the large network, which gives a second opinion: the teacher, used to posts whose names and topics are masked.

    python -m tests.benchmarks.opinion.second DATA SNIPPETS TWEETS MODEL LABELS

The arguments are those of tests.benchmarks.opinion.teacher; LABELS is what it wrote, with its numbers beside it. Posts
that are held back are not seen. Calibration is left to tests.benchmarks.opinion.train. Twenty minutes on two cores.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from tests.benchmarks.opinion.corpus import Item, items
from tests.benchmarks.opinion.export import SIGNS, export_second, vocabulary
from tests.benchmarks.opinion.student import Seen, packed, seen, sentence_places
from tests.benchmarks.opinion.teacher import descend, in_batches, share

_AT_ONCE, _RATE = 32, 2e-5
_TRUST = 0.5
"""How much the teacher's word weighs against a label's."""
_SOME = {"own": 2000, "tweeteval": 6500, "health": 700}
"""How many posts of these parts are read; of the others, all."""
_LIKE = {
    "<s>": "<s>", "<headline>": ":", "<reply>": "@", "<repost>": "rt", "<it>": "it", "<tag>": "#", "<name>": "smith",
    "<topic>": "hospital", "<letters>": "nhs", "<account>": "@", "<link>": "http", "<number>": "5", "<year>": "2019",
    "<money>": "£", "<share>": "%", "<hour>": "pm", "<unknown>": "[UNK]",
}  # fmt: skip
"""The word of the model's whose vector each sign starts from."""


class Network(nn.Module):
    """The teacher's layers over the pieces and signs that postlint knows."""

    def __init__(self, model: Path, taught: dict[str, Any], known: dict[str, int]) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(model, add_pooling_layer=False)
        base = {name.removeprefix("base."): numbers for name, numbers in taught.items() if name.startswith("base.")}
        self.base.load_state_dict({name: numbers for name, numbers in base.items() if "pooler" not in name})
        names = (model / "vocab.txt").read_text("utf-8").splitlines()
        place = {name: at for at, name in enumerate(names)}
        vectors = self.base.embeddings.word_embeddings.weight.detach()
        pieces = [name for name in known if name not in SIGNS]
        self.words = vectors[[place.get(name, place["[UNK]"]) for name in pieces]]
        self.signs = nn.Parameter(vectors[[place[_LIKE.get(sign, "the")] for sign in SIGNS]].clone())
        self.base.embeddings.word_embeddings.weight.requires_grad = False
        self.drop, self.view = nn.Dropout(0.1), nn.Linear(vectors.shape[1], 1)
        self.view.load_state_dict({"weight": taught["post.weight"][:1], "bias": taught["post.bias"][:1]})

    def forward(self, ids: Any, mask: Any) -> Any:
        """A row of numbers for each piece."""
        sign = ids - len(self.words)
        words = self.words[ids.clamp(max=len(self.words) - 1)]
        vectors = torch.where((sign >= 0)[..., None], self.signs[sign.clamp(min=0)], words)
        with torch.autocast("cpu", torch.bfloat16):
            rows = self.base(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        return rows.float()

    def views(self, rows: Any, mask: Any) -> Any:
        """How strongly what stands under the mask speaks for a view, in logits."""
        wide = mask[..., None]
        return self.view(self.drop((rows * wide).sum(1) / wide.sum(1).clamp(min=1)))[:, 0]


def main() -> None:
    """Fit and write."""
    if len(sys.argv) != 6:
        raise SystemExit(__doc__)
    torch.manual_seed(0)
    random.seed(0)
    *sources, model, labels = map(Path, sys.argv[1:])
    known, told = vocabulary(), json.loads(labels.read_text("utf-8"))
    network = Network(model, torch.load(labels.with_suffix(".pt")), known)
    chosen = _chosen([item for item in items(*sources) if item.opinion is not None and not item.held_back])
    batches = in_batches([seen(item, told, known) for item in chosen], lambda post: len(post.pieces), _AT_ONCE)
    base = [numbers for numbers in network.base.parameters() if numbers.requires_grad]
    groups = [{"params": base, "lr": _RATE}, {"params": [network.signs, *network.view.parameters()], "lr": 10 * _RATE}]
    descend(network, groups, len(batches), (_loss(network, batch) for batch in batches))
    export_second(network, known)


def _chosen(posts: list[Item]) -> Iterator[Item]:
    """All posts of the parts that are few, and some of the others."""
    for part in sorted({post.part for post in posts}):
        here = [post for post in posts if post.part == part]
        yield from random.sample(here, min(len(here), _SOME.get(part, len(here))))


def _loss(network: Network, posts: list[Seen]) -> Any:
    """How wrong the network is about each post, and about one sentence of each."""
    ids, mask = packed([post.pieces for post in posts])
    rows = network(ids, mask)
    counts = [post.item.counts for post in posts]
    teacher = torch.tensor([post.view for post in posts]).sigmoid().tolist()
    truth = [
        _TRUST * said + (1 - _TRUST) * float(post.item.opinion or 0) for said, post in zip(teacher, posts, strict=True)
    ]
    places, holds, weights = sentence_places(posts, rows.shape[1])
    whole = share(network.views(rows, mask), truth, counts)
    return whole + 0.4 * share(network.views(rows, places), holds, weights)


if __name__ == "__main__":
    main()
