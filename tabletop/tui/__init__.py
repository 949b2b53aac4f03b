"""The window: screens over a table port, and the same game line by line."""
