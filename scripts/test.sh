#!/usr/bin/env bash
# Passes the tests: style, types, import contracts, shell scripts, Dockerfiles, and the suite with branch coverage.
#
#   scripts/test.sh              everything
#   scripts/test.sh ARGUMENT...  only pytest, with these arguments
#
# Tests of the containers run where a Docker engine answers. REQUIRE_DOCKER=1 makes its absence a failure.
set -euo pipefail

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
LEAST_COVERAGE=95

cd "$ROOT"
sync_environment --dev
PATH=$ROOT/.venv/bin:$PATH:$(dirname "$UV")
export PATH

if [ $# -gt 0 ]; then
  exec pytest "$@"
fi

failed=()
check() { # NAME COMMAND...
  note "== $1"
  shift
  "$@" || failed+=("$*")
}

check "ruff check" ruff check .
check "ruff format" ruff format --check .
check "mypy, strict" mypy
check "import contracts" lint-imports
check "shellcheck" shellcheck --external-sources scripts/*.sh .ci/run docker/*.sh docker/node/npx
check "hadolint" hadolint docker/*dockerfile docker/node/Dockerfile oauth2-demo/config/Dockerfile

if ! docker info >/dev/null 2>&1; then
  if [ "${REQUIRE_DOCKER:-}" = 1 ]; then
    die "No Docker engine answers, and REQUIRE_DOCKER=1 demands one." "Start it, or see: docker info"
  fi
  note "${YELLOW}== No Docker engine answers: the tests of the containers are skipped"
fi
check "tests" pytest --cov --cov-report=term:skip-covered --cov-fail-under="$LEAST_COVERAGE"

if [ ${#failed[@]} -gt 0 ]; then
  note "${RED}failed:"
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
note "${GREEN}everything passed"
