"""How hypothesis runs here: the same examples each time, however busy the machine."""

from __future__ import annotations

from hypothesis import settings

# A failure then speaks of the change that was made, not of chance or of the clock.
settings.register_profile("termkit", deadline=None, derandomize=True)
settings.load_profile("termkit")
