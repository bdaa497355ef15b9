#!/usr/bin/env bash
# Changes the pure parts of the map one place at a time and runs their tests: a change that no test sees is a hole in the net. Ends
# with the share of changes that were seen, and fails under 80 %. The report is left in artifacts/mutazioni-mappa.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly tool=$PWD/bench/mutazioni-mappa
(cd "$tool" && npm install --no-save --no-audit --no-fund --loglevel=error)
cd src/CentriFamiglia.Coverage.Map
npm install --no-save --no-audit --no-fund --loglevel=error
exec nice -n 10 node "$tool/node_modules/@stryker-mutator/core/bin/stryker.js" run "$@" "$tool/stryker.config.mjs"
