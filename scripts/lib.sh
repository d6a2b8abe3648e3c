# shellcheck shell=bash
# Shared by the scripts, which source it: messages, and uv where it is missing.
#
# shellcheck disable=SC2034 # what is set here is used by the scripts that source this file

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
UV_VERSION=0.13.8
UV_LEAST="0.9"
TOOLS=$ROOT/.tools

BOLD='' RED='' GREEN='' YELLOW='' PLAIN=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
  BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' YELLOW=$'\e[33m' PLAIN=$'\e[0m'
fi

note() { printf '%s%s%s\n' "$BOLD" "$*" "$PLAIN"; }

# Ends the script: what is wrong, and what to do next.
die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Prints a Python that is new enough, whatever it is called here.
find_python() {
  local name
  for name in python3 python python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  die "Python 3.11 or later is needed, and none was found." "Install it (Debian: apt install python3 python3-venv) and run this again."
}

# Whether the uv named can read this project's lock file.
uv_is_usable() {
  local version
  version=$("$1" --version 2>/dev/null | cut -d' ' -f2) || return 1
  [ -n "$version" ] && [ "$(printf '%s\n' "$UV_LEAST" "$version" | sort -V | head -n 1)" = "$UV_LEAST" ]
}

# uv from PyPI into a folder of this checkout; nothing outside it changes.
install_uv() {
  local python
  python=$(find_python)
  note "getting uv $UV_VERSION into .tools/" >&2
  rm -rf "$TOOLS"
  mkdir -p "$TOOLS"
  # Debian's python3 comes without ensurepip; where it has pip at least, that can install into a folder.
  if "$python" -m venv "$TOOLS/venv" >"$TOOLS/install.log" 2>&1; then
    python=$TOOLS/venv/bin/python
  elif ! "$python" -m pip --version >/dev/null 2>&1; then
    die "uv is missing, and this Python can make no virtual environment to put it in." \
      "Debian and Ubuntu: apt install python3-venv. Or install uv yourself: https://docs.astral.sh/uv"
  fi
  if ! "$python" -m pip install --quiet --disable-pip-version-check --target "$TOOLS/uv" "uv==$UV_VERSION" >>"$TOOLS/install.log" 2>&1; then
    tail -n 5 "$TOOLS/install.log" >&2
    die "uv could not be installed from PyPI (above: the end of $TOOLS/install.log)." \
      "Check the network or your proxy settings, and run this again."
  fi
}

# Sets UV to a usable uv: the one on the path, or one that is fetched once.
get_uv() {
  UV=$TOOLS/uv/bin/uv
  uv_is_usable "$UV" && return
  if uv_is_usable uv; then
    UV=$(command -v uv)
    return
  fi
  install_uv
}

# Makes .venv as uv.lock says. Arguments: options of uv sync.
sync_environment() {
  get_uv
  # Nothing is fetched but packages: a Python that is new enough is here already.
  UV_PROJECT_ENVIRONMENT=$ROOT/.venv UV_PYTHON_DOWNLOADS=never "$UV" sync --project "$ROOT" --locked --quiet "$@"
  PYTHON=$ROOT/.venv/bin/python
}
