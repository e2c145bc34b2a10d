/**
 * The third family: rougher than the second, written after the judge to look for where it breaks. A good version fails
 * between nothing and 2 % of its requests, latencies are heavy-tailed or of two kinds, and the recorder has its faults too.
 */
import { bursts, cold, days, lulls, outages, pauses, restarts, script, wander } from './disturbances.ts';
import { between, pick, scaled } from './draw.ts';
import type { Random } from './random.ts';
import { apart, oddClock, perPod, torn } from './recorders.ts';
import type { Scenario, Script } from './scenarios.ts';
import type { Behaviour } from './service.ts';
import { layouts, logNormal, mixed, pareto, type Shape } from './shapes.ts';

/** Heavy tails, two or three kinds of requests, any layout of buckets. */
function anyShape(random: Random): Shape {
  const median = scaled(random, 0.004, 0.4);
  const below = pick(random, [
    logNormal(median, between(random, 0.4, 1.4)),
    pareto(median, between(random, 1.2, 3)),
    mixed(between(random, 0.1, 0.9), logNormal(median / 8, 0.25), logNormal(median, 0.7)),
    mixed(0.97, logNormal(median, 0.4), pareto(10 * median, 1.5)),
  ]);
  return { buckets: pick(random, Object.values(layouts)), below };
}

/** Nothing at all, or anything up to 2 %. */
const anyFailing = (random: Random): number => (random.uniform() < 0.15 ? 0 : scaled(random, 0.0001, 0.02));

const nothing = script(() => () => undefined);

const well = (name: string, what: Script, more: Partial<Scenario> = {}): Scenario => ({
  name: `rough ${name}`,
  healthy: true,
  script: what,
  shape: anyShape,
  failing: anyFailing,
  ...more,
});

const ill = (
  name: string,
  rates: number[],
  change: (canary: Behaviour) => void,
  more: Partial<Scenario> = {},
): Scenario => ({
  name: `rough ${name}`,
  healthy: false,
  script: script(() => ({ canary }) => {
    change(canary);
    return undefined;
  }),
  rates,
  shape: anyShape,
  ...more,
});

const failingMore =
  (increase: number) =>
  (canary: Behaviour): void => {
    canary.failing = Math.min(1, canary.failing + increase);
  };

/** Latencies that the buckets can show. */
const visible = (random: Random): Shape => ({
  buckets: pick(random, [layouts.prometheus, layouts.otel, layouts.istio, layouts.doubling]),
  below: pick(random, [
    logNormal(scaled(random, 0.02, 0.3), between(random, 0.3, 0.9)),
    pareto(scaled(random, 0.02, 0.3), 2),
  ]),
});

export const rough: readonly Scenario[] = [
  well('steady', nothing),
  well('bursts', bursts(8, false)),
  well('long bursts', bursts(15, false)),
  well('bursts instead', bursts(8, true)),
  well('outages', outages),
  well('days', days),
  well('noise', wander(0)),
  well('noise apart', wander(0.15)),
  well('cold start', cold, { settings: { 'warm-up': '45s' } }),
  well('restarts', restarts),
  well('pods', nothing, { recorder: perPod(0.05) }),
  well('clock', nothing, { recorder: oddClock }),
  well('read apart', wander(0), { recorder: apart }),
  well('torn', nothing, { recorder: torn }),
  well('lulls', lulls),
  well('pauses', pauses),
  ill('total failure', [5, 10, 20, 100, 1000], failingMore(1)),
  ill('+3 %', [5, 20, 100, 1000], failingMore(0.03)),
  ill('+3 %, pods', [5, 20, 100, 1000], failingMore(0.03), { recorder: perPod(0.02) }),
  ill('+3 %, read apart', [20, 100, 1000], failingMore(0.03), { recorder: apart }),
  ill('+3 %, torn', [20, 100, 1000], failingMore(0.03), { recorder: torn }),
  ill('+0.5 %', [100, 1000], failingMore(0.005)),
  ill('+0.7 %', [20, 100, 1000], failingMore(0.007)),
  ill(
    '+20 %',
    [100, 1000],
    (canary) => {
      canary.slowness = 1.2;
    },
    { shape: visible },
  ),
  ill(
    'tail',
    [100, 1000],
    (canary) => {
      [canary.tail, canary.tailFactor] = [0.05, 5];
    },
    { shape: visible },
  ),
];
