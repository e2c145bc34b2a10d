import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const { INPUT_NAME, INPUT_PATH, SEATRIAL_LOOP_ARTIFACTS } = process.env;
const target = join(SEATRIAL_LOOP_ARTIFACTS, INPUT_NAME);
// Of several files the real one keeps the folders below what they have in common; here they share one.
const paths = INPUT_PATH.split('\n')
  .map((path) => path.trim())
  .filter((path) => path !== '');
const found = [];
for (const path of paths) {
  const entry = await stat(path).catch(() => undefined);
  if (entry !== undefined) found.push({ path, entry });
}
const exists = await stat(target).catch(() => undefined);

if (found.length === 0) {
  const strict = process.env['INPUT_IF-NO-FILES-FOUND'] === 'error';
  console.log(`::${strict ? 'error' : 'warning'}::No files were found at ${INPUT_PATH}`);
  process.exit(strict ? 1 : 0);
}
if (exists !== undefined && process.env.INPUT_OVERWRITE !== 'true') {
  console.log(`::error::An artifact named ${INPUT_NAME} is there already`);
  process.exit(1);
}
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const { path, entry } of found)
  await cp(path, entry.isDirectory() ? target : join(target, basename(path)), { recursive: true });
