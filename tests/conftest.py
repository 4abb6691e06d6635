"""What the tests share: the folder of public conformance data, where there is one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Callable[..., Path]:
    """Finds a shared file, by POSTLINT_DATA or beside the checkout; the test is skipped where it is absent."""
    folder = Path(os.environ.get("POSTLINT_DATA", ROOT.parent / "shared" / "data"))

    def find(*parts: str) -> Path:
        path = folder.joinpath(*parts)
        if not path.exists():
            pytest.skip(f"the shared data {'/'.join(parts)} are not here; name their folder in POSTLINT_DATA")
        return path

    return find
