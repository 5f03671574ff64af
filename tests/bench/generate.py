#!/usr/bin/env python3
"""Write articles to measure with: N plain-text files in a folder, in French and English, in words of our own.

usage: generate.py N FOLDER [SEED] [UNDATED]

Each article has a title, a dateline and six to twelve sentences about invented meetings, accords, strikes and
deliveries between real states and invented people; some sentences are told by several articles in the same words. Of
UNDATED (0 to 1, 0 unless given) of them nothing states the date, and their days are told without a year. The same arguments
give the same bytes.
"""
import datetime
import os
import random
import sys

STATES = [('le Kenya', 'Kenya', 'Nairobi', 'kényan', 'Kenyan'), ('le Pérou', 'Peru', 'Lima', 'péruvien', 'Peruvian'),
          ('la Norvège', 'Norway', 'Oslo', 'norvégien', 'Norwegian'), ('le Vietnam', 'Vietnam', 'Hanoï', 'vietnamien', 'Vietnamese'),
          ('la Jordanie', 'Jordan', 'Amman', 'jordanien', 'Jordanian'), ('le Chili', 'Chile', 'Santiago', 'chilien', 'Chilean'),
          ('la Géorgie', 'Georgia', 'Tbilissi', 'géorgien', 'Georgian'), ('le Ghana', 'Ghana', 'Accra', 'ghanéen', 'Ghanaian'),
          ('le Népal', 'Nepal', 'Katmandou', 'népalais', 'Nepalese'), ('la Bolivie', 'Bolivia', 'La Paz', 'bolivien', 'Bolivian')]
FIRST = 'Amara Bruno Celia Daniel Esther Farid Greta Hugo Irene Jonas Karim Lena Marco Nadia Oscar Paula Rosa Simon Tala Viktor'.split()
LAST = ('Abena Berthier Castellan Dorval Eklund Farouk Gaspard Hollis Ibarra Jansky Kamara Lindqvist Morand Nakata Okello '
        'Pereda Quiroga Rasmus Solano Tembo Ulrich Vasari Wexler Yamba Zoric').split()
OFFICES = [('le ministre de la Défense', 'Defence Minister'), ('la ministre des Affaires étrangères', 'Foreign Minister'),
           ('le président', 'President'), ('le Premier ministre', 'Prime Minister'), ('le général', 'General')]
MONTHS_FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split()
MONTHS_EN = 'January February March April May June July August September October November December'.split()
DAYS_FR = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split()
DAYS_EN = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
# How often a dispatch is told again in its own words, at the most.
COPIES = 6
OUTLETS = ['Le Relais', 'Northern Ledger', 'La Vigie', 'Harbour News', 'Le Quotidien du Port', 'The Inland Herald', 'Radio Crête', 'Plain Dealer Daily']


def date_in(days, months, day, told):
    """The day as an article of that day tells it; told is None for one that writes every date in full."""
    if told is None:
        return f'{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}'
    return days[day.weekday()] if (told - day).days < 6 else f'{days[day.weekday()]} {day.day} {months[day.month - 1]}'


def french(rng, day, a, b, person, office, told=None):
    date = date_in(DAYS_FR, MONTHS_FR, day, told)
    return rng.choice([
        f'{a[0].capitalize()} et {b[0]} ont signé {date} un accord de coopération à {a[2]}.',
        f'{office[0].capitalize()} {a[3]} {person} a rencontré {date} une délégation venue de {b[2]}.',
        f'{a[2]} a dénoncé {date} l’accord commercial conclu avec {b[0]}.',
        f'{b[0].capitalize()} a livré {date} du matériel médical à {a[2]}, selon un communiqué officiel.',
        f'Des centaines de personnes ont manifesté {date} à {a[2]} contre la hausse des prix.',
        f'{person}, {office[0]}, s’est entretenu par téléphone avec son homologue {b[3]} {date}.',
        f'Une explosion a tué {rng.randint(2, 40)} personnes {date} près de {a[2]}, d’après la police.',
        f'{a[2]} a promis de retirer {rng.randint(1, 9) * 100} soldats avant la fin du mois.'])


def english(rng, day, a, b, person, office, told=None):
    date = date_in(DAYS_EN, MONTHS_EN, day, told)
    return rng.choice([
        f'{a[1]} and {b[1]} signed a cooperation agreement in {a[2]} on {date}.',
        f'{a[4]} {office[1]} {person} met a delegation from {b[1]} on {date}.',
        f'{a[1]} denounced its trade agreement with {b[1]} on {date}.',
        f'{b[1]} delivered medical equipment to {a[2]} on {date}, according to an official statement.',
        f'Hundreds of people demonstrated in {a[2]} on {date} against rising prices.',
        f'{office[1]} {person} spoke by phone with the {b[4]} president on {date}.',
        f'An explosion killed {rng.randint(2, 40)} people near {a[2]} on {date}, police said.',
        f'{a[1]} promised to withdraw {rng.randint(1, 9) * 100} soldiers before the end of the month.'])


def article(rng, index, shared, undated):
    in_french = rng.random() < 0.5
    day = datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(1800))
    a, b = rng.sample(STATES, 2)
    person = f'{rng.choice(FIRST)} {rng.choice(LAST)}'
    office = rng.choice(OFFICES)
    say = french if in_french else english
    outlet = rng.choice(OUTLETS)
    title = (f'{a[2]} : une semaine sous tension avec {b[0]} ({index})' if in_french
             else f'{a[2]}: a tense week with {b[1]} ({index})')
    paragraphs = []
    for _ in range(rng.randint(3, 5)):
        sentences = []
        for _ in range(rng.randint(2, 3)):
            copied = shared[in_french] and rng.random() < 0.1
            if copied and not undated:
                dispatch = rng.choice(shared[in_french])
                sentences.append(dispatch[0])
                dispatch[1] -= 1
                if dispatch[1] == 0:
                    shared[in_french].remove(dispatch)
            else:
                sentences.append(say(rng, day - datetime.timedelta(days=rng.randrange(12)), a, b, person, office,
                                     day if undated else None))
                if not undated:
                    shared[in_french].append([sentences[-1], COPIES])
                    del shared[in_french][:-40]
        paragraphs.append(' '.join(sentences))
    stated = (f'Publié le {day.day} {MONTHS_FR[day.month - 1]} {day.year}' if in_french
              else f'Published on {day.day} {MONTHS_EN[day.month - 1]} {day.year}')
    return '\n\n'.join([title] + ([] if undated else [stated]) + [f'{outlet} – {a[2]}. ' + paragraphs[0]] + paragraphs[1:]) + '\n'


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    share = float(sys.argv[4]) if len(sys.argv) > 4 else 0
    rng, which = random.Random(seed), random.Random(seed + 1)
    shared = {True: [], False: []}
    os.makedirs(folder, exist_ok=True)
    for index in range(count):
        with open(os.path.join(folder, f'{index:06d}.txt'), 'w', encoding='utf-8') as out:
            out.write(article(rng, index, shared, which.random() < share))


main()
