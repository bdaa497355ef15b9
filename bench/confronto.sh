#!/usr/bin/env bash
# Two builds of the program asked the same: every verb, every value of every option that lists its values, every layer in every format,
# every address of the API. One line per answer, "same" or "DIFFERENT"; ends with 1 when something differs that is not expected.
#
#   bench/confronto.sh OLD NEW [PATTERN]      two "coverage" executables; only the answers whose name matches PATTERN (a regular expression)
#   SORGENTI=FOLDER bench/confronto.sh ...    also "geodata build" of that folder
#   KEEP=FOLDER bench/confronto.sh ...        leaves both builds' answers there
#
# Rows and features are compared to the byte; meta without durations and times of day; XLSX and GeoPackage by their contents; two errors are
# the same when code and words are. Verbs, values, layers and addresses come from the programs themselves (--help, openapi), so a new one is
# asked too. Expected differences: confronto.expected beside this file, one a line: regular expression on the answer's name, tab, reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(dirname "$here")
expected="$here/confronto.expected"
old=$(realpath "$1") new=$(realpath "$2") pattern=${3:-.}
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work/old" "$work/new"
work=$(realpath "$work")
same=0 different=0 foreseen=0 services=()
export COVERAGE_STORE=store.gpkg DOTNET_CLI_TELEMETRY_OPTOUT=1
unset COVERAGE_ROADS

cleanup() {
  ((${#services[@]} == 0)) || kill "${services[@]}" 2> /dev/null || true
  [[ -n ${KEEP:-} ]] || rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Places, ports and times of day are those of the run, not of the answer. The line of provenance below a table is told from meta, which is
# compared on its own: a build without it gives the same answer.
plain() {
  sed -E -e '/^Versione dei dati [0-9a-f]{12} · /d' -e "s#$work/(old|new)#WORK#g; s#$(dirname "$old")|$(dirname "$new")#PROGRAM#g" \
    -e 's#127\.0\.0\.1:[0-9]+#ADDRESS#g; s#[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z#TIME#g' \
    -e 's#"(durat[ae]_ms)": ?(\{[^}]*\}|[0-9.]+)#"\1":0#g; s#("seconds": ?)[0-9.]+#\10#g; s#^ +[0-9]+[.,][0-9]+ s  #N s  #; s#^(secondi: )[0-9.,]+$#\1N#' \
    -e 's#(>(durate_ms\.[a-z]+|certificate\.seconds)</t></is></c><c [^>]*><is><t[^>]*>|<v>)[0-9.]+(</t>)#\10\3#g' "$1"
}

xlsx_text() { unzip -Z1 "$1" | grep -v '^docProps/' | LC_ALL=C sort | while read -r part; do printf '%s\n' "$part"; unzip -p "$1" "${part//[/\\[}"; done | plain /dev/stdin; }

differs() {
  local a=$1 b=$2
  ! cmp -s "$a" "$b" || return 0
  case $a in
    *.xlsx) cmp <(xlsx_text "$a") <(xlsx_text "$b") 2>&1 ;;
    *.gpkg) diff <(sqlite3 "$a" .dump | plain /dev/stdin) <(sqlite3 "$b" .dump | plain /dev/stdin) | head -n 4 | cut -c 1-200 | { ! grep .; } ;;
    *)
      plain "$a" > "$work/a" && plain "$b" > "$work/b"
      ! cmp -s "$work/a" "$work/b" || return 0
      if [[ $(head -c 1 "$work/a") == '{' && $(head -c 1 "$work/b") == '{' ]]; then
        node "$here/confronto.mjs" "$work/a" "$work/b"
      else
        diff "$work/a" "$work/b" | head -n 4 | cut -c 1-200 | { ! grep .; }
      fi
      ;;
  esac
}

# told NAME FILE...: compares these files of both builds; a file that neither has is no difference.
told() {
  local name=$1 file said='' code=0 reason
  shift
  compgen -G "$work/*/$1" > /dev/null || return 0 # not asked
  for file in "$@"; do
    [[ -e $work/old/$file || -e $work/new/$file ]] || continue
    if [[ ! -e $work/old/$file || ! -e $work/new/$file ]]; then
      said+="$file is there only once" code=1
    else
      said+=$(differs "$work/old/$file" "$work/new/$file") || code=$(($? == 3 && (code == 0 || code == 3) ? 3 : 1))
    fi
  done
  if ((code == 0)); then
    same=$((same + 1))
    printf 'same       %s\n' "$name"
    return 0
  fi
  ((code != 3)) || name="meta: $name"
  reason=$(while IFS=$'\t' read -r regex why; do
    [[ -z $regex || $regex == '#'* || ! $name =~ $regex ]] || { printf '%s' "${why:-expected}"; break; }
  done < <(cat "$expected" 2> /dev/null || true))
  if [[ -n $reason ]]; then foreseen=$((foreseen + 1)); else different=$((different + 1)); fi
  printf 'DIFFERENT  %s%s\n           %s\n' "$name" "${reason:+ (expected: $reason)}" "${said//$'\n'/$'\n'           }"
}

number=0
# asked [-o EXTENSION] ARGUMENT...: one command line of both builds, each in its own folder.
asked() {
  local extension='' build output=()
  [[ $1 != -o ]] || { extension=$2; shift 2; }
  [[ "$*${extension:+ .$extension}" =~ $pattern ]] || return 0
  number=$((number + 1))
  [[ -z $extension ]] || output=(-o "$number.$extension")
  for build in old new; do
    (cd "$work/$build" && { "${!build}" "$@" "${output[@]}" < /dev/null > "$number.out" 2> "$number.err"; echo $? > "$number.code"; }) || true
  done
  told "$*${extension:+ .$extension}" "$number.code" "$number.out" "$number.err" ${extension:+"$number.$extension"}
}

# The options of a verb that list their values, as lines "--option value value ...".
choices() { "$new" "$@" --help | sed -nE 's/^ +(--[a-z0-9-]+) .*Valori: ([^.(]*).*/\1 \2/p' | tr -d ','; }

# Every value alone, and every pair of a goal or measure with a level.
every_value() {
  local option values first='' firsts=() value
  while read -r option values; do
    for value in $values; do asked "$@" "$option" "$value" --format json; done
    case $option in
      --goal | --measure) first=$option; read -ra firsts <<< "$values" ;;
      --level | --by) for value in "${firsts[@]}"; do for level in $values; do asked "$@" "$first" "$value" "$option" "$level" --format json; done; done ;;
    esac
  done < <(choices "$@" | sort -t ' ' -k 1,1r | sed -E '/^--(goal|measure) /{p;d}' | awk '/^--(goal|measure) /{print; next} {rest = rest $0 "\n"} END {printf "%s", rest}')
}

