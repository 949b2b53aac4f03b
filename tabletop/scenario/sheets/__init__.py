"""The models of an author's files, strict and frozen. Never a check across files, never play."""
