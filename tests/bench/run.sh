#!/bin/sh
# Measure.  usage: tests/bench/run.sh [import|add|dates|lexicon|names|actors|actors-list|passages|crosscheck|fetcher|fetch]
# ARTICLES=N changes how many articles are imported, 10000 unless set.
# Run by ./dev bench, which builds first.
set -eu
cd "$(dirname "$0")/../.."
work=build/bench
mkdir -p "$work"

# Generated articles into an empty library, in a window under a virtual display; then the start of the full library.
import() {
  n=${ARTICLES:-10000}
  rm -rf "$work/articles-$n"
  rm -f "$work/bench.recoupe" "$work/bench.recoupe-"*
  python3 tests/bench/generate.py "$n" "$work/articles-$n"
  echo "== import of $n generated articles, $(du -sh "$work/articles-$n" | cut -f1) on disk, $(nproc) cores"
  tests/support/headless.sh -p "$PWD/build/prefix" -- build/release/tests/bench/bench-import import "$work/bench.recoupe" "$work/articles-$n"
  ls -l "$work/bench.recoupe" | awk '{ printf "library: %.1f MB\n", $5 / 1048576 }'
  for _ in 1 2 3; do
    tests/support/headless.sh -p "$PWD/build/prefix" -- build/release/tests/bench/bench-import start "$work/bench.recoupe"
  done
}

# One article more in a library that has many, a third of them without a date of their own.
add() {
  rm -rf "$work/undated" "$work/ones"
  rm -f "$work/add.recoupe" "$work/add.recoupe-"*
  python3 tests/bench/generate.py "${ARTICLES:-10000}" "$work/undated" 2 0.33
  python3 tests/bench/generate.py 200 "$work/ones" 3 0.33
  echo "== one article more, $(nproc) cores"
  # shellcheck disable=SC2086 # a list of sizes
  build/release/tests/bench/bench-add "$work/add.recoupe" "$work/undated" "$work/ones" ${SIZES:-1000 ${ARTICLES:-10000}}
}

# Dates a second on one core, in news text of both languages, beside chrono-node where npm can install it.
dates() {
  python3 tests/bench/texts.py "$work/texts"
  if command -v npm > /dev/null && [ ! -d "$work/peer/node_modules/chrono-node" ]; then
    mkdir -p "$work/peer"
    (cd "$work/peer" && npm init -y && npm install chrono-node) > "$work/peer.log" 2>&1 || echo "bench: no chrono-node, so no peer" >&2
  fi
  echo "== dates in news text, one core"
  for language in fr en; do
    build/release/tests/bench/bench-dates "$language" "$work/texts/$language.txt"
    [ ! -d "$work/peer/node_modules/chrono-node" ] || (cd "$work/peer" && node ../../../tests/bench/chrono.mjs "$language" "../texts/$language.txt")
  done
}

# Opening the lexicon of names, and a look-up in it.
lexicon() {
  python3 tests/bench/texts.py "$work/texts"
  ls -l build/prefix/share/recoupe/lexicon.bin | awk '{ printf "== lexicon of %.1f MB, one core\n", $5 / 1e6 }'
  for language in fr en; do
    echo "$language"
    build/release/tests/bench/bench-lexicon "$language" "$work/texts/$language.txt"
  done
}

# Characters a second of the sequence model of names, without the finder around it.
names() {
  python3 tests/bench/texts.py "$work/texts"
  echo "== names by the sequence model, one core"
  for language in fr en; do
    RECOUPE_DATA_DIR=build/release/app/analysis build/release/tests/bench/bench-names "$language" "$work/texts/$language.txt"
  done
}

# The list of 50,000 actors: opened, scrolled, searched, corrected.
actors_list() {
  rm -f "$work/actors.recoupe" "$work/actors.recoupe-"*
  echo "== list of 50,000 actors, $(nproc) cores"
  build/release/tests/bench/bench-actors-list "$work/actors.recoupe"
}

# Actors with all their mentions, beside what reads French here: Apertium's analyser, which gives each word its readings and
# finds no actor, and fr-compromise, where npm can install it.
actors() {
  python3 tests/bench/texts.py "$work/texts"
  echo "== actors, one core"
  for language in fr en; do
    RECOUPE_DATA_DIR=build/release/app/analysis build/release/tests/bench/bench-actors "$language" "$work/texts/$language.txt"
  done
  analyser=/usr/share/apertium/apertium-fra-cat/fra-cat.automorf.bin
  if command -v lt-proc > /dev/null && command -v apertium-destxt > /dev/null && [ -f "$analyser" ]; then
    apertium-destxt < "$work/texts/fr.txt" > "$work/texts/fr.deformatted"
    python3 tests/bench/timed.py "apertium-fra-cat's analyser fr" "$work/texts/fr.deformatted" lt-proc "$analyser"
  else
    echo "bench: no apertium, apertium-fra-cat and lttoolbox here, so not that peer" >&2
  fi
  if command -v npm > /dev/null && [ ! -d "$work/peer/node_modules/fr-compromise" ]; then
    mkdir -p "$work/peer"
    (cd "$work/peer" && npm init -y && npm install fr-compromise) > "$work/peer.log" 2>&1 || echo "bench: no fr-compromise, so not that peer" >&2
  fi
  [ ! -d "$work/peer/node_modules/fr-compromise" ] || (cd "$work/peer" && node ../../../tests/bench/compromise.mjs "../texts/fr.txt")
}

# Which of 100,000 articles have text in common with a new one, and which of them it is compared with.
passages() {
  rm -f "$work/passages.recoupe" "$work/passages.recoupe-"*
  echo "== articles that share text with a new one, one core"
  build/release/tests/bench/bench-passages "$work/passages.recoupe" "${ARTICLES:-100000}"
}

# One article more in libraries of years of news, a thousand articles in five weeks.
crosscheck() {
  rm -rf "$work/stories"
  rm -f "$work/crosscheck.recoupe" "$work/crosscheck.recoupe-"*
  python3 tests/bench/stories.py 1200 "$work/stories"
  echo "== joining one article more, $(nproc) cores"
  # shellcheck disable=SC2086 # a list of sizes
  build/release/tests/bench/bench-crosscheck "$work/crosscheck.recoupe" "$work/stories" ${SIZES:-1000 10000 100000}
}

# 500 feeds asked for at once, of one server that is another process, first and again: what the fetcher alone costs.
fetcher() {
  echo "== the fetcher alone, $(nproc) cores"
  build/release/tests/bench/bench-fetcher "${FEEDS:-500}"
}

# The same through a library: the sources asked, what they say read and kept, first and again. Articles are not made of it.
fetch() {
  echo "== 500 sources of 50 entries, asked and kept, $(nproc) cores"
  build/release/tests/bench/bench-fetch "${FEEDS:-500}"
}

if [ $# -eq 0 ]; then set -- import add dates lexicon names actors actors-list passages crosscheck fetcher fetch; fi
for name; do
  case $name in
    import | add | dates | lexicon | names | actors | passages | crosscheck | fetcher | fetch) "$name" ;;
    actors-list) actors_list ;;
    *) echo "bench: import, add, dates, lexicon, names, actors, actors-list, passages, crosscheck, fetcher or fetch, not $name" >&2; exit 2 ;;
  esac
done
