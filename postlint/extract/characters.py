"""The classes of characters that links, hashtags and mentions are told apart by, as X defines them.

Each is the inside of a regular expression's square brackets.
"""

from __future__ import annotations

SPACES = "\\t-\\r \\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
INVALID = "\\ufffe\\ufeff\\uffff"
"""Characters that X refuses outright."""

DIRECTIONAL = "\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069"
"""Marks that turn the direction of writing; a link may stand right behind one."""

PUNCTUATION = "!'#%&()*+,\\\\\\-./:;<=>?@\\[\\]^_{|}~$"
"""The ASCII punctuation that can't stand in a name of a host; quotation marks and backticks are not in it."""

LATIN_ACCENTS = (
    "\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0100-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268"
    "\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff"
)
CYRILLIC = "\\u0400-\\u04ff"
