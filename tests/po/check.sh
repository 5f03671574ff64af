#!/bin/sh
# The languages are complete: every string of the sources is in a file that POTFILES names, and every language of
# LINGUAS has it translated, none fuzzy, no plural missing.  usage: check.sh SOURCE_ROOT
# Prints TAP. Needs gettext.
set -eu
export LC_ALL=C.UTF-8
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
say() { # STATUS NAME
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}

keywords='--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=ngettext:1,2
  --keyword=g_dgettext:2 --keyword=g_dpgettext2:2c,3 --keyword=TR --keyword=TRC:1c,2 --flag=TR:1:pass-c-format'

# Which sources have strings, as xgettext itself reads them, and does POTFILES name them?
grep -v '^#' po/POTFILES | sed '/^$/d' | sort > "$work/listed"
find app resources data -name '*.[ch]' -o -name '*.ui' -o -name '*.desktop.in' -o -name '*.metainfo.xml.in' \
  -o -name '*.gschema.xml' | sort > "$work/sources"
# shellcheck disable=SC2086 # a list of words
xgettext --files-from="$work/sources" --from-code=UTF-8 $keywords --add-location=file -o "$work/found.pot" 2> "$work/xgettext.log" \
  || cat "$work/xgettext.log" >&2
sed -n 's/^#: //p' "$work/found.pot" | tr ' ' '\n' | sort -u > "$work/with-strings"
missing=$(comm -13 "$work/listed" "$work/with-strings")
[ -z "$missing" ] || echo "# not in POTFILES: $missing"
say "$([ -z "$missing" ]; echo $?)" 'POTFILES names every file with strings'
gone=$(while read -r f; do [ -e "$f" ] || echo "$f"; done < "$work/listed")
[ -z "$gone" ] || echo "# in POTFILES but not in the tree: $gone"
say "$([ -z "$gone" ]; echo $?)" 'POTFILES names no file that is gone'

comm -12 "$work/listed" "$work/with-strings" > "$work/read"
# shellcheck disable=SC2086 # a list of words
xgettext --files-from="$work/read" --from-code=UTF-8 $keywords -o "$work/all.pot" 2> "$work/xgettext.log" || cat "$work/xgettext.log" >&2
for language in $(cat po/LINGUAS); do
  msgmerge --quiet --no-fuzzy-matching "po/$language.po" "$work/all.pot" -o "$work/$language.po"
  untranslated=$(msgattrib --untranslated --no-obsolete "$work/$language.po" | grep -c '^msgid ' || true)
  [ "$untranslated" = 0 ] || msgattrib --untranslated --no-obsolete --no-wrap "$work/$language.po" | grep '^msgid "..*"' | sed 's/^/# untranslated: /'
  say "$([ "$untranslated" = 0 ]; echo $?)" "$language: every string is translated"
  # A plural that is missing is no untranslated entry to msgattrib.
  plurals=$(msgattrib --no-obsolete --no-wrap "$work/$language.po" | grep -c '^msgstr\[[1-9]\] ""$' || true)
  say "$([ "$plurals" = 0 ]; echo $?)" "$language: no plural form is empty"
  fuzzy=$(msgattrib --only-fuzzy --no-obsolete "po/$language.po" | grep -c '^msgid ' || true)
  say "$([ "$fuzzy" = 0 ]; echo $?)" "$language: no entry is fuzzy"
  wrong=$(msgfmt --check -o "$work/checked.mo" "po/$language.po" 2>&1 || true)
  [ -z "$wrong" ] || echo "$wrong" | sed 's/^/# /'
  say "$([ -z "$wrong" ]; echo $?)" "$language: formats and plural forms are right"
done
echo "1..$n"
