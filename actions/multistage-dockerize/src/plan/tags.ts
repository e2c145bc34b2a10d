import { UserError } from '../../../shared/errors/user-error.ts';
import { tagPattern } from '../../../shared/oci/reference.ts';

/** What the templates of a tag may name; empty where the run has none. */
export interface TagFacts {
  readonly sha: string;
  readonly branch: string;
  /** Semantic version of a version tag (`v1.2.3` or `1.2.3`), without the v. */
  readonly version: string;
}

/** Reads the facts from what the runner says about the commit. */
export function tagFacts(commit: string, env: Readonly<Record<string, string | undefined>>): TagFacts {
  const ref = env['GITHUB_REF'] ?? '';
  const name = env['GITHUB_REF_NAME'] ?? ref.replace(/^refs\/(?:heads|tags)\//, '');
  const isTag = ref.startsWith('refs/tags/');
  const version = /^(?:.*\/)?v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/.exec(isTag ? name : '')?.[1] ?? '';
  return { sha: commit, branch: isTag ? '' : env['GITHUB_HEAD_REF'] || name, version };
}

export interface Tags {
  readonly tags: readonly string[];
  /** Templates whose fact this run does not have, such as `{version}` on a branch. */
  readonly left: readonly string[];
}

/**
 * Fills the templates in. The commit's own tag is always there, because it is what a rollback asks for.
 *
 * Throws a UserError on an unknown placeholder, an impossible tag, and on `latest` unless it is allowed.
 */
export function tagsFor(templates: readonly string[], facts: TagFacts, allowLatest: boolean): Tags {
  const values: Readonly<Record<string, string>> = {
    sha: facts.sha,
    'short-sha': facts.sha.slice(0, 12),
    branch: tagOf(facts.branch),
    version: tagOf(facts.version),
  };
  const tags = new Set(facts.sha === '' ? [] : [facts.sha]);
  const left: string[] = [];
  for (const template of templates) {
    const tag = filled(template, values);
    if (tag === undefined) left.push(template);
    else tags.add(checked(tag, template, allowLatest));
  }
  if (tags.size > 0) return { tags: [...tags], left };
  throw new UserError(`none of the tags (${templates.join(', ')}) can be made in this run`, {
    fix: 'Run it for a commit (GITHUB_SHA), or give a tag without placeholder under `tags:`.',
  });
}

function filled(template: string, values: Readonly<Record<string, string>>): string | undefined {
  let missing = false;
  const tag = template.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new UserError(`the tag "${template}" has the unknown placeholder {${name}}`, {
        fix: `Use one of ${Object.keys(values)
          .map((known) => `{${known}}`)
          .join(', ')}.`,
      });
    }
    missing ||= value === '';
    return value;
  });
  return missing ? undefined : tag;
}

function checked(tag: string, template: string, allowLatest: boolean): string {
  if (!tagPattern.test(tag)) {
    throw new UserError(`"${tag}" (from "${template}") can be no tag`, {
      fix: 'A tag has up to 128 letters, digits, ., _ and -, and begins with a letter, digit or _.',
    });
  }
  if (tag === 'latest' && !allowLatest) {
    throw new UserError(
      'the tag "latest" is refused: what runs under it changes without a trace, and a rollback to it is none',
      {
        fix: 'Deploy by digest or by the commit tag, which is always set. For an image that is for development only, write `allow-latest: true`.',
      },
    );
  }
  return tag;
}

/** A branch or version as a tag: `feature/a` becomes `feature-a`, `1.0.0+build` becomes `1.0.0-build`. */
function tagOf(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
}
