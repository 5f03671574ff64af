#!/usr/bin/env python3
"""Makes the wide lists of names, which tell what a capitalised word may be.  Python's standard library, and node to read
one source.

    make-names.py SOURCES PACKAGES [OUTPUT]

SOURCES is the folder that make-lexicons.py reads; of it this reads lexicon/leaders.tsv, parties.tsv and armed-groups.tsv (github
factbook/factbook.json, CC0 1.0).  PACKAGES is a folder node_modules that holds
  @faker-js/faker 10.6.0                  first names and surnames by country, MIT
  @etalab/decoupage-administratif 6.0.0   communes, departments and regions of France, Licence Ouverte 2.0
Read from where the distribution (Debian 12) installs them:
  hunspell-fr-classical 7.0               first names and surnames, MPL-2.0
  iso-codes 4.15.0                        parts of states with French names, LGPL-2.1 or later
OUTPUT, the folder of this script by default, holds common-words.tsv, states.tsv and, by hand,
names-by-country.tsv and offices-held.tsv, and receives forenames.tsv surnames.tsv
towns.tsv regions.tsv parties.tsv armed-groups.tsv offices-held-now.tsv.  bodies.tsv and high-offices.tsv are
written by hand and read by nothing here.

The same sources give the same bytes.  Each file begins with "#" lines that name its source and licence.
"""
import datetime
import gettext
import json
import os
import re
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
from lexicon_tables import fold, rows, split, unique, write  # noqa: E402

HUNSPELL = '/usr/share/hunspell/fr.dic'
ISO_CODES = '/usr/share/iso-codes/json/iso_3166-2.json'
ISO_CODES_FR = '/usr/share/locale/fr/LC_MESSAGES/iso_3166-2.mo'
MAKER = 'make-names.py'

# Lists of names that jest, or of no country.
NO_LOCALES = ('en_AU_ocker', 'en_BORK', 'eo', 'base')

# Cyrillic as the press writes it: English, then French. Soft and hard signs are dropped.
CYRILLIC = {
    'а': ('a', 'a'), 'б': ('b', 'b'), 'в': ('v', 'v'), 'г': ('g', 'g'), 'ґ': ('g', 'g'), 'д': ('d', 'd'), 'е': ('e', 'e'),
    'ё': ('yo', 'io'), 'є': ('ye', 'ie'), 'ж': ('zh', 'j'), 'з': ('z', 'z'), 'и': ('i', 'i'), 'і': ('i', 'i'), 'ї': ('yi', 'ï'),
    'й': ('y', 'ï'), 'к': ('k', 'k'), 'л': ('l', 'l'), 'м': ('m', 'm'), 'н': ('n', 'n'), 'о': ('o', 'o'), 'п': ('p', 'p'),
    'р': ('r', 'r'), 'с': ('s', 's'), 'т': ('t', 't'), 'у': ('u', 'ou'), 'ф': ('f', 'f'), 'х': ('kh', 'kh'), 'ц': ('ts', 'ts'),
    'ч': ('ch', 'tch'), 'ш': ('sh', 'ch'), 'щ': ('shch', 'chtch'), 'ъ': ('', ''), 'ы': ('y', 'y'), 'ь': ('', ''),
    'э': ('e', 'e'), 'ю': ('yu', 'iou'), 'я': ('ya', 'ia'),
}
UKRAINIAN = {'г': ('h', 'h'), 'и': ('y', 'y')}


def romanised(name, locale):
    """The spellings of a name in the Latin script; none where it has none here."""
    if all('LATIN' in unicodedata.name(c, '') for c in name if c.isalpha()):
        return [name]
    if not all(c.lower() in CYRILLIC for c in name if c.isalpha()) or locale == 'mk':
        return []
    out = []
    letters = {**CYRILLIC, **UKRAINIAN} if locale == 'uk' else CYRILLIC
    for which in (0, 1):
        text = ''.join(letters[c][which] if c in letters else c for c in name.lower())
        if which == 0:
            text = re.sub('iy\\b|yy\\b', 'y', text)
        else:
            text = re.sub('iï\\b|yï\\b', 'y', re.sub('in\\b', 'ine', text))
        out.append('-'.join(part.capitalize() for part in text.split('-')))
    return out


def faker(packages):
    """{locale: {'first_name': {gender: [name]}, 'last_name': …}}"""
    code = ('import { allLocales } from %s; const out = {};'
            'for (const key of Object.keys(allLocales).sort()) { const p = allLocales[key].person || {};'
            'out[key] = { first_name: p.first_name || {}, last_name: p.last_name || {} }; }'
            'process.stdout.write(JSON.stringify(out));'
            % json.dumps(os.path.abspath(os.path.join(packages, '@faker-js/faker/dist/index.js'))))
    done = subprocess.run(['node', '--input-type=module', '-e', code], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout.decode('utf-8'))


def hunspell():
    """Pairs of a word of the French spelling dictionary and what is said of it."""
    with open(HUNSPELL, encoding='utf-8') as file:
        for line in file:
            word, _, about = line.rstrip('\n').partition(' ')
            yield word.split('/')[0], about


