"""The drafting table: initials, interim texts, the final text (rules T8)."""

from tabletop.errors import Refusal
from tabletop.game.commitments.vows_and_words import check_vows
from tabletop.game.core.floor import await_seats, sealing, spend, spend_free
from tabletop.game.core.price import FREE, Price, charges
from tabletop.game.core.rule import SESSION, SITTING, Needs, Rule, is_in, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick, Words
from tabletop.game.records.moves import Object, OpenDrafting, Reopen, Terms
from tabletop.game.records.papers import ConsentSheet, Paper
from tabletop.game.records.state import Text
from tabletop.game.text.positions import covered_by_sheets, option_stood_on, settle_clauses
from tabletop.game.text.sheet_cover import open_sheets
from tabletop.game.worth import value
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT, Phase

FINAL_SCOPE = 3
"""T8.4: from this option of the scope clause on, a text is final; below it, interim."""

INSTRUMENTS = ("rows", "truce", "exchange", "final")
"""T8.1: what may be drafted: single clauses, two kinds of interim text, the whole."""

INTERIM_TERMS = (1, 2)
"""T8.5: options of the scope and of the term clause that an interim text is made of."""


def agreed_now(board: Board, text: Text, papers: tuple[Paper, ...] = ()) -> tuple[int, ...]:
    """T8.1: by clause, what would be agreed if the sitting closed now, as far as these papers tell (T4.8)."""
    sheets = open_sheets(papers)
    return tuple(
        done if done >= 0 else option_stood_on(board, text, clause, sheets)
        for clause, done in enumerate(text.initialled)
    )


def on_the_table(board: Board, text: Text, instrument: str, agreed: tuple[int, ...]) -> Terms:
    """T8.1: the clauses an instrument would put on the drafting table; empty when it cannot be drafted."""
    roles, clauses = board.roles, board.clauses
    in_play = [at for at, option in enumerate(agreed) if option >= 0 and clauses[at].annexed < 0]
    match instrument:
        case "rows":
            rows = [at for at in in_play if text.initialled[at] < 0]
        case "truce":
            interim = agreed[roles.scope] in INTERIM_TERMS and agreed[roles.term] in INTERIM_TERMS
            rows = [roles.scope, roles.term] if interim and text.truce is None else []
        case "exchange":
            open_row = agreed[roles.people] > 0 and text.banked[roles.people] < 0
            rows = [roles.people] if open_row and clauses[roles.people].annexed < 0 else []
        case _:
            whole = agreed[roles.scope] >= FINAL_SCOPE and not was_refused(board, text, agreed)
            rows = in_play if whole else []
    return tuple((clauses[at].id, agreed[at]) for at in rows)


def was_refused(board: Board, text: Text, agreed: tuple[int, ...]) -> bool:
    """A4.6: what home refused may not be initialled again unchanged."""
    options, roles = value.complete(board, agreed), board.roles
    return (options[roles.territory], options[roles.guarantee], options[roles.status]) in text.barred


def signers(board: Board, text: Text, instrument: str, terms: Terms, sheets: tuple[ConsentSheet, ...]) -> int:
    """T8.2, T8.4: mask of the seats that must initial: all on the lists; for a final text also both parties.

    A seat whose sheet carries every clause it is needed for has given its word and is not asked (T4.8).
    """
    mask = 0
    for clause, option in terms:
        at = board.clause_index[clause]
        mask |= board.clauses[at].consent[option] & ~covered_by_sheets(board, text, at, option, sheets)
    if instrument == "final":
        mask |= sum(1 << party for party in board.parties)
    return mask


