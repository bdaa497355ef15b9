#!/usr/bin/env bash
# Builds and tests everything, from a fresh clone. Ends with the ten slowest tests, what was skipped and why, and one line,
# "N passed, N failed, N skipped"; fails when a test failed, when none ran, or, with CI=true, when something that tests need is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly started=$SECONDS
readonly results="$PWD/artifacts/tests"
# As it is used: unoptimised code makes the searches several times slower.
readonly configuration=Release
readonly map=src/CentriFamiglia.Coverage.Map
readonly hours_judge=tests/CentriFamiglia.Coverage.Judges.Tests/Hours
readonly open_judges=tests/CentriFamiglia.Coverage.Service.Tests/OpenData/Judges
readonly api_judges=tests/CentriFamiglia.Coverage.Service.Tests/Http/Judges
readonly road_judge=tests/CentriFamiglia.Coverage.Service.Tests/Servers/Judges
passed=0 failed=0 skipped=0
broken=()

# The slower benchmark cases too, where nobody waits.
[[ ${CI:-} != true ]] || export COVERAGE_BENCHMARKS_ALL=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '== %s (%d s)\n' "$*" $((SECONDS - started)); }

# A step that is not a test: its output is shown only when it fails.
step() {
  local name=$1 log
  shift
  say "$name"
  log=$(mktemp)
  if ! "$@" > "$log" 2>&1; then
    cat "$log"
    broken+=("$name")
  fi
  rm -f "$log"
}

