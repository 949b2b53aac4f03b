"""The theatre: sectors held, contested or claimed; a claim is not a fact (W4). The ledger of claims (I2).

Nothing here is worth anything to anybody: the ground's weight in the talks is the war's own arithmetic.
"""

from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e

CONTESTED = -1
"""A sector that nobody holds beyond dispute."""

NOBODY = -1
"""A sector that nobody claims."""


def seal_first_claims(step: Step) -> None:
    """W4.2: whether each claim of the first day is true is drawn once, under seal."""
    for sector in step.board.theatre.sectors:
        if sector.claimed != NOBODY:
            seal_claim(step, sector.id, sector.likely)


def seal_claim(step: Step, sector: str, likely: int) -> None:
    """W4.2: whether a claim is true lies under seal."""
    true = step.happens("claim-true", sector, likely)
    step.emit(e.ClaimSealed(seen=0, rule="W4.2", sector=sector, true=true))


def favour(step: Step, seat: int) -> int:
    """W4.2: momentum on a party's side, per ten thousand; it is counted from the attacker's."""
    board = step.board
    attacker = board.war.attacker if board.war is not None else board.parties[-1]
    momentum = step.state.war.momentum
    return momentum if seat == attacker else -momentum


def bounded(chance: int) -> int:
    """A chance kept between none and all."""
    return max(0, min(WHOLE, chance))


def run_claims(step: Step) -> None:
    """W4.2, W4.3: in an interval evidence may settle claims that stand, and a party may make a new one."""
    rules = step.board.theatre
    for at, sector in enumerate(step.state.theatre.sectors):
        if sector.claimed != NOBODY and step.happens("claim-shown", rules.sectors[at].id, rules.shown):
            settle_claim(step, at)
    for seat in step.board.parties:
        chance = bounded(rules.claim + rules.claim_momentum * favour(step, seat) // 100)
        if step.happens("claim", step.seats[seat], chance):
            claim(step, seat)


def claim(step: Step, seat: int) -> None:
    """W4.2: a party says that it took one of the contested sectors that nobody claims; true or not is sealed."""
    rules = step.board.theatre
    open_ = [
        at
        for at, sector in enumerate(step.state.theatre.sectors)
        if sector.holder == CONTESTED and sector.claimed == NOBODY
    ]
    if not open_:
        return
    sector = rules.sectors[open_[step.roll("sector", step.seats[seat], len(open_))]].id
    step.emit(e.SectorClaimed(rule="W4.2", sector=sector, by=step.seats[seat]))
    seal_claim(step, sector, bounded(rules.likely + rules.likely_momentum * favour(step, seat) // 100))


def settle_claim(step: Step, at: int) -> None:
    """W4.3: a claim is shown to be true, and the sector is held; or to be false, and it is contested as before."""
    sector, name = step.state.theatre.sectors[at], step.board.theatre.sectors[at].id
    if step.state.sealed.ground[at]:
        take_sector(step, at, sector.claimed)
    else:
        step.emit(e.ClaimRefuted(rule="W4.3", sector=name, by=step.seats[sector.claimed]))


def take_sector(step: Step, at: int, seat: int) -> None:
    """W4.4: a party holds a sector beyond dispute, and fighting reaches the one behind it."""
    sectors = step.board.theatre.sectors
    step.emit(e.SectorTaken(rule="W4.3", sector=sectors[at].id, by=step.seats[seat]))
    behind = sectors[at].opens
    if behind >= 0 and step.state.theatre.sectors[behind].holder not in {CONTESTED, seat}:
        step.emit(e.SectorContested(rule="W4.4", sector=sectors[behind].id))


def fall_in_fighting(step: Step, seat: int) -> None:
    """W4.4: a contested sector falls to a party in the fighting itself; one that it claims goes first."""
    contested = [at for at, sector in enumerate(step.state.theatre.sectors) if sector.holder == CONTESTED]
    own = [at for at in contested if step.state.theatre.sectors[at].claimed == seat]
    choice = own or contested
    if choice:
        take_sector(step, choice[step.roll("falls", step.seats[seat], len(choice))], seat)


def hear_card(step: Step, card: str) -> None:
    """W4.2, W4.3, I2.1: what a card says of sectors and of figures."""
    rules = step.board.theatre
    if card in rules.cards:
        claim(step, rules.cards[card])
    if card in rules.refuting:
        false = [
            at
            for at, sector in enumerate(step.state.theatre.sectors)
            if sector.claimed == rules.refuting[card] and not step.state.sealed.ground[at]
        ]
        if false:
            settle_claim(step, false[0])
    for fact, standing in rules.ledger.get(card, ()):
        step.emit(e.FigureListed(rule="I2.1", fact=fact, standing=standing))
