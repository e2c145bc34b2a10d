import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inputs } from '../contract.ts';
import type { CanaryContext } from '../deps.ts';
import type { Left, SessionResult } from '../flow/session.ts';
import type { Ending, StepResult } from '../flow/work.ts';
import type { Verdict } from '../judge/types.ts';
import type { MetricsSource } from '../metrics/source.ts';
import type { Plan } from '../plan/plan.ts';
import type { Mode } from '../state/decide.ts';
import { type Course, measuredOf } from './course.ts';
import { htmlReport } from './html.ts';
import { summaryOf } from './summary.ts';
import { Trace } from './trace.ts';

export type FinalVerdict =
  | 'promoted'
  | 'rolled-back'
  | 'held'
  | 'unchanged'
  | 'restored'
  | 'refused'
  | 'failed';

const fixes: Partial<Record<FinalVerdict, string>> = {
  'rolled-back':
    'All users are on the previous version. Look at the summary for the numbers, mend the release and run again.',
  restored: 'All users are on the previous version. Run again when it suits.',
  failed: 'Run the step again, or end the canary with `mode: abort`.',
};

/** Nothing to do, given back, refused, left undone: the later is told last, and so by the outputs. */
function gravity(result: SessionResult): number {
  if (result.kind === 'nothing') return 0;
  if (result.kind === 'refused') return 2;
  return result.ending.verdict === 'restored' ? 1 : 3;
}

/** Gathers what a run found, and turns its end into outputs, annotations, summary and record. */
export class Outcome {
  readonly trace = new Trace();
  readonly steps: StepResult[] = [];
  source: MetricsSource | undefined;
  /** Of a canary that a controller led. */
  course: Course | undefined;
  /** Of the HTML report. */
  title = 'Canary';
  #last: Verdict | undefined;
  readonly #inputs: Inputs;
  readonly #context: CanaryContext;
  readonly #began: number;

  constructor(inputs: Inputs, context: CanaryContext) {
    this.#inputs = inputs;
    this.#context = context;
    this.#began = context.now();
  }

  get seconds(): number {
    return Math.round((this.#context.now() - this.#began) / 100) / 10;
  }

  verdicts(verdict: Verdict): void {
    this.#last = verdict;
  }

  ofForward(result: SessionResult): void {
    if (result.kind === 'ended') this.#ended(result.ending, result.found);
    else if (result.kind === 'refused') this.#close('refused', result.reason, undefined, result.fix);
    else if (result.state?.phase === 'holding') this.#held(result.reason, result.state);
    else this.#close('unchanged', result.reason, undefined);
  }

  /** The canary waits for a person, and a run is none. */
  #held(reason: string, { weight, phase }: Left): void {
    this.#close('held', reason, { verdict: 'held', reason, weight, left: phase });
  }

  /** Of every canary that was found; the outputs tell the gravest. */
  ofBack(mode: Mode, results: readonly SessionResult[]): void {
    const nothing: SessionResult = { kind: 'nothing', reason: 'no canary is under way', state: undefined };
    const rising = [...results].sort((a, b) => gravity(a) - gravity(b));
    for (const result of rising.length === 0 ? [nothing] : rising) this.#ofBack(mode, result);
  }

  /** Nothing under way, or all given back, is what was asked for; only what is left undone is a failure. */
  #ofBack(mode: Mode, result: SessionResult): void {
    if (result.kind === 'refused') this.#close('refused', result.reason, undefined, result.fix);
    else if (result.kind === 'nothing') this.#tell(result.reason, result.state);
    else if (result.ending.verdict === 'promoted')
      this.restFailed(result.ending, 'the run that led it has died before');
    else if (result.ending.verdict !== 'restored') this.#ended(result.ending, result.found);
    else {
      const reason = `${result.found ?? mode}: ${result.ending.reason}`;
      this.#close('restored', reason, result.ending, 'asked');
    }
  }

  /** How things stand, without a word in summary and record: those belong to the run whose canary it is. */
  #tell(reason: string, state: Left | undefined): void {
    const { log, report } = this.#context;
    log.info(`${reason}.`);
    report.output('verdict', state?.phase === 'holding' ? 'held' : 'unchanged');
    report.output('reason', reason);
    report.output('weight', state?.weight ?? 0);
    report.output('phase', state?.phase ?? '');
  }

  ofPlain(verdict: 'promoted' | 'unchanged' | 'failed', reason: string): void {
    this.#close(verdict, reason, undefined);
  }

  restFailed(ending: Ending, reason: string): void {
    const what = `the release is promoted, but the rest of the manifests could not be applied: ${reason}`;
    this.#close('failed', what, ending, 'Correct what the message says and run the step again.');
  }

  superseded(reason: string): void {
    this.#close('failed', `this run has stopped without touching anything: ${reason}`, undefined);
  }

  dry(plan: Plan): void {
    this.#close('unchanged', `dry run: everything is ready for a canary of ${plan.release.image}`, undefined);
  }

  #ended(ending: Ending, found: string | undefined): void {
    const before = found === undefined ? '' : ` (found before: ${found})`;
    this.#close(ending.verdict, `${ending.reason}${before}`, ending);
  }

  /** `fix`: what to do; `asked` where the verdict is what was asked for and no failure. */
  #close(verdict: FinalVerdict, reason: string, ending: Ending | undefined, fix?: string): void {
    const { report, log } = this.#context;
    log.info(`${verdict}: ${reason}`);
    report.output('verdict', verdict);
    report.output('reason', reason);
    report.output('weight', ending?.weight ?? 0);
    report.output('phase', ending?.left ?? '');
    this.#record(verdict, reason);
    const told = { verdict, reason, seconds: this.seconds, steps: this.steps, trace: this.trace };
    const { source, course } = this;
    const whole = { ...told, source, course, last: this.#last, inputs: this.#inputs };
    report.summary(summaryOf(whole));
    if (this.trace.points.length > 0 || course !== undefined)
      this.#write(htmlReport({ ...whole, title: this.title }));
    if (verdict === 'held') {
      report.annotate({ level: 'warning', title: 'canary-promote', message: `Held: ${reason}` });
    }
    if (fix === 'asked' || ['promoted', 'unchanged', 'held'].includes(verdict)) return;
    report.fail(`${verdict}: ${reason}`, fix ?? fixes[verdict] ?? 'See the job log.');
  }

  /** Written at once: the file is small, and a cancelled job has no time to lose. */
  #write(html: string): void {
    const folder = join(this.#context.temp, 'seatrial');
    const path = join(folder, `canary-${this.#inputs.environment.replaceAll(/[^\w.-]/g, '-')}.html`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, html);
    this.#context.report.output('report', path);
  }

  #record(verdict: FinalVerdict, reason: string): void {
    this.#context.report.section('canary', {
      environment: this.#inputs.environment,
      verdict,
      reason,
      steps: this.steps.map(({ weight, verdict: step, seconds, reason: why }) => ({
        weight,
        verdict: step,
        seconds,
        reason: why,
      })),
      ...this.#evidence(),
      seconds: this.seconds,
    });
  }

  /** What decided, as far as there are numbers: of our own judge, or as the controller has recorded them. */
  #evidence(): { readonly evidence?: unknown } {
    if (this.#last !== undefined) return { evidence: this.#last.evidence };
    if (this.course === undefined) return {};
    return { evidence: { controller: this.course.controller, metrics: measuredOf(this.course) } };
  }
}
