#!/bin/sh
# Train the model of names.  usage: app/train/train.sh [fr|en] [FOLDER]
# FOLDER holds the corpora, JSON a line, xz or plain: ../shared/train unless told. Without a language both are trained, and the
# model that ships is written anew; with one, only that, into build/train. The same corpora, lexicons and machine give the same
# bytes. Run by ./dev train, which builds first.
set -eu
cd "$(dirname "$0")/../.."
language=
case ${1:-} in fr | en) language=$1; shift ;; esac
from=${1:-../shared/train}
work=build/train-data
trainer=build/train/app/train/rcp-train-names
if [ ! -x "$trainer" ]; then
  echo "train: no trainer at $trainer: is liblbfgs there?" >&2
  exit 1
fi
mkdir -p "$work"

# What is learnt from, and how much a text of it counts: of GUM the names were picked out by rule, and what is in the other
# language teaches shapes, names and what is known of them, but not the words around.
set --
for corpus in fr:1:winer-fr fr:0.7:en-wikigold fr:0.7:en-uner-pud fr:0.4:en-gum fr:0.3:en-uner-ewt \
  en:1:en-uner-ewt en:1:en-uner-pud en:1:en-wikigold en:0.5:en-gum en:0.4:winer-fr; do
  name=${corpus##*:}
  case $corpus in "$language"*) ;; *) continue ;; esac
  if [ -f "$from/$name.jsonl" ]; then cp "$from/$name.jsonl" "$work/"; else xz -dc "$from/$name.jsonl.xz" > "$work/$name.jsonl"; fi
  set -- "$@" "${corpus%:*}:$work/$name.jsonl"
done
output=resources/model/names.model
[ -z "$language" ] || output=build/train/names-$language.model
exec "$trainer" --lexicon resources/lexicon --output "$output" --rounds 80 --l1 0.15 --l2 1 --variants 0.2 "$@"
