#!/usr/bin/env bash
# Checks the whole running system and ends with a verdict.
#
# Exit code 0: everything works; 1: something does not, and the lines marked FAIL say what to do; 2: it cannot be told,
# because no Docker engine answers or curl is missing. Every wait is bounded: the longest run takes about two minutes.
set -euo pipefail

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

PYTHON_SERVER=mcp-python-server-docker
OAUTH2_SERVER=mcp-oauth2-web-server
NODE_SERVER=mcp-node-server-docker
LOG=$ROOT/oauth2-demo/logs/security_audit.log
STATE=/workspace/oauth2-demo
WAIT_S=20
HTTP_WAIT_S=5
INITIALIZE='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"health-check","version":"1"}}}'
INITIALIZED='{"jsonrpc":"2.0","method":"notifications/initialized"}'
LIST_TOOLS='{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{}}'

checks=0
failures=0

ok() {
  checks=$((checks + 1))
  printf '  %sok%s    %s\n' "$GREEN" "$PLAIN" "$1"
}

fail() { # WHAT NEXT-STEP
  checks=$((checks + 1))
  failures=$((failures + 1))
  printf '  %sFAIL%s  %s\n        -> %s\n' "$RED" "$PLAIN" "$1" "$2"
}

cannot_tell() {
  printf '%sCannot tell:%s %s\n' "$YELLOW" "$PLAIN" "$*" >&2
  exit 2
}

# Where a container's port is published: in .env or in the shell of whoever brought it up, it may be another one.
published() { # CONTAINER PORT
  local at
  at=$(timeout "$WAIT_S" docker port "$1" "$2/tcp" 2>/dev/null) || at=''
  at=${at%%$'\n'*}
  at=${at##*:}
  printf 'http://localhost:%s' "${at:-$2}"
}

# What the running OAuth2 server was told, for the same reason.
setting() { # NAME DEFAULT
  local value
  value=$(timeout "$WAIT_S" docker exec "$OAUTH2_SERVER" printenv "OAUTH2_DEMO_$1" 2>/dev/null) || value=''
  printf '%s' "${value:-$2}"
}

# In production it lies in a file that only the containers' user may read.
client_secret() {
  local file
  file=$(setting CLIENT_SECRET_FILE '')
  if [ -n "$file" ]; then
    timeout "$WAIT_S" docker exec "$OAUTH2_SERVER" cat "$file" 2>/dev/null || true
  else
    setting CLIENT_SECRET secret
  fi
}

check_container() { # NAME SERVICE
  local state
  state=$(docker inspect --format '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' "$1" 2>/dev/null) || state="not there"
  case $state in
    "running healthy") ok "container $1 is healthy" ;;
    "not there") fail "container $1 is not there" "docker compose up -d --build --wait $2" ;;
    "running starting") fail "container $1 is still starting" "wait a few seconds and run this again" ;;
    *) fail "container $1 is ${state% }" "docker compose logs $2, then: docker compose up -d --wait $2" ;;
  esac
}

status_of() { curl --silent --output /dev/null --write-out '%{http_code}' --max-time "$HTTP_WAIT_S" "$@" || true; }

# Its own status: whether there was an answer at all.
expect_status() { # WHAT STATUS NEXT-STEP CURL-ARGUMENT...
  local what=$1 wanted=$2 next=$3 got
  shift 3
  got=$(status_of "$@")
  if [ "$got" = "$wanted" ]; then
    ok "$what ($got)"
  else
    fail "$what: answered ${got/000/not at all}, not $wanted" "$next"
    [ "$got" != 000 ]
  fi
}

# The secret and the token are given on standard input: an argument would stand in the process list.
ask_for_token() { # CURL-ARGUMENT...
  printf '%s' "$SECRET" |
    curl --silent --max-time "$HTTP_WAIT_S" --data grant_type=client_credentials --data scope=mcp.access \
      --data-urlencode "client_id=$CLIENT" --data-urlencode client_secret@- "$@" "$URL/oauth2/token" |
    sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p'
}

