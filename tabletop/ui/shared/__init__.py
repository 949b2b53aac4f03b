"""What every skin needs and none owns: form fields, saves, settings, counsel in words. Never a widget or a prompt."""
