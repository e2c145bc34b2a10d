import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../shared/errors/user-error.ts';
import type { Exec, ExecResult } from '../../../shared/exec/exec.ts';

/** What a commit changes: the whole new text by path in the repository. */
export type Changes = ReadonlyMap<string, string>;

export interface GitOptions {
  /** `owner/name` on this GitHub, a URL, or a path. */
  readonly repository: string;
  readonly branch: string;
  /** Rights to push by https; never on a command line and in no file. */
  readonly token: string | undefined;
  /** Such as `https://github.com`. */
  readonly server: string;
  readonly temp: string;
  readonly exec: Exec;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A clone of its own, away from the workspace, so that nothing of the job gets into the commit. */
export class GitRepository {
  readonly folder: string;
  private readonly options: GitOptions;

  private constructor(folder: string, options: GitOptions) {
    this.folder = folder;
    this.options = options;
  }

  /** Throws a UserError for a repository or branch that can't be had. */
  static async clone(options: GitOptions): Promise<GitRepository> {
    const folder = await mkdtemp(join(options.temp, 'seatrial-gitops-'));
    const { repository, branch, server } = options;
    const url = /^[\w.-]+\/[\w.-]+$/.test(repository) ? `${server}/${repository}` : repository;
    const git = new GitRepository(folder, options);
    const cloned = await git.run([
      'clone',
      '--quiet',
      '--filter=blob:none',
      '--branch',
      branch,
      '--',
      url,
      folder,
    ]);
    if (cloned.code === 0) return git;
    throw new UserError(
      `the GitOps repository ${repository} can't be had at ${branch}: ${lastLine(cloned)}`,
      {
        fix: 'Correct `gitops-repository` and `gitops-branch`; a private repository needs a `token` with contents: write there (GITHUB_TOKEN reaches its own repository only).',
      },
    );
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  head(): Promise<string> {
    return this.must(['rev-parse', 'HEAD'], 'tell its commit');
  }

  /** Commits on a branch of this clone, or on the present one. Gives the commit, or undefined when nothing differs. */
  async commit(changes: Changes, message: string, onto?: string): Promise<string | undefined> {
    if (onto !== undefined) await this.must(['checkout', '--quiet', '-B', onto], 'make a branch');
    for (const [path, text] of changes) await writeFile(join(this.folder, path), text);
    await this.must(['add', '--', ...changes.keys()], 'take the change up');
    if ((await this.run(['diff', '--cached', '--quiet'])).code === 0) return undefined;
    await this.must(['commit', '--quiet', '--no-verify', `--message=${message}`], 'commit');
    return this.head();
  }

  /** False when somebody else was faster. Any other refusal is a UserError. */
  async push(branch: string, force = false): Promise<boolean> {
    const pushed = await this.run([
      'push',
      '--quiet',
      ...(force ? ['--force'] : []),
      'origin',
      `HEAD:refs/heads/${branch}`,
    ]);
    if (pushed.code === 0) return true;
    if (/fetch first|non-fast-forward|cannot lock ref|incorrect old value/.test(pushed.stderr)) return false;
    throw new UserError(`the GitOps repository does not take the push to ${branch}: ${lastLine(pushed)}`, {
      fix: 'A protected branch wants a pull request: write `gitops-pull-request: true`. Otherwise the `token` needs contents: write.',
    });
  }

  /** Back to what the branch is by now. */
  async renew(): Promise<void> {
    const { branch } = this.options;
    await this.must(['fetch', '--quiet', 'origin', branch], 'fetch');
    await this.must(['reset', '--quiet', '--hard', `origin/${branch}`], 'go to its head');
  }

  /** Whether a revision is the commit or came after it. */
  async contains(revision: string, commit: string): Promise<boolean> {
    if (revision === commit) return true;
    if (!/^[0-9a-f]{40}$/.test(revision)) return false;
    const asked = ['merge-base', '--is-ancestor', commit, revision];
    if ((await this.run(asked)).code === 0) return true;
    await this.run(['fetch', '--quiet', 'origin', this.options.branch]);
    return (await this.run(asked)).code === 0;
  }

  private async must(args: readonly string[], what: string): Promise<string> {
    const result = await this.run(args);
    if (result.code === 0) return result.stdout.trim();
    throw new UserError(`git can't ${what} in the GitOps repository: ${lastLine(result)}`, {
      fix: 'Look at the message of git; the clone is made anew by the next run.',
    });
  }

  private run(args: readonly string[]): Promise<ExecResult> {
    const { exec, env, token, server } = this.options;
    const known = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return exec('git', ['-C', this.folder, ...args], {
      env: { ...Object.fromEntries(known), ...settings(token, server) },
    });
  }
}

/** git's configuration by environment: who commits, and the rights, which no process list shows. */
function settings(token: string | undefined, server: string): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const pairs: [string, string][] = [
    ['user.name', 'seatrial'],
    ['user.email', 'seatrial@users.noreply.github.com'],
    ['commit.gpgsign', 'false'],
    ...(token === undefined
      ? []
      : [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basic}`] satisfies [string, string]]),
  ];
  const numbered = pairs.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(pairs.length),
    ...Object.fromEntries(numbered),
  };
}

const lastLine = ({ stderr, stdout }: ExecResult): string =>
  (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';
