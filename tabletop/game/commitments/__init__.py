"""A seat's word: vows, promises, questions, and how they are judged (T6). Never what a text is worth."""
