"""The calendar: the deal, rounds, sealed orders, interim truces (T2, T8.7). Never a sitting."""
