import { expect, test } from '@jest/globals';
import type { Verdict } from '../../../actions/canary-promote/src/judge/types.ts';
import { lineChart } from '../../../actions/canary-promote/src/report/chart.ts';
import { htmlReport } from '../../../actions/canary-promote/src/report/html.ts';
import { escaped } from '../../../actions/canary-promote/src/report/html-parts.ts';
import { liveLine } from '../../../actions/canary-promote/src/report/live.ts';
import { charts, summaryOf, telling } from '../../../actions/canary-promote/src/report/summary.ts';
import { Trace } from '../../../actions/canary-promote/src/report/trace.ts';

const group = (requests: number, events: number) => ({ requests, events, rate: events / requests });

function metric(name: string, kind: 'failures' | 'latency' | 'gauge', logEvidence: number) {
  return {
    name,
    kind,
    stable: group(900, 9),
    canary: group(100, 7),
    increase: { estimate: 0.06, low: 0.01, high: 0.2 },
    margin: 0.001,
    logEvidence,
    failAt: 4,
    logClaim: 1,
    claimAt: 3,
    dispersion: 1,
  };
}

function verdict(at: number, logEvidence = 2): Verdict {
  return {
    verdict: 'not-enough-evidence',
    at,
    reason: 'not yet',
    missing: {
      because: [],
      canaryRequests: 100,
      canaryRequestsNeeded: 400,
      secondsNeeded: 12.3,
      smallestDetectable: null,
    },
    evidence: {
      seconds: 1,
      stepSeconds: 1,
      share: 0.1,
      metrics: [metric('failures', 'failures', logEvidence)],
    },
  };
}

const totals = (requests: number, failures: number) => ({ requests, failures });

test('a live line tells share, both groups, the evidence and what is missing', () => {
  expect(liveLine(5, verdict(1))).toBe(
    '  5 % · canary 7 of 100 failed (7 %), stable 9 of 900 failed (1 %) · proof of worse 50 % · not enough evidence (100 of about 400 requests, about 13 s more)',
  );
});

test('a trace holds rates between readings, and no more points after a day than after an hour', () => {
  const trace = new Trace();
  for (let i = 0; i < 20_000; i += 1) {
    trace.add(5, verdict(1000 + 5 * i), { stable: totals(100 * i, i), canary: totals(10 * i, 0) });
  }
  expect(trace.points.length).toBeLessThan(480);
  expect(trace.points.at(-1)).toMatchObject({ weight: 5, stable: 1, canary: 0, evidence: 0.5 });
  expect(trace.points.at(-1)?.t).toBeGreaterThan(90_000);
});

test('a counter that began anew leaves a gap, no negative rate', () => {
  const trace = new Trace();
  trace.add(5, verdict(0), { stable: totals(100, 1), canary: undefined });
  trace.add(5, verdict(5), { stable: totals(50, 0), canary: totals(5, 5) });
  trace.add(5, verdict(10), { stable: totals(150, 1), canary: totals(10, 10) });
  expect(trace.points.map(({ stable, canary }) => [stable, canary])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [1, 100],
  ]);
});

test('of many latencies those with the most evidence are shown, failures and gauges always', () => {
  const latencies = [0, 3, 1, 2, 0, 0].map((evidence, i) => metric(`slower than ${i}`, 'latency', evidence));
  const shown = telling([metric('failures', 'failures', 0), ...latencies, metric('gauge heap', 'gauge', 0)]);
  expect(shown.map(({ name }) => name)).toEqual([
    'failures',
    'slower than 0',
    'slower than 1',
    'slower than 2',
    'slower than 3',
    'gauge heap',
  ]);
});

function told(reason: string) {
  const trace = new Trace();
  for (let i = 0; i < 100; i += 1) {
    trace.add(i < 50 ? 5 : 25, verdict(5 * i), { stable: totals(100 * i, i), canary: totals(10 * i, 0) });
  }
  return {
    verdict: 'rolled-back',
    reason,
    seconds: 500,
    steps: [{ weight: 5, verdict: 'pass' as const, seconds: 250, reason }],
    trace,
    source: { name: 'envoy', queries: ['a{b="<c>"}'], spacing: 2000, scrape: async () => undefined },
    last: verdict(500),
    inputs: {
      environment: 'production',
      judge: { 'warm-up': '0s', 'max-error-rate': '' },
      mode: 'run' as const,
    },
  };
}

test('the summary has charts of at most 40 points, and nothing breaks out of its tables', () => {
  const summary = summaryOf(told('a | b'));
  expect(summary).toContain('### Canary: rolled-back');
  expect(summary).toContain('| 5 % | pass | 4m10s | a \\| b |');
  const lines = [...summary.matchAll(/(?:line|bar) \[(.*)\]/g)].map((match) => match[1]?.split(', ').length);
  expect(lines).toHaveLength(4);
  expect(Math.max(...lines.map((count) => count ?? 0))).toBeLessThanOrEqual(40);
  expect(summary).toContain('`warm-up: 0s`');
  expect(summary).not.toContain('max-error-rate');
  expect(charts([])).toBe('');
});

test('the HTML report stands alone, escapes what it is given, and its SVG is well-formed', () => {
  const html = htmlReport({ ...told('<script>alert(1)</script>'), title: 'Canary of "shop" & co' });
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/(?:src|href)=|https?:/);
  expect(html).toContain('Canary of &quot;shop&quot; &amp; co');
  expect(html).toContain('a{b=&quot;&lt;c&gt;&quot;}');
  const svgs = [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
  expect(svgs).toHaveLength(2);
  for (const svg of svgs) {
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const opened = [...svg.matchAll(/<(\w+)[^>]*[^/]>/g)].map((tag) => tag[1]).sort();
    const closed = [...svg.matchAll(/<\/(\w+)>/g)].map((tag) => tag[1]).sort();
    expect(opened).toEqual(closed);
  }
});

test('a gap in a line is a gap in the picture', () => {
  const chart = lineChart(
    [0, 5, 10, 15],
    [{ name: 'x', className: 'stable', values: [1, undefined, 2, 3] }],
    { unit: '%' },
  );
  expect(/<path class="stable" d="([^"]*)"/.exec(chart)?.[1]?.match(/[ML]/g)).toEqual(['M', 'M', 'L']);
});

test('text cannot become markup', () => {
  expect(escaped(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
});
