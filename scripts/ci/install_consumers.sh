#!/usr/bin/env bash
# Install the tools whose reading of our files `make test-consumers` tests.
# Usage: install_consumers.sh NODE_FOLDER. What cannot be installed is said and left out.
set -uo pipefail

debian=(omegat libreoffice-calc gettext default-jdk-headless)
missing=()
[ -e /usr/share/omegat/OmegaT.jar ] || missing+=(omegat)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
command -v msgfmt >/dev/null || missing+=(gettext)
command -v javac >/dev/null || missing+=(default-jdk-headless)
if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    timeout 240 sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' \
      sh "${missing[@]}" >/dev/null || echo "not installed: ${missing[*]}" >&2
  else
    echo "not installed: ${missing[*]} (of: apt-get install ${debian[*]})" >&2
  fi
fi

if command -v npm >/dev/null; then
  timeout 180 npm install --silent --no-audit --no-fund --prefix "$1" \
    textlint@15 textlint-rule-terminology@5 cspell@9 >/dev/null || echo "not installed: npm packages" >&2
else
  echo "not installed: textlint, cspell (npm is missing)" >&2
fi
