"""What is said and what is true: moves, events, papers, state, menus, as frozen records. Never a rule."""
