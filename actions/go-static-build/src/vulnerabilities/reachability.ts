import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { messageOf, UserError } from '../../../shared/errors/user-error.ts';
import type { Go } from '../../../shared/go/tool.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import type { Built } from '../build/build.ts';
import type { Twins } from '../build/twin.ts';
import type { Inputs, Output } from '../contract.ts';
import { fileName } from '../plan/paths.ts';
import { type CheckedVulnerabilities, readFindings } from './findings.ts';
import { CouldNotCheck, findGovulncheck, lastLine } from './govulncheck.ts';

type Build = Context<Output>;

/** What is known about vulnerabilities that can be reached. */
export type Reachability =
  | { readonly state: 'could-not-check'; readonly reason: string }
  | {
      readonly state: 'checked';
      /** The stream of `govulncheck -format json`, for trivy-gate. */
      readonly path: string;
      /** What govulncheck took out of each binary (`-mode extract`): enough to check it again with a newer database. */
      readonly extracts: readonly string[];
      readonly checked: CheckedVulnerabilities;
    };

/**
 * Asks govulncheck which known vulnerabilities the programs can reach: by the symbols in the unstripped twins
 * (`binary`), or by the calls in the sources (`source`).
 *
 * What keeps it from finding out (no network, no database) is told and comes back as a state of its own.
 */
export async function checkReachability(
  inputs: Inputs,
  context: Build,
  go: Go,
  twins: Twins,
  folder: string,
): Promise<Reachability> {
  const began = context.now();
  const path = join(folder, 'govulncheck.json');
  // What an earlier run left must not be handed on as this one's.
  await rm(path, { force: true });
  try {
    const program = await findGovulncheck(inputs, context, go);
    const streams: string[] = [];
    const extracts: string[] = [];
    for (const [one, twin] of twins) {
      if (inputs.reachability === 'binary') {
        const extract = join(folder, `${fileName([...twins.keys()], one.target)}.govulncheck-extract`);
        await writeFile(extract, await ask(go, program, ['-mode', 'extract', twin], one));
        extracts.push(extract);
        streams.push(await ask(go, program, [...asJson(inputs), '-mode', 'binary', extract], one));
      } else {
        streams.push(await ask(go, program, [...asJson(inputs), ...sourceArguments(inputs, one)], one));
      }
    }
    const stream = streams.join('');
    const checked = readFindings(stream);
    await writeFile(path, stream);
    context.log.info(`govulncheck ${checked.scanner}: ${formatDuration(context.now() - began)}`);
    return { state: 'checked', path, extracts, checked };
  } catch (error) {
    if (error instanceof UserError || context.signal.aborted) throw error;
    const reason = messageOf(error);
    context.report.annotate({
      level: 'warning',
      title: 'reachability could not be checked',
      message: `${reason}. Nothing is known about which vulnerabilities can be reached, so none is taken for unreachable.`,
    });
    return { state: 'could-not-check', reason };
  }
}

function asJson({ vulnerabilityDb }: Inputs): string[] {
  return ['-format', 'json', ...(vulnerabilityDb === undefined ? [] : ['-db', vulnerabilityDb])];
}

function sourceArguments({ tags }: Inputs, { target }: Built): string[] {
  return ['-mode', 'source', ...(tags.length === 0 ? [] : [`-tags=${tags.join(',')}`]), target.importPath];
}

/** The exit code is 0 whatever is found, as long as the format is JSON. */
async function ask(go: Go, program: string, args: readonly string[], { prepared }: Built): Promise<string> {
  const { code, stdout, stderr } = await go.tool(program, args, { env: prepared.env });
  if (code !== 0) throw new CouldNotCheck(`govulncheck ended with exit code ${code}: ${lastLine(stderr)}`);
  return stdout.endsWith('\n') ? stdout : `${stdout}\n`;
}
