import { messageOf, UserError } from '../errors/user-error.ts';
import { isJson } from '../kube/values.ts';
import { type Misfit, misfits } from './check.ts';
import { type ReleaseRecord, recordVersion } from './types.ts';

/** More than a few say no more than that the file is something else. */
const told = 5;

const fix =
  'Hand on the `record` output of an earlier Seatrial step as it wrote the file, or leave the input out to begin a new record. What steps have found is never written by hand: a step that runs again writes its section anew.';

/** A record's text as a record; a UserError names the fields that do not fit the published schema, and their lines. */
export async function parseRecord(text: string, path: string): Promise<ReleaseRecord> {
  const value = json(text, path);
  const version = isJson(value) ? value['version'] : undefined;
  if (version !== recordVersion) throw otherVersion(version, path);
  const found = misfits(value);
  if (found.length === 0 && isRecord(value)) return value;
  const lines = found.slice(0, told).map(({ path: field, problem }) => `\`${dotted(field)}\` ${problem}`);
  const more = found.length > told ? `; and ${found.length - told} more` : '';
  throw new UserError(`the release record ${path} is damaged: ${lines.join('; ')}${more}`, {
    fix,
    place: { file: path, line: await lineOf(text, found[0]?.path ?? []) },
  });
}

/** The schema was held against the value; this only tells the compiler so. */
function isRecord(value: unknown): value is ReleaseRecord {
  return isJson(value);
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`the release record ${path} is damaged: it is no JSON (${messageOf(error)})`, {
      fix,
      place: { file: path },
      cause: error,
    });
  }
}

function otherVersion(version: unknown, path: string): UserError {
  const is = version === undefined ? '' : `, but of version ${JSON.stringify(version)}`;
  return new UserError(`${path} is no release record of version ${recordVersion}${is}`, {
    fix:
      version === undefined
        ? fix
        : 'Use one version of Seatrial in all jobs of a release: `uses: seatrial-dev/seatrial/…@` with the same reference.',
    place: { file: path },
  });
}

/** `rollouts[0].workloads[1].name` */
function dotted(path: Misfit['path']): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/** The line of a field, or of the nearest around it that is there. JSON is YAML, whose parser knows places. */
async function lineOf(text: string, path: Misfit['path']): Promise<number> {
  const { LineCounter, isNode, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return 1;
}
