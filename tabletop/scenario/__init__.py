"""What is given: scenarios as authors write them, checked and compiled."""
