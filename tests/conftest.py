"""What the tests share: the folder of public conformance data, where there is one; and a cache folder of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how long things take is for the benchmarks to say
settings.load_profile("untimed")

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


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests, and the commands that they run, leave the user's cache folder alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
