"""Commands for those who play: sit down, go on, look back."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.command.folders import saves
from tabletop.command.language import language
from tabletop.command.open_window import on_terminal, window
from tabletop.command.output import COUNSELS, FLAGSHIP, note, tell
from tabletop.command.typed_names import BOTS_HELP, known, tempers
from tabletop.errors import SeatError
from tabletop.vocabulary import OBSERVER

if TYPE_CHECKING:
    from tabletop.ui.shared.setup import OpenedMatch


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--format", "format_id", default="class", show_default=True, help="One of the scenario's.")
@click.option("--seat", "seats", multiple=True, help="Your seat; repeat it for several; `observer` watches.")
@click.option("--bots", default="", help=BOTS_HELP)
@click.option("--door", default="standard", show_default=True, help="One of the scenario's.")
@click.option("--seed", type=click.IntRange(min=0), help="The same seed and moves give the same match.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@click.option("--hot-seat", is_flag=True, help="Both parties are people at this screen.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@click.option("--counsel", type=click.Choice(COUNSELS), help="None, when asked, or after each of your moves.")
@click.option(
    "--tutorial", "as_tutorial", is_flag=True, help="The five-minute tutorial; it sets up its own match."
)
@language
def play(  # noqa: PLR0913 - one a question
    scenario: str,
    format_id: str,
    seats: tuple[str, ...],
    bots: str,
    door: str,
    seed: int | None,
    *,
    plain: bool,
    hot_seat: bool,
    neutral: bool,
    counsel: str | None,
    as_tutorial: bool,
    lang: str,
) -> None:
    """Play a match."""
    from tabletop.command import plain_session
    from tabletop.command.open_match import keepers, start
    from tabletop.scenario.library import open_scenario
    from tabletop.ui.shared.setup import Setup, tutorial

    if as_tutorial:
        setup = tutorial(neutral=neutral)
        if plain or not on_terminal():
            plain_session.sit_down(lambda: start(setup, saves()), plain_session.console())
        else:
            window(lambda: start(setup, saves()), lang=lang)
        return
    frame = open_scenario(scenario).frame
    known("format", format_id, frame.formats)
    known("door", door, frame.doors)
    parties = tuple(seat for seat, sheet in frame.seats.items() if sheet.role == "party")
    people = seats or (parties if hot_seat else parties[:1])
    for seat in people:
        known("seat", seat, (*frame.seats, "observer"))
    own_tempers = {seat: sheet.temper for seat, sheet in frame.seats.items()}
    seats_kept = keepers(own_tempers, people, tempers(bots, tuple(frame.seats)))
    setup = Setup(scenario, format_id, seats_kept, seed, door, neutral, counsel=counsel or "")
    if people == ("observer",):
        plain_session.demonstrate(setup, saves())
    elif plain or not on_terminal():
        plain_session.sit_down(lambda: start(setup, saves()), plain_session.console())
    else:
        window(lambda: start(setup, saves()), lang=lang)


@click.command()
@click.argument("journal", default="")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@language
def resume(journal: str, *, plain: bool, neutral: bool, lang: str) -> None:
    """Go on with a saved match; without a JOURNAL, the one played last."""
    from tabletop.command import open_match, plain_session

    def reopen() -> "OpenedMatch":
        return open_match.resume(journal, saves(), neutral=neutral, notice=note)

    if plain or not on_terminal():
        plain_session.sit_down(reopen, plain_session.console())
    else:
        window(reopen, lang=lang)


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--seat", default="observer", help="From whose chair; an onlooker sees what is public.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@language
def replay(journal: Path, seat: str, *, plain: bool, neutral: bool, lang: str) -> None:
    """Look at a match step by step, as one seat saw it; without a terminal, tell it line by line."""
    from tabletop.table.replaying import open_replay

    recording = open_replay(journal, neutral=neutral)
    known("seat", seat, recording.every_seat)
    recording.past(seat)
    if not plain and on_terminal():
        window(look_at=(str(journal), seat), neutral=neutral, lang=lang)
        return
    if seat != OBSERVER and len(recording.seats) > 2 and not recording.over:
        raise SeatError(
            "several people play this match, and whoever reads along here would see what one of them sealed: look at "
            "it as an onlooker, or in the window, where a curtain stands between them"
        )
    from tabletop.api.matches import read_match
    from tabletop.api.record import record_lines
    from tabletop.command.preferred_words import preferred
    from tabletop.words.language.voice import Voice

    match = read_match(journal, neutral=neutral)
    voice = Voice(match.board, preferred(match.table.lexicon), seat)
    tell(record_lines(voice, match.board, match.entries))
    if match.notice:
        note(match.notice)
