"""Lines for `recoupe-cli extract`: the pages that a gold file names, with their addresses.  usage: pages.py GOLD.jsonl.xz FOLDER"""
import json
import lzma
import sys

with lzma.open(sys.argv[1], "rt", encoding="utf8") as gold:
    for line in gold:
        page = json.loads(line)
        print(json.dumps({"id": page["id"], "file": f"{sys.argv[2]}/{page['id']}.html", "url": page.get("url"),
                          "content_type": "text/html"}))
