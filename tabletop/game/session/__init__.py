"""A session: sittings, who is in the room, the facilitator (T3, T7.1 to T7.5, T10). Never the fortnight after."""
