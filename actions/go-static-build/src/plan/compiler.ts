import { UserError } from '../../../shared/errors/user-error.ts';
import { onPath } from '../../../shared/exec/exec.ts';
import type { Go } from '../../../shared/go/tool.ts';
import type { Prepared } from './prepare.ts';

/** Throws a UserError when cgo is used and there is no C compiler for the platform. */
export async function mustHaveCompiler(go: Go, prepared: Prepared, named: string | undefined): Promise<void> {
  const [first] = prepared.uses;
  if (first === undefined) return;
  const { hostArch, hostOs } = go.settings;
  const foreign = prepared.platform.arch !== hostArch || prepared.platform.os !== hostOs;
  const because = `${first.importPath} needs C (${first.chain.join(' → ')})`;
  if (foreign && named === undefined) {
    throw new UserError(`no C compiler for ${prepared.platform.os}/${prepared.platform.arch}: ${because}`, {
      fix: 'Install a cross compiler and name it, such as `env: CC=aarch64-linux-gnu-gcc`, or set `cgo: false`.',
    });
  }
  const compiler = (named ?? go.settings.cc).split(' ', 1)[0] ?? '';
  if ((await onPath(compiler)) !== undefined) return;
  throw new UserError(`no C compiler: \`${compiler}\` is not on PATH, and ${because}`, {
    fix: 'Install it before this step (`apt-get install gcc`), or set `cgo: false` if the module has a pure Go way.',
  });
}
