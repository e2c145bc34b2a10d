import type { Context } from '../../shared/action/context.ts';
import { type GitHub, openGitHub, orWarn } from '../../shared/github/github.ts';
import type { IncidentSection, ReleaseRecord, SourceSection } from '../../shared/record/types.ts';
import type { Inputs, Output } from './contract.ts';
import { marker, message } from './message.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

type Feedback = Context<Output>;

/** Tells those who brought a release in how it ended, and keeps an incident when it came back. */
export async function run(
  inputs: Inputs,
  context: Feedback,
  open: typeof openGitHub = openGitHub,
): Promise<void> {
  const { report, log } = context;
  if (inputs.token !== undefined) await context.mask(inputs.token);
  const outcome = outcomeOf(context.record, inputs.environment, inputs.result);
  const github =
    inputs.token === undefined ? undefined : await open(inputs.token, context.record.source.repository);
  const source = await withPullRequest(context, github);
  const record: ReleaseRecord = { ...context.record, source };
  const body = message(record, outcome, inputs);

  log.info(`${outcome.verdict} at ${outcome.stage}: ${outcome.reason}`);
  report.output('verdict', outcome.verdict);
  report.output('stage', outcome.stage);
  report.output('pull-request', source.pullRequest?.number ?? '');
  report.section('source', source);
  report.summary(body);
  const url = await comment(inputs, context, github, source, outcome, body);
  report.output('comment-url', url ?? '');
  if (outcome.verdict === 'rolled-back') {
    report.section('incidents', [
      ...(record.incidents ?? []),
      incident(inputs, context, source, outcome, url),
    ]);
  }
}

/** The record's source with the pull request that brought the commit in, asked of GitHub where the event didn't tell. */
async function withPullRequest(context: Feedback, github: GitHub | undefined): Promise<SourceSection> {
  const { source } = context.record;
  if (source.pullRequest !== undefined) return source;
  if (github === undefined) {
    context.log.info('No token: the pull request is taken from the event only.');
    return source;
  }
  const found = await orWarn('the pull request of the commit', warn(context), () =>
    github.pullRequestsOf(source.commit),
  );
  const pullRequest = found?.[0];
  return pullRequest === undefined ? source : { ...source, pullRequest };
}

async function comment(
  inputs: Inputs,
  context: Feedback,
  github: GitHub | undefined,
  source: SourceSection,
  outcome: Outcome,
  body: string,
): Promise<string | undefined> {
  const wanted =
    inputs.comment === 'always' || (inputs.comment === 'failure' && outcome.verdict !== 'released');
  const { pullRequest } = source;
  if (inputs.comment === 'never' || github === undefined || pullRequest === undefined) return undefined;
  const mark = marker(inputs.environment, inputs.service);
  // What an earlier attempt has said must not stand when it is no longer so; of itself a release needs no comment.
  return orWarn(`the comment on #${pullRequest.number}`, warn(context), () =>
    github.comment(pullRequest.number, mark, body, { create: wanted }),
  );
}

function incident(
  inputs: Inputs,
  context: Feedback,
  source: SourceSection,
  outcome: Outcome,
  url: string | undefined,
): IncidentSection {
  return {
    title: outcome.reason,
    at: new Date(context.now()).toISOString(),
    environment: inputs.environment,
    ...(source.pullRequest === undefined ? {} : { pullRequest: source.pullRequest.number }),
    ...(url === undefined ? {} : { url }),
  };
}

function warn(context: Feedback): (message: string) => void {
  return (text) => context.report.annotate({ level: 'warning', title: 'release-feedback', message: text });
}
