# Two commands for everybody: `make play` and `make test`. The rest is for those who work on the game.
PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin

.PHONY: play test test-slow check lint bench picture walk clean

.tools/.ready:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "The Remaining Fifth needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'
	@touch $@

.venv/.play: uv.lock pyproject.toml .tools/.ready
	@$(UV) sync --quiet --frozen --no-dev --inexact --python $(PYTHON)
	@touch $@

.venv/.dev: uv.lock pyproject.toml .tools/.ready
	@$(UV) sync --quiet --frozen --python $(PYTHON)
	@touch $@ .venv/.play

play: .venv/.play
	@$(BIN)/tabletop

test: .venv/.dev
	$(BIN)/pytest -n auto -m 'not slow'

test-slow: .venv/.dev
	$(BIN)/pytest -n auto -m slow

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry tabletop

lint: check

bench: .venv/.dev
	$(BIN)/pytest tests/bench -p no:xdist --benchmark-only --benchmark-columns=min,median,mean,stddev,rounds -s

picture: .venv/.dev
	$(BIN)/python -m tests.ui.tui.picture

walk: .venv/.dev
	$(BIN)/python -m tests.ui.tui.walk_tmux

clean:
	rm -rf .venv .tools dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
