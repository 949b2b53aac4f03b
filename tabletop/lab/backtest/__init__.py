"""The scenario's war alone, month by month, beside a record. Never a match: no seat, no talks, no journal."""