def words_written_small(output):
    small = {row['word'] for row in rows(os.path.join(output, 'common-words.tsv'))}
    small.update(fold(word) for word, about in hunspell() if word.islower() and re.search('po:(?:nom|adj|v)', about))
    return small


# Up to three words, each of letters that a hyphen or an apostrophe may part.
NAME = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+){0,3}")


def people(packages, output):
    forenames, surnames = {}, {}
    locales = faker(packages)
    for locale in sorted(set(locales) - set(NO_LOCALES)):
        for field, table in (('first_name', forenames), ('last_name', surnames)):
            for gender in ('female', 'male', 'generic'):
                for given in locales[locale][field].get(gender) or []:
                    for name in romanised(given.strip(), locale):
                        table.setdefault(name, set()).add({'female': 'f', 'male': 'm', 'generic': ''}[gender])
    for word, about in hunspell():
        if 'po:prn' in about:
            kind = re.search('is:(mas|fem|epi)', about)
            forenames.setdefault(word, set()).update({'mas': 'm', 'fem': 'f', 'epi': 'fm'}[kind.group(1)] if kind else '')
        if 'po:patr' in about:
            surnames.setdefault(word, set())
    for row in rows(os.path.join(output, 'names-by-country.tsv')):
        for name in split(row['names']):
            if row['kind'] == 's':
                surnames.setdefault(name, set())
            else:
                forenames.setdefault(name, set()).update(row['kind'].replace('u', 'fm'))
    small = words_written_small(output)
    credit = ['sources: npm @faker-js/faker 10.6.0, Copyright (c) 2022-2025 Faker, MIT; Cyrillic names as the press spells them;',
              'hunspell-fr-classical 7.0, Copyright 2007-2018 Dicollecte contributors, MPL-2.0; names-by-country.tsv, CC0 1.0;',
              'licence: MPL-2.0']
    for name, table, columns in (('forenames.tsv', forenames, ['name', 'gender', 'care']),
                                 ('surnames.tsv', surnames, ['name', 'care'])):
        merged = {}
        for form in sorted(table):
            if NAME.fullmatch(form) and len(form) > 1 and not form.islower() and not (form.isupper() and len(form) > 2):
                merged.setdefault(fold(form), [form, set()])[1].update(table[form])
        lines = []
        for key in sorted(merged):
            form, genders = merged[key]
            care = 'x' if key in small or re.sub("['’]", ' ', key) in small else ''
            lines.append([form] + ([''.join(sorted(genders))] if len(columns) == 3 else []) + [care])
        write(output, name, [('first names; gender: f, m or both where a source says' if len(columns) == 3 else 'surnames')
                             + '; care: x where it is also a word written small'] + credit, columns, lines, MAKER)


def bare(name):
    """"Le Havre" is "Havre" after "du" and "au"."""
    return re.sub('^(?:Le|Les) ', '', name)


def towns(packages, output):
    folder = os.path.join(packages, '@etalab/decoupage-administratif/data')
    with open(os.path.join(folder, 'communes.json'), encoding='utf-8') as file:
        communes = json.load(file)
    small = words_written_small(output)
    names = {c['nom'] for c in communes if c['type'] == 'commune-actuelle' and c.get('population', 0) >= 2000}
    table = []
    for name in sorted(names, key=lambda n: (fold(n), n)):
        alias = bare(name)
        table.append([name, alias if alias != name and len(alias) > 3 else '',
                      'x' if fold(name) in small or fold(alias) in small else ''])
    write(output, 'towns.tsv',
          ['communes of France of 2000 inhabitants and more; alias: as it stands after "du" and "au"; care: x where it is also a',
           'word written small; source: npm @etalab/decoupage-administratif 6.0.0, from Insee, Code officiel géographique;',
           'licence: Licence Ouverte 2.0 (https://www.etalab.gouv.fr/licence-ouverte-open-licence)'],
          ['name', 'alias', 'care'], table, MAKER)


def without_kind(name):
    """"Altaj, Respublika" is a name turned round; "Amurskaja oblast'" one with its kind."""
    if ', ' in name:
        head, tail = name.split(', ', 1)
        return [head, '%s %s' % (tail, head)]
    return [name]


def regions(packages, output):
    folder = os.path.join(packages, '@etalab/decoupage-administratif/data')
    small = words_written_small(output)
    found = {}
    for file, kind in (('departements.json', 'department'), ('regions.json', 'region')):
        with open(os.path.join(folder, file), encoding='utf-8') as data:
            for row in json.load(data):
                found.setdefault(('FR', row['nom']), kind)
    french = gettext.GNUTranslations(open(ISO_CODES_FR, 'rb'))
    with open(ISO_CODES, encoding='utf-8') as file:
        subdivisions = json.load(file)['3166-2']
    for row in subdivisions:
        state = row['code'][:2]
        if state == 'FR':
            continue
        for name in (row['name'], french.gettext(row['name'])):
            for form in without_kind(re.sub(r'\s*[\[(].*?[\])]', '', name).replace('ʿ', '').replace('`', "'").strip()):
                if len(form) > 2 and NAME.fullmatch(form):
                    found.setdefault((state, form), row['type'].lower())
    table, seen = [], set()
    for (state, name), kind in sorted(found.items()):
        if (state, fold(name)) not in seen:
            seen.add((state, fold(name)))
            table.append([state, name, kind, 'x' if fold(name) in small else ''])
    write(output, 'regions.tsv',
          ['parts of states; care: x where it is also a word written small; sources: npm @etalab/decoupage-administratif 6.0.0, from',
           'Insee, Code officiel géographique, Licence Ouverte 2.0 (https://www.etalab.gouv.fr/licence-ouverte-open-licence);',
           'iso-codes 4.15.0, ISO 3166-2 with French translations, LGPL-2.1 or later; licence: LGPL-2.1 or later'],
          ['iso2', 'name', 'kind', 'care'], table, MAKER)


