"""The pages of a seat in a browser, whole without JavaScript. Never a server, a token or a store, and never a rule.

What a server needs of this room, one request at a time:

    from tabletop.ui.web.seat_page import seat_page
    from tabletop.ui.web.rendered import STYLESHEET
    from tabletop.ui.web.request import Request, Receipt, STALE, PAGES
    from tabletop.ui.web.posted import frame_of, move_from

**A GET.** `seat_page(session, Request(page=…, figure=…, language=…, cid=…, style=…, clock=…))` is the whole HTML of the
seat that the `SeatSession` holds. Pages are reached by `?page=NAME` (`PAGES`; `source` with `&figure=ID`); what is
asked for and is not there shows the table. `&lang=CODE` stands in one link, for the server to remember. The page
`counsel` is there when `Request.advice` is; `await port.advice()` gives it. After the end, `Request.debrief` holds the
seat's results. `cid` is a fresh key of letters, digits and hyphens; each form adds its own place to it. The stylesheet
is one file, to be served at `Request.style`. Pages hold no script and no style of their own and no address outside;
this policy lets all of it through: `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';
img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`. Where `Request.script` is the address of
`seat.js`, with `morph.js` beside it, the page names it; it asks `/news?window=NAME` for events `news` with the seat's
turn, and `/receipt/CID`.

**A POST** (`application/x-www-form-urlencoded`, to the page's own address) as a mapping of each field to its values:

    frame = frame_of(posted)               # turn, cid, whether it only wants to look; or a Refusal
    move = move_from(session.view, posted) # a Move that lies in a box of the view; or a Refusal

The turn is compared first: where `frame.turn` is not `session.view.turn`, answer with `Request(refused=STALE,
posted=posted)`. Both refusals are shown the same way, `Request(refused=…, posted=posted)`: the form stands filled in as
it was, the line carries `data-refused` and `data-rule`. Where `frame.preview`, answer with `Request(chosen=move,
posted=posted)`: the move in words, what it would do, and a form that makes it. Else `await session.port.submit(move,
frame.turn)`; `IllegalMove` gives its `refusal`, `StaleView` is `STALE`; once it is on the disk redirect with 303 to the
same address and show `Request(receipt=Receipt("written", "14:03:22", 61))` there.

**For scripts.** `<main>` carries `data-turn`, `data-phase`, `data-seat`; every choice is a `<form method="post">` with
hidden `turn`, `cid` and `kind`, fields of the move's own names, in a container with `data-move="KIND"`. A row of a
grid or of levers is posted as `clause.option` or `lever.option` under the slot's name, one value a row; empty values
leave a row out. `do` is `make` (or absent) or `preview`.
"""
