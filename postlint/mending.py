"""What the command says and shows of fixes: differences, the mended standard input, and how many there were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .work import Fixed


def differences(fixed: Iterable[Fixed]) -> Iterator[str]:
    """What fixes change, as lines that `patch` and `git apply` read."""
    from difflib import unified_diff

    for one in fixed:
        before, after = _lines(one.before), _lines(one.after)
        for line in unified_diff(before, after, f"a/{one.path}", f"b/{one.path}", lineterm="\n"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def said(fixed: Sequence[Fixed], *, written: bool) -> Iterator[str]:
    """What was fixed, and what `--unsafe-fixes` would fix besides."""
    changed = [one for one in fixed if one.after != one.before]
    if changed:
        word = "made" if written else "to make"
        fixes = _counted(sum(one.made for one in changed), "fix", "fixes")
        yield f"{fixes} {word} in {_counted(len(changed), 'draft')}"
    if more := sum(one.unsafe_left for one in fixed):
        yield f"{_counted(more, 'more fix', 'more fixes')} with --unsafe-fixes, to be looked at by a person"


def _counted(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
