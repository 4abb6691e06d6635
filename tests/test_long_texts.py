"""However long a text is, and whatever is wrong in it again and again, the work grows in step with it."""

from __future__ import annotations

import pytest

from postlint import Linter
from tests.growth import grows_in_step

LINTER = Linter({"select": ["confidentiality", "politics", "clinical", "access", "plain", "draft", "respect"]})


@pytest.mark.parametrize(
    "unit",
    [
        "Our patient Mrs Patel in bed 4 has diabetes ", "Ministers must stop and the government failed ",
        "Take your tablets, you should stop insulin ", "3 people in Derwick have HIV. ", "A ( b \"c “d ) ",
        "THE THE BOOK NOW ", "miracle cure 30% less likely 1 in 5 versus 2 in 7 ", "Botox buy ",
        "Dr Rowe suspended our ward ", "embargoed until 3 May. preview of down by ", "a renal SDEC MAU utilise ",
        "we ❤️ it\n", "Call 0121 496 000 ", "never event was because. ", "Join us on 3 May 2020. ", "A. B. C. ",
    ],
)  # fmt: skip
def test_a_fault_a_thousand_times_takes_no_more_than_its_share(unit: str) -> None:
    """No rule compares everything with everything."""
    assert grows_in_step(lambda text: LINTER.lint(text, ["linkedin"]), lambda size: unit * (size // len(unit)))
