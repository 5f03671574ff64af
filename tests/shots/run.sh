#!/bin/sh
# Pictures of every view of the real program, under a virtual display.  usage: tests/shots/run.sh [FOLDER]
# Run by ./dev shots, which builds first. With FILES set, a library of those files is shown instead of the sample.
set -eu
cd "$(dirname "$0")/../.."
out=${1:-build/shots}
mkdir -p "$out"
out=$(cd "$out" && pwd)
home=$out/home
rm -rf "$home"

# shot NAME SIZE THEME LOCALE KEYS [ARGUMENT...]: keys are xdotool's, separated by spaces.
shot() {
  name=$1 size=$2 theme=$3 locale=$4 keys=$5; shift 5
  act=
  for key in $keys; do act="$act xdotool key --delay 40 $key; sleep 0.4;"; done
  [ -z "$act" ] || act="sleep 0.8; xdotool mousemove 2 2; xdotool windowsize --sync \$WIN $(echo "$size" | tr x ' '); sleep 0.6; $act sleep 0.6"
  [ -n "$act" ] || act="xdotool windowsize --sync \$WIN $(echo "$size" | tr x ' '); sleep 1.2"
  RECOUPE_NOW=${NOW:-2024-05-02T10:20:00Z} SHOOT_DO=$act tests/support/headless.sh -s "$size" -t "$theme" -l "$locale" -k "$home" -p "$PWD/build/prefix" -- \
    tests/support/shoot.sh "$out/$name.png" recoupe "$@"
}

english=C.UTF-8 french=fr_FR.UTF-8
shot 00-warm-up 1440x900 light $english '' --library "$out/sample.recoupe" --sample > /dev/null
set -- --library "$out/sample.recoupe" --sample
shot 01-timeline 1440x900 light $english 'alt+1 Right Right Right Right Right Right Right Right Right Right Right Right' "$@"
shot 02-articles 1440x900 light $english 'alt+2' "$@"
shot 03-cross-check 1440x900 light $english 'alt+3' "$@"
shot 04-first-launch 1440x900 light $english '' --library "$out/empty.recoupe"
shot 05-narrow 900x700 light $english 'alt+1 Right Right Right Right Right Right Right Right Right Right Right Right' "$@"
shot 05-phone 360x700 light $english 'alt+1' "$@"
shot 05-phone-articles 360x700 light $english 'alt+2' "$@"
shot 06-dark-french 1440x900 dark $french 'alt+1 Right Right Right Right Right Right Right Right Right Right Right Right' "$@"
shot 06-articles-dark-french 1440x900 dark $french 'alt+2' "$@"
shot 06-cross-check-french 1440x900 light $french 'alt+3' "$@"
shot 07-add-articles 1440x900 light $english 'alt+1 ctrl+o' "$@"
shot 08-contrast 1440x900 contrast $english 'alt+1 Right Right Right Right Right Right Right Right Right Right Right Right' "$@"
shot 09-search 1440x900 light $english 'alt+1 ctrl+f r u s s' "$@"
# The first actor of the list, its card open: the keys go from the header over the search to the list.
card='alt+1 F6 Tab Return'
shot 12-actor-card 1440x900 light $english "$card" "$@"
shot 12-actor-card-dark-french 1440x900 dark $french "$card" "$@"
shot 12-actor-card-narrow 420x800 light $english "alt+1 F9 F6 Tab Return" "$@"
shot 12-actor-card-below 900x700 light $english "alt+1 F9 F6 Tab Return" "$@"
shot 12-actor-menu 1440x900 light $english 'alt+1 F6 Tab shift+F10' "$@"
shot 12-actor-merge 1440x900 light $english "$card m N i Down Down Down Down" "$@"
if [ -n "${FILES:-}" ]; then
  # shellcheck disable=SC2086 # a list of files
  shot 10-files 1440x900 light $french '' --library "$out/files.recoupe" $FILES
  set -- --library "$out/files.recoupe"
  shot 11-files-timeline 1440x900 light $english 'alt+1 Right Right Right Right Right Right Right Right Right Right Right Right' "$@"
  shot 11-files-articles 1440x900 light $english 'alt+2' "$@"
  shot 11-files-actor-card 1440x900 light $english "$card" "$@"
  shot 11-files-cross-check 1440x900 light $english 'alt+3' "$@"
fi
ls "$out"/*.png
