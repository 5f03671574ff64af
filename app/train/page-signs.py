#!/usr/bin/env python3
"""Teaches the judge of pages: which blocks of a page are its article.

    page-signs.py GOLD.jsonl.xz FOLDER LISTER SCORER OUT.tsv

GOLD and FOLDER are pages with their article, LISTER is rcp-list-page-signs, SCORER the module that scores. A logistic regression over
the signs of blocks, cross-validated by site: what is printed is from sites that were not learnt from, before the judge's later steps.
Needs python3-sklearn.
"""
import importlib.util
import json
import lzma
import re
import subprocess
import sys
from collections import defaultdict
from urllib.parse import urlparse

import numpy
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

# Collections under a free licence that asks for no more than to be named; the others are only scored.
LEARNT_FROM = {"traf", "wcxb", "fundus", "aeb", "moz", "postlight", "np4k", "goose3"}
FOLDS = 5
# A sign that fewer sites have is a site's own.
MIN_SITES = 6
STRENGTH = 0.03
VETOES = {"said before", "among comments"}
WORD = re.compile(r"\w+", re.U)


def tokens(text):
    return WORD.findall(text.lower())


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def site_of(page):
    host = urlparse(page.get("url") or "").hostname or page["id"]
    return ".".join(host.split(".")[-2:])


def shingles(words, n=4):
    return [tuple(words[i:i + n]) for i in range(len(words) - n + 1)]


def label(page, blocks):
    """For each block whether it is the article's, and how much that matters."""
    labels, weights = [], []
    if "text" in page:
        known = set(shingles(tokens(page["text"])))
        lines = {" ".join(tokens(line)) for line in page["text"].split("\n")}
        for block in blocks:
            words = tokens(block["text"])
            own = shingles(words)
            if own:
                good = sum(shingle in known for shingle in own) / len(own) >= 0.5
            else:
                good = " ".join(words) in lines
            labels.append(int(good))
            weights.append(max(len(words), 1))
    else:
        have = [squeeze(x) for x in page.get("must_have", []) if squeeze(x)]
        have_not = [squeeze(x) for x in page.get("must_not_have", []) if squeeze(x)]
        for block in blocks:
            text = squeeze(block["text"])
            good = any(x in text or (len(text) > 15 and text in x) for x in have)
            bad = any(x in text or (len(text) > 15 and text in x) for x in have_not)
            labels.append(int(good and not bad))
            weights.append(8.0 if good != bad else 0.0)
    total = sum(weights)
    share = 1.0 if "text" in page else 0.5
    return labels, [weight * share / total if total else 0.0 for weight in weights]


def list_signs(lister, lines):
    answer = subprocess.run([lister], input="\n".join(map(json.dumps, lines)), capture_output=True, text=True, check=True).stdout
    return {page["id"]: page.get("blocks", []) for page in map(json.loads, answer.split("\n")[:-1])}


def matrix(rows, index):
    pointers, columns = [0], []
    for row in rows:
        columns.extend(sorted({index[sign] for sign in row if sign in index}))
        pointers.append(len(columns))
    return csr_matrix((numpy.ones(len(columns), numpy.float32), columns, pointers), (len(rows), len(index)))


def vocabulary(pages, signs):
    sites = defaultdict(set)
    for page in pages:
        for block in signs[page["id"]]:
            for sign in block["signs"]:
                sites[sign].add(page["site_name"])
    return {sign: i for i, sign in enumerate(sorted(sign for sign in sites if len(sites[sign]) >= MIN_SITES))}


def fit(rows, labels, weights):
    weights = numpy.array(weights)
    used = weights > 0
    model = LogisticRegression(C=STRENGTH, max_iter=400, fit_intercept=False, solver="lbfgs")
    model.fit(rows[used], numpy.array(labels)[used], sample_weight=weights[used] * used.sum() / weights.sum())
    return model.coef_[0]


def learn(pages, signs, marks):
    """Probabilities of every block from models that have not seen its site, and the weights from all."""
    index = vocabulary([page for page in pages if page["source"] in LEARNT_FROM], signs)
    rows = {page["id"]: matrix([block["signs"] for block in signs[page["id"]]], index) for page in pages}

    def fit_on(chosen):
        chosen = [page for page in chosen if page["source"] in LEARNT_FROM and rows[page["id"]].shape[0]]
        return fit(vstack([rows[page["id"]] for page in chosen]).tocsr(),
                   [x for page in chosen for x in marks[page["id"]][0]], [x for page in chosen for x in marks[page["id"]][1]])

    answers = {}
    for fold in range(FOLDS):
        coefficients = fit_on([page for page in pages if page["fold"] != fold])
        for page in pages:
            if page["fold"] == fold:
                answers[page["id"]] = [0.0 if VETOES & set(block["signs"]) else x for block, x in
                                       zip(signs[page["id"]], 1 / (1 + numpy.exp(-(rows[page["id"]] @ coefficients))))]
    return answers, index, fit_on(pages)


def report(scorer, pages, signs, answers, name):
    predictions = {page["id"]: {"text": "\n".join(block["text"] for block, p in zip(signs[page["id"]], answers[page["id"]]) if p > 0.5)}
                   for page in pages}
    print(scorer.HEAD)
    print(scorer.line(name, scorer.score(pages, predictions)[0]))
    for source in ["fr"] + sorted({page["source"] for page in pages if "text" in page or "must_have" in page}):
        chosen = [page for page in pages if (page.get("lang") if source == "fr" else page["source"]) == source]
        print(scorer.line("  " + source, scorer.score(chosen, predictions)[0]))


def main():
    gold, folder, lister, scorer_path, out = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("score", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with lzma.open(gold, "rt", encoding="utf8") as lines:
        pages = [json.loads(line) for line in lines]
    pages = [page for page in pages if "text" in page or "must_have" in page or "must_not_have" in page]
    order = {site: i for i, site in enumerate(sorted({site_of(page) for page in pages}))}
    for page in pages:
        page["site_name"] = site_of(page)
        page["fold"] = order[page["site_name"]] * 7919 % FOLDS
    asked = [{"id": page["id"], "file": f"{folder}/{page['id']}.html"} for page in pages]
    signs = list_signs(lister, asked)
    marks = {page["id"]: label(page, signs[page["id"]]) for page in pages}
    for page in pages:
        # What is said again would teach the opposite of what it is set aside for.
        for i, block in enumerate(signs[page["id"]]):
            if "said before" in block["signs"]:
                marks[page["id"]][1][i] = 0.0
    report(scorer, pages, signs, {key: [x for x in value[0]] for key, value in marks.items()}, "as labelled")
    answers, index, weights = learn(pages, signs, marks)
    report(scorer, pages, signs, answers, "sites not learnt from")
    with open(out, "w", encoding="utf8") as file:
        file.write("# Weights of the signs of a block of a page, learnt by app/train/page-signs.py: a logistic regression. Learnt from marked pages of trafilatura's tests (A. Barbaresi, Apache-2.0), the web content\n"
                   "# extraction benchmark (M. Foley, CC BY 4.0), fundus (MIT), article-extraction-benchmark (Zyte, MIT), Mozilla's\n"
                   "# readability (Apache-2.0), Postlight's parser (Apache-2.0 or MIT), newspaper4k (MIT), goose3 (Apache-2.0). No text of\n"
                   "# them is here. A positive weight speaks for the article.\n"
                   "sign\tweight\n")
        for sign, i in sorted(index.items()):
            if abs(weights[i]) >= 0.02:
                file.write(f"{sign}\t{weights[i]:.3f}\n")


if __name__ == "__main__":
    main()
