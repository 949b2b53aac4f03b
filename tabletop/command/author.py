"""Commands for those who write scenarios: look at one, check it, weigh it, let bots play it."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

from dataclasses import asdict
from pathlib import Path

import click

from tabletop.command.output import FLAGSHIP, document, note, seed_or_drawn, tell
from tabletop.command.typed_names import BOTS_HELP, known, month_typed, one_form, tempers
from tabletop.errors import MatchNotOver, WrongArgument

YAML_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that somebody names."""


@click.command()
@click.option("--json", "as_json", is_flag=True)
def scenarios(*, as_json: bool) -> None:
    """List the scenarios that can be played by name."""
    from tabletop.scenario.library import scenarios as list_scenarios

    found = list_scenarios()
    if as_json:
        document([asdict(one) for one in found])
    else:
        tell(f"{one.id}: {one.title} (as of {one.as_of}; formats {', '.join(one.formats)})" for one in found)


@click.command()
@click.argument("path")
@click.option("--json", "as_json", is_flag=True)
def check(path: str, *, as_json: bool) -> int:
    """Check a scenario: every finding with file, line and column, then what its author may want to look at."""
    from tabletop.scenario.check import check as find_faults
    from tabletop.scenario.check import warnings
    from tabletop.scenario.library import find

    folder = find(path)
    findings, looks = find_faults(folder), warnings(folder)
    if as_json:
        document(
            {
                "valid": not findings,
                "findings": [asdict(finding) for finding in findings],
                "warnings": [asdict(warning) for warning in looks],
            }
        )
    else:
        tell(str(finding) for finding in findings)
        tell(f"warning: {warning}" for warning in looks)
        tell((f"{path}: findings: {len(findings)}" if findings else f"{path}: can be played",))
    return 3 if findings else 0


