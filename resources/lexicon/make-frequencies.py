#!/usr/bin/env python3
"""Makes word-frequencies.tsv: how many texts in a thousand have a word.  Python's standard library only.

    make-frequencies.py SOURCES [OUTPUT]

SOURCES is a folder that holds
  winer-fr.jsonl.xz           WiNER (Y. Dupont), text of Wikinews CC BY 2.5
  en-wikigold.jsonl.xz        Wikigold (D. Balasuriya et al. 2009), CC BY 4.0
  en-gum.jsonl.xz             GUM (A. Zeldes 2017), its genres that are CC BY or CC BY-SA
  en-uner-ewt.jsonl.xz        Universal NER over English EWT (S. Mayhew et al. 2024), CC BY-SA 4.0
  en-re3d.jsonl.xz            re3d (dstl), public sector information, Open Government Licence v3.0
OUTPUT is the folder of this script by default.  The same sources give the same bytes.
"""
import collections
import json
import lzma
import os
import re
import sys

sys.dont_write_bytecode = True
from lexicon_tables import fold, write  # noqa: E402

SOURCES = [('en', ['en-wikigold', 'en-gum', 'en-uner-ewt', 'en-re3d']), ('fr', ['winer-fr'])]
# Below that share a word is as telling as one that is not listed.
LEAST = 0.004


def main():
    folder = sys.argv[1]
    output = sys.argv[2] if len(sys.argv) > 2 else os.path.dirname(os.path.abspath(__file__))
    table = []
    for language, names in SOURCES:
        counts, n_texts = collections.Counter(), 0
        for name in names:
            with lzma.open(os.path.join(folder, name + '.jsonl.xz'), 'rt', encoding='utf-8') as file:
                for line in file:
                    n_texts += 1
                    counts.update(set(re.findall(r'[^\W_]+', fold(json.loads(line)['text']))))
        for word in sorted(counts):
            if counts[word] >= LEAST * n_texts and not word.isdigit():
                table.append([language, word, str(round(1000 * counts[word] / n_texts))])
    write(output, 'word-frequencies.tsv',
          ['of a thousand texts so many have the word, folded; counted in WiNER (Y. Dupont; text of Wikinews CC BY 2.5), Wikigold '
           '(D. Balasuriya', 'et al. 2009; CC BY 4.0), GUM (A. Zeldes 2017; genres under CC BY, CC BY-SA), Universal NER over English '
           'EWT (S. Mayhew et al. 2024;', 'CC BY-SA 4.0) and re3d (dstl; contains public sector information licensed under the Open '
           'Government Licence v3.0); licence: CC BY-SA 4.0'],
          ['lang', 'word', 'texts'], table, 'make-frequencies.py')


main()