make_own_files() {
  local folder
  for folder in "$work/old" "$work/new"; do
    cd "$folder"
    "$old" export comuni -o comuni.json --store own.gpkg > /dev/null 2>&1
    # Straight roads from every comune's seat to the three nearest: a made-up network of the region.
    node -e 'const rows = JSON.parse(require("fs").readFileSync("comuni.json")).rows ?? JSON.parse(require("fs").readFileSync("comuni.json")).features.map(f => f.properties);
      const seats = rows.filter(r => r.sede_lon != null).map((r, i) => ({ id: i + 1, lon: r.sede_lon, lat: r.sede_lat }));
      console.log("<osm version=\"0.6\">" + seats.map(s => `<node id="${s.id}" lat="${s.lat}" lon="${s.lon}"/>`).join("\n"));
      let way = 1;
      for (const a of seats) for (const b of seats.filter(s => s !== a).map(s => [Math.hypot((s.lon - a.lon) * 0.7, s.lat - a.lat), s]).sort((x, y) => x[0] - y[0]).slice(0, 3))
        console.log(`<way id="${way++}"><nd ref="${a.id}"/><nd ref="${b[1].id}"/><tag k="highway" v="secondary"/><tag k="name" v="Via ${way}"/></way>`);
      console.log("</osm>");' > region.osm
    rm -f comuni.json own.gpkg
    printf 'demand,site,cost\nA,X,10\nA,Y,25\nA,Z,40\nB,X,30\nB,Y,5\nB,Z,20\nC,X,50\nC,Y,15\nC,Z,15\nD,Z,7.5\n' > costs.csv
    printf 'demand,weight,income\nA,100,900\nB,50,1500\nC,75,2100\nD,20,1200\n' > demand.csv
    printf 'site,supply\nX,3\nY,1\nZ,2\n' > supply.csv
    printf 'site\nX\n' > fixed.csv
    printf '4 5 2\n1 2 3\n2 3 4\n3 4 5\n4 1 6\n1 3 9\n' > orlib.txt
    printf 'id,lon,lat\na,9.19,45.464\nb,9.67,45.695\n' > from.csv
    printf 'id,pro_com_t\nc,097042\nd,016024\n' > to.csv
    cp -r "$repository/docs/modelli" modelli
    mkdir -p brutti && find "$repository/tests" -path '*/brutti/*' -type f -not -path '*/bin/*' -exec cp {} brutti/ \;
  done
  cd "$work"
}

