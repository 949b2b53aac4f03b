"""The frontier against plain brute force, and what is said of it."""
