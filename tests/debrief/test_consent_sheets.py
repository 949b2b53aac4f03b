"""Consent sheets and invitations in the debrief: whoever could see them, with what came of them."""

from tabletop.debrief.consent_sheets import invitations, sheets
from tabletop.journal.history import History
from tests.cases.rig import Rig


def test_a_sheet_for_one_seat_and_an_objection_are_laid_open() -> None:
    sheet_line = "europe: consent to=us price=scope.ground terms=guarantee:european-force,sanctions:phased"
    rig = Rig({"match": True, "play": [sheet_line]})
    rig.line("sit")
    rig.line("us: invite to=europe")
    for paper in rig.state.papers:
        if paper.kind == "invitation":
            rig.line(f"russia: answer-invitation paper={paper.id} answer=object")
    assert rig.match is not None
    history = History(rig.match.board)
    for entry in rig.match.store.since(0):
        history.follow(entry)
    (sheet,) = sheets(history)
    assert (sheet.round, sheet.sheet.to, sheet.sheet.price, sheet.carried) == (1, ("us",), "scope.ground", ())
    (asked,) = invitations(history)
    assert (asked.round, asked.invitation.by, asked.invitation.guest) == (1, "us", "europe")
    assert asked.answers[-1] == ("russia", "object")
