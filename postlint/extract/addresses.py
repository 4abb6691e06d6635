"""Whether a text is the address of a page as the standards define one, whatever a channel makes of it."""

from __future__ import annotations

import ipaddress
import re

from .urls import urls

_CHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@\u0400-\u04ff\u00a1-\uffef]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(
    rf"(?P<protocol>https?)://(?:(?P<user>(?:(?!@){_CHAR})*)@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s/?#:@\[\]%]+)"
    rf"(?::\d{{1,5}})?(?:/{_CHAR}*)*(?:\?(?:{_CHAR}|[/?])*)?(?:\#(?:{_CHAR}|[/?!])*)?",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Whether the whole text is an http or https address with a host that can exist."""
    found = _ADDRESS.fullmatch(text)
    return found is not None and _is_host(found["host"])


def _is_host(host: str) -> bool:
    """An IP address, or a name that ends in a top-level domain."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        name = f"https://{host}"
        return [(span.start, span.end) for span in urls(name)] == [(0, len(name))]
    return True
