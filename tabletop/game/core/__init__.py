"""What every chapter works with: the talks machine, steps, sight, booking, chance. Never a chapter's own rule."""