check_oauth2() {
  local token got
  # Where there is no answer at all, the other requests would only wait.
  expect_status "the OAuth2 server is ready" 200 "docker compose logs oauth2-web-server" "$URL/health/ready" || return 0
  expect_status "its metadata is published" 200 "docker compose logs oauth2-web-server" \
    "$URL/.well-known/oauth-authorization-server" || true
  token=$(ask_for_token) || token=''
  if [ -z "$token" ]; then
    fail "no token was issued to $CLIENT" "check OAUTH2_DEMO_CLIENT_ID and its secret; docker compose logs oauth2-web-server"
  else
    ok "a token was issued"
    got=$(printf 'header = "Authorization: Bearer %s"\n' "$token" | status_of --config - "$URL/hello")
    if [ "$got" = 200 ]; then
      ok "the protected resource takes it ($got)"
    else
      fail "the protected resource answered $got to a fresh token" "does OAUTH2_DEMO_ISSUER match? docker compose logs oauth2-web-server"
    fi
  fi
  expect_status "without a token it refuses" 401 "stop using this server until you know why" "$URL/hello" || true
}

check_endpoints() {
  local path token got
  expect_status "the MCP endpoints are ready" 200 "docker compose logs mcp-server" "$MCP_URL/health/ready" || return 0
  for path in /mcp /oauth2/mcp /security/mcp /weather/mcp; do
    expect_status "without a token $path refuses" 401 "is its server in OAUTH2_DEMO_MCP_SERVERS? docker compose logs mcp-server" \
      --data '{}' "$MCP_URL$path" || true
  done
  token=$(ask_for_token --data-urlencode "resource=$MCP_RESOURCE") || token=''
  if [ -z "$token" ]; then
    fail "no token was issued for $MCP_RESOURCE" "both Python services need the same OAUTH2_DEMO_MCP_RESOURCE_URL"
    return
  fi
  got=$(printf 'header = "Authorization: Bearer %s"\n' "$token" |
    status_of --config - --header "Content-Type: application/json" --header "Accept: application/json, text/event-stream" \
      --data "$INITIALIZE" "$MCP_URL/mcp")
  if [ "$got" = 200 ]; then
    ok "with one for it /mcp introduces itself ($got)"
  else
    fail "/mcp answered $got to a fresh token for it" "docker compose logs mcp-server says why"
  fi
}

# One session as a client has it: introduction, list of tools, end of input.
check_tools() { # NAME CONTAINER COMMAND...
  local name=$1 answer='' tools='' to from
  shift
  coproc SESSION { timeout --kill-after=2 "$((WAIT_S * 2))" docker exec -i "$@" 2>/dev/null; }
  to=${SESSION[1]} from=${SESSION[0]}
  local pid=$SESSION_PID
  # A server that is gone closes the pipe; that is a failed check, not the end of this script.
  if printf '%s\n' "$INITIALIZE" >&"$to" && IFS= read -r -t "$WAIT_S" answer <&"$from" &&
    printf '%s\n%s\n' "$INITIALIZED" "$LIST_TOOLS" >&"$to"; then
    IFS= read -r -t "$WAIT_S" tools <&"$from" || true
  fi 2>/dev/null
  exec {to}>&-
  wait "$pid" 2>/dev/null || true
  case $answer:$tools in
    *'"serverInfo"'*:*'"tools":[{'*) ok "$name answers and lists its tools" ;;
    *'"serverInfo"'*) fail "$name answers, but lists no tools" "docker exec -i $* (type nothing, look at its messages)" ;;
    *) fail "$name does not answer" "docker exec -i $* (type nothing, look at its messages)" ;;
  esac
}

check_audit_log() {
  if [ ! -r "$LOG" ]; then
    fail "the audit log $LOG cannot be read here" "ls -ld oauth2-demo/logs: your group must own it; docker compose up -d gives it to you"
  elif [ ! -s "$LOG" ]; then
    fail "the audit log is empty, although a token was just asked for" "docker compose logs oauth2-web-server"
  else
    ok "the audit log can be read here ($(wc -l <"$LOG") records)"
  fi
  # The engine's own failures end with 1 as well, and must not be taken for tampering.
  local verdict=0
  docker exec "$PYTHON_SERVER" true 2>/dev/null || verdict=2
  [ "$verdict" != 0 ] || docker exec "$PYTHON_SERVER" timeout 60 mcp-docker audit verify >/dev/null 2>&1 || verdict=$?
  case $verdict in
    0) ok "the audit log is intact" ;;
    1) fail "the audit log was tampered with" "keep the files; docker exec $PYTHON_SERVER mcp-docker audit verify says where" ;;
    3) fail "the last line of the audit log is torn" "the next record repairs it; run this again" ;;
    *) fail "the audit log cannot be verified" "docker exec $PYTHON_SERVER mcp-docker audit verify says why" ;;
  esac
}