def draft_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T8.1: whoever has the floor may open the drafting table, twice a sitting at most."""
    if sight.talks.tried >= board.numbers["drafting.a-sitting"]:
        return no("drafted-enough", "T8.1")
    agreed = agreed_now(board, sight.text, sight.papers)
    instruments = tuple(name for name in INSTRUMENTS if on_the_table(board, sight.text, name, agreed))
    if not instruments:
        barred = was_refused(board, sight.text, agreed)
        return no("home-refused-this", "A4.6") if barred else no("nothing-is-agreed", "T8.1")
    return (Box("draft", "T8.1", "public", 1, 1, (Pick("instrument", instruments),)),)


def why_no_draft(board: Board, sight: Sight, move: OpenDrafting) -> Refusal | None:
    """A4.6: a final text that home refused is told as such, whatever else could be drafted."""
    barred = move.instrument == "final" and was_refused(
        board, sight.text, agreed_now(board, sight.text, sight.papers)
    )
    return no("home-refused-this", "A4.6") if barred else None


def decide_draft(step: Step, move: OpenDrafting) -> None:
    """T8.1: what all stand on is agreed and lies on the table; each signer answers in secret."""
    board = step.board
    settle_clauses(step)
    text, papers = step.state.text, step.state.papers
    terms = on_the_table(board, text, move.instrument, agreed_now(board, text, papers))
    spend(step)
    if not terms:
        return
    step.fire("draft", "T8.1")
    step.emit(e.DraftingOpened(rule="T8.1", by=step.seat, instrument=move.instrument, terms=terms))
    step.set("T8.2", awaiting=signers(board, text, move.instrument, terms, open_sheets(papers)))


def ballot_form(kind: str, rule: str, words: int) -> tuple[Box, ...]:
    """The box of a ballot, with room for a reason or without."""
    slots = (Words("words", words, optional=True),) if words else ()
    return (Box(kind, rule, "own", 0, 2, slots),)


def ballot_refused(sight: Sight, rule: str) -> Refusal | None:
    """T8.2: only a signer that has not answered yet."""
    if not is_in(sight.talks.awaiting, sight.seat):
        return no("not-asked", rule)
    return None


def initial_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T8.2: a signer may initial."""
    return ballot_refused(sight, "T8.2") or ballot_form("initial", "T8.2", 0)


