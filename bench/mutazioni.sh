#!/usr/bin/env bash
# How many small wrong changes the tests notice, room by room (Stryker.NET). Takes minutes a room, so tests/run.sh does not run it.
#   bench/mutazioni.sh            every room of bench/mutazioni.txt
#   bench/mutazioni.sh Money      only these; CONCURRENCY=2 for two runs at a time
# Works on a copy, in artifacts/mutazioni, where everything outside the room is marked not to be changed: a change that is not to be
# tried is then not compiled either, and the tests run as fast as they do elsewhere. Ends with 1 when a room is under its minimum.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly out="$PWD/artifacts/mutazioni" rooms=bench/mutazioni.txt
# Slow or random, or of the roads: their classes are left out. A name that no test has any more stops the run.
readonly left_out=(BenchmarkTests DeepMedianTests PlanSearchTests CoverTreeTests LocationSolverTests RoutingAgreementTests SweepOrderTests IsochroneMapTests
  RoadNetworkBuilderTests RoadSnapperTests RoadProfileTests TurnRestrictionTests TravelMatrixTests TravelEstimateGroundTests DependencyDirectionTests
  AnyMixtureTests)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 RunAnalyzers=false SkipMap=true

die() { printf '%s\n' "$*" >&2; exit 2; }

copy_tree() {
  rm -rf "$out/albero"
  mkdir -p "$out/albero"
  git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' f; do [[ ! -f $f ]] || printf '%s\0' "$f"; done \
    | tar --null -T - -cf - | tar -xf - -C "$out/albero"
}

# $1 the project, the rest the files of the room. What is compiled but not tried is marked in the same line, so that lines stay as they are.
mark_files() {
  local project=$1 file
  shift
  printf '%s\n' "$@" | sort > "$out/stanza"
  find "$out/albero/src/$project" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -printf '%P\n' | sed "s|^|$project/|" | sort \
    | comm -23 - "$out/stanza" | while IFS= read -r file; do
      sed -i '1s|^\xef\xbb\xbf||; 1s|^|/* Stryker disable all */|' "$out/albero/src/$file"
    done
  for file in "$@"; do
    # The negation of "is not { } x" leaves x without a value: it does not compile, and takes every other change of the method with it.
    sed -i -E '1s|^\xef\xbb\xbf||; 1s|^|/* Stryker disable string */|; s#^( *)((if|while) \(.* is not \{ )#\1/* Stryker disable once all */\2#' \
      "$out/albero/src/$file"
  done
}

# Files of a room, from src/, one a line.
files_of() {
  local name=$1 glob file
  shift
  for glob in "$@"; do
    compgen -G "src/$glob" > /dev/null || die "$name: no file src/$glob"
    for file in src/$glob; do printf '%s\n' "${file#src/}"; done
  done
}

# One run for all the rooms that the same tests judge: what takes long is to build and to see which test passes where.
run_tests_of() {
  local tests=$1 filter='' class project
  local to="$out/$tests"
  for class in "${left_out[@]}"; do
    grep -rqE "class $class\b" tests --include='*.cs' || die "no test class $class: mend left_out"
    filter+="${filter:+&}FullyQualifiedName!~$class"
  done
  mapfile -t files < <(cut -f 3 "$to/stanze")
  project=${files[0]%%/*}
  copy_tree
  mark_files "$project" "${files[@]}"
  node -e '
    const [to, project, filter, threads, ...files] = process.argv.slice(1);
    require("fs").writeFileSync(to, JSON.stringify({ "stryker-config": {
      project: project + ".csproj", configuration: "Release", "test-runner": "mtp", "coverage-analysis": "perTest",
      mutate: files.map(f => "**/" + f.slice(f.indexOf("/") + 1)), "test-case-filter": filter,
      reporters: ["json"], concurrency: Number(threads), "additional-timeout": 20000 } }, null, 2));
  ' "$to/stryker.json" "$project" "$filter" "${CONCURRENCY:-1}" "${files[@]}"
  (cd "$out/albero/tests/$tests" && nice -n 10 dotnet stryker -f "$to/stryker.json" -O "$to" --skip-version-check) \
    > "$to/log.txt" 2>&1 || { tail -n 30 "$to/log.txt"; die "$tests: the run broke"; }
}

rm -rf "$out"/CentriFamiglia.*
mkdir -p "$out"
asked=()
while IFS='|' read -r name least tests globs; do
  read -r name <<< "$name"
  [[ -n $name && $name != \#* ]] || continue
  [[ $# == 0 || " $* " == *" $name "* ]] || continue
  read -r least <<< "$least"
  read -r tests <<< "$tests"
  set -f
  # shellcheck disable=SC2206 # one argument per glob
  globs=($globs)
  set +f
  mkdir -p "$out/$tests"
  files_of "$name" "${globs[@]}" | sed "s/^/$name\t$least\t/" >> "$out/$tests/stanze"
  asked+=("$name")
done < "$rooms"
((${#asked[@]} > 0)) || die "no such room: see $rooms"
dotnet tool restore > /dev/null
failed=0
for folder in "$out"/CentriFamiglia.*; do
  run_tests_of "$(basename "$folder")"
  node bench/mutazioni.mjs "$folder" || failed=1
done
exit $failed
