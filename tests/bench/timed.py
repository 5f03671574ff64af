#!/usr/bin/env python3
"""How many characters a second of processor time a filter reads.  usage: timed.py NAME FILE COMMAND..."""
import resource
import subprocess
import sys

name, path, command = sys.argv[1], sys.argv[2], sys.argv[3:]
with open(path, encoding='utf-8') as file:
    length = len(file.read())
best = None
for _ in range(3):
    with open(path, 'rb') as file:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    best = taken if best is None or taken < best else best
print(f'{name}: {length / best / 1e6:.2f} million characters/s of processor time, the best of three passes')
