#!/usr/bin/env bash
# Creates the Python environments of the oracles, each from its list of pinned versions, and makes sure that there is
# a Chromium. Does nothing for an environment that was made from the same list before.
#
#   environments.sh [NAME...]      label-studio, aws, browser, signatures, compliance, cards, media (default: all)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venvs=${RUBRICA_VENVS:-$HOME/.cache/rubrica/venvs}
python=${RUBRICA_PYTHON:-python3}
[ $# -gt 0 ] || set -- label-studio aws browser signatures compliance cards media

mkdir -p "$venvs"
for name in "$@"; do
    list=$here/requirements/$name.txt
    [ -f "$list" ] || { echo "environments.sh: no such environment: $name" >&2; exit 2; }
    stamp=$venvs/$name/installed.txt
    if [ -x "$venvs/$name/bin/python" ] && cmp -s "$list" "$stamp"; then
        continue
    fi
    echo "installing $name into $venvs/$name" >&2
    rm -f "$stamp"
    [ -x "$venvs/$name/bin/python" ] || "$python" -m venv --clear "$venvs/$name"
    "$venvs/$name/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$list" >&2
    cp "$list" "$stamp"
done

for name in "$@"; do
    if [ "$name" = browser ] && [ -z "${RUBRICA_CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then
        "$here/../../scripts/install" chromium fonts-noto-color-emoji >&2 || {
            echo "environments.sh: install the package 'chromium', or set RUBRICA_CHROMIUM to a browser" >&2
            exit 1
        }
    fi
done
