// Goes before a stub in the copy of the suite that act runs: act throws job summaries away and insists on GitHub's
// public API, so one is kept and the other changed.
import { appendFileSync, readFileSync } from 'node:fs';

const { SEATRIAL_LOOP_SUMMARIES, SEATRIAL_LOOP_API, GITHUB_STEP_SUMMARY, GITHUB_JOB } = process.env;

if (SEATRIAL_LOOP_API) process.env.GITHUB_API_URL = SEATRIAL_LOOP_API;

process.on('exit', () => {
  const text = readFileSync(GITHUB_STEP_SUMMARY, 'utf8');
  if (text.trim()) appendFileSync(`${SEATRIAL_LOOP_SUMMARIES}/${GITHUB_JOB}.md`, text);
});
