"""A combination that home refused may be initialled again once home has moved (rule A4.6)."""

from tabletop.game.core.step import Step
from tabletop.game.records import events as e


def lift(step: Step) -> None:
    """A4.6: a bar falls when the mood at the home that refused has moved far enough from where it was then."""
    moods = step.state.home.audience
    for combination, (seat, mood) in tuple(
        zip(step.state.text.barred, step.state.sealed.refused, strict=True)
    ):
        if abs(moods[seat] - mood) >= step.number("refused.moved"):
            step.emit(e.BarLifted(rule="A4.6", by=step.seats[seat], combination=combination))