ask_the_terminal() {
  local verb layer layers extension extensions problem measure file
  asked check --format json # fills both stores
  for verb in $("$new" --help | sed -n '/^Verbi:/,/^$/p' | sed -nE 's/^  ([a-z-]+) .*/\1/p'); do
    asked "$verb" --help
    case $verb in serve | import | export | matrix | migrate | roads | isochrones | locate | access | geodata) continue ;; esac
    for extension in table csv geojson; do asked "$verb" --format "$extension"; done
    every_value "$verb"
    asked "$verb" --ats Pavia --format json
    asked "$verb" --sedi note --format json
    asked "$verb" --rules dgr-4431-2025 --format json
  done
  layers=$("$new" export --help | sed -nE 's/^  STRATO +Uno di: (.*)\.$/\1/p' | tr -d ',')
  extensions=$("$new" export --help | sed -nE 's/^ +-o.*\((\.[^)]*)\).*/\1/p' | tr -d ',.')
  for layer in $layers; do for extension in $extensions; do asked -o "$extension" export "$layer"; done; done
  for file in modelli $(cd "$work/new" && ls modelli/*.csv brutti/*); do
    asked import "$file" --dry-run --format json
    asked import "$file" --dry-run --accept-valid --replace --format csv
  done
  for problem in $("$new" locate --help | sed -nE 's/^ +--problem [A-Z]+ +(.*)\.$/\1/p' | sed 's/ oppure/,/' | tr -d ','); do
    for file in "--costs costs.csv --weights demand.csv" "--costs costs.csv --fixed fixed.csv" "--orlib orlib.txt"; do
      # shellcheck disable=SC2086 # options and their values
      asked locate --problem "$problem" $file -p 2 --limit 20 --format json
      # shellcheck disable=SC2086
      asked locate --problem "$problem" $file -p 2 --format json
      # shellcheck disable=SC2086
      asked locate --problem "$problem" $file --limit 20 --format json
    done
  done
  for measure in $("$new" access --measure '?' 2>&1 | sed -nE 's/^Rimedio: [^:]*: (.*)\.$/\1/p' | tr -d ','); do
    for extension in csv json; do
      asked access --costs costs.csv --demand demand.csv --supply supply.csv --measure "$measure" --limit 25 --format "$extension"
      asked access --costs costs.csv --demand demand.csv --supply supply.csv --measure "$measure" --decay exp:0.05 --format "$extension"
    done
  done
  [[ -z ${SORGENTI:-} ]] || { asked geodata build "$SORGENTI" -o geodata-fatta; (cd "$work/new" && find geodata-fatta -type f) | sort | while read -r file; do told "$file" "$file"; done; }
  asked matrix --from from.csv --to to.csv --format json
  asked matrix --from from.csv --to from.csv -o matrix.csv --format csv
  told "matrix.csv" matrix.csv
}

ask_the_roads() {
  local profile
  for profile in car foot; do
    asked roads profile "$profile"
    asked roads build region.osm --profile "$profile" -o "$profile.roads"
    told "$profile.roads" "$profile.roads"
    asked roads info "$profile.roads" --format json
    asked matrix --from from.csv --to to.csv --roads "$profile.roads" --format json
  done
  asked roads check --roads car.roads --format json
  asked isochrones --roads car.roads --format geojson
  asked isochrones --roads car.roads --edges si --minutes 15 --site BG01-H --format geojson
  asked isochrones --roads car.roads --ats Pavia --minutes 20 --format json
  for verb in gaps measures catchments suggest compare; do asked "$verb" --roads car.roads --travel rete --format json; done
}

served() {
  local build port=$1 address=$2 file=$3
  for build in old new; do
    curl -s -o "$work/$build/$file.out" -w '%{http_code} %{content_type}\n' "http://127.0.0.1:$port$address" > "$work/$build/$file.code" || true
    port=$((port + 1))
  done
}

ask_the_service() {
  local port=$((20000 + RANDOM % 20000)) build address n=0 own=$((number + 1000000))
  for build in old new; do
    (cd "$work/$build" && exec "${!build}" serve --urls "http://127.0.0.1:$port" --roads car.roads > serve.log 2>&1) &
    services+=($!)
    for n in {1..120}; do curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
    port=$((port + 1))
  done
  port=$((port - 2))
  served "$port" /openapi/v1.json openapi
  told "/openapi/v1.json" openapi.code openapi.out
  while read -r address; do
    [[ $address =~ $pattern ]] || continue
    own=$((own + 1))
    served "$port" "$address" "$own"
    told "$address" "$own.code" "$own.out"
  done < <(node -e 'const seen = new Set();
    for (const file of process.argv.slice(1)) for (const [path, item] of Object.entries(JSON.parse(require("fs").readFileSync(file)).paths)) {
      if (path.includes("{") || !item.get) continue;
      seen.add(path);
      for (const p of item.get.parameters ?? []) for (const value of p.schema?.enum ?? []) seen.add(`${path}?${p.name}=${value}`);
      if (item.get.parameters?.some(p => p.name === "ats")) seen.add(`${path}?ats=Pavia`);
    }
    console.log([...seen].join("\n"));' "$work/old/openapi.out" "$work/new/openapi.out")
}

make_own_files
ask_the_terminal
ask_the_roads
ask_the_service
# What an import leaves, last: it changes both stores.
asked import modelli --accept-valid --format json
for verb in check gaps findings; do asked "$verb" --sedi mie --format json; done
printf '%d same, %d different, %d different as expected\n' "$same" "$different" "$foreseen"
((different == 0 && same + foreseen > 0))
