#!/usr/bin/env python3
"""Scores what `recoupe-cli analyse --together` finds in a dossier of tests/fixtures/dossiers against what is marked in it.

usage: dossier.py FOLDER [PREDICTION]       with RECOUPE_CLI set and no prediction, analyses FOLDER/articles itself
       dossier.py --tap FOLDER              the same as a test, with the floors of FOLDER/floors.json

events         a marked event is found when a found one has an account of one of its sentences and a date that shares a day; one to one
accounts       sentences that tell an event, found or not
discrepancies  a true one is found when one of its kind touches words of two of its sides; one that touches no true one is false, and
               worst where its values are marked as compatible
"""
import datetime, json, os, re, subprocess, sys


def jsonl(folder, name):
    with open(os.path.join(folder, 'gold', name + '.jsonl'), encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def days(value):
    """The first and last day of an EDTF date as used here: a day, month or year, about or not, or a span of them."""
    if not value:
        return None
    ends = [x for x in re.sub('[~?%]', '', value).split('/')]
    if '..' in ends or '' in ends:
        return None
    a, b = ([int(p) for p in x.split('-')] for x in (ends[0], ends[-1]))
    if any(len(x) > 1 and x[1] > 12 for x in (a, b)):
        return None
    first = datetime.date(*(a + [1, 1])[:3])
    if len(b) == 3:
        return first, datetime.date(*b)
    year, month = (b[0], b[1] + 1) if len(b) == 2 else (b[0] + 1, 1)
    if month == 13:
        year, month = year + 1, 1
    return first, datetime.date(year, month, 1) - datetime.timedelta(1)


def common(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def same_sentence(account, mention):
    a, b = (account['start'], account['end']), (mention['start'], mention['end'])
    return account['file'] == mention['article'] and common(a, b) * 2 >= min(a[1] - a[0], b[1] - b[0])


def touches(values, value):
    return any(v['file'] == value['article'] and common((v['start'], v['end']), (value['start'], value['end'])) > 0 for v in values)


def match(wanted, candidates):
    """One to one, as many as possible."""
    owner = {}

    def place(x, seen):
        for k in candidates[x]:
            if k not in seen:
                seen.add(k)
                if k not in owner or place(owner[k], seen):
                    owner[k] = x
                    return True
        return False
    for x in wanted:
        place(x, set())
    return {x: k for k, x in owner.items()}


def score(folder, found, say):
    for place in [a for e in found['events'] for a in e['accounts']] + [v for d in found['discrepancies'] for v in d['values']]:
        place['file'] = os.path.basename(place['file'])
    events = {e['id']: e for e in jsonl(folder, 'events')}
    wanted = [k for k, e in events.items() if not all(m.get('optional') for m in e['mentions'])]
    candidates = {}
    for k in wanted:
        e = events[k]
        spans = [days(x) for x in [e['date']] + e.get('date_accept', [])]
        hits = []
        for i, p in enumerate(found['events']):
            n = sum(any(same_sentence(a, m) for a in p['accounts']) for m in e['mentions'])
            at = days(p.get('date'))
            if n and at and any(common(at, s).days >= 0 for s in spans):
                hits.append((-n, i))
        candidates[k] = [i for _, i in sorted(hits)]
    pairs = match(wanted, candidates)
    optional = [m for e in events.values() for m in e['mentions'] if m.get('optional')]
    kept = [i for i, p in enumerate(found['events']) if i in pairs.values()
            or not all(any(same_sentence(a, m) for m in optional) for a in p['accounts'])]
    for k in wanted:
        if k not in pairs:
            say('event missed', k)
    for i in kept:
        if i not in pairs.values():
            say('event false', found['events'][i].get('date'), found['events'][i].get('title'))
    sentences = {(m['article'], m['start']): m for k in wanted for m in events[k]['mentions'] if not m.get('optional')}
    accounts = [a for e in found['events'] for a in e['accounts']]
    told = sum(any(same_sentence(a, m) for a in accounts) for m in sentences.values())

    marked = jsonl(folder, 'discrepancies')
    true = [d for d in marked if d['verdict'] == 'true']
    compatible = [d for d in marked if d['verdict'] != 'true']
    hit, good, agreed, other = set(), 0, 0, 0
    for p in found['discrepancies']:
        at = {d['id'] for d in true if len({v['side'] for v in d['values'] if touches(p['values'], v)}) >= 2}
        right = {d['id'] for d in true if d['id'] in at and d['kind'] == p['kind']}
        hit |= right
        words = ' / '.join(v['text'] for v in p['values'])
        if right:
            good += 1
        elif any(sum(touches(p['values'], v) for v in d['values']) >= 2 for d in compatible) and not at:
            agreed += 1
            say('discrepancy of values that agree', p['kind'], words)
        else:
            other += 1
            say('discrepancy false', p['kind'], words)
    for d in true:
        if d['id'] not in hit:
            say('discrepancy missed', d['id'], d['kind'], d['why'])
    n = len(found['discrepancies'])
    return {'events.recall': len(pairs) / len(wanted), 'events.precision': len(pairs) / len(kept) if kept else 1.0,
            'accounts.recall': told / len(sentences), 'discrepancies.recall': len(hit) / len(true),
            'discrepancies.precision': good / n if n else 1.0, 'discrepancies.compatible': agreed, 'discrepancies.other': other}


def analyse(folder):
    articles = os.path.join(folder, 'articles')
    files = sorted(os.path.join(articles, n) for n in os.listdir(articles))
    return json.loads(subprocess.run([os.environ['RECOUPE_CLI'], 'analyse', '--together'] + files, check=True, stdout=subprocess.PIPE).stdout)


def main():
    tap = sys.argv[1] == '--tap'
    folder = sys.argv[2 if tap else 1]
    notes = []
    say = lambda *words: notes.append('  '.join(str(w) for w in words))
    if tap or len(sys.argv) < 3:
        found = analyse(folder)
    else:
        with open(sys.argv[2], encoding='utf-8') as f:
            found = json.load(f)
    scores = score(folder, found, say)
    if not tap:
        print('\n'.join(['%-26s %s' % (k, v if isinstance(v, int) else '%.3f' % v) for k, v in scores.items()] + notes))
        return
    with open(os.path.join(folder, 'floors.json'), encoding='utf-8') as f:
        floors = json.load(f)
    print('1..%d' % len(floors))
    for i, (key, floor) in enumerate(floors.items(), 1):
        # Counts of what is false are at most their bound, shares at least theirs.
        fine = scores[key] <= floor if isinstance(floor, int) else scores[key] >= floor
        print('%sok %d - %s %s, bound %s' % ('' if fine else 'not ', i, key, round(scores[key], 3), floor))
    for note in notes:
        print('# ' + note)


if __name__ == '__main__':
    main()
