import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const file = process.env['INPUT_GO-VERSION-FILE'];
const wanted = /^go (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1];
const found = execFileSync('go', ['version'], { encoding: 'utf8' }).trim();
console.log(`${file} asks for go ${wanted}; ${found}`);
