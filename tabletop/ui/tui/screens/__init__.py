"""The screens of the window, by what a person does there. Never a rule of the game."""
