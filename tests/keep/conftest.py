"""What every test of what is kept may ask for."""

from tests.ui.frames import _frames

__all__ = ["_frames"]
