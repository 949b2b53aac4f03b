"""A real save of every released format, for ever."""
