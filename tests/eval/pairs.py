#!/usr/bin/env python3
"""Put the texts of files into pairs that name them, for recoupe-cli match-passages.

usage: pairs.py FOLDER < PAIRS.jsonl
"""
import json
import os
import sys

for line in sys.stdin:
    pair = json.loads(line)
    for side in 'ab':
        with open(os.path.join(sys.argv[1], pair[side]), encoding='utf-8', newline='') as text:
            pair[side] = text.read()
    print(json.dumps({key: pair[key] for key in ('id', 'lang', 'a', 'b') if key in pair}, ensure_ascii=False))
