#!/usr/bin/env python3
"""Dates of publication inferred from visible text.  usage: pubdate.py GOLD.jsonl > PRED.jsonl

Writes the text of each item into a file, runs `recoupe-cli analyse` over them and prints {"id", "date": best day}. On standard
error: how many it calls sure and, where the gold gives the day, how many of those are right. Needs recoupe-cli on PATH.
"""
import json, os, subprocess, sys, tempfile


def analyse(items, folder):
    """The text of each item into a file of its own → {index: published}; a text without an article has none."""
    found = {}
    for i, item in enumerate(items):
        with open(os.path.join(folder, "%d.txt" % i), "w", encoding="utf-8") as out:
            out.write(item["text"])
    for i in range(0, len(items), 200):
        files = [os.path.join(folder, "%d.txt" % j) for j in range(i, min(i + 200, len(items)))]
        # It ends with 1 where a file holds no text, and still prints the others.
        for line in subprocess.run(["recoupe-cli", "analyse", *files], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines():
            article = json.loads(line)
            found[int(os.path.basename(article["file"])[:-4])] = article["published"]
    return found


def main():
    items = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    sure = right = 0
    with tempfile.TemporaryDirectory() as folder:
        found = analyse(items, folder)
    for i, item in enumerate(items):
        published = found.get(i, {})
        print(json.dumps({"id": item["id"], "date": published.get("best"), "sure": published.get("sure", False),
                          "edtf": published.get("edtf")}))
        if published.get("sure"):
            gold = item.get("date") or item.get("ref")
            days = (item.get("ref_range") or "%s/%s" % (gold, gold)).split("/")
            sure += 1
            right += days[0] <= published["best"] <= days[-1]
    print("sure: %d of %d, right %d%s" % (sure, len(items), right, " (%.1f %%)" % (100 * right / sure) if sure else ""), file=sys.stderr)


if __name__ == "__main__":
    main()
