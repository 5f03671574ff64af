// A peer, fr-compromise, on the same texts: millions of characters a second of processor time, all that it tags, on its first pass and once it is warm.
// usage: compromise.mjs FILE    with fr-compromise in a node_modules above; FILE as bench-actors reads it
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'peer.cjs'));
const nlp = require('fr-compromise');
const { version } = JSON.parse(readFileSync(join(process.cwd(), 'node_modules/fr-compromise/package.json'), 'utf8'));
const texts = readFileSync(process.argv[2], 'utf8').split('\x1e');
const size = texts.reduce((n, text) => n + [...text].length, 0);

function pass() {
  const started = process.cpuUsage();
  texts.forEach((text) => nlp(text).match('#ProperNoun+').out('array'));
  const { user, system } = process.cpuUsage(started);
  return size / (user + system);
}

const first = pass();
const second = pass();
console.log(`fr-compromise ${version}: ${first.toFixed(3)} million characters/s on its first pass, ${second.toFixed(3)} warm`);
