"""How a match is dealt: mandates, cards, alternatives (rules V2)."""

from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.strikes import estimates
from tabletop.game.war import theatre
from tabletop.game.war.fortnight import seal_programme
from tabletop.scenario.board.mandates import MandateBoard


def deal(step: Step) -> None:
    """V2.1: each seat draws its weights, a party also its card, its private die and its hope, under seal."""
    weights: list[tuple[int, ...]] = []
    cards: list[int] = []
    alternatives: list[int] = []
    optimism: list[int] = []
    for at, mandate in enumerate(step.board.mandates):
        seat = step.seats[at]
        if mandate is None:
            continue
        party = at in step.board.parties
        card = step.roll("card", seat, len(mandate.cards)) if party and mandate.cards else -1
        hope = pick(step, "optimism", seat, mandate.optimism_die)
        private = pick(step, "private", seat, mandate.private_die)
        door = step.board.door if party else 0
        weights.append(draw_weights(step, seat, mandate, card))
        cards.append(card)
        optimism.append(hope)
        alternatives.append(mandate.alternative + private + hope + door)
    step.emit(
        e.MatchOpened(
            seen=0,
            rule="V2.1",
            weights=tuple(weights),
            cards=tuple(cards),
            alternatives=tuple(alternatives),
            optimism=tuple(optimism),
        )
    )
    estimates.open_estimates(step)
    seal_programme(step)
    theatre.seal_first_claims(step)


def pick(step: Step, purpose: str, seat: str, faces: tuple[int, ...]) -> int:
    """V2.2: a face of a die; 0 for a seat that has none."""
    return faces[step.roll(purpose, seat, len(faces))] if faces else 0


def draw_weights(step: Step, seat: str, mandate: MandateBoard, card: int) -> tuple[int, ...]:
    """V2.1: centre, plus the card, each within the spread; the sum stays 10,000."""
    shift = mandate.cards[card] if card >= 0 else (0,) * len(mandate.weights)
    raw: list[int] = []
    for at, weight in enumerate(mandate.weights):
        noise = step.roll("weight", f"{seat}-{at}", 2 * mandate.spread + 1) - mandate.spread
        raw.append(max(0, weight + shift[at]) * (WHOLE + noise) // WHOLE)
    total = sum(raw)
    scaled = [weight * WHOLE // total for weight in raw]
    scaled[raw.index(max(raw))] += WHOLE - sum(scaled)
    return tuple(scaled)
