#!/usr/bin/env bash
# Runs the main job once, without Docker: the OAuth2 server, a token, a protected call, MCP tools over stdio.
# Everything it makes lies in a temporary folder, and nothing keeps running. Exit code 0: every step worked.
set -euo pipefail

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

sync_environment --no-dev --inexact
exec "$PYTHON" "$ROOT/scripts/demo.py" "$@"
