import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const { INPUT_NAME, INPUT_PATH, SEATRIAL_LOOP_ARTIFACTS } = process.env;
const target = join(SEATRIAL_LOOP_ARTIFACTS, INPUT_NAME);
const found = await stat(INPUT_PATH).catch(() => undefined);
const exists = await stat(target).catch(() => undefined);

if (found === undefined) {
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
await cp(INPUT_PATH, found.isDirectory() ? target : join(target, basename(INPUT_PATH)), { recursive: true });
