"""What a text is worth and what it lacks (chapters V, A1, A2). Never a change of the state."""
