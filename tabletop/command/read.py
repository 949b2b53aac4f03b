"""Commands for those who read: a match laid open, a journal judged again, a rule, a source, this machine."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

from dataclasses import asdict
from pathlib import Path

import click

from tabletop.command.folders import saves
from tabletop.command.language import language
from tabletop.command.output import FLAGSHIP, document, tell
from tabletop.command.typed_names import BOTS_HELP, known
from tabletop.errors import MatchNotOver, TabletopError


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--seat", default="observer", help="Whose results; without it, those of every seat.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@language
def report(journal: Path, seat: str, *, neutral: bool, lang: str) -> None:
    """Lay a match that is over open: results, strikes, beliefs against the truth."""
    del lang
    from tabletop.command.report import report_lines

    tell(report_lines(journal, seat, neutral=neutral))


@click.command()
@click.argument("journals", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def verify(journals: tuple[Path, ...], *, as_json: bool) -> int:
    """Decide every step of each JOURNAL again and compare."""
    from tabletop.errors import Diverged
    from tabletop.journal.verify import verify as decide_again

    verdicts: list[dict[str, object]] = []
    for journal in journals:
        verdict: dict[str, object] = {"journal": str(journal)}
        try:
            verdict |= {"agrees": True, **asdict(decide_again(journal))}
        except TabletopError as error:
            verdict |= {"agrees": False, "error": str(error)}
            if isinstance(error, Diverged):
                verdict |= {"entry": error.seq, "rule": error.rule}
        verdicts.append(verdict)
        if not as_json:
            agreed = f"agrees, {verdict.get('entries')} entries" if verdict["agrees"] else verdict["error"]
            click.echo(f"{journal}: {agreed}")
    if as_json:
        document(verdicts)
    return 0 if all(verdict["agrees"] for verdict in verdicts) else 4


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--at", type=click.IntRange(min=1), required=True, help="Number of the entry that is changed.")
@click.option("--move", required=True, help="What its seat does instead, in notation (docs/data.md).")
@click.option(
    "--continuations", type=click.IntRange(min=1), default=200, show_default=True, help="Of each arm."
)
@click.option("--bots", default="", help=f"Who goes on; bots go on as themselves. {BOTS_HELP}")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option(
    "--spoilers", is_flag=True, help="Look into a match that is still played: it goes on from what is sealed."
)
@click.option("--json", "as_json", is_flag=True)
def whatif(
    journal: Path,
    at: int,
    move: str,
    continuations: int,
    bots: str,
    jobs: int,
    *,
    spoilers: bool,
    as_json: bool,
) -> int:
    """Change one move of a match and play it on many times: a band, never a verdict.

    Ctrl+C stops it and prints what has been played; then it ends with 1.
    """
    from tabletop.api.matches import read_match
    from tabletop.command.reports.whatif import whatif_lines, whatif_with_bar

    if not spoilers and not read_match(journal).over:
        raise MatchNotOver(
            f"{journal} is not over and this would play on from what is sealed; --spoilers plays it"
        )

    band = whatif_with_bar(journal, at, move, continuations, bots, jobs)
    if as_json:
        document(band)
    else:
        tell(whatif_lines(band))
    return 0 if band["complete"] else 1


@click.command()
@click.argument("number", default="")
def rules(number: str) -> None:
    """Print the rulebook, or one rule by its number, such as T5.1."""
    from tabletop.ui.shared.rulebook import rule, rule_numbers, rulebook

    book = rulebook()
    if not book.strip():
        raise click.ClickException("this copy of the game has no rulebook: install it again")
    if number:
        known("rule", number.upper(), rule_numbers())
    click.echo(rule(number.upper()) if number else book)


@click.command()
@click.argument("fact", default="")
@click.option("--scenario", default=FLAGSHIP, show_default=True)
def facts(fact: str, scenario: str) -> None:
    """List the facts of a scenario, or print one with its date, status and sources."""
    from tabletop.command.preferred_words import preferred
    from tabletop.scenario.compiler.board import lexicon
    from tabletop.scenario.library import open_scenario
    from tabletop.words.language.facts import fact_paragraph
    from tabletop.words.language.tables import SPOKEN

    listed = preferred(lexicon(open_scenario(scenario))).facts
    if fact:
        known("fact", fact, listed)
        click.echo(fact_paragraph(listed[fact], SPOKEN))
    else:
        tell(f"{name}: {fact_paragraph(each, SPOKEN)}" for name, each in listed.items())


@click.command()
def doctor() -> int:
    """Look at the terminal and the folders, and say what would get in the way."""
    from tabletop.command.doctor import findings

    found = list(findings(saves()))
    for fine, sentence in found:
        click.echo(f"{'ok  ' if fine else 'look'}  {sentence}")
    return 0 if all(fine for fine, _ in found) else 1
