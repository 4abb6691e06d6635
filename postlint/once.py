"""A property that is read on first need and kept in its object: `functools.cached_property`, but for the lock.

Python 3.11 takes one lock for all objects of a class, in which threads wait for one another. Here two threads may
both read; what is read of a frozen value is the same, so either may be kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  it is written like the decorators that it stands among
    """Makes a method without arguments into such a property. Its object needs a `__dict__`."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, _owner: type) -> T:
        """Asked only while nothing is kept under the name: what is kept goes before it."""
        kept = self._read(one)
        one.__dict__[self._name] = kept
        return kept
