import { LOGO } from './constants.js';
import { pages } from './seal.js';

const rows = await pages('/recipes/');
const top = rows.sort((a, b) => b.visits - a.visits).slice(0, 5);

process.stdout.write(`<img src="${LOGO}" alt="kitchen">\n<ol>\n`);
for (const row of top) {
  process.stdout.write(`<li>${row.path} (${row.visits})</li>\n`);
}
process.stdout.write('</ol>\n');
