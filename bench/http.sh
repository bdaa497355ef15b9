#!/usr/bin/env bash
# Quanto risponde il servizio, accanto a un file degli stessi byte servito dallo stesso programma; l'avvio; la memoria.
#   dotnet publish src/CentriFamiglia.Coverage.Service -c Release -o CARTELLA
#   bench/http.sh CARTELLA            vuole wrk e curl
set -euo pipefail
program=$1/coverage
port=${2:-5190}
base=http://127.0.0.1:$port
seconds=${3:-5}
work=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work" "$1/wwwroot/bench"' EXIT
pid=

start() {
  "$program" serve --store "$work/prova.gpkg" --urls "$base" 2>>"$work/serve.log" &
  pid=$!
  until curl -sf "$base/$1" -o /dev/null; do sleep 0.02; done
}
stop() { kill "$pid"; wait "$pid" 2>/dev/null || true; }
rss() { awk '/VmRSS/{printf "%d MB", $2 / 1024}' "/proc/$pid/status"; }
rate() { wrk -t1 -c16 -d"${seconds}s" "$base/$1" | awk '/Requests\/sec/{print $2}'; }

mkdir -p "$1/wwwroot/bench"
[ -f "$1/wwwroot/index.html" ] || echo '<!doctype html>' > "$1/wwwroot/index.html"
start health/ready # crea l'archivio
stop

for _ in 1 2 3; do
  from=$(date +%s%N)
  start api/v1/coverage
  echo "avvio fino alla prima risposta: $(( ($(date +%s%N) - from) / 1000000 )) ms"
  stop
done

start health/ready
echo "memoria appena pronto: $(rss)"
for question in 'gaps?by=comune' 'coverage'; do
  file=bench/${question%%\?*}.json
  curl -s "$base/api/v1/$question" -o "$1/wwwroot/$file"
  static=$(rate "$file")
  answer=$(rate "api/v1/$question")
  echo "$question: file $static al secondo, risposta $answer, rapporto $(echo "scale=2; $answer / $static" | bc -l)"
done

questions=('coverage?level=all' 'coverage?level=ats&f=geojson' 'gaps?by=comune' 'gaps?by=ambito&f=csv' sites networks budget info findings assetto dotazioni
  'measures?measure=nearest' catchments fragility 'suggestions?ats=Brescia' rimodulazione)
for part in 1 2 3 4; do
  for i in $(seq 1 2500); do
    question=${questions[$((i % ${#questions[@]}))]}
    [ $((i % 25)) -eq 0 ] && question="gaps?by=ambito&limit=$((i / 25 + 5 + part * 100))"
    printf 'url = "%s/api/v1/%s"\noutput = /dev/null\n' "$base" "$question"
  done > "$work/domande"
  curl -s --compressed -K "$work/domande"
  echo "memoria dopo $((part * 2500)) richieste diverse: $(rss)"
done

asked=()
for i in $(seq 1 50); do
  curl -s --retry 60 --retry-all-errors "$base/api/v1/suggestions?goal=cover&spokes=20&reach=$((30 + i))" -o /dev/null -w '%{http_code}\n' >> "$work/ricerche" &
  asked+=($!)
done
wait "${asked[@]}" || true
echo "memoria dopo 50 ricerche insieme ($(grep -c 200 "$work/ricerche") con risposta): $(rss)"
sleep 5
echo "memoria cinque secondi dopo: $(rss)"
