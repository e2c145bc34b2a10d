import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { must } from '../../scripts/run.ts';

export interface Commit {
  readonly sha: string;
  readonly pullRequest: number;
  readonly title: string;
}

/** The caller's repository: the service and the starter workflow, as a Go team would have them. */
export class CallersRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the repository anew from a service's folder, its workflow filled in with the inputs of this loop. */
  static async create(
    folder: string,
    service: string,
    starter: string,
    inputs: Readonly<Record<string, string | number>>,
  ): Promise<CallersRepository> {
    await rm(folder, { recursive: true, force: true });
    await cp(service, folder, {
      recursive: true,
      filter: (path) => !/\/(bin|\.git|node_modules)$/.test(path),
    });
    await mkdir(join(folder, '.github', 'workflows'), { recursive: true });
    await writeFile(
      join(folder, '.github', 'workflows', 'ship.yml'),
      filledIn(await readFile(starter, 'utf8'), inputs),
    );
    const repository = new CallersRepository(folder);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await repository.git('remote', 'add', 'origin', 'https://github.com/acme/checkout.git');
    return repository;
  }

  /** Writes a file and commits it the way a merged pull request does. */
  async change(path: string, content: string, title: string, pullRequest: number): Promise<Commit> {
    await writeFile(join(this.folder, path), content);
    return this.commitAll(title, pullRequest);
  }

  /** The event that GitHub would send for the newest commit. */
  async writePushEvent(file: string, commit: Commit): Promise<void> {
    const message = `${commit.title} (#${commit.pullRequest})`;
    const event = { ref: 'refs/heads/main', after: commit.sha, head_commit: { id: commit.sha, message } };
    await writeFile(file, JSON.stringify(event));
  }

  /** Commits whatever changed, also nothing. */
  async commitAll(title: string, pullRequest: number): Promise<Commit> {
    await this.git('add', '--all');
    const who = ['-c', 'user.name=Checkout team', '-c', 'user.email=team@example.com'];
    await this.git(...who, 'commit', '--quiet', '--allow-empty', '-m', `${title} (#${pullRequest})`);
    const sha = (await this.git('rev-parse', 'HEAD')).trim();
    return { sha, pullRequest, title };
  }

  private git(...args: string[]): Promise<string> {
    return must('git', ['-C', this.folder, ...args]);
  }
}

/** The starter workflow with the inputs of this loop in place of the ones it shows. */
export function filledIn(starter: string, inputs: Readonly<Record<string, string | number>>): string {
  const document = parseDocument(starter);
  document.setIn(['jobs', 'ship', 'with'], document.createNode(inputs));
  return String(document);
}
