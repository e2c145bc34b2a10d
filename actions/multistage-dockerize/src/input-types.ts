import { type InputType, lines, path, text } from '../../shared/contract/types.ts';
import { parsed, textsOf } from '../../shared/json/json.ts';
import { nameOf, parseReference, type Reference } from '../../shared/oci/reference.ts';

/** An image repository, without tag or digest: both are this action's to set. */
export const repository: InputType<Reference> = {
  name: 'image repository',
  sample: { registry: 'docker.io', repository: 'library/sample' },
  parse: (raw) => {
    const reference = parseReference(raw);
    if (reference.tag !== undefined || reference.digest !== undefined) {
      throw new Error(
        `a repository without tag or digest, such as ${nameOf(reference)}; tags go to \`tags\``,
      );
    }
    return reference;
  },
};

export const platform: InputType<string> = {
  name: 'platform',
  sample: 'linux/amd64',
  parse: (raw) => {
    if (!/^linux\/[a-z0-9]+(?:\/v\d+)?$/.test(raw))
      throw new Error('linux/<architecture>, such as linux/arm64');
    return raw;
  },
};

export const githubRepository: InputType<string> = {
  name: 'owner/name',
  sample: 'acme/deploy',
  parse: (raw) => {
    if (!/^[\w.-]+\/[\w.-]+$/.test(raw)) throw new Error('owner/name of a repository, such as acme/deploy');
    return raw;
  },
};

/** Paths, one per line, or the JSON list that go-static-build gives as `paths`. */
export function pathList(workspace: string): InputType<readonly string[]> {
  const one = path(workspace);
  return {
    name: 'list of path, one per line or in JSON',
    sample: [],
    parse: (raw) => {
      if (!raw.startsWith('[')) return lines(one).parse(raw);
      const found = textsOf(parsed(raw));
      if (found.length === 0) throw new Error('a JSON list of paths');
      return found.map(one.parse);
    },
  };
}

/** Inputs of go-static-build as `name=value`, one per line; a name that stands again adds a line. `true` leaves all as they are. */
export const compileInputs: InputType<ReadonlyMap<string, string>> = {
  name: '`true`, or list of name=value, one per line',
  sample: new Map(),
  parse: (raw) => {
    const found = new Map<string, string>();
    if (raw === 'true') return found;
    for (const entry of lines(text).parse(raw)) {
      const [, name = '', value = ''] = /^([a-z-]+)\s*=\s*(.+)$/.exec(entry) ?? [];
      if (name === '')
        throw new Error(
          `\`true\`, or an input of go-static-build as name=value on every line, not "${entry}"`,
        );
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}\n${value}`);
    }
    return found;
  },
};
