"""The score's promises, proved on generated outcomes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postlint.scoring import Outcome, gains, score, verdict

outcome = st.builds(Outcome, st.text(max_size=3), st.floats(0, 1000), st.floats(0, 1))
outcomes = st.lists(outcome, max_size=12)


@given(outcomes)
def test_the_score_lies_between_0_and_100_or_is_none(found: list[Outcome]) -> None:
    """No findings can push it out of its range; without weight there is none."""
    value = score(found)
    assert (value is None) == (sum(one.weight for one in found) == 0)
    assert value is None or 0 <= value <= 100


@given(outcomes, st.randoms())
def test_the_order_of_rules_does_not_matter(found: list[Outcome], random: object) -> None:
    """The same outcomes in any order give the same score."""
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score(shuffled) == score(found)


@given(outcomes, st.text(max_size=3))
def test_a_rule_without_weight_changes_nothing(found: list[Outcome], rule: str) -> None:
    """What weighs nothing moves nothing."""
    assert score([*found, Outcome(rule, 0.0, 1.0)]) == score(found)


@given(st.lists(outcome, min_size=1, max_size=12), st.data())
def test_following_advice_never_lowers_the_score(found: list[Outcome], data: st.DataObject) -> None:
    """Removing a finding, with the same rules applying, never costs anything."""
    at = data.draw(st.integers(0, len(found) - 1))
    mended = [Outcome(one.rule, one.weight, 0.0) if i == at else one for i, one in enumerate(found)]
    before, after = score(found), score(mended)
    assert before is None or (after is not None and after >= before)


some = st.builds(Outcome, st.text(max_size=3), st.floats(0.01, 100), st.floats(0, 1))


@given(st.lists(some, min_size=1, max_size=8, unique_by=lambda one: one.rule))
def test_the_points_add_up_to_what_is_missing(found: list[Outcome]) -> None:
    """All gains together lead to 100, within the rounding of one point."""
    value = score(found)
    assert value is not None
    assert abs(value + sum(gains(found).values()) - 100) <= 0.51


simple = st.builds(Outcome, st.text(max_size=3), st.integers(1, 9).map(float), st.sampled_from([0.0, 0.5, 1.0]))


@given(st.lists(simple, min_size=1))
def test_only_the_proportion_of_weights_matters(found: list[Outcome]) -> None:
    """Doubling every weight changes nothing."""
    assert score([Outcome(one.rule, one.weight * 2, one.fault) for one in found]) == score(found)


def test_the_verdict_goes_by_the_gravest_level() -> None:
    """An error stops, a warning asks for a review, advice and reminders do neither."""
    assert verdict(["advice", "error", "warning"]) == "stop"
    assert verdict(["warning", "reminder"]) == "review"
    assert verdict(["advice", "reminder"]) == "ready"
    assert verdict([]) == "ready"