def object_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T8.3: a signer may object, with a reason or without."""
    return ballot_refused(sight, "T8.3") or ballot_form("object", "T8.3", board.numbers["words.most"])


def object_price(board: Board, sight: Sight, move: Object) -> Price:
    """T8.3: an objection to a final text is charged when the ballots are opened."""
    if sight.talks.drafting != "final":
        return FREE
    return objection(board, sight.seat, named=bool(move.words))


def objection(board: Board, seat: int, *, named: bool) -> Price:
    """T8.3: what an objection to a final text costs; without a reason nobody knows whose it was."""
    return charges(board, board.effects["object"], "T8.3", own=seat if named else -1)


def open_ballots(step: Step) -> None:
    """T8.2 to T8.5: the table opens the ballots; one objection and the draft has failed."""
    board, text = step.board, step.state.text
    instrument = step.state.talks.drafting
    terms = on_the_table(board, text, instrument, agreed_now(board, text, step.state.papers))
    ballots, reasons = step.state.sealed.ballots, step.state.sealed.reasons
    against = [at for at, ballot in enumerate(ballots) if ballot == "object"]
    step.emit(e.BallotsCleared(rule="T8.2"))
    if instrument == "rows":
        initial_clauses(step, terms, ballots)
    if against:
        given = tuple((step.seats[at], reasons[at]) for at in against if reasons[at])
        step.emit(e.DraftFailed(rule="T8.3", instrument=instrument, reasons=given))
        if instrument == "final":
            for at in against:
                step.charge(objection(board, at, named=bool(reasons[at])))
    elif instrument == "final":
        sign_final(step, terms)
        return
    elif instrument == "truce":
        step.emit(
            e.TruceBegan(
                rule="T8.5", scope=text.agreed[board.roles.scope], rounds=step.number("truce.rounds")
            )
        )
    elif instrument == "exchange":
        bank_people(step, terms)
    step.fire("drafted", "T8.2")
    await_seats(step)


def initial_clauses(step: Step, terms: Terms, ballots: tuple[str, ...]) -> None:
    """T8.2: a clause is initialled when every seat on its list has initialled."""
    for clause, option in terms:
        row = step.board.clause_index[clause]
        given = covered_by_sheets(step.board, step.state.text, row, option, open_sheets(step.state.papers))
        mask = step.board.clauses[row].consent[option] & ~given
        signing = [at for at in range(len(ballots)) if mask >> at & 1]
        if all(ballots[at] == "initial" for at in signing):
            step.emit(e.RowInitialled(rule="T8.2", clause=clause, option=option))
            for at in signing:
                check_vows(step, at, row, option)


def bank_people(step: Step, terms: Terms) -> None:
    """T8.5: the clause on people is in force at once and stays so whatever becomes of the rest.

    Its worth is in hand for every seat. It is shown beside the worth of a text and never summed with it, and nobody's
    alternative rises by it: bringing people home makes no other text harder to sign.
    """
    clause, option = terms[0]
    at = step.board.clause_index[clause]
    step.emit(e.RowInitialled(rule="T8.5", clause=clause, option=option))
    step.emit(e.RowBanked(rule="T8.5", clause=clause, option=option))
    step.emit(e.ExchangeCarried(rule="T8.5", option=option))
    step.act("exchange.carried", "T8.5")
    home = step.state.home
    for seat, name in enumerate(step.seats):
        worth = home.weights[seat][at] * step.board.clauses[at].options[option].values[seat] // 100
        step.shift(step.path(f"home.banked.{name}"), home.banked[seat] + worth, "T8.5")


def sign_final(step: Step, terms: Terms) -> None:
    """T8.4: the whole text carries initials; home decides."""
    board = step.board
    for clause, option in terms:
        at = board.clause_index[clause]
        for party in board.parties:
            check_vows(step, party, at, option)
    options = value.complete(board, agreed_now(board, step.state.text, step.state.papers))
    step.emit(e.TextInitialled(rule="T8.4", options=options))
    step.fire("initial", "T8.4")
    step.set("T8.4", awaiting=0, floor=-1, sitting=0, caucus=())


def reopen_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T8.6: an initialled clause reopens when every seat on its list has asked for it; never one in force."""
    text = sight.text
    clauses = tuple(
        clause.id
        for at, clause in enumerate(board.clauses)
        if clause.annexed < 0
        and text.initialled[at] >= 0
        and text.banked[at] < 0
        and clause.consent[text.initialled[at]] >> sight.seat & 1
        and not is_in(text.reopening[at], sight.seat)
    )
    if not clauses:
        return no("nothing-to-reopen", "T8.6")
    return (Box("reopen", "T8.6", "public", 0, 2, (Pick("clause", clauses),)),)


def decide_reopen(step: Step, move: Reopen) -> None:
    """T8.6: when all on the list have asked, the clause is in brackets again."""
    clause = step.board.clause_index[move.clause]
    step.emit(e.ReopenAsked(rule="T8.6", seat=step.seat, clause=move.clause))
    text = step.state.text
    mask = step.board.clauses[clause].consent[text.initialled[clause]]
    if text.reopening[clause] & mask == mask:
        step.emit(e.RowReopened(rule="T8.6", clause=move.clause))
        settle_clauses(step)
    spend_free(step)


def draft_options(text: Text) -> tuple[int, ...]:
    """T4.3: the draft as all see it: signed, initialled or agreed options, SILENT where a clause is open."""
    if text.signed:
        return text.signed
    return tuple(
        done if done >= 0 else agreed if agreed >= 0 else SILENT
        for done, agreed in zip(text.initialled, text.agreed, strict=True)
    )


RULES: dict[str, Rule] = {
    "draft": Rule("T8.1", draft_form, decide_draft, SITTING, needs=Needs.FLOOR, why=why_no_draft),
    "initial": Rule("T8.2", initial_form, sealing("T8.2"), (Phase.DRAFTING,)),
    "object": Rule(
        "T8.3", object_form, sealing("T8.3"), (Phase.DRAFTING,), effects=("object",), price=object_price
    ),
    "reopen": Rule("T8.6", reopen_form, decide_reopen, SESSION, needs=Needs.FREE),
}