finish() {
  if compgen -G "$results/*.trx" > /dev/null; then
    node tests/summary.mjs "$results" || broken+=("the summary of the slowest and the skipped tests")
  fi
  if ((${#broken[@]} > 0)); then
    printf 'broken: %s\n' "${broken[@]}"
  fi
  # A step that broke is a failure too, so that the last line never reads well when the run did not.
  failed=$((failed + ${#broken[@]}))
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0 && passed > 0))
}

die() {
  printf '%s\n' "$*" >&2
  broken+=("$1")
  finish
  exit 1
}

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

extension_here() { compgen -G "/usr/share/postgresql/*/extension/$1.control" > /dev/null; }

# The distribution's own PostgreSQL decides which package of an extension goes with it.
package_of_extension() { apt-cache search --names-only "^postgresql-[0-9]+-$1\$" | sort -V | tail -n 1 | cut -d ' ' -f 1; }

# PostGIS for the shared store, pgRouting, osm2pgrouting and osmium as judges of the road engine, GDAL as a judge of GeoPackage and
# GeoJSON, cbc as a judge of the solvers, Chromium for the map, nginx as the proxy of an office.
install_packages() {
  local wanted=()
  if [[ -z ${COVERAGE_TEST_POSTGRES:-} ]]; then
    extension_here postgis || wanted+=(postgis-3)
    extension_here pgrouting || wanted+=(pgrouting)
  fi
  command -v osm2pgrouting > /dev/null || wanted+=(osm2pgrouting)
  command -v osmium > /dev/null || wanted+=(osmium-tool)
  command -v ogrinfo > /dev/null || wanted+=(gdal-bin)
  command -v cbc > /dev/null || wanted+=(coinor-cbc)
  command -v chromium > /dev/null || wanted+=(chromium)
  [[ -x /usr/sbin/nginx ]] || wanted+=(nginx-light)
  ((${#wanted[@]} > 0)) || return 0
  if command -v apt-get > /dev/null && as_root true 2> /dev/null; then
    say "installing ${wanted[*]}"
    as_root apt-get update -qq > /dev/null
    local i package
    for i in "${!wanted[@]}"; do
      package=
      case ${wanted[i]} in postgis-3 | pgrouting) package=$(package_of_extension "${wanted[i]}") ;; esac
      wanted[i]=${package:-${wanted[i]}}
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" > /dev/null
    return 0
  fi
  say "missing, and not allowed to install: ${wanted[*]}; their tests are skipped"
  [[ ${CI:-} != true ]] || broken+=("missing: ${wanted[*]}")
}

check_tools() {
  command -v dotnet > /dev/null && dotnet --list-sdks | grep -q '^10\.' || die "the .NET 10 SDK is missing (https://dotnet.microsoft.com/download)"
  if [[ -f $map/package.json ]]; then
    command -v node > /dev/null || die "Node 20.19 or later is missing (https://nodejs.org)"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
      || die "Node $(node --version) is too old: 20.19 or later is needed"
  fi
}

in_map() { (cd "$map" && "$@"); }

check_map() {
  [[ -f $map/package.json ]] || return 0
  # Not npm ci: it refuses a lock file that lacks the optional packages of other systems. The lock still pins what is installed.
  step "map: packages" in_map npm install --no-save --no-audit --no-fund
  step "map: types" in_map npx --no-install tsc --noEmit
  step "map: style" in_map npx --no-install biome ci .
  say "map: tests"
  local report="$results/map.json" counts
  in_map npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$report" > "$results/map.log" 2>&1 \
    || tail -n 60 "$results/map.log"
  if [[ ! -f $report ]]; then
    broken+=("map: no tests ran")
    return 0
  fi
  # A file that does not load has no failed test of its own.
  counts=$(node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const unloaded = r.testResults.filter(f => f.status === "failed" && f.assertionResults.length === 0).length;
    console.log(r.numPassedTests, r.numFailedTests + unloaded, r.numPendingTests + r.numTodoTests)' "$report")
  # shellcheck disable=SC2086 # three numbers, three arguments
  add_counts $counts
}

# opening_hours.js, the judge of opening hours; hyparquet and jsonld.js, those of files and records of open data.
install_npm_judges() {
  command -v npm > /dev/null || { say "npm is missing: the judges from npm are skipped"; return 0; }
  step "judge of opening hours: package" npm ci --prefix "$hours_judge" --no-audit --no-fund
  step "judges of open data: packages" npm ci --prefix "$open_judges" --no-audit --no-fund
  step "judges of the API document: packages" npm ci --prefix "$api_judges" --no-audit --no-fund
  step "judge of the office's road server: package" npm ci --prefix "$road_judge" --no-audit --no-fund
}

# Packages of which a vulnerability is known, where the registries say so; where they do not, that is said.
check_vulnerable() {
  say "packages with known vulnerabilities"
  local listed audit
  listed=$(dotnet list CentriFamiglia.Coverage.sln package --vulnerable --include-transitive 2>&1 || true)
  if grep -q "has the following vulnerable packages" <<< "$listed"; then
    grep -E "has the following|^ +> " <<< "$listed"
    broken+=("vulnerable NuGet packages")
  elif ! grep -q "has no vulnerable packages" <<< "$listed"; then
    say "NuGet: not known, the registry does not say"
  fi
  [[ -f $map/package.json ]] || return 0
  audit=$(in_map npm audit --omit=dev --json 2> /dev/null || true)
  case $(node -e 'let a; try { a = JSON.parse(process.argv[1]).metadata.vulnerabilities; } catch {} console.log(a ? a.high + a.critical : "?")' "$audit") in
    0) ;;
    "?") say "npm: not known, the registry does not say" ;;
    *) printf '%s\n' "$audit" | head -n 60; broken+=("vulnerable npm packages") ;;
  esac
}

add_counts() {
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
  printf '   %d passed, %d failed, %d skipped\n' "$1" "$2" "$3"
}

# One counter of a trx file's <Counters .../>.
counter() { grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }

# Runs one project and leaves its report, log and exit code: in the background, so it counts and prints nothing.
run_project() {
  local project=$1 name code=0
  name=$(basename "$project" .csproj)
  timeout 2700 dotnet test "$project" --no-build --configuration "$configuration" --nologo --logger "trx;LogFileName=$results/$name.trx" > "$results/$name.log" 2>&1 || code=$?
  printf '%d\n' "$code" > "$results/$name.code"
}

# What a project that ran has left, onto the totals. One that left no report or no exit code has failed.
count_project() {
  local name trx code ok bad total
  name=$(basename "$1" .csproj)
  trx="$results/$name.trx"
  say "$name"
  code=$(cat "$results/$name.code" 2> /dev/null || echo 1)
  if [[ ! -f $trx ]]; then
    tail -n 40 "$results/$name.log" || true
    broken+=("$name: no tests ran")
    return 0
  fi
  ok=$(counter "$trx" passed) bad=$(counter "$trx" failed) total=$(counter "$trx" total)
  add_counts "$ok" "$bad" $((total - ok - bad))
  ((code == 0)) || { grep -vE '^\s*$' "$results/$name.log" | tail -n 60; ((bad > 0)) || broken+=("$name: ended with $code"); }
}

# Two projects at a time: most have a class that keeps one core alone for long. Not those that drive a browser.
together() {
  local project
  for project in "$@"; do
    while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
    run_project "$project" &
  done
  wait
}

test_projects() {
  local project alone=() shared=()
  # The longest first, so that none is left to end alone.
  shared=(tests/*.Service.Tests/*.csproj)
  for project in tests/*.Tests/*.csproj; do
    case $project in *.Service.Tests.csproj) ;; *.Map.Tests.csproj) alone+=("$project") ;; *) shared+=("$project") ;; esac
  done
  say "tests: ${#shared[@]} projects, two at a time"
  together "${shared[@]}"
  for project in "${shared[@]}"; do count_project "$project"; done
  for project in "${alone[@]}"; do
    run_project "$project"
    count_project "$project"
  done
}

rm -rf "$results"
mkdir -p "$results"
check_tools
install_packages
check_map
install_npm_judges
step "build" dotnet build CentriFamiglia.Coverage.sln --configuration "$configuration" --nologo -v quiet -warnaserror
[[ " ${broken[*]-} " != *" build "* ]] || { finish; exit 1; }
check_vulnerable
# As a folder, not as a solution: the same rules on the same files without loading the projects.
step "style" dotnet format whitespace . --folder --exclude artifacts --verify-no-changes
test_projects
finish
