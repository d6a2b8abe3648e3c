#!/usr/bin/env bash
# Runs an MCP server by hand over stdio and keeps what it says on stderr.
#
#   scripts/run_mcp_server_with_logging.sh [SERVER.py [ARGUMENT...]]
#
# SERVER.py   default oauth2-demo/core/oauth2_mcp_tools.py
# MCP_LOG     the log, default oauth2-demo/logs/NAME.stderr.log; what is in it stays
#
# stdout carries the protocol and is not touched. The server replaces this script, so the end of input, signals and the
# exit code are its own.
set -euo pipefail

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1:-} in
  -h | --help)
    sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
    ;;
esac

server=${1:-$ROOT/oauth2-demo/core/oauth2_mcp_tools.py}
shift $(($# > 0 ? 1 : 0))
[ -f "$server" ] || die "there is no server at $server" "Give the path of a Python file that serves MCP on stdin and stdout."
log=${MCP_LOG:-$ROOT/oauth2-demo/logs/$(basename "$server" .py).stderr.log}

PYTHON=$ROOT/.venv/bin/python
[ -x "$PYTHON" ] || sync_environment --no-dev --inexact >&2

(umask 077 && printf '%s starting %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$server" >>"$log") ||
  die "the log $log cannot be written" "Where the containers own oauth2-demo/logs, choose another place: MCP_LOG=FILE $0 …"

# Ctrl-C and SIGTERM are for the server; tee ends when the server has said its last word.
exec "$PYTHON" "$server" "$@" 2> >(trap '' INT TERM && exec tee -a "$log" >&2)
