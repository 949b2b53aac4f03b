"""The scenario's war alone, month by month, beside a record."""
