# Two commands on a fresh machine: `make demo` and `make test`. Only git, make and Python 3.11 or newer are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared/corpora
DEV ?= ../shared/extraction/dev
MODEL_BUILD ?= build/model

.PHONY: demo test check format lint types floors docs cover score bench model measure clean

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[all]" --group dev
	touch $@

demo: $(VENV)/.installed
	$(BIN)/truce ingest seeds/
	$(BIN)/truce claims --actor Hezbollah
	$(BIN)/truce casualties --since 2024-09

test: $(VENV)/.installed
	$(BIN)/python -m pytest

check: $(VENV)/.installed format lint types floors docs cover

format: $(VENV)/.installed
	$(BIN)/ruff format --check .

lint: $(VENV)/.installed
	$(BIN)/ruff check .

types: $(VENV)/.installed
	$(BIN)/mypy

floors: $(VENV)/.installed
	$(BIN)/lint-imports

docs: $(VENV)/.installed
	$(BIN)/python docs/make_cli_reference.py --check

cover: $(VENV)/.installed
	$(MAKE) test PYTEST_ADDOPTS="--cov --cov-report=term:skip-covered"

score: $(VENV)/.installed
	$(BIN)/python benchmarks/score.py $(DEV)

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/speed.py

model: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group training
	$(MAKE) -C training model PYTHON=$(abspath $(BIN))/python CORPORA=$(abspath $(CORPORA)) OUT=$(abspath $(MODEL_BUILD))

measure: $(VENV)/.installed
	$(BIN)/python training/measure.py $(CORPORA)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
