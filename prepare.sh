#!/bin/sh
# Sets the game up in this folder, once: the tool uv in .tools, Python's libraries in .venv.
#
#     sh prepare.sh play|test PYTHON
#
# `play` gets what the game runs on, `test` also what checks it. Everything is said on standard error. Where something
# cannot be done it says what, where and what next, and ends with 1; started again it goes on from there.
set -u
goal=$1 python=$2

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

say() {
  printf '%s\n' "$1" >&2
}

command -v "$python" >/dev/null 2>&1 || stop \
  "There is no $python on this machine. The Remaining Fifth needs Python 3.11 or newer." \
  "Install it from https://www.python.org, or name the one you have: make $goal PYTHON=python3.12"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop \
  "The Remaining Fifth needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." \
  "Name a newer one: make $goal PYTHON=python3.12"
[ -w . ] || stop \
  "The folder $(pwd) cannot be written, and the game sets itself up in it." \
  "Copy it to a folder of your own and type make $goal there."

if [ "$goal" = play ]; then
  options=--no-dev what="the tool uv and the game's libraries, about 50 MB"
else
  options='' what="the tool uv, the game's libraries and what tests them, about 200 MB"
fi
if [ -t 2 ]; then quiet=''; else quiet=--quiet; fi
began=$(date +%s)
say "Setting up, this once: fetching $what, into .tools and .venv of this folder."

if [ ! -x .tools/bin/uv ]; then
  "$python" -m venv .tools >/dev/null 2>&1 || {
    rm -rf .tools
    stop "$python cannot make a virtual environment in $(pwd)/.tools: its module venv is not whole, or the disk is full." \
      "On Debian or Ubuntu: sudo apt install python3-venv. Then: make $goal"
  }
  # shellcheck disable=SC2086 # no argument at all where there is a terminal
  .tools/bin/python -m pip install $quiet --disable-pip-version-check --retries 1 'uv>=0.8,<1' >&2 2>.tools/pip.log || stop \
    "uv could not be fetched from the Python package index (details: $(pwd)/.tools/pip.log)." \
    "Is there a network? Behind a proxy, set HTTPS_PROXY. Then: make $goal"
fi
# shellcheck disable=SC2086 # no argument at all where there is none
.tools/bin/uv sync $quiet $options --frozen --inexact --compile-bytecode --python "$python" || stop \
  "The libraries could not be fetched into $(pwd)/.venv; uv says above why." \
  "Is there a network, and room on the disk? Behind a proxy, set HTTPS_PROXY. Then: make $goal"
say "Set up in $(($(date +%s) - began)) seconds; from now on it starts at once. The program itself is .venv/bin/tabletop."
