#!/usr/bin/env python3
"""From the gold's feeds, what recoupe-cli parse-feed reads: a line each with the file and what the server says.

  feeds.py GOLD.jsonl.xz FOLDER     FOLDER holds raw/, unpacked
"""
import json
import lzma
import sys
from urllib.parse import urljoin

with lzma.open(sys.argv[1], "rt", encoding="utf8") as gold:
    for record in map(json.loads, gold):
        headers = record.get("http") or {}
        line = {"id": record["id"], "file": "%s/raw/%s" % (sys.argv[2], record["id"])}
        # Where a server says where its answer lives, addresses start from there (RFC 9110, section 8.7).
        url = record.get("url")
        if headers.get("content-location"):
            url = urljoin(url or "", headers["content-location"])
        if url:
            line["url"] = url
        if record.get("content_type"):
            line["content_type"] = record["content_type"]
        print(json.dumps(line))
