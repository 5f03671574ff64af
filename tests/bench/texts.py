#!/usr/bin/env python3
"""Write news texts to measure with: fr.txt and en.txt in FOLDER, a record separator (U+001E) between the texts.

usage: texts.py FOLDER

Real press text from the gold beside the project where that is there, else the program's own sample articles.
"""
import html
import json
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
GOLD = os.path.join(TOP, '..', 'shared', 'gold')
FRENCH = ['dates/dev-fr-news.jsonl', 'dates/dev-fr-timebank.jsonl', 'dates/pubdate-dev-fr.jsonl']
ENGLISH = ['events/ecb.jsonl']


def gold(files):
    texts = []
    for name in files:
        path = os.path.join(GOLD, name)
        if os.path.exists(path):
            with open(path, encoding='utf-8') as lines:
                texts += [json.loads(line)['text'] for line in lines]
    return texts


def samples(language):
    folder = os.path.join(TOP, 'resources', 'sample')
    texts = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8') as page:
            source = page.read()
        if f'<html lang="{language}"' in source:
            body = re.search('<article>(.*)</article>', source, re.S)
            texts.append(html.unescape(re.sub('<[^>]+>', '', body[1])).strip())
    return texts


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for language, files in (('fr', FRENCH), ('en', ENGLISH)):
        with open(os.path.join(folder, language + '.txt'), 'w', encoding='utf-8') as out:
            out.write('\x1e'.join(gold(files) or samples(language)))


main()
