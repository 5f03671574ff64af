#!/usr/bin/env python3
"""Write news to measure with: N plain-text files in a folder, of many stories in our own words, in French and English.

usage: stories.py N FOLDER [DAYS]

Each story has a town, two people and a few days of its own within DAYS (35 unless given), and is told by some ten articles
of several outlets; France has a part in three of ten. The same arguments give the same bytes.
"""
import datetime
import os
import random
import sys

FIRST = 'Amara Bruno Celia Daniel Esther Farid Greta Hugo Irene Jonas Karim Lena Marco Nadia Oscar Paula Rosa Simon Tala Viktor'.split()
START = 'Ba Ber Cas Dor Ek Fa Gas Hol Iba Jan Ka Lin Mo Na Oke Pe Qui Ras So Tem Ul Va Wex Yam Zo'.split()
END = 'ndal thier tellan val lund rouk pard lis rra sky mara qvist rand kata llo reda roga mus lano bo rich sari ler bane ric'.split()
TOWNS = 'Nairobi Lima Oslo Hanoï Amman Santiago Tbilissi Accra Katmandou Lagos Quito Manille Dakar Riga Sofia Tunis'.split()
MONTHS_FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split()
MONTHS_EN = 'January February March April May June July August September October November December'.split()
OUTLETS = ['Le Relais', 'Northern Ledger', 'La Vigie', 'Harbour News', 'Le Quotidien du Port', 'The Inland Herald', 'Radio Crête', 'Plain Dealer Daily']


def say_fr(rng, day, town, who, whom, france):
    date = f'{day.day} {MONTHS_FR[day.month - 1]} {day.year}'
    month = f'en {MONTHS_FR[day.month - 1]} {day.year}'
    return rng.choice([
        f'{who} a rencontré {whom} le {date} à {town}.', f'{who} a accusé {whom} le {date} d’avoir menti aux habitants de {town}.',
        f'La police de {town} a arrêté {whom} le {date}.', f'Des habitants de {town} ont manifesté le {date} contre {who}.',
        f'Une explosion a tué {rng.randint(2, 9)} personnes le {date} à {town}.',
        f'{who} et {whom} ont signé {month} un accord sur le port de {town}.'] +
        ([f'La France a condamné le {date} les violences de {town}.', f'La France a promis le {date} une aide à {town}.'] * 2 if france else []))


def say_en(rng, day, town, who, whom, france):
    date = f'{day.day} {MONTHS_EN[day.month - 1]} {day.year}'
    month = f'{MONTHS_EN[day.month - 1]} {day.year}'
    return rng.choice([
        f'{who} met {whom} in {town} on {date}.', f'{who} accused {whom} on {date} of lying to the people of {town}.',
        f'Police in {town} arrested {whom} on {date}.', f'People in {town} protested against {who} on {date}.',
        f'An explosion killed {rng.randint(2, 9)} people in {town} on {date}.',
        f'{who} and {whom} signed an accord on the port of {town} in {month}.'] +
        ([f'France condemned the violence in {town} on {date}.', f'France promised aid to {town} on {date}.'] * 2 if france else []))


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    days = int(sys.argv[3]) if len(sys.argv) > 3 else 35
    rng = random.Random(5)
    stories = []
    for _ in range(max(count // 10, 1)):
        name = lambda: f'{rng.choice(FIRST)} {rng.choice(START)}{rng.choice(END)}'
        stories.append((rng.choice(TOWNS), name(), name(), datetime.date(2024, 3, 1) + datetime.timedelta(days=rng.randrange(days)),
                        rng.random() < 0.3))
    os.makedirs(folder, exist_ok=True)
    for index in range(count):
        town, who, whom, first, france = rng.choice(stories)
        in_french = rng.random() < 0.5
        say, months = (say_fr, MONTHS_FR) if in_french else (say_en, MONTHS_EN)
        told = first + datetime.timedelta(days=rng.randrange(6))
        text = [f'{town} : {who} et {whom} ({index})' if in_french else f'{town}: {who} and {whom} ({index})',
                ('Publié le ' if in_french else 'Published on ') + f'{told.day} {months[told.month - 1]} {told.year}',
                f'{rng.choice(OUTLETS)} – {town}.']
        for _ in range(3):
            text.append(' '.join(say(rng, first + datetime.timedelta(days=rng.randrange((told - first).days + 1)), town, who, whom, france)
                                 for _ in range(3)))
        with open(os.path.join(folder, f'{index:06d}.txt'), 'w', encoding='utf-8') as out:
            out.write('\n\n'.join(text) + '\n')


main()
