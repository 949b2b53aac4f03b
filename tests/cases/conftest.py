"""Failures of cases say what was found and what was claimed."""

import pytest

pytest.register_assert_rewrite("tests.cases.checks", "tests.cases.rig")
