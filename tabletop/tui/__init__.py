"""One seat's window: the Textual screens."""
