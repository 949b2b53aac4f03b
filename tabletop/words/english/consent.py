"""English for the consent sheet of a seat outside the room and for the invitation to it (T4.7, T4.8, T7.14)."""

CONSENT: dict[str, str] = {
    "menu.consent": "seal a consent sheet: what you would carry in the session",
    "menu.answer-invitation": "answer the invitation: let the seat in, or object",
    "move.consent": "seal a consent sheet, shown to {to}: would carry {terms}; price: {price}",
    "move.answer-invitation": "answer {paper}; with: {answer}",
    "slot.price": "its price in the draft",
    "price.none": "none",
    "price.from": "{clause}: {option}, or further down its list",
    "line.consented": "{seat} consents by its sheet to {clause}: {option}",
    "line.invitation-answered": "{seat} answered the invitation of {guest}: {answer}",
    "line.invitation-answered.let-in": "{seat} let {guest} into the room",
    "line.invitation-answered.object": "{seat} objected to {guest} in the room; its one objection is used",
    "line.paper-tabled.invitation": "{by} asked {guest} into the room; asked first: {to}",
    "line.paper-tabled.sheet-sealed": "under seal: {paper}",
    "line.paper-tabled.sheet-open": "opened: {paper}",
    "paper.consent-sheet": "consent sheet {id} by {by}, for all: would carry {terms}; price: {price}",
    "paper.consent-sheet.pair": "consent sheet {id} by {by}, for {to} alone: would carry {terms}; price: {price}",
    "paper.consent-sheet.sealed": (
        "consent sheet {id} by {by}, sealed until the session: would carry {terms}; price: {price}"
    ),
    "paper.consent-sheet.sealed-pair": (
        "consent sheet {id} by {by}, sealed until the session, then for {to} alone: would carry {terms}; "
        "price: {price}"
    ),
    "paper.invitation": "invitation {id}: {by} asked {guest} into the room; still asked: {to}",
    "paper.objection": "objection {id} by {by} to {guest} in the room, round {round}; it may be made once a match",
    "word.let-in": "let in",
    "refusal.no-consent-sheet": "you keep no consent sheet",
    "refusal.speaks-in-the-room": "you are in the room and speak for yourself",
    "refusal.not-yours-to-invite": "it is not for you to ask this seat in",
    "refusal.objected-in-this-session": "somebody objected; it can be asked in again in the next session",
    "refusal.no-invitation-for-you": "no invitation waits for your answer",
    "sheet.ask": "you are outside the room: before your orders, c seals what you would carry in the session",
    "sheet.title": "consent sheets",
    "sheet.head": "{by} would carry ({seal}, for {to}):",
    "sheet.sealed": "sealed until the session",
    "sheet.open": "open until the recess",
    "sheet.price": "if {price} ({state})",
    "sheet.used": "objections used: {seats}",
    "debrief.consents": "consent sheets and invitations",
    "debrief.sheet": (
        "round {round}: sheet by {seat}, for {to}: would carry {terms}; price: {price}; agreed by it: {carried}"
    ),
    "debrief.invited": "round {round}: {by} asked {guest} in: {answers}",
}
