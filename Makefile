# Every target does its own set-up: Python 3.11 or later (with venv and pip) is all that has to be there.

PYTHON ?= python3
VENV ?= .venv
FORMAT ?= text
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Bytecode of modules and templates is kept, even where the environment says otherwise: it halves a short run.
unexport PYTHONDONTWRITEBYTECODE
# Output is buffered as a user's is: what is left of it when a command ends is a case of its own.
unexport PYTHONUNBUFFERED
# Python, the browser and the editor's parts are set up beside each other.
MAKEFLAGS += --jobs=2

.PHONY: site serve check diff words schema languages names fonts test lint imports format lock browser editor nu lighthouse benchmark fuzz pairs sheets picture wheel clean help

site: $(READY) ## build the site and say where it is
	@$(BIN)/playbook build
	@echo "To look at them: make serve"

serve: $(READY) ## preview the site while you write
	@$(BIN)/playbook serve

check: $(READY) ## check the YAML
	@$(BIN)/playbook check --format $(FORMAT)

DIFF ?=
diff: $(READY) ## say what changed since this branch left main; DIFF="--format markdown" for another form
	@$(BIN)/playbook diff $(DIFF)

words: $(READY) ## list words that we do without, and long sentences, in all texts
	@$(BIN)/python generator/tools/words.py

schema: $(READY) ## renew the schema that editors complete from
	@$(BIN)/playbook schema > .vscode/playbook.schema.json

test: $(READY) lint imports browser editor ## run every check and test
	@$(BIN)/pytest --numprocesses auto --dist worksteal

lint: $(READY) ## run the linters
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --no-cache >$(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; false; }

# Compiled once, beside the linters, instead of by each of those who run tests.
imports: $(READY)
	@$(BIN)/pytest --collect-only --quiet >/dev/null || true

format: $(READY) ## format the code
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

INSTALL := apt-get install -y -qq --no-install-recommends
# Debian as root may install the browser; elsewhere pytest's last lines say how to have the browser tests.
browser:
	@command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && echo "Installing Chromium for the browser tests …" && apt-get update -qq \
	       && { $(INSTALL) chromium-headless-shell || $(INSTALL) chromium; } >/dev/null 2>&1; } || true

lock: $(READY) ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --group dev pyproject.toml --output-file requirements.lock

# What editors run to complete YAML; where there is no npm, pytest's last lines say what was left out.
EDITOR := $(VENV)/editor
editor:
	@[ -d $(EDITOR)/node_modules ] || ! command -v npm >/dev/null \
	  || { mkdir -p $(EDITOR) && cp tests/editor/package*.json $(EDITOR) \
	       && npm ci --silent --no-audit --no-fund --ignore-scripts --prefix $(EDITOR) >/dev/null 2>&1; } || true

# The checker takes no file for 'self', as browsers do from a server: what it says of our policy is left out.
NPM := npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix
NU := $(VENV)/nu
nu: site ## check the HTML of every page (with npm and Java)
	@[ -d $(NU)/node_modules ] || $(NPM) $(NU) vnu-jar@26.9.27
	@java -jar $(NU)/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html \
	  --filterpattern '.*violates Content Security Policy.*' site

LIGHTHOUSE := $(VENV)/lighthouse
lighthouse: $(READY) ## measure four pages as a phone has them (with npm and Chromium)
	@[ -d $(LIGHTHOUSE)/node_modules ] || $(NPM) $(LIGHTHOUSE) lighthouse@13.5.0
	@PYTHONPATH=tests $(BIN)/python generator/tools/benchmark/lighthouse.py $(LIGHTHOUSE)/node_modules/.bin/lighthouse

BENCHMARK ?=
benchmark: $(READY) browser ## measure speed and size against our targets and Material; BENCHMARK="check build 41" for a part
	@$(BIN)/python -c 'import check_jsonschema' 2>/dev/null || $(BIN)/pip install -qq --disable-pip-version-check check-jsonschema==0.39.0
	@$(BIN)/python generator/tools/benchmark/run.py $(BENCHMARK)

FUZZ ?=
fuzz: $(READY) ## put 20,000 mutated inputs through the command; FUZZ="--inputs 500 --seed 2" for another run
	@PYTHONPATH=tests $(BIN)/python -m fuzz.run $(FUZZ)

pairs: $(READY) ## start twenty pairs of builds, one held for up to 1 s: the site must be whole after each
	@PLAYBOOK_PAIRS=20 $(BIN)/pytest --quiet tests/publish/test_pairs.py

SHEETS ?=
sheets: $(READY) ## read back every sheet and those of 200 generated sessions; SHEETS="--sessions 20" for fewer
	@PYTHONPATH=tests $(BIN)/python generator/tools/sheets.py $(SHEETS)

picture: site browser ## take the README's picture of the site anew
	@PYTHONPATH=tests $(BIN)/python generator/tools/photograph.py

wheel: $(READY) ## build the package
	@$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

languages: $(READY) ## renew what there is to translate
	@$(BIN)/python generator/tools/languages.py

names: $(READY) ## renew the lists of names and words (with Debian's wamerican-small)
	@$(BIN)/python generator/tools/name_lists.py

fonts: $(READY) ## renew the fonts of the site from those that typst carries
	@$(BIN)/python generator/tools/web_fonts.py

clean: ## remove all that was made
	@rm -rf $(VENV) .fuzz site .site-* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

# uv takes a third of pip's time. Where it gets nowhere, as at an index that asks for what only pip knows, pip goes on.
WHEELS := --only-binary :all: --no-deps
PIP := $(BIN)/pip --disable-pip-version-check -qq
INDEX = $$($(PIP) config list | sed -n "s/^.*\.index-url='\(.*\)'$$/--default-index \1/p" | tail -1)

$(VENV)/.packages: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 …")'
	@echo "Setting up in $(VENV), once …"
	@$(PYTHON) -m venv $(VENV)
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > $@.txt
	@{ $(PIP) install --no-compile $(WHEELS) --require-hashes -r $@.txt \
	  && $(BIN)/uv pip install --python $(BIN)/python $(INDEX) $(WHEELS) --require-hashes -r requirements.lock; } 2>/dev/null \
	  || $(PIP) install --no-compile $(WHEELS) --require-hashes -r requirements.lock
	@touch $@

$(READY): $(VENV)/.packages pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY)
