"""A table on another machine: what goes over the wire, and the port at its far end.

Here is never a match, a journal or a seed, and nothing is sent that its seat does not see.
"""
