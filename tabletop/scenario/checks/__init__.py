"""What no single model can know: that names mean something and lists are whole. Never a repair."""
