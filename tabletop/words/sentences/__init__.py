"""One event, move, paper, refusal or reason as a sentence. Never a page."""
