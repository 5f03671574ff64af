// The fastest peer, chrono-node, on the same texts: megabytes a second, on the first pass over them and once it is warm.
// usage: chrono.mjs LANGUAGE FILE    with chrono-node in a node_modules above; FILE as bench-dates reads it
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , language, file] = process.argv;
const chrono = createRequire(join(process.cwd(), 'chrono.cjs'))('chrono-node');
const { version } = JSON.parse(readFileSync(join(process.cwd(), 'node_modules/chrono-node/package.json'), 'utf8'));
const texts = readFileSync(file, 'utf8').split('\x1e');
const reference = new Date(2024, 2, 27, 12);
const size = texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);

function pass() {
  const started = performance.now();
  const found = texts.reduce((n, text) => n + chrono[language].parse(text, reference).length, 0);
  return { found, rate: size / 1000 / (performance.now() - started) };
}

const first = pass();
const rates = [];
for (const started = performance.now(); performance.now() - started < 2000;) rates.push(pass().rate);
const warm = rates.length / rates.reduce((sum, rate) => sum + 1 / rate, 0);
console.log(`chrono-node ${version} ${language}: ${first.rate.toFixed(2)} MB/s on its first pass, ${warm.toFixed(1)} MB/s warm (${first.found} expressions)`);
