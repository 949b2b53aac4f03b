"""Commands for those who read: a match laid open, a journal judged again, a rule, a source, this machine."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

from dataclasses import asdict
from pathlib import Path

import click

from tabletop.command.folders import saves
from tabletop.command.language import language
from tabletop.command.output import FLAGSHIP, clipped, document, tell
from tabletop.command.typed_names import BOTS_HELP, known
from tabletop.errors import MatchNotOver, TabletopError


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--seat", default="observer", help="Whose results; without it, those of every seat.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@click.option("--spoilers", is_flag=True, help="Open what is sealed in a match that is not over.")
@language
def report(journal: Path, seat: str, *, neutral: bool, spoilers: bool, lang: str) -> None:
    """Lay a match open: results, strikes, beliefs against the truth; one that is not over, as far as it may be."""
    del lang
    from tabletop.command.report import report_lines

    tell(report_lines(journal, seat, neutral=neutral, spoilers=spoilers))


@click.command()
@click.argument("journals", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dice", is_flag=True, help="Say how many dice were asked for: each follows from the seed.")
@click.option("--commitment", default="", help="With --salt: what was said of the seed before the match.")
@click.option("--salt", default="", help="With --commitment: what opened it after the end.")
@click.option(
    "--receipt",
    "receipts",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A seat's receipts from a hosted class, as the host gave them: are those moves in the journal?",
)
@click.option("--json", "as_json", is_flag=True)
def verify(
    journals: tuple[Path, ...],
    *,
    dice: bool,
    commitment: str,
    salt: str,
    receipts: Path | None,
    as_json: bool,
) -> int:
    """Decide every step of each JOURNAL again and compare; of one of other rules, check that nothing was changed."""
    from tabletop.errors import Diverged
    from tabletop.journal.commitment import check
    from tabletop.journal.reader import read
    from tabletop.journal.verify import judge

    if bool(commitment) != bool(salt):
        raise click.UsageError("--commitment and --salt belong together: give both")

    verdicts: list[dict[str, object]] = []
    for journal in journals:
        verdict: dict[str, object] = {"journal": str(journal)}
        try:
            kept = read(journal)
            found = judge(kept)
            if commitment:
                check(kept.header.seed, salt, commitment)
                verdict |= {"commitment": "agrees"}
            verdict |= {"agrees": True if found.rules == "same" else None, **asdict(found)}
        except TabletopError as error:
            verdict |= {"agrees": False, "error": str(error)}
            if isinstance(error, Diverged):
                verdict |= {"entry": error.seq, "rule": error.rule}
        lines: tuple[str, ...] = ()
        if receipts is not None and verdict["agrees"] is not False:
            from tabletop.command.reports.receipts import laid_beside

            told, lines = laid_beside(journal, receipts)
            verdict |= {"receipts": told}
            if not all(each["agrees"] for each in told):
                verdict["agrees"] = False
        verdicts.append(verdict)
        if not as_json:
            words = _verdict_words(verdict)
            if (dice or commitment) and verdict["agrees"]:
                words = f"{words}{_dice_words(verdict, committed=bool(commitment))}"
            tell((clipped(f"{journal}: {words}"), *lines))
    if as_json:
        document(verdicts)
    return 4 if any(verdict["agrees"] is False for verdict in verdicts) else 0


def _dice_words(verdict: dict[str, object], *, committed: bool) -> str:
    """What a line says of the dice."""
    opened = "; seed and salt give the commitment" if committed else ""
    return f"; each of its {verdict['draws']} dice follows from the seed{opened}"


def _verdict_words(verdict: dict[str, object]) -> object:
    """What a line says of one journal."""
    if verdict["agrees"] is None:
        return (
            f"decided under rules {verdict['ruleset']}, not judged again; "
            f"{verdict['entries']} entries, the chain of digests is whole"
            + (f"; {verdict['notice']}" if verdict["notice"] else "")
        )
    if "error" in verdict:
        return verdict["error"]
    dropped = f"; {verdict['notice']}" if verdict["notice"] else ""
    return f"agrees, {verdict['entries']} entries{dropped}"


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--at", type=click.IntRange(min=1), help="Number of the entry that is changed.")
@click.option("--move", help="What its seat does instead, in notation (docs/data.md).")
@click.option(
    "--faith",
    "faiths",
    help="Instead: the last text in worlds with other faith in terms, such as 0.2,0.4,0.6,0.8,1.0 (A2.6).",
)
@click.option(
    "--continuations", type=click.IntRange(min=1), default=200, show_default=True, help="Of each arm."
)
@click.option("--bots", default="", help=f"Who goes on; bots go on as themselves. {BOTS_HELP}")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option(
    "--spoilers", is_flag=True, help="Look into a match that is still played: it goes on from what is sealed."
)
@click.option("--json", "as_json", is_flag=True)
def whatif(  # noqa: PLR0913 - one a question
    journal: Path,
    at: int | None,
    move: str | None,
    faiths: str | None,
    continuations: int,
    bots: str,
    jobs: int,
    *,
    spoilers: bool,
    as_json: bool,
) -> int:
    """Change one move of a match and play it on many times: a band, never a verdict.

    With --faith nothing is played: the last text is weighed again where terms count for less or more.
    Ctrl+C stops it and prints what has been played; then it ends with 1.
    """
    from tabletop.api.matches import read_match
    from tabletop.command.reports.faith import faith_document, faith_text, thousandths
    from tabletop.command.reports.whatif import whatif_lines, whatif_with_bar

    worlds = None if faiths is None else thousandths(faiths)
    if worlds is not None and (at is not None or move is not None):
        raise click.UsageError(
            "--faith weighs the last text again and changes no move: leave --at and --move out"
        )
    if not spoilers and not read_match(journal).over:
        raise MatchNotOver(
            f"{journal} is not over and this would play on from what is sealed; --spoilers plays it"
        )

    if worlds is not None:
        if as_json:
            document(faith_document(journal, worlds))
        else:
            tell(faith_text(journal, worlds))
        return 0
    if at is None or move is None:
        raise click.UsageError("a what-if needs --at and --move, or --faith")
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

    opened = open_scenario(scenario)
    day, listed = opened.frame.as_of, preferred(lexicon(opened)).facts

    def told(name: str) -> str:
        later = SPOKEN["fact.later"].format(day=day) if listed[name].date > str(day) else ""
        return f"{later}{fact_paragraph(listed[name], SPOKEN)}"

    if fact:
        known("fact", fact, listed)
        click.echo(told(fact))
    else:
        tell(f"{name}: {told(name)}" for name in listed)


@click.command()
def doctor() -> int:
    """Look at the terminal and the folders, and say what would get in the way."""
    from tabletop.command.doctor import findings

    found = list(findings(saves()))
    for fine, sentence in found:
        tell((f"{'ok  ' if fine else 'look'}  {sentence}",))
    return 0 if all(fine for fine, _ in found) else 1
