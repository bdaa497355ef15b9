#!/usr/bin/env bash
# QGIS itself, without a screen, as the judge of what is made for it: the styled GeoPackage, the project of the store with a sede added by its form,
# the project of the service over OGC API - Features. Not in tests/run.sh: python3-qgis takes minutes to install. Pictures and what was said of each
# layer are left in artifacts/qgis.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly out="$PWD/artifacts/qgis" python=/usr/bin/python3 port=${PORT:-5398}
# As the tests build it, else as the first command of the README does.
built=src/CentriFamiglia.Coverage.Service/bin/Release/net10.0/coverage
[[ -x $built ]] || built=src/CentriFamiglia.Coverage.Service/bin/Debug/net10.0/coverage
readonly coverage=${COVERAGE:-$built}
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$out/run" COVERAGE_STORE="$out/coverage.gpkg"

"$python" -c 'import qgis.core' 2> /dev/null || { echo "QGIS is missing: apt-get install --no-install-recommends python3-qgis qgis-providers" >&2; exit 1; }
[[ -x $coverage ]] || { echo "the program is not built: $coverage" >&2; exit 1; }
rm -rf "$out"
mkdir -p -m 700 "$out/run"

service=
stop() { [[ -z $service ]] || kill "$service" 2> /dev/null || true; }
trap stop EXIT

echo "== styled GeoPackages"
for layer in sedi copertura-ambiti proposte lacune; do "$coverage" export "$layer" -o "$out/$layer.gpkg" 2> /dev/null; done
"$python" tests/qgis/disegna.py "$out/sedi.gpkg,$out/copertura-ambiti.gpkg" "$out/geopackage.png"
"$python" tests/qgis/disegna.py "$out/proposte.gpkg,$out/lacune.gpkg" "$out/lacune.png"

echo "== the project of the store"
"$coverage" qgis -o "$out/archivio.qgz" 2> /dev/null
"$python" tests/qgis/disegna.py "$out/archivio.qgz" "$out/archivio.png"
"$python" tests/qgis/modifica.py "$out/archivio.qgz"
"$coverage" export sedi -o "$out/sedi.csv" 2> /dev/null
grep '^QGIS-1,' "$out/sedi.csv"

echo "== the project of the service"
"$coverage" serve --urls "http://127.0.0.1:$port" 2> "$out/serve.log" &
service=$!
for _ in $(seq 100); do curl -fs "http://127.0.0.1:$port/health/ready" > /dev/null && break || sleep 0.3; done
curl -fs "http://127.0.0.1:$port/qgis/progetto.qgz" -o "$out/servizio.qgz"
"$python" tests/qgis/disegna.py "$out/servizio.qgz" "$out/servizio.png"
echo "== done: $out"
