# make review   installs what is missing and builds the sample publication into Output/
# make test     installs what is missing and runs every test
# make deps     only installs

SWIFT ?= swift
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
LIBRARIES := pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libssl-dev zlib1g-dev libturbojpeg0-dev
TEST_PROGRAMS := python3 python3-venv default-jre-headless poppler-utils qpdf chromium-headless-shell fonts-liberation fonts-dejavu-core

.PHONY: review test deps test-deps lint layers unit publication-tests oracle-tests record clean

review: deps
	$(SWIFT) build --configuration release --product katsaus
	.build/release/katsaus build --pdf
	@echo
	@echo "The review is ready. Open $(CURDIR)/Output/site/index.html"

test: deps test-deps lint layers unit publication-tests oracle-tests

deps:
	@$(call install,$(LIBRARIES))

test-deps:
	@$(call install,$(TEST_PROGRAMS))
	@test -x .venv/bin/python || python3 -m venv .venv
	@cmp -s Tests/Browser/requirements.txt .venv/requirements.txt \
	  || { .venv/bin/pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt \
	  && cp Tests/Browser/requirements.txt .venv/requirements.txt; }

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

# A target sees what the manifest names and nothing else.
layers:
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

unit:
	$(SWIFT) test --parallel

# The sample publication, as make review builds it, and the gallery of charts, in the hands of real programs.
publication-tests: review
	.venv/bin/python -m pytest --quiet Tests/Publication
	.venv/bin/python -m pytest --quiet Tests/Browser

# The disclosure audit beside an independent judge of it.
oracle-tests: review
	.venv/bin/python -m pytest --quiet Tests/Oracle

# Writes the golden publication anew; read the difference before it is committed.
record:
	KATSAUS_RECORD=1 $(SWIFT) test --filter GoldenTests

clean:
	rm -rf .build .venv Output/site

# Installs the Debian packages that are not there yet, if any.
define install
missing=""; for package in $(1); do \
  dpkg-query --show --showformat '$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing:$$missing"; \
  $(SUDO) apt-get update --quiet --quiet && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends $$missing >/dev/null; \
fi
endef