@click.command()
def schema() -> None:
    """Print the JSON Schema of a scenario's files."""
    from tabletop.scenario.schema import json_schema

    document(json_schema())


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--format", "format_id", default="class", show_default=True, help="One of the scenario's.")
@click.option("--matches", type=click.IntRange(min=1), default=100, show_default=True)
@click.option("--bots", default="mixed", show_default=True, help=BOTS_HELP)
@click.option("--door", default="standard", show_default=True, help="One of the scenario's.")
@click.option("--seed", type=click.IntRange(min=0), help="Drawn and printed when it is not given.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--scheduler", default=None, help="Address of a Dask scheduler: play on its workers instead.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the journals.")
@click.option(
    "--orders",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of orders by day that are held; bots choose the rest.",
)
@click.option("--json", "as_json", is_flag=True)
def simulate(  # noqa: PLR0913, PLR0917 - one a question
    scenario: str,
    format_id: str,
    matches: int,
    bots: str,
    door: str,
    seed: int | None,
    jobs: int,
    scheduler: str | None,
    out: Path | None,
    orders: Path | None,
    *,
    as_json: bool,
) -> int:
    """Let bots play many matches and count what they reach.

    Ctrl+C stops it and prints what has been played; then it ends with 1.
    """
    from tabletop.command.reports.batch import summary
    from tabletop.lab.batch import simulate as play_batch
    from tabletop.scenario.library import open_scenario

    frame = open_scenario(scenario).frame
    known("format", format_id, frame.formats)
    known("door", door, frame.doors)
    tempers(bots, tuple(frame.seats))
    if scheduler is not None and not scheduler.strip():
        raise click.UsageError(
            "--scheduler wants the address of a Dask scheduler, such as tcp://10.0.0.1:8786"
        )
    first = seed_or_drawn(seed)
    result = play_batch(
        scenario,
        format_id,
        matches,
        bots,
        first,
        jobs=jobs,
        out=out,
        door=door,
        scheduler=scheduler or "",
        orders=orders,
    )
    if as_json:
        document(result)
    else:
        tell(summary(result))
    return 0 if result.get("complete", True) else 1


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--matches", type=click.IntRange(min=1), default=60, show_default=True, help="At each door.")
@click.option(
    "--situations",
    type=click.IntRange(min=1),
    help="In which orders are compared; a sixth of --matches when it is not given.",
)
@click.option(
    "--continuations",
    type=click.IntRange(min=2),
    default=12,
    show_default=True,
    help="Of each situation, for each order.",
)
@click.option(
    "--fortnights",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="For how many an order stands.",
)
@click.option("--lever", "levers", multiple=True, metavar="SEAT.LEVER", help="Compare its orders alone.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), help="Drawn and printed when it is not given.")
@click.option("--robin", is_flag=True, help="Tempers against tempers instead: --matches for each pairing.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--markdown", "as_markdown", is_flag=True, help="The tables as Markdown.")
def balance(  # noqa: PLR0913 - one a question of the command
    scenario: str,
    matches: int,
    situations: int | None,
    continuations: int,
    fortnights: int,
    levers: tuple[str, ...],
    jobs: int,
    seed: int | None,
    *,
    robin: bool,
    as_json: bool,
    as_markdown: bool,
) -> int:
    """Weigh a scenario: what can be agreed, what bots reach at each door, which order is best in which situation.

    Ctrl+C stops it and prints what has been played. It ends with 1 when no text was above no deal for both
    parties in any match, when one choice of one seat explains all signatures, or when it was stopped.
    """
    from tabletop.command.reports import balance_tables, tables
    from tabletop.command.reports.balance import robin_with_bar, weigh_with_bar
    from tabletop.lab.balance.plan import Size

    one_form(as_json=as_json, as_markdown=as_markdown)
    lines = tables.as_markdown if as_markdown else tables.as_text
    if robin:
        table = robin_with_bar(scenario, matches, seed, jobs)
        if as_json:
            document(table)
        else:
            tell(lines(balance_tables.robin_sections(table)))
        return 0 if table["complete"] else 1
    size = Size(matches, situations, continuations, fortnights)
    card = weigh_with_bar(scenario, size, seed, jobs, levers)
    if as_json:
        document(card)
    else:
        tell(lines(balance_tables.card_sections(card)))
    return 0 if card["complete"] and card["verdict"]["passed"] else 1


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--format", "format_id", default="class", show_default=True, help="One of the scenario's.")
@click.option("--door", default="standard", show_default=True, help="One of the scenario's.")
@click.option(
    "--seed", type=click.IntRange(min=0), help="Draw the mandates; without it, every draw at its centre."
)
@click.option(
    "--journal", type=click.Path(path_type=Path), help="A moment of this match, with its own scenario."
)
@click.option(
    "--at", type=click.IntRange(min=1), help="After this entry of the journal; without it, its last."
)
@click.option(
    "--spoilers", is_flag=True, help="Look into a match that is still played: it shows what is sealed."
)
@click.option("--json", "as_json", is_flag=True)
def frontier(
    scenario: str,
    format_id: str,
    door: str,
    seed: int | None,
    journal: Path | None,
    at: int | None,
    *,
    spoilers: bool,
    as_json: bool,
) -> None:
    """Reckon what could be agreed, exactly: frontier, zone, Nash and Kalai-Smorodinsky points, doors."""
    from tabletop.api.matches import read_match
    from tabletop.api.tools import find_frontier
    from tabletop.command.reports.frontier import frontier_lines
    from tabletop.scenario.library import open_scenario

    if at is not None and journal is None:
        raise click.UsageError("--at needs a --journal whose entries it counts")
    if journal is None:
        frame = open_scenario(scenario).frame
        known("format", format_id, frame.formats)
        known("door", door, frame.doors)
        card = find_frontier(scenario, format_id=format_id, door=door, seed=seed)
    else:
        match = read_match(journal)
        if not spoilers and not match.over:
            raise MatchNotOver(
                f"{journal} is not over and this would show every mandate in it; --spoilers shows it"
            )
        card = match.frontier(at)
        if match.notice:
            note(match.notice)
    if as_json:
        document(card)
    else:
        tell(frontier_lines(card))


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--record", type=YAML_FILE, help="Your own record of months; without it, the scenario's.")
@click.option("--orders", type=YAML_FILE, help="Orders by day; without it, those of the record.")
@click.option("--from", "begins", default="", help="First month: YYYY-MM, or a day of it.")
@click.option(
    "--months",
    type=click.IntRange(min=1, max=240),
    help="How many; without it, to the record's last, or six.",
)
@click.option("--seeds", type=click.IntRange(min=10, max=100_000), default=2_000, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--markdown", "as_markdown", is_flag=True, help="The tables as Markdown.")
def backtest(
    scenario: str,
    record: Path | None,
    orders: Path | None,
    begins: str,
    months: int | None,
    seeds: int,
    *,
    as_json: bool,
    as_markdown: bool,
) -> None:
    """Lay the scenario's war beside a record: the war alone, without talks, month by month, with bands of 80 in 100."""
    from tabletop.command.reports import tables
    from tabletop.command.reports.backtest import card_sections
    from tabletop.lab.backtest.backtest import backtest as lay
    from tabletop.lab.backtest.backtest import plan, read_record
    from tabletop.lab.held_orders import read_orders
    from tabletop.scenario.library import open_scenario

    one_form(as_json=as_json, as_markdown=as_markdown)
    opened = open_scenario(scenario)
    try:
        asked = plan(
            opened,
            read_record(record, opened) if record else None,
            read_orders(orders, opened, any_day=True) if orders else None,
            month_typed("--from", begins),
            months or 0,
        )
    except WrongArgument as error:
        raise click.UsageError(str(error)) from error
    card = lay(asked, seeds)
    if as_json:
        document(card)
    else:
        tell((tables.as_markdown if as_markdown else tables.as_text)(card_sections(card)))


@click.command()
@click.option("--format", "form", type=click.Choice(["mermaid"]), default="mermaid", show_default=True)
def chart(form: str) -> None:
    """Draw the chart of the talks."""
    del form
    from tabletop.game.core.talks import mermaid

    click.echo(mermaid())
