#!/bin/sh
# Score the analysis against the gold beside the project.  usage: tests/eval/run.sh [dossier|dates|pubdate|actors|names|boilerplate|clusters|reuse|feeds|feed-dates|pages]
# Needs recoupe-cli on PATH; says so and ends well where the gold is not there.
set -eu
cd "$(dirname "$0")/../.."
gold=../shared/gold
corpus=../shared/corpus
out=build/eval
if [ ! -d "$gold" ]; then
  echo "eval: no gold at $gold, nothing to score" >&2
  exit 0
fi
mkdir -p "$out"

dossier() {
  recoupe-cli analyse --together "$corpus"/*.txt > "$out/dossier.json"
  echo "== dossier: the five articles"
  python3 "$gold/score-dossier.py" --errors "${ERRORS:-0}" "$out/dossier.json"
  # Stories of our own; actors are not marked in them.
  for folder in tests/fixtures/dossiers/*/; do
    name=$(basename "$folder")
    recoupe-cli analyse --together "$folder"articles/*.txt > "$out/dossier-$name.json"
    echo "== dossier: $name, a story of our own"
    python3 "$gold/score-dossier.py" --gold "$folder"gold --errors "${ERRORS:-0}" "$out/dossier-$name.json" \
      | grep -v -e '^actor' -e '^  recall' -e '^ACTOR' -e 'end to end'
  done
}

dates() {
  for set in seeds dev-fr-news dev-fr-timebank dev-fr dev-en; do
    recoupe-cli tag-dates < "$gold/dates/$set.jsonl" > "$out/dates-$set.jsonl"
    echo "== dates: $set"
    python3 "$gold/dates/score.py" --by none --errors "${ERRORS:-0}" "$gold/dates/$set.jsonl" "$out/dates-$set.jsonl"
  done
  # Clock times, durations and sets alone: nothing here is a date.
  for set in secondary-dev-fr secondary-dev-en; do
    recoupe-cli tag-dates < "$gold/dates/$set.jsonl" > "$out/dates-$set.jsonl"
    echo "== dates: $set"
    python3 "$gold/dates/score.py" --by none --secondary --errors "${ERRORS:-0}" "$gold/dates/$set.jsonl" "$out/dates-$set.jsonl"
  done
  pubdate
}

pubdate() {
  for set in pubdate-dev-fr seeds; do
    python3 tests/eval/pubdate.py "$gold/dates/$set.jsonl" > "$out/published-$set.jsonl"
    echo "== dates of publication from visible text: $set"
    python3 "$gold/dates/score.py" --pubdate "$gold/dates/$set.jsonl" "$out/published-$set.jsonl"
  done
}

actors() {
  recoupe-cli tag-actors < "$gold/actors/seeds.jsonl" > "$out/actors-seeds.jsonl"
  echo "== actors: the five articles"
  python3 "$gold/actors/score.py" actors "$gold/actors/seeds.jsonl" "$out/actors-seeds.jsonl"
  # These sets mark names alone; who is told by a role has a type of its own, which is not scored here.
  for set in fr en; do
    recoupe-cli tag-actors < "$gold/actors/$set.jsonl" > "$out/actors-$set.jsonl"
    case $set in fr) sources='winer-fr wikineural-fr fenec' ;; en) sources='uner-en re3d' ;; esac
    for source in $sources; do
      echo "== actors: $source"
      python3 "$gold/actors/score.py" ner "$gold/actors/$set.jsonl" "$out/actors-$set.jsonl" --types PER,ORG,LOC --source "$source" \
        --errors "${ERRORS:-0}" | grep -v '^ALL'
    done
  done
  recoupe-cli tag-actors < "$gold/actors/hipe-fr.jsonl" > "$out/actors-hipe-fr.jsonl"
  echo "== actors: places that act, hipe-fr"
  python3 "$gold/actors/score.py" acting "$gold/actors/hipe-fr.jsonl" "$out/actors-hipe-fr.jsonl"
}

# The sequence model alone, without the finder around it.
names() {
  for set in fr en; do
    build/release/app/train/rcp-tag-names build/release/app/analysis/names.model < "$gold/actors/$set.jsonl" > "$out/names-$set.jsonl"
    echo "== names by the model alone: $set"
    python3 "$gold/actors/score.py" ner "$gold/actors/$set.jsonl" "$out/names-$set.jsonl" --types PER,ORG,LOC --errors "${ERRORS:-0}"
  done
}

boilerplate() {
  recoupe-cli analyse "$corpus"/*.txt | python3 tests/eval/boilerplate.py > "$out/boilerplate.jsonl"
  echo "== boilerplate: the five articles"
  python3 "$gold/actors/score.py" spans "$gold/articles/seeds-boilerplate.jsonl" "$out/boilerplate.jsonl"
}

# Articles of two alike happenings for each subject; texts are the sentences that are marked there, without a date.
clusters() {
  recoupe-cli group-articles < "$gold/events/ecb.jsonl" > "$out/clusters.jsonl"
  echo "== clusters: articles by the happening they tell, ECB+"
  python3 "$gold/actors/score.py" clusters "$gold/events/ecb.jsonl" "$out/clusters.jsonl"
}

reuse() {
  recoupe-cli match-passages < "$gold/articles/neardup.jsonl" > "$out/neardup.jsonl"
  echo "== passages in common: near duplicates made from news"
  python3 "$gold/actors/score.py" reuse "$gold/articles/neardup.jsonl" "$out/neardup.jsonl"
  # These name the files that their texts stand in.
  python3 tests/eval/pairs.py "$corpus" < "$gold/articles/seeds-reuse.jsonl" | recoupe-cli match-passages > "$out/seeds-reuse.jsonl"
  echo "== passages in common: the five articles"
  python3 "$gold/actors/score.py" reuse "$gold/articles/seeds-reuse.jsonl" "$out/seeds-reuse.jsonl"
}

feeds() {
  mkdir -p "$out/feeds"
  [ -d "$out/feeds/raw" ] || tar -xJf "$gold/feeds/raw.tar.xz" -C "$out/feeds"
  python3 tests/eval/feeds.py "$gold/feeds/gold.jsonl.xz" "$out/feeds" | recoupe-cli parse-feed > "$out/feeds.jsonl"
  echo "== feeds"
  python3 "$gold/feeds/score.py" --fails "${ERRORS:-0}" "$gold/feeds/gold.jsonl.xz" "$out/feeds.jsonl"
  feed_dates
}

feed_dates() {
  recoupe-cli parse-feed-dates < "$gold/feeds/dates.jsonl" > "$out/feed-dates.jsonl"
  echo "== dates of feeds"
  python3 "$gold/feeds/score.py" --dates "$gold/feeds/dates.jsonl" "$out/feed-dates.jsonl"
}

# Pages of the web with their article marked. The first lines hold what is aimed at.
pages() {
  if [ ! -d "$out/pages/html" ]; then mkdir -p "$out/pages" && tar -xJf "$gold/pages/html.tar.xz" -C "$out/pages"; fi
  python3 tests/eval/pages.py "$gold/pages/gold.jsonl.xz" "$out/pages/html" > "$out/pages/list.jsonl"
  echo "== pages: text F1 .945, segments of traf .925 and of French pages .945, title .76, date .90, author .63 are aimed at"
  # A page without an article is said on standard error, and in the answer.
  recoupe-cli extract < "$out/pages/list.jsonl" > "$out/pages/answers.jsonl" 2> "$out/pages/errors.txt" || true
  python3 "$gold/pages/score.py" --per-page "$out/pages/each.tsv" "$gold/pages/gold.jsonl.xz" "$out/pages/answers.jsonl"
}

if [ $# -eq 0 ]; then set -- dossier dates actors names boilerplate clusters reuse feeds pages; fi
for name; do
  case $name in
    dossier | dates | pubdate | actors | names | boilerplate | clusters | reuse | feeds | pages) "$name" ;;
    feed-dates) feed_dates ;;
    *) echo "eval: dossier, dates, pubdate, actors, names, boilerplate, clusters, reuse, feeds, feed-dates or pages, not $name" >&2; exit 2 ;;
  esac
done
