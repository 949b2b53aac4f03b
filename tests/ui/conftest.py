"""What every test of a skin may ask for."""

from tests.ui.frames import _frames

__all__ = ["_frames"]
