type Env = Readonly<Record<string, string | undefined>>;

/**
 * Names the job: all steps of one job, its post steps included, share it. On GitHub that is a link into the run; elsewhere
 * `SEATRIAL_JOB`, or nothing that a later process could share.
 */
export function jobOf(env: Env): string {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_JOB: job = '' } = env;
  if (run === undefined || run === '') return env['SEATRIAL_JOB'] ?? `local-${process.pid}`;
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
  return `${server}/${repository}/actions/runs/${run}/attempts/${attempt}${job === '' ? '' : `#${job}`}`;
}
