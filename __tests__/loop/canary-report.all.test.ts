import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createJudge, defaultSettings, type Verdict } from '../../actions/canary-promote/src/judge/index.ts';
import { totalsOf } from '../../actions/canary-promote/src/metrics/series.ts';
import type { Course } from '../../actions/canary-promote/src/report/course.ts';
import { htmlReport } from '../../actions/canary-promote/src/report/html.ts';
import { Trace } from '../../actions/canary-promote/src/report/trace.ts';
import { must } from '../../scripts/run.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { scrapes } from '../actions/canary-promote/judge/recording.ts';

/** The HTML report of a canary as a real browser lays it out. */

let folder: string;
let browser: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-report-'));
  browser = await toolPath('chromium-headless-shell');
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A quarter of an hour with latencies and a gauge, which turns bad in its middle. */
function report(): string {
  const judge = createJudge(defaultSettings);
  const trace = new Trace();
  let last: Verdict | undefined;
  const latency = (requests: number) => ({ '0.1': 0.9 * requests, '0.5': requests, '+Inf': requests });
  const intervals = Array.from({ length: 180 }, (_, i) => ({
    stable: { requests: 950, failures: i % 3, latency: latency(950), gauges: { goroutines: 90 } },
    canary: {
      requests: 50,
      failures: i > 90 ? 2 : Number(i % 40 === 0),
      latency: latency(50),
      gauges: { goroutines: 95 },
    },
  }));
  for (const scrape of scrapes(intervals)) {
    last = judge.observe(scrape);
    trace.add(scrape.t < 400 ? 5 : 25, last, {
      stable: totalsOf(scrape, 'stable'),
      canary: totalsOf(scrape, 'canary'),
    });
  }
  return htmlReport({
    title: 'Canary of <shop> & "more"',
    verdict: 'rolled-back',
    reason: last?.reason ?? '',
    seconds: 900,
    steps: [{ weight: 5, verdict: 'pass', seconds: 400, reason: 'good' }],
    trace,
    source: {
      name: 'http',
      queries: ['{__name__=~"http_requests_total",pod=~"shop-.+"}[15s]'],
      spacing: 5000,
      scrape: () => Promise.resolve(undefined),
    },
    last,
    inputs: { environment: 'production', mode: 'run', judge: { 'max-error-increase': '0.2%' } },
  });
}

/** Ten minutes under a controller, which measures one number and one word. */
function ledReport(): string {
  const begun = 1_764_115_200;
  const measured = (i: number) => ({
    t: begun + 10 * i,
    metric: 'failures <per cent> & "more"',
    value: `[${(i % 7) / 100}]`,
    verdict: i > 50 ? 'Failed' : 'Successful',
    source: 'AnalysisRun shop-7d9c8-2',
  });
  const course: Course = {
    controller: 'Argo Rollouts',
    stages: [0, 20, 60, 0].map((weight, i) => ({
      t: begun + 200 * i,
      weight,
      phase: 'shifting',
      said: 'step <2> of 4 (setWeight 20): more replicas need to be updated',
    })),
    measurements: [
      ...Array.from({ length: 60 }, (_, i) => measured(i)),
      { ...measured(1), metric: 'smoke', value: 'ok '.repeat(60) },
    ],
    rules: ['failures:\n  successCondition: result[0] < 0.1\n  prometheus: sum(rate(x[10s]))'],
  };
  return htmlReport({
    title: 'Canary of shop',
    verdict: 'rolled-back',
    reason: 'RolloutAborted',
    seconds: 600,
    steps: [{ weight: 20, verdict: 'fail', seconds: 400, reason: 'RolloutAborted' }],
    trace: new Trace(),
    source: undefined,
    last: undefined,
    course,
    inputs: { environment: 'production', mode: 'run', judge: {} },
  });
}

/** What the browser says of a page: run after layout, printed as the page's only text. */
const probe = `<script>addEventListener('load',()=>{
  const box=(e)=>{const b=e.getBoundingClientRect();return [b.width,b.height]};
  const seen={
    title:document.title,
    heading:document.querySelector('h1').textContent,
    lines:[...document.querySelectorAll('svg path.stable,svg path.canary')].map(box),
    ticks:[...document.querySelectorAll('svg text')].map((e)=>e.textContent),
    outside:[...document.querySelectorAll('svg *')].filter((e)=>{const b=e.getBoundingClientRect(),s=e.closest('svg').getBoundingClientRect();return b.right>s.right+1||b.left<s.left-1||b.bottom>s.bottom+1||b.top<s.top-1}).map((e)=>e.outerHTML),
    tables:document.querySelectorAll('table').length,
    wide:document.documentElement.scrollWidth>innerWidth,
    requests:performance.getEntriesByType('resource').map((e)=>e.name),
    colours:[...document.querySelectorAll('svg path.stable,svg path.canary')].map((e)=>getComputedStyle(e).stroke)
  };
  document.body.innerHTML='<pre id=seen></pre>';
  document.getElementById('seen').textContent=encodeURIComponent(JSON.stringify(seen));
})</script>`;

async function lookedAt(html: string, width: number): Promise<Record<string, unknown>> {
  const file = join(folder, `report-${width}.html`);
  await writeFile(file, html.replace('</body>', `${probe}</body>`));
  const flags = ['--no-sandbox', '--disable-gpu', `--window-size=${width},900`, '--dump-dom'];
  const profile = `--user-data-dir=${join(folder, `profile-${width}`)}`;
  const stdout = await must(browser, [...flags, profile, pathToFileURL(file).href]);
  const text = /<pre id="seen">([^<]*)<\/pre>/.exec(stdout)?.[1] ?? '';
  return JSON.parse(decodeURIComponent(text));
}

describe.each([1280, 480])('in a window of %i pixels', (width) => {
  test('the report is laid out whole and asks for nothing else', async () => {
    const seen = await lookedAt(report(), width);
    expect(seen).toMatchObject({
      heading: 'Canary of <shop> & "more"',
      outside: [],
      tables: 2,
      wide: false,
      requests: [],
    });
    expect(seen['lines']).toHaveLength(3);
    for (const [across, high] of Object(seen['lines'])) {
      expect(across).toBeGreaterThan(0.8 * Math.min(width, 900) - 100);
      expect(high).toBeGreaterThan(2);
    }
    expect(new Set(Object(seen['colours'])).size).toBe(2);
    expect(seen['ticks']).toEqual(expect.arrayContaining(['0 s', '10 min', '0 %']));
  }, 60_000);

  test('so is one of what a controller has recorded', async () => {
    const seen = await lookedAt(ledReport(), width);
    expect(seen).toMatchObject({ outside: [], tables: 3, wide: false, requests: [] });
    expect(seen['lines']).toHaveLength(2);
    for (const [across, high] of Object(seen['lines'])) {
      expect(across).toBeGreaterThan(0.8 * Math.min(width, 900) - 100);
      expect(high).toBeGreaterThan(2);
    }
    expect(seen['ticks']).toEqual(expect.arrayContaining(['0 s', '10 min', '100 %']));
  }, 60_000);
});

test('a picture of it is not empty', async () => {
  const [file, picture] = [join(folder, 'report.html'), join(folder, 'report.png')];
  await writeFile(file, report());
  const flags = ['--no-sandbox', '--disable-gpu', '--window-size=1000,1400', `--screenshot=${picture}`];
  await must(browser, [...flags, `--user-data-dir=${join(folder, 'p')}`, pathToFileURL(file).href]);
  const png = await readFile(picture);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(20_000);
}, 60_000);
