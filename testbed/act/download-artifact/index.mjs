import { chmod, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const { INPUT_NAME, INPUT_PATH, SEATRIAL_LOOP_ARTIFACTS } = process.env;
const source = join(SEATRIAL_LOOP_ARTIFACTS, INPUT_NAME);
if ((await stat(source).catch(() => undefined)) === undefined) {
  console.log(`::error::There is no artifact named ${INPUT_NAME}`);
  process.exit(1);
}
await mkdir(INPUT_PATH, { recursive: true });
await cp(source, INPUT_PATH, { recursive: true });
for (const entry of await readdir(INPUT_PATH, { recursive: true, withFileTypes: true })) {
  // Like the real service, which keeps no file modes.
  if (entry.isFile()) await chmod(join(entry.parentPath, entry.name), 0o644);
}
