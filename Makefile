# Two commands for everybody: `make play` and `make test`. The rest is for those who work on the game.
PYTHON ?= python3
BIN := .venv/bin

# Compiled modules are kept, also where the environment says otherwise: programs that tests start come up twice as fast.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: play test test-slow test-browser check lint bench picture walk clean

.venv/.play: uv.lock pyproject.toml prepare.sh
	@sh prepare.sh play $(PYTHON)
	@touch $@

.venv/.dev: uv.lock pyproject.toml prepare.sh
	@sh prepare.sh test $(PYTHON)
	@touch $@ .venv/.play

play: .venv/.play
	@$(BIN)/tabletop

# Workers, and the programs that tests start, keep what they compile, whatever the machine says otherwise.
test test-slow: export PYTHONDONTWRITEBYTECODE =

test: .venv/.dev
	$(BIN)/pytest -n auto --dist worksteal -m 'not slow and not browser'

test-slow: .venv/.dev
	$(BIN)/pytest -n auto --dist worksteal -m slow
	EXAMPLES=10 $(BIN)/pytest -n auto --dist worksteal tests/laws tests/frontier/test_frontier.py \
	  tests/game/war/test_model.py tests/game/test_views.py tests/players/test_adviser.py

# Real browsers, which need Debian's own packages; where they cannot be installed it says so and skips.
test-browser: .venv/.dev
	@sh tests/browser/install.sh
	$(BIN)/pytest -n auto --dist worksteal -m browser tests/browser

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
