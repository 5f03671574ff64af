#!/usr/bin/env python3
"""Turn what `recoupe-cli analyse` prints into what the span scorer reads: {"id", "boilerplate"} a line."""
import json
import os
import sys

for line in sys.stdin:
    record = json.loads(line)
    print(json.dumps({'id': os.path.basename(record['file']), 'boilerplate': record['boilerplate']}))
