"""English for a text in force, for promises judged, and for the five results at the end."""

AFTERMATH: dict[str, str] = {
    "line.violations-happened": "violations in month {month}: {count}",
    "line.violations-reported": "violations in month {month}, as told: {figures}",
    "line.bar-lifted": "home has moved since ({by}): what it refused may be initialled again",
    "line.question-put": "the text asks {seats}: {question}",
    "line.question-answered": "{question}: {answers}",
    "line.promise-judged": (
        "promise {promise} by {by} to {to}: {act}; judged by {verifier}: {verdict} (confidence {confidence})"
    ),
    "line.promise-judged.lapsed": "promise {promise} by {by} to {to}: {act}; it lapsed unjudged",
    "told.parties": "{who} claims {count} by the other side",
    "told.remote": "remote sensing shows {count}",
    "told.mission": "the mission counts {count}",
    "told.none": "nothing is told",
    "word.renewal": "whether the term is renewed",
    "word.guarantee": "the guarantee is called on",
    "word.snap-back": "phased relief is taken back",
    "word.renew": "renew the term",
    "word.let-lapse": "let the term end",
    "word.stand-by": "stand by the guarantee",
    "word.hold-back": "hold back",
    "word.wait": "leave the relief as it is",
    "word.call-guarantee": "call on the guarantee",
    "word.kept": "kept",
    "word.broken": "broken",
    "word.disputed": "disputed",
    "word.lapsed": "lapsed",
    "word.by.term": "its term, which was not renewed",
    "word.by.snap-back": "the clause on phased relief",
    "menu.decide": "answer what the text asks",
    "move.decide": "answer under seal: {answer}",
    "slot.decide.answer": "What is the answer?",
    "refusal.no-guarantee-to-call": "the text gives you no guarantee to call on",
    "force.month": "month {month} of {months}",
    "force.durability": "durability of the text: {chance} to last two years ({percent})",
    "force.risk": "this month's risk of collapse: {word} ({percent})",
    "force.risk.slight": "slight",
    "force.risk.low": "low",
    "force.risk.marked": "marked",
    "force.risk.high": "high",
    "force.told": "violations last month: {told}",
    "force.believed": "how far the guarantee is believed: {percent}",
    "force.renewal": "the term must be renewed in month {month}",
    "result.claimed": "value claimed",
    "result.created": "value created",
    "result.durability": "durability",
    "result.ratified": "ratifiability",
    "result.process": "process",
    "result.doors": "doors missed",
    "result.claimed.text": (
        "{gain} over no deal as the text stood when it was initialled; no deal is nought; in hand from "
        "interim texts: {banked}"
    ),
    "result.claimed.none": "no text was initialled: no deal is the line all is measured from; in hand: {banked}",
    "result.created.text": "{share} of the best joint gain that a text could have had then",
    "result.created.trade": (
        "{share} of the best joint gain that a text could have had then; both could have had {more} more by {terms}"
    ),
    "result.created.none": "no text; the best joint gain a text could have had in some round: {best}",
    "result.created.closed": "no text could have left both parties better off when this one was initialled",
    "result.durability.text": "a year: {year}; two years: {two}; in force: {lived} months; {end}",
    "result.durability.waiting": "a year: {year}; two years: {two}; it did not come into force; {end}",
    "result.durability.none": "nothing was initialled; {end}",
    "result.ratified.text": "likelihood of a yes in each body: {bodies}",
    "result.ratified.none": "no text came before any body",
    "result.process.text": (
        "questions {asked}; packages of several clauses {packages}; caucuses {caucuses}; polls {polls}; "
        "bridges answered {bridges}; promises kept {kept} of {promised}"
    ),
    "result.doors.text": (
        "a text existed that beat no deal for all whose initials it needed, and none was tabled; rounds: {rounds}"
    ),
    "result.doors.none": "none in {searched} rounds; every text was looked at",
}