check_consents() {
  local listed
  if listed=$(docker exec "$PYTHON_SERVER" timeout 30 mcp-docker consent list 2>/dev/null); then
    ok "consents can be read ($(grep --count ' until ' <<<"$listed" || true) in force)"
  else
    fail "consents cannot be read" "docker exec $PYTHON_SERVER mcp-docker consent list says why"
  fi
}

check_key_files() {
  local wide
  if ! wide=$(docker exec "$PYTHON_SERVER" find "$STATE/keys" \
    \( -type f ! -name .gitkeep -perm /0177 \) -o \( -type d -perm /0022 \) 2>/dev/null); then
    fail "the key files cannot be looked at" "docker compose up -d --wait mcp-server"
  elif [ -n "$wide" ]; then
    fail "others can reach keys: $(tr '\n' ' ' <<<"$wide")" "docker exec $PYTHON_SERVER chmod go-rwx $STATE/keys/FILE, and consider new keys"
  else
    ok "key files are for the servers alone"
  fi
}

check_hardening() { # CONTAINER
  local uid
  uid=$(docker exec "$1" id -u 2>/dev/null) || uid=unknown
  case $uid in
    unknown) fail "nothing can be run in $1" "docker compose up -d --wait" ;;
    0) fail "$1 runs as root" "docker compose up -d --force-recreate, without a user of your own in the Compose files" ;;
    *) ok "$1 runs as user $uid" ;;
  esac
}

command -v curl >/dev/null || cannot_tell "curl is missing; install it (Debian: apt install curl)"
timeout "$WAIT_S" docker info >/dev/null 2>&1 ||
  cannot_tell "no Docker engine answers. Start it, or see why with: docker info"
trap '' PIPE

URL=$(published "$OAUTH2_SERVER" 8081)
MCP_URL=$(published "$PYTHON_SERVER" 8080)
MCP_RESOURCE=${OAUTH2_DEMO_MCP_RESOURCE_URL:-$(setting MCP_RESOURCE_URL "$MCP_URL/mcp")}
CLIENT=$(setting CLIENT_ID mcp-client)
SECRET=$(client_secret)

note "Containers"
check_container "$PYTHON_SERVER" mcp-server
check_container "$OAUTH2_SERVER" oauth2-web-server
check_container "$NODE_SERVER" mcp-node-server
for container in "$PYTHON_SERVER" "$OAUTH2_SERVER" "$NODE_SERVER"; do check_hardening "$container"; done
note "OAuth2 server at $URL"
check_oauth2
note "MCP endpoints at $MCP_URL"
check_endpoints
note "Tool servers, through docker exec"
check_tools "weather example" "$PYTHON_SERVER" uv run /workspace/custom_mcp_server.py
check_tools "OAuth2 MCP tools" "$PYTHON_SERVER" uv run "$STATE/core/oauth2_mcp_tools.py"
check_tools "security MCP tools" "$PYTHON_SERVER" uv run "$STATE/security/secure_mcp_tools.py"
check_tools "Context7" "$NODE_SERVER" npx -y @upstash/context7-mcp@latest
check_tools "sequential-thinking" "$NODE_SERVER" npx -y @modelcontextprotocol/server-sequential-thinking
note "Consent, keys and audit log"
check_consents
check_audit_log
check_key_files

if [ "$failures" -gt 0 ]; then
  printf '\n%sNot healthy: %s of %s checks failed.%s The first one is often the cause of the others.\n' "$RED" "$failures" "$checks" "$PLAIN"
  exit 1
fi
printf '\n%sHealthy: all %s checks passed.%s\n' "$GREEN" "$checks" "$PLAIN"
