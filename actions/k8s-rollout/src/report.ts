import type { Context } from '../../shared/action/context.ts';
import type { UserError } from '../../shared/errors/user-error.ts';
import { Frozen } from '../../shared/freeze/freeze.ts';
import { KubeError } from '../../shared/kube/errors.ts';
import { nameOf, refOf } from '../../shared/kube/values.ts';
import { containersOf } from '../../shared/manifests/pod-spec.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import type { RolloutSection } from '../../shared/record/types.ts';
import { ClaimLost } from '../../shared/rollout/claim/claim.ts';
import type { CauseId, Finding } from '../../shared/rollout/finding.ts';
import type { RolloutResult } from '../../shared/rollout/options.ts';
import { previousRevision } from '../../shared/rollout/rollout.ts';
import { isWorkload } from '../../shared/rollout/workload.ts';
import type { Inputs, Output } from './contract.ts';
import { asText, placeOf, shortened, shown, sourcePlace, subjectOf } from './diagnosis.ts';
import { hideIn } from './secrets.ts';
import { summaryOf } from './summary.ts';

/** What is told to the world about a rollout that came to an end. */
export interface Told {
  readonly result: RolloutResult;
  readonly manifests: readonly Manifest[];
  readonly secrets: readonly string[];
  /** Milliseconds. */
  readonly duration: number;
}

/** Outputs, annotations, summary and record section. */
export function report(inputs: Inputs, context: Context<Output>, told: Told): void {
  const { manifests, secrets } = told;
  const result = withoutSecrets(told.result, secrets);
  const sectionOf = recordSection(inputs, { ...told, result });
  const { findings } = result;
  const [first] = sectionOf.workloads;
  const outputs: [Output, string | number | boolean][] = [
    ['status', statusOf(result.verdict)],
    ['verdict', result.verdict],
    ['cause', findings[0]?.cause ?? ''],
    ['diagnosis', hideIn(asText([...findings, ...result.warnings], manifests), secrets)],
    [
      'causes',
      JSON.stringify(
        findings.map(({ cause, message, fix, ref, evidence }) => ({
          cause,
          object: nameOf(ref),
          message,
          evidence,
          fix,
        })),
      ),
    ],
    ['workloads', JSON.stringify(sectionOf.workloads)],
    ['revision', first?.revision ?? ''],
    ['previous-revision', first?.previousRevision ?? ''],
    ['changed', isChanged(inputs, result)],
    ['seconds', sectionOf.seconds],
    ['seconds-to-verdict', verdictSeconds(result)],
  ];
  for (const [name, value] of outputs) context.report.output(name, value);
  context.report.section('rollouts', [...othersThan(sectionOf, context.record.rollouts ?? []), sectionOf]);
  context.report.summary(hideIn(summaryOf(result, inputs.environment, manifests, inputs.dryRun), secrets));
  annotate(context, result, manifests);
  if (result.verdict === 'healthy' || result.verdict === 'unchanged') return;
  context.report.fail(failureOf(result, inputs), findings[0]?.fix ?? fixWithoutCause(result));
}

/** A job that runs again tells its rollout anew: the earlier attempt is no part of the release's end. */
function othersThan(one: RolloutSection, all: readonly RolloutSection[]): RolloutSection[] {
  return all.filter(
    ({ environment, namespace }) => environment !== one.environment || namespace !== one.namespace,
  );
}

function withoutSecrets(result: RolloutResult, secrets: readonly string[]): RolloutResult {
  const clean = (finding: Finding): Finding => ({
    ...finding,
    message: hideIn(finding.message, secrets),
    evidence: finding.evidence.map((line) => hideIn(line, secrets)),
  });
  return { ...result, findings: result.findings.map(clean), warnings: result.warnings.map(clean) };
}

/** The verdict in the words of the output `status`. */
export function statusOf(verdict: RolloutResult['verdict']): string {
  if (verdict === 'healthy') return 'succeeded';
  if (verdict === 'refused' || verdict === 'undo-failed') return 'failed';
  return verdict;
}