def parties(sources, output):
    table = []
    for row in rows(sources + '/lexicon/parties.tsv'):
        names = unique([row['name']] + split(row['acronyms']))
        names = [name for name in names if len(name) > 1 and not re.fullmatch('various.*|none|other.*', name, re.I)]
        if names:
            table.append([row['iso2'], '; '.join(names)])
    write(output, 'parties.tsv',
          ['political parties, with their acronyms and other names; source: github factbook/factbook.json (Political parties), CC0 1.0;',
           'licence: CC0 1.0; state of February 2026'],
          ['iso2', 'names'], sorted(table, key=lambda row: (row[0], fold(row[1]), row[1])), MAKER)


def armed_groups(sources, output):
    table = []
    for row in rows(sources + '/lexicon/armed-groups.tsv'):
        table.append(['; '.join(unique([row['name']] + split(row['acronyms']))), row['countries']])
    write(output, 'armed-groups.tsv',
          ['armed groups, with their acronyms and where they are; source: github factbook/factbook.json (Terrorist groups: a list of',
           'the United States, no judgement of ours), CC0 1.0; licence: CC0 1.0; state of February 2026'],
          ['names', 'states'], sorted(table, key=lambda row: (fold(row[0]), row[0])), MAKER)


# What the Factbook calls an office, and what high-offices.tsv does.
HIGH_OFFICES = (
    (r'(?:Interim |Acting |Transitional? )?President(?: of .*)?(?: (?:Gen|Col|Capt|Dr|Sr)\.?)*', 'president'),
    (r'(?:Interim |Acting |Caretaker |Transition )?(?:Prime Minister|Premier)(?: Dr\.)?|Taoiseach \(Prime Minister\)', 'prime minister'),
    (r'(?:Federal )?Chancellor', 'chancellor'), (r'King|Queen', 'king'), (r'Amir', 'emir'), (r'Sultan.*', 'sultan'),
    (r'Prince', 'prince'), (r'Emperor', 'emperor'),
)


# The last day of the month the Factbook stands at.
CHECKED = '2026-02-28'


def day(text):
    """A day, a month or a year as the Factbook writes it, in ISO 8601; '' for none."""
    for pattern, iso in (('%d %B %Y', '%Y-%m-%d'), ('%B %Y', '%Y-%m'), ('%Y', '%Y')):
        try:
            return datetime.datetime.strptime(text, pattern).strftime(iso)
        except ValueError:
            pass
    return ''


def offices_held_now(sources, output):
    """Of the states and offices that the list by hand has not."""
    by_hand = {(row['scope'], row['office']) for row in rows(os.path.join(output, 'offices-held.tsv'))}
    states = {row['iso2'] for row in rows(os.path.join(output, 'states.tsv')) if row['kind'] == 'state'}
    has_head = {scope for scope, office in by_hand if office not in ('prime minister', 'chancellor')}
    held = {}
    for row in rows(sources + '/lexicon/leaders.tsv'):
        office = next((ours for theirs, ours in HIGH_OFFICES if re.fullmatch(theirs, row['role'])), '')
        since = day(row['since'])
        if not office or not since or row['iso2'] not in states or (row['iso2'], office) in by_hand:
            continue
        if row['iso2'] in has_head and office not in ('prime minister', 'chancellor'):
            continue
        held.setdefault((row['iso2'], office), set()).add((since, row['person']))
    table = [[scope, office] + [since, CHECKED + '+', name]
             for (scope, office), holders in held.items() if len({name for _, name in holders}) == 1
             for since, name in [min(holders)]]
    write(output, 'offices-held-now.tsv',
          ['who holds the high offices of the states and offices that offices-held.tsv has not; its columns; source: github',
           'factbook/factbook.json (Executive branch), CC0 1.0; licence: CC0 1.0; state of February 2026'],
          ['scope', 'office', 'from', 'to', 'name'], sorted(table), MAKER)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    packages = sys.argv[2]
    output = sys.argv[3] if len(sys.argv) == 4 else os.path.dirname(os.path.abspath(__file__))
    people(packages, output)
    towns(packages, output)
    regions(packages, output)
    parties(sys.argv[1], output)
    armed_groups(sys.argv[1], output)
    offices_held_now(sys.argv[1], output)


if __name__ == '__main__':
    main()
