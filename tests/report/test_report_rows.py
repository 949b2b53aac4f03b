"""The fourteen things the report of January 2026 tells, each played or computed, and read where a player reads it.

`docs/report.md` lists them with their rules; each test is named for its row.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.game.calendar.rounds import card_falls, open_orders
from tabletop.game.commitments.vows_and_words import check_vows
from tabletop.game.core.quantities import QUANTITIES
from tabletop.game.core.step import Step
from tabletop.game.decide import decide
from tabletop.game.records import events as e
from tabletop.game.records.moves import Vow
from tabletop.game.records.state import Seen, State
from tabletop.game.strikes.evidence import accounts
from tabletop.game.war import theatre
from tabletop.game.war.fortnight import tell_news, wage
from tabletop.game.war.model import fortnight
from tabletop.game.worth.text_gaps import lint
from tabletop.game.worth.value import (
    chance,
    collapse,
    credibility,
    exponent,
    support,
    survival,
    true_context,
    worth,
)
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import ENDS, Phase
from tabletop.words.language.less_harm import reduced
from tabletop.words.pages.doubt import strike_account_lines
from tests.dials.fortnight import dealt, ordered
from tests.game.doubt_rig import board
from tests.game.worlds import COUNTRY, february, orders, rules
from tests.laws.walk import MIDDLE, dice, fold
from tests.report.reading import (
    EUROPE,
    RUSSIA,
    UKRAINE,
    US,
    bulletin,
    calm,
    cards,
    figure,
    heard,
    named,
    pages,
    played,
    public,
    seen_by,
    sitting,
    struck,
    voice,
    words,
)


def test_report_1_delegations_meet_and_part_without_a_ceasefire_and_meet_again() -> None:
    entered = {event.to for stop in played() for event in stop.events if isinstance(event, e.PhaseChanged)}
    wanted = {"plenary", "drafting", "interrupted", "recessed", "initialled", "holding", "suspended"}
    assert wanted <= entered
    assert entered & {end.value for end in ENDS}
    at, end = board("full"), calm()
    assert end.talks.phase == Phase.EXPIRED, "nobody spoke, so nothing was signed"
    record = heard(at, public(end))
    ended = next(number for number, said in enumerate(record) if said.startswith("The session ended"))
    assert "Round 2 began" in record[ended:], "after a session without a text the talks go on"
    assert not any(named(said, "interim text") for said in record)
    assert named(bulletin(1), "Abu Dhabi", "ended without a ceasefire", "Sunday 1 February")
    brief = pages(at, end)["plain.brief"]
    assert named(brief, "ended without a ceasefire")
    assert named(pages(at, end)["plain.heading"], "rounds ran out without a text")


def test_report_2_the_remaining_fifth_is_a_clause_tied_to_all_the_others() -> None:
    at, now = board(), true_context(board(), dealt(1))
    role = at.roles.territory
    texts = [(*MIDDLE[:role], place, *MIDDLE[role + 1 :]) for place in range(5)]
    mandates = [mandate for mandate in at.mandates if mandate is not None]
    worths = [[worth(at, seat, mandates[seat].weights, text) for text in texts] for seat in (UKRAINE, RUSSIA)]
    assert worths[UKRAINE] == sorted(worths[UKRAINE])
    assert worths[RUSSIA] == sorted(worths[RUSSIA], reverse=True)
    assert support(at, UKRAINE, texts[0], now) < support(at, UKRAINE, texts[4], now)
    assert collapse(at, UKRAINE, texts[0], now) < collapse(at, UKRAINE, texts[4], now)

    def with_row(clause: int, option: int, place: int) -> tuple[int, ...]:
        text = texts[place]
        return (*text[:clause], option, *text[clause + 1 :])

    def holds(text: tuple[int, ...]) -> int:
        return survival(at, exponent(at, text, now))

    zone, handed = 3, 0
    for clause in (at.roles.buffer, at.roles.verify):
        loose = with_row(clause, 0, zone)
        assert holds(loose) < holds(texts[zone])
        assert {"zone-buffer", "zone-verify"} & {finding.id for finding in lint(at, loose)}
    bare, covered = with_row(at.roles.guarantee, 0, handed), with_row(at.roles.guarantee, 4, handed)
    assert exponent(at, covered, now) < exponent(at, bare, now) - 500, (
        "a guarantee lessens what a hand-over opens"
    )
    routes = {support(at, UKRAINE, with_row(at.roles.route, way, zone), now) for way in range(4)}
    assert len(routes) == 4
    page = pages(at, dealt(1))["plain.text"]
    row = next(said for said in page.splitlines() if "Donetsk." in said)
    assert named(row, "Ukraine: Line as it is", "Russia: Russian control", "[open]")


def test_report_3_not_willing_to_give_in_is_a_vow_that_home_rewards_and_binds() -> None:
    at, roll = board(), dice(1)
    before = sitting(dealt(1), RUSSIA)
    vow = Vow("not-above", (("donetsk", 0),))
    events = decide(at, before, "russia", vow, roll).events
    after = fold(at, before, events)
    assert after.home.audience[RUSSIA] == before.home.audience[RUSSIA] + 1_00
    assert any(
        named(said, "Russia vowed on Donetsk", "not above", "Russian control") for said in heard(at, events)
    )
    assert named(pages(at, after)["plain.text"], "Russia: Russian control ▣")
    assert named(pages(at, after)["ledger"], "vows", "Donetsk")
    step = Step(at, after, roll)
    check_vows(step, RUSSIA, at.roles.territory, 1)
    assert step.state.home.audience[RUSSIA] == after.home.audience[RUSSIA] - 4_00
    assert step.state.home.credit[RUSSIA] == after.home.credit[RUSSIA] // 2
    assert any(named(said, "initialled beyond a vow", "Donetsk") for said in heard(at, step.events))
    assert named(
        bulletin(1),
        "Kremlin's spokesman said that Russia was not willing to give in on any of its territorial demands",
        "Ukraine refuses to hand over the fifth",
        "the US Secretary of State",
    )


def test_report_4_a_salvo_breaks_into_the_session_and_every_seat_answers() -> None:
    at, (state, strike) = board(), struck()
    assert strike.drones > strike.stopped_drones > 0
    assert strike.missiles >= strike.stopped_missiles
    assert state.talks.accused == RUSSIA
    assert state.talks.awaiting & ~(1 << RUSSIA)
    (said,) = heard(at, [strike])
    assert named(said, "attributed to Russia", "while the talks sat", f"drones {strike.drones}")
    told = [
        [
            line
            for line in pages(at, state, seat)["strike"].splitlines()
            if line.startswith("Your services say")
        ]
        for seat in range(4)
    ]
    assert all(told), "every seat is told something"
    assert len({line for lines in told for line in lines}) > 1, "and not the same"
    assert all("confidence" in line for lines in told for line in lines)
    closed = board().seats
    (account,) = [
        one for one in accounts(state, tuple(seat.id for seat in closed)) if one.paper.id == strike.paper
    ]
    assert account.cause in at.causes.possible(strike.drones)
    assert account.author == strike.by
    assert len(strike_account_lines(voice(at), account)) >= 1 + 4
    prices = {
        answer: at.effects[f"strike.{answer}"] for answer in ("go-on", "condemn", "suspend", "retaliate")
    }
    assert len(set(prices.values())) == 4
    assert named(bulletin(2), "375 drones and 21 missiles", "Ukraine's air force says")
    assert named(bulletin(2), "Al Jazeera calls it the worst attack of that week")


def test_report_5_the_power_goes_out_and_is_repaired_and_pays_nobody() -> None:
    at, (state, strike) = board(), struck()
    page = pages(at, state)["war"]
    assert at.war is not None
    assert state.war.dark == at.war.dark + strike.dark > 100_000
    assert figure(page, "Homes without power") == state.war.dark
    assert figure(page, "Power available") == state.war.grid
    assert figure(page, "Cuts a day") > 1

    def after(order: str, seat: str = "europe", lever: str = "first") -> State:
        step = Step(at, ordered(at, replace(dealt(1), war=state.war), seat, lever, order), dice(1))
        open_orders(step)
        wage(step)
        return step.state

    assert after("money").war.dark < state.war.dark * 0.1, "crews bring nearly all homes back in a fortnight"
    assert after("generators").war.grid > after("money").war.grid, "donors help"
    assert after("energy", "russia", "strikes").war.grid < after("none", "russia", "strikes").war.grid
    assert named(bulletin(2), "1.2 million customers lost power, 800,000", "174 repair crews", "hot drinks")
    assert named(
        bulletin(2), "6,000 homes", "after three strikes earlier in the month", "energy minister says"
    )
    assert named(bulletin(2), "Kryvyi Rih", "energy minister said on 27 January that 710,000 people in Kyiv")
    assert named(bulletin(4), "Czech Republic", "generators", "said that it would send 447 generators")
    for card in ("night-of-the-talks", "crews-in-kyiv", "generators"):
        assert not dict(cards()[card].effects)
    assert not [path for effects in at.effects.values() for path, _ in effects if path == "war.dark"]


def test_report_6_losses_above_recruits_lower_what_moscow_has_without_a_text() -> None:
    at, base = board(), dealt(1)

    def passed(index: int) -> Step:
        war = replace(base.war, lethality=(index, *base.war.lethality[1:]))
        step = Step(at, replace(base, war=war), dice(1))
        wage(step)
        tell_news(step)
        return step

    usual, fifty = passed(10_000), passed(16_500)
    lost, joined = fifty.state.war.lost[RUSSIA], fifty.state.war.joined[RUSSIA]
    assert 2 * lost == pytest.approx(50_000, rel=0.05), "a month of the aim that was named"
    assert lost > joined
    assert usual.state.war.lost[RUSSIA] < lost
    news = [dict(step.state.home.news[RUSSIA])["attacker-outlook"] for step in (usual, fifty)]
    assert news[1] < news[0]
    assert fifty.state.home.alternative[RUSSIA] < usual.state.home.alternative[RUSSIA]
    (told,) = [
        said
        for said in heard(at, seen_by(fifty.events, RUSSIA), RUSSIA)
        if said.startswith("News of the war")
    ]
    assert named(told, "outlook of the attacking forces −")
    page = pages(at, fifty.state)["war"]
    assert named(page, f"losses of Russia, claimed by Ukraine (round 1): {lost:,} in the last fortnight")
    assert named(page, "killed and badly wounded", "nobody outside has counted them")
    assert named(bulletin(3), "50,000 Russian losses a month", "stated aim", "26,000 and 30,000", "35,000")
    assert named(bulletin(3), "more than 33,000 confirmed deaths", "were not corrected")


def test_report_7_drones_are_an_investment_with_an_answer_and_there_is_no_score() -> None:
    at = board()

    def after(option: str) -> State:
        """Two fortnights: what is built in the first fights in the second (W2.8)."""
        step = Step(at, ordered(at, dealt(1), "ukraine", "effort", option), dice(1))
        open_orders(step)
        wage(step)
        wage(step)
        return step.state

    many, few = after("drones-drones-repair"), after("repair-repair-line")
    assert many.war.lethality[UKRAINE] > few.war.lethality[UKRAINE]
    assert many.war.lost[RUSSIA] > few.war.lost[RUSSIA]
    by_id = {card.id: card for card in at.cards}
    for card, way in (("drone-surge", 1), ("counter-measures", -1)):
        step = Step(at, dealt(1), dice(1))
        card_falls(step, by_id[card])
        assert (step.state.war.lethality[UKRAINE] - dealt(1).war.lethality[UKRAINE]) * way > 0
        assert all(
            not event.path.startswith("home.") for event in step.events if isinstance(event, e.Shifted)
        )
    assert named(bulletin(3), "new defence minister")
    assert named(bulletin(6), "Ukraine's president says", "819,737", "this game keeps no such score")
    assert named(bulletin(6), "Al Jazeera writes that drones hit 80 per cent")
    assert by_id["drones-on-video"].effects == ()
    assert not [name for _, name in QUANTITIES if re.search("kill|score|hit|point", name)]


def test_report_8_a_claim_is_a_claim_until_it_is_settled_or_corrected() -> None:
    at = board()
    kupiansk = next(place for place, sector in enumerate(at.theatre.sectors) if sector.id == "kupiansk-oskil")
    first = pages(at, dealt(1))
    assert named(
        first["ground"], "Kupiansk and the Oskil: contested; claimed by Russia", "a claim is not a fact"
    )
    assert named(first["ledger"], "Disputed: Russia says that it took Kupiansk")
    settled: set[str] = set()
    for seed in range(1, 60):
        step = Step(at, dealt(seed), dice(seed))
        theatre.settle_claim(step, kupiansk)
        page = pages(at, step.state)["ledger"]
        (said,) = [row for row in page.splitlines() if "Russia says that it took Kupiansk" in row]
        settled.add(said.split(":")[0])
    assert settled == {"Confirmed", "Shown to be false"}
    ledger = pages(board("full"), calm())["ledger"]
    corrected = next(row for row in ledger.splitlines() if "35,000" in row)
    assert corrected.startswith("Corrected by its claimant")
    assert named(corrected, "claimed by Ukraine's president")
    assert named(bulletin(3), "Al Jazeera says that it cannot confirm the figures of either side")
    assert named(
        bulletin(4), "CSIS estimates", "Ukraine's general staff denied", "Russian military journalists"
    )
    assert named(bulletin(3), "first given as killed, means dead and seriously wounded")
    assert QUANTITIES["war", "lost"].seen == Seen.PUBLIC
    assert all(QUANTITIES["war", name].seen == Seen.OWN for name in ("force", "joined", "lethality"))


def test_report_9_the_line_moves_with_season_force_and_momentum() -> None:
    world = february()

    def gain(month: int, **other: int) -> int:
        return int(fortnight(february(**other), orders(10_000, month), {}, rules()).ground) - int(
            world.ground
        )

    assert gain(3) < gain(5), "mud in March, dry ground in May"
    assert gain(5) < gain(5, attacker_force=1_000_000)
    assert gain(5) > gain(5, defender_force=400_000)
    assert gain(5) < gain(5, momentum=20_00)
    assert gain(5) > gain(5, defender_lethality=15_000)
    assert 100 * int(world.ground) / COUNTRY == pytest.approx(19.3, abs=0.05)
    at, end = board("full"), calm()
    page = pages(at, end)["ground"]
    assert figure(page, "Square kilometres under the control of Russia") == end.war.ground != rules().held
    assert named(
        bulletin(5),
        "just over a quarter in March 2022",
        "17.8 per cent",
        "19.3 per cent",
        "one fifth of Donetsk",
    )


def test_report_10_the_theatre_names_its_sectors_and_says_control() -> None:
    at = board()
    page = pages(at, dealt(1))["ground"]
    for place in ("Pokrovsk", "Myrnohrad", "Kupiansk", "Oskil", "Dnipro", "Kramatorsk", "Kostiantynivka"):
        assert place in page
    assert named(page, "control where it is beyond dispute, not sovereignty")
    assert named(page, "under the control of Ukraine", "contested", "claimed by Russia")
    step = Step(at, dealt(1), dice(1))
    theatre.fall_in_fighting(step, RUSSIA)
    told = heard(at, step.events)
    assert any(named(said, "beyond dispute", "under the control of Russia") for said in told)
    assert pages(at, step.state)["ground"] != page
    record = "\n".join(heard(board("full"), public(calm())))
    assert named(record, "said that it took", "nobody else confirms it")
    assert named(bulletin(8), "Al Jazeera writes that Pokrovsk and Myrnohrad", "150,000 troops")
    assert named(bulletin(10), "crossed the Oskil on the ice", "Russia itself withdrew over the Dnipro")


def test_report_11_a_guarantee_is_worth_what_washington_and_europe_are_believed() -> None:
    at, base = board(), dealt(1)
    start = at.start
    full, alone = (credibility(at, attention, start.cohesion, 0) for attention in (start.attention, 20_00))
    assert alone < full
    assert (
        credibility(at, start.attention, 20_00, 0)
        < full
        < credibility(at, start.attention, start.cohesion, 3_00)
    )
    calm_now = true_context(at, base)
    weak = replace(calm_now, credibility=alone, attention=20_00)
    assert survival(at, exponent(at, MIDDLE, weak)) < survival(at, exponent(at, MIDDLE, calm_now))
    assert support(at, UKRAINE, MIDDLE, weak) < support(at, UKRAINE, MIDDLE, calm_now)
    congress = next(body for body in at.bodies if body.id == "congress")
    assert chance(at, congress, MIDDLE, weak) < chance(at, congress, MIDDLE, calm_now)
    by_id = {card.id: card for card in at.cards}
    step = Step(at, base, dice(1))
    card_falls(step, by_id["another-crisis"])
    before, after = (
        figure(pages(at, state, US)["war"], "Attention (United States)") for state in (base, step.state)
    )
    assert after == before - 11
    card_falls(step, by_id["greenland"])
    assert figure(pages(at, step.state, EUROPE)["war"], "Cohesion") == base.alliance.cohesion / 100 - 1
    assert named(bulletin(2), "Davos", "no security guarantee works without the United States")
    assert named(bulletin(3), "NATO's secretary general", "cannot defend itself without the United States")
    assert named(bulletin(2), "Europe hopes and does not act")
    assert named(bulletin(5), "threatened to take Greenland", "seven European countries sent 40 troops")
    assert named(bulletin(7), "tanker", "Venezuelan")


def test_report_12_the_people_under_it_are_told_with_a_source_and_can_come_home() -> None:
    at = board("full")
    brief = pages(at, calm())["plain.brief"]
    assert named(brief, "UN human rights office counted at least 2,514", "Russia's\nforeign ministry said")
    assert named(brief, "No figure of this kind is worth a point to anybody in this game")
    assert named(bulletin(6), "2,514 civilians were killed and 12,142 injured", "56 civilians")
    assert named(bulletin(11), "250,000 people", "The Spectator gave the estimate")
    assert named(bulletin(1), "four-year-old daughter was found alive", "passenger train", "pregnant woman")
    told_in = [round_ for round_ in range(1, 13) if named(bulletin(round_), "passenger train")]
    assert told_in == [1], "told once"
    assert cards()["people-under-it"].effects == {}
    short = reduced(words())
    assert "train" not in short.labels["card.people-under-it"]
    assert named(words().texts["debrief"], "The first bulletin told of people killed")
    people = at.clauses[at.roles.people]
    assert people.humane
    home = [stop for stop in played() if any(isinstance(event, e.ExchangeCarried) for event in stop.events)]
    assert home, "no exchange in six matches"
    told = heard(board(), home[0].events)
    assert any(named(said, "people came home under the interim text") for said in told)
    trust = [
        (stop.state.home.trust[UKRAINE][RUSSIA], stop.after.home.trust[UKRAINE][RUSSIA]) for stop in home
    ]
    assert all(after > before for before, after in trust)
    debrief = words().texts["debrief"]
    assert named(debrief, "157 captives were freed", "nobody outside could confirm it")


def test_report_13_the_aim_is_told_as_the_report_tells_it_and_disputed() -> None:
    assert named(bulletin(3), "As Al Jazeera tells it", "disarm Moscow", "deadlocked table")
    debrief = " ".join(words().texts["debrief"].split())
    assert named(debrief, "who would disagree", "as Al Jazeera tells it of Ukraine's president")


def test_report_14_every_line_of_the_bulletin_says_what_it_rests_on_and_who_told_it() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    for round_ in range(1, 13):
        lines = bulletin(round_).splitlines()
        assert lines, f"round {round_} opens without news"
        assert all(
            re.match(r"(News|From the archive) \((sourced(, told by [^)]+)?|the game's)\): \S", said)
            for said in lines
        )
    for slug, card in cards().items():
        facts = [scenario.facts.facts[fact] for fact in card.facts]
        assert not [fact for fact in facts if fact.after_start], f"{slug} knows what came later"
        if card.basis == "sourced":
            assert facts, f"{slug} is sourced and names no fact"
            assert all(fact.sources for fact in facts), slug
        for name in card.says:
            assert named(card.text, name), f"{slug} does not tell who claims it: {name}"
    shown = pages(board("full"), calm())["plain.record"]
    assert named(bulletin(5), "From the archive (sourced, told by Al Jazeera)", "standstill")
    assert named(bulletin(1), "From the archive (sourced): The first round in Abu Dhabi")
    assert named(
        shown,
        "From the archive (sourced, told by The Spectator)",
        "News (the game's)",
        "In the ledger as estimated",
        "Source: ",
    )


def test_the_table_of_rows_names_rules_that_exist_and_every_row_has_its_test() -> None:
    root = Path(__file__).parents[2]
    book = (root / "RULEBOOK.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (\d+) \|(.*)\|$", (root / "docs" / "report.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [int(number) for number, _ in rows] == list(range(1, 15))
    for number, told in rows:
        rules = re.findall(r"\b[A-Z]\d+\.\d+\b", told)
        assert rules, f"row {number} names no rule"
        assert [rule for rule in rules if f"**{rule} " not in book] == []
        assert [name for name in globals() if name.startswith(f"test_report_{number}_")]