function isChanged({ dryRun }: Inputs, { plan, verdict, restored }: RolloutResult): boolean {
  if (dryRun || plan === undefined || restored !== undefined || verdict === 'refused') return false;
  return (
    plan.pruned.length > 0 || plan.steps.some(({ change }) => change === 'created' || change === 'changed')
  );
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** From the start of the process to the verdict, without the way back. */
function verdictSeconds({ timings }: RolloutResult): number {
  return seconds(process.uptime() * 1000 - timings.undo);
}

function recordSection(inputs: Inputs, { result, manifests, duration }: Told): RolloutSection {
  const steps = new Map(result.plan?.steps.map((step) => [nameOf(step.ref), step]));
  const statuses = new Map(result.workloads.map((status) => [nameOf(status.ref), status]));
  const workloads = manifests
    .filter(({ object }) => isWorkload(object))
    .map(({ object }) => {
      const name = nameOf(refOf(object));
      const before = previousRevision(steps.get(name)?.before);
      const revision = statuses.get(name)?.revision;
      return {
        kind: object.kind,
        name: object.metadata.name ?? '',
        ...(revision === undefined ? {} : { revision }),
        ...(before === undefined ? {} : { previousRevision: before }),
        images: containersOf(object).map(({ image }) => image),
      };
    });
  const namespaces = new Set(
    manifests.map(({ object }) => object.metadata.namespace).filter((name) => name !== undefined),
  );
  return {
    environment: inputs.environment,
    namespace: [...namespaces].join(','),
    verdict: result.verdict,
    workloads,
    causes: result.findings.map(({ cause, message }) => ({ cause, message })),
    seconds: seconds(duration),
  };
}

function annotate(
  context: Context<Output>,
  { findings, warnings }: RolloutResult,
  manifests: readonly Manifest[],
): void {
  for (const [level, list] of [
    ['error', findings],
    ['warning', warnings],
  ] as const) {
    for (const finding of list) {
      const place = sourcePlace(finding, context.workspace) ?? placeOf(finding, manifests);
      context.report.annotate({
        level,
        title: `k8s-rollout: ${finding.cause}`,
        message: `${subjectOf(finding)}: ${finding.message}\n${finding.fix}`,
        ...(place === undefined ? {} : { place }),
      });
    }
  }
}

function failureOf({ verdict, findings, restored }: RolloutResult, { environment }: Inputs): string {
  const [first] = findings;
  const why = first === undefined ? '' : ` (${first.cause}) ${subjectOf(first)}: ${first.message}`;
  const back =
    verdict === 'undone'
      ? '. Everything is back to what it was before, and healthy.'
      : verdict === 'undo-failed'
        ? `. Going back failed: ${restored?.failures.map(({ ref, message }) => `${nameOf(ref)}: ${message}`).join('; ') || 'what was before is written, but not healthy'}.`
        : verdict === 'cancelled' && restored !== undefined
          ? '. What was before is written again; the cluster goes there by itself.'
          : '';
  const how = { refused: 'was refused before anything was changed', cancelled: 'was cancelled' };
  return `the rollout to ${environment} ${verdict === 'refused' || verdict === 'cancelled' ? how[verdict] : 'failed'}${why}${back}`;
}

function fixWithoutCause({ verdict }: RolloutResult): string {
  return verdict === 'cancelled'
    ? 'Run the job again when you want this release.'
    : 'Look at the log of this step.';
}

/**
 * What is told when nothing could begin (a manifest that can't be read, a cluster that can't be reached), and when another
 * run has taken the release over.
 */
export function reportRefusal({ report: out }: Context<Output>, error: UserError): void {
  if (error instanceof ClaimLost) {
    out.output('verdict', 'failed');
    out.output('changed', true);
  }
  out.output('cause', causeOf(error));
  const place = error.place === undefined ? '' : `\nmanifest: ${shown(error.place)}`;
  out.output('diagnosis', shortened(`${error.message}${place}\nwhat to do: ${error.fix}`));
  out.output('causes', JSON.stringify([{ cause: causeOf(error), message: error.message, fix: error.fix }]));
  out.output('seconds', seconds(process.uptime() * 1000));
  out.output('seconds-to-verdict', seconds(process.uptime() * 1000));
}

function causeOf(error: UserError): CauseId {
  if (error instanceof ClaimLost) return 'busy';
  if (error instanceof Frozen) return 'frozen';
  if (!(error instanceof KubeError)) return 'invalid-manifest';
  if (error.status === 0 || error.status >= 500) return 'unreachable';
  if (error.status === 403) return 'forbidden';
  return error.status === 401 ? 'unauthorized' : 'invalid-manifest';
}
