#!/bin/sh
# Measure.  usage: tests/bench/run.sh [import]      ARTICLES=N changes how many articles are imported, 10000 unless set
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

if [ $# -eq 0 ]; then set -- import; fi
for name; do
  case $name in
    import) "$name" ;;
    *) echo "bench: import, not $name" >&2; exit 2 ;;
  esac
done
