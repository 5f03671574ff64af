#!/bin/sh
# Fuzz the parsers with clang's libFuzzer.  usage: tests/fuzz/run.sh [SECONDS]     (each parser; 30 unless told)
# Run by ./dev fuzz, which installs clang. What is found is left in build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-30}
work=build/fuzz
mkdir -p "$work/corpus"
if [ ! -f "$work/build/build.ninja" ]; then
  CC=clang meson setup "$work/build" -Db_sanitize=address,undefined -Db_lundef=false \
    -Dc_args='-DRCP_LIBFUZZER -fsanitize=fuzzer-no-link' > "$work/setup.log" 2>&1 || { cat "$work/setup.log" >&2; exit 1; }
fi
ninja -C "$work/build" app/fetch/librcp-fetch.a app/analysis/librcp-analysis.a app/text/librcp-text.a app/model/librcp-model.a > "$work/build.log" 2>&1 || { tail -20 "$work/build.log" >&2; exit 1; }
for source in tests/fuzz/fuzz-*.c; do
  name=$(basename "$source" .c)
  stemmer=
  grep -q 'HAVE_STEMMER 1' "$work/build/config.h" && stemmer=-lstemmer
  # shellcheck disable=SC2046,SC2086 # lists of words
  clang -g -O1 -fsanitize=fuzzer,address,undefined -DRCP_LIBFUZZER -I"$work/build" -I"$work/build/app/model" -Iapp/model -Iapp/text -Iapp/analysis -Iapp/fetch \
    "$source" "$work/build/app/fetch/librcp-fetch.a" "$work/build/app/analysis/librcp-analysis.a" "$work/build/app/text/librcp-text.a" "$work/build/app/model/librcp-model.a" \
    $(pkg-config --cflags --libs gio-2.0 gio-unix-2.0 libsoup-3.0 json-glib-1.0 libxml-2.0 icu-uc icu-i18n) $stemmer -lm -o "$work/$name"
  mkdir -p "$work/corpus/$name"
  echo "== $name, $seconds s"
  ASAN_OPTIONS=detect_leaks=0 "$work/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="$work/$name-" "$work/corpus/$name" resources/sample 2> "$work/$name.log" \
    || { tail -30 "$work/$name.log" >&2; echo "fuzz: $name found something, see $work" >&2; exit 1; }
  grep -E 'stat::number_of_executed_units|stat::peak_rss_mb' "$work/$name.log"
done
