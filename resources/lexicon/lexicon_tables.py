"""What the makers of lexicons share: reading and writing their tables.  Python's standard library only."""
import os
import re
import unicodedata


def rows(path):
    """The rows of a lexicon as dictionaries."""
    with open(path, encoding='utf-8') as file:
        lines = [line.rstrip('\n') for line in file if line.strip() and not line.startswith('#')]
    names = lines[0].split('\t')
    for line in lines[1:]:
        cells = line.split('\t') + [''] * len(names)
        yield {name: cell.strip() for name, cell in zip(names, cells)}


def split(cell):
    return [part.strip().replace('\u200b', '') for part in cell.split(';') if part.strip()]


def fold(text):
    """Case and diacritics gone: only for comparing here; the program folds by itself."""
    text = unicodedata.normalize('NFKD', text.replace('’', "'").replace('œ', 'oe').replace('Œ', 'Oe')).lower()
    return ''.join(c for c in text if not unicodedata.combining(c))


def unique(values):
    """Without doubles, however accented or cased: the program folds what it reads."""
    seen, out = set(), []
    for value in values:
        key = re.sub(r"[^0-9a-z]+", ' ', fold(value)).strip()
        if key and key not in seen:
            seen.add(key)
            out.append(value)
    return out


def write(folder, name, comments, columns, table, maker='make-lexicons.py'):
    """Writes a lexicon: source and licence, then the names of the columns, then the rows."""
    with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='\n') as file:
        for comment in comments:
            file.write('# %s\n' % comment)
        file.write('# made by %s; do not edit\n' % maker)
        file.write('\t'.join(columns) + '\n')
        for row in table:
            assert len(row) == len(columns) and not any('\t' in cell for cell in row), row
            file.write('\t'.join(row).rstrip('\t') + '\n')
