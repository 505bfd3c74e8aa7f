# The register from two commands: `make run` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2
JOBS ?= 2

.PHONY: run test check lint types imports schema-check schema check-data data-on-sqlite data-on-postgresql \
  clients bench messages clean

# --- Environments ------------------------------------------------------------------

$(VENV)/.run: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.run

# --- The two commands --------------------------------------------------------------

run: $(VENV)/.run  ## install, migrate, load the register, serve
	@HOST=$(HOST) PORT=$(PORT) WORKERS=$(WORKERS) $(BIN)/python manage.py serve

test: $(VENV)/.dev  ## every test, on SQLite and on PostgreSQL
	$(BIN)/python -m pytest -n $(JOBS)
	$(BIN)/python -m tests.postgres $(BIN)/python -m pytest -n $(JOBS)

# --- Checks ------------------------------------------------------------------------

check: lint types imports schema-check check-data  ## everything CI checks beside tests
	$(BIN)/python manage.py makemigrations --check --dry-run
	R57_PRODUCTION=1 R57_SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(60))") \
	  R57_ALLOWED_HOSTS=register.example $(BIN)/python manage.py check --deploy --fail-level WARNING

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy .

imports: $(VENV)/.dev
	$(BIN)/lint-imports

schema-check: $(VENV)/.dev
	$(BIN)/python manage.py spectacular --lang en --validate --fail-on-warn --file /dev/null

schema: $(VENV)/.dev  ## write the snapshot of the OpenAPI document anew
	$(BIN)/python -m tests.contract.snapshot

check-data: data-on-sqlite data-on-postgresql  ## what records have and lack, on both engines

data-on-sqlite: $(VENV)/.dev
	$(BIN)/python -m tests.scratch $(BIN)/python manage.py check_data

data-on-postgresql: $(VENV)/.dev
	$(BIN)/python -m tests.postgres $(BIN)/python -m tests.scratch $(BIN)/python manage.py check_data

clients: $(VENV)/.dev  ## generate clients as docs/clients.md says, check and run them
	$(BIN)/python -m tests.clients

# --- Tools -------------------------------------------------------------------------

bench: $(VENV)/.dev  ## the API against bare functions that do the same queries
	$(BIN)/python -m tests.postgres $(BIN)/python -m tests.bench
	$(BIN)/python -m tests.postgres $(BIN)/python -m tests.bench importing
	$(BIN)/python -m tests.postgres $(BIN)/python -m tests.bench evaluating

messages: $(VENV)/.dev  ## gather and compile the English texts
	$(BIN)/python -m tests.messages

clean:  ## remove what can be made again; the database in var/ stays
	rm -rf $(VENV) staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis
