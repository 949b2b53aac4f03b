"""What did happen: journals, replay and verification."""
