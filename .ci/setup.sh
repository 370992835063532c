# Sourced by `bitloom` and `test`: finds the .NET SDK and installs what is missing of the Debian packages.
# Messages go to standard error, so that they never mix with results.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() {
  printf '%s\n' "$*" >&2
}

# Sets `dotnet` to a .NET that has an SDK of version 10.
find_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /opt/dotnet/dotnet; do
    if [[ -x "$candidate" ]] && "$candidate" --list-sdks 2>/dev/null | grep -q '^10\.'; then
      dotnet=$candidate
      return 0
    fi
  done
  say "The .NET SDK 10 was not found in the search path, in DOTNET_ROOT or in the usual folders."
  say "Install it: https://dotnet.microsoft.com/download/dotnet/10.0 (Ubuntu: sudo apt-get install -y dotnet-sdk-10.0)"
  exit 3
}

# need_packages REASON PROGRAM=PACKAGE...: installs the packages of the programs that are missing.
need_packages() {
  local reason=$1 pair missing=() log
  shift
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  ((${#missing[@]})) || return 0
  local become=()
  if [[ $EUID -ne 0 ]]; then
    become=(sudo -n)
  fi
  if ! command -v apt-get >/dev/null || ! "${become[@]}" true 2>/dev/null; then
    say "Missing programs ($reason). Install them with: sudo apt-get install -y ${missing[*]}"
    exit 3
  fi
  say "Installing ${missing[*]} ($reason)."
  log=$(mktemp)
  if ! install_packages "${become[@]}" -- "${missing[@]}" >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "That failed. Install them with: sudo apt-get install -y ${missing[*]}"
    exit 3
  fi
  rm -f "$log"
}

# install_packages [PREFIX...] -- PACKAGE...: the package lists are fetched only when they are missing or too old.
install_packages() {
  local become=()
  while [[ $1 != -- ]]; do
    become+=("$1")
    shift
  done
  shift
  local install=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  "${install[@]}" || { "${become[@]}" apt-get update && "${install[@]}"; }
}
