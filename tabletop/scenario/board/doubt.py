"""What the board says of doubt: causes of strikes, evidence, estimates and the theatre; integers only.

Weights are hundredths, chances and shares per ten thousand, confidence in per cent, points hundredths. A scenario
without one of these sections has its defaults: every strike was ordered, nobody is told anything, nobody estimates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tabletop.vocabulary import LATER

INTENTS = ("timed", "standing", "reply")
"""S1.5: why a large salvo was fired, which nobody doubts who fired: timed to the talks on orders from the top, a
standing plan that nobody called off, or a reply to something named."""

HANDS = ("ordered", "rogue", "astray", "debris")
"""S1.5: whose hand a small event was: ordered, a unit by itself, a weapon led astray by jamming, or debris of the
defence that met the attack. The attack is that of the side it is attributed to in each of them."""

UNWILLED = ("astray", "debris")
"""S2.8: hands that nobody meant: to have named the side is then neither right nor wrong."""

CAUSES = (*INTENTS, *HANDS)
"""S1.5: what may be behind a strike, in the order of every table of causes."""

RETIRED_CAUSES = ("tolerated", "accident", "staged")
"""What rules before 2.0 had besides; old journals tell them."""

Weights = tuple[int, ...]
"""One number for each cause, in the order of `CAUSES`."""

Order = tuple[str, str]
"""A lever and its option."""


@dataclass(frozen=True, slots=True)
class CauseRules:
    """How likely each cause is, by what was ordered (S1.5).

    Attributes:
        options: By order: weight of each cause.
        kept: By order: share of each weight that is left, such as under restraint.
        retaliation: Weights added for a side that ordered a reply.
        single: Weights behind an event at a single site (S1.7).
        large: More drones are a large salvo: its own side fired it, and why is the question (S1.5).
    """

    options: Mapping[Order, Weights] = field(default_factory=dict[Order, Weights])
    kept: Mapping[Order, Weights] = field(default_factory=dict[Order, Weights])
    retaliation: Weights = (0,) * len(CAUSES)
    single: Weights = (0,) * len(CAUSES)
    large: int = field(default=0, metadata=LATER)

    def possible(self, drones: int) -> tuple[str, ...]:
        """S1.5: the causes that a strike of so many drones may have."""
        return INTENTS if drones > self.large else HANDS


@dataclass(frozen=True, slots=True)
class EvidenceRules:
    """What seats are told, and what settles a strike.

    Attributes:
        faces: By standing (`own`, `party`, `mediator`, `outside`): faces of the die for confidence, per cent.
        inspection: Chance that an inspection in the interval settles a strike.
        verify: By option of the clause on verification: what an agreed one adds to it.
        truce: What an interim text in force adds to it.
    """

    faces: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    inspection: int = 0
    verify: tuple[int, ...] = ()
    truce: int = 0


@dataclass(frozen=True, slots=True)
class EstimateRules:
    """How well a seat knows another's alternative (I1), and how sincere a party may be (I1.3).

    Attributes:
        error: Standard error at the deal; 0 for a scenario without estimates.
        least: The least error.
        drift: What the error grows by in a fortnight, since an alternative moves unseen, too: the spread of that.
        fighting, caucus, answer: Standard error of what a round of fighting, a caucus held, a question answered says.
        text: Standard error of what a package says that the other offered, took or refused.
        margin: By how much a text may beat an alternative and still be refused, hundredths of a point.
        sincerity: Faces of the die a party draws its sincerity from.
    """

    error: int = 0
    least: int = 0
    sincerity: tuple[int, ...] = ()
    drift: int = field(default=0, metadata=LATER)
    fighting: int = field(default=0, metadata=LATER)
    caucus: int = field(default=0, metadata=LATER)
    answer: int = field(default=0, metadata=LATER)
    text: int = field(default=0, metadata=LATER)
    margin: int = field(default=0, metadata=LATER)


@dataclass(frozen=True, slots=True)
class SectorBoard:
    """A sector of the theatre on the first day (W4.1).

    Attributes:
        holder: The party that holds it, by place; -1 while it is contested.
        claimed: The party that says it took it, by place; -1 for nobody.
        likely: Chance that this first claim is true.
        opens: The sector that becomes contested once this one is taken, by place; -1 for none.
        cities: Slugs of its cities.
    """

    id: str
    holder: int
    claimed: int
    likely: int
    opens: int
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TheatreBoard:
    """The theatre and the ledger of claims (W4, I2).

    Attributes:
        struck: By party, by place: the places that strikes on its side are reported from.
        claim: Chance a fortnight that a party claims a contested sector.
        claim_momentum: Added for each per cent of momentum in its favour.
        likely: Chance that such a claim is true; `likely_momentum` is added likewise.
        shown: Chance a fortnight that evidence settles a claim.
        cards: By card: the party that claims a sector when it falls.
        refuting: By card: the party of which a false claim is shown to be false.
        ledger: By card: facts it puts into the ledger, with their standing.
    """

    sectors: tuple[SectorBoard, ...] = ()
    struck: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    claim: int = 0
    claim_momentum: int = 0
    likely: int = 0
    likely_momentum: int = 0
    shown: int = 0
    cards: Mapping[str, int] = field(default_factory=dict[str, int])
    refuting: Mapping[str, int] = field(default_factory=dict[str, int])
    ledger: Mapping[str, tuple[tuple[str, str], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, str], ...]]
    )
