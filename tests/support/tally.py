#!/usr/bin/env python3
"""Count what the test programs said.  usage: tally.py MESON_LOG_FOLDER

Reads the JSON logs of `meson test`. A TAP program counts with each of its tests, any other with its exit status; a
program that crashed, timed out or ran no test counts as one failure. Ends with the line "N passed, N failed".
"""
import glob
import json
import re
import sys


def main():
    passed = failed = skipped = programs = 0
    for path in sorted(glob.glob(sys.argv[1] + '/testlog-*.json')):
        with open(path, encoding='utf-8') as log:
            for line in log:
                run = json.loads(line)
                programs += 1
                tests = re.findall(r'^(ok|not ok)\b([^\n]*)', run.get('stdout') or '', re.M)
                bad = sum(kind == 'not ok' for kind, _ in tests)
                skip = sum('# SKIP' in rest for kind, rest in tests if kind == 'ok')
                if run['result'] == 'OK':
                    passed += max(len(tests) - skip, 0 if skip else 1)
                    skipped += skip
                else:
                    passed += len(tests) - bad - skip
                    failed += max(bad, 1)
                    print(f"\n==== {run['name']}: {run['result']}")
                    print((run.get('stdout') or '')[-3000:])
                    print((run.get('stderr') or '')[-6000:])
    if programs == 0:
        print('no test program ran')
        failed += 1
    tail = f', {skipped} skipped' if skipped else ''
    print(f'{passed} passed, {failed} failed{tail}')
    sys.exit(failed > 0)


main()
