"""What a player may come to do: answers, initiatives, orders, pledges, closing. Never whose turn it is."""
