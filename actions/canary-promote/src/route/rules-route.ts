import type { Route, RouteTarget } from './types.ts';
import {
  restoredRules,
  rulesBefore,
  rulesTo,
  type Shape,
  sameRules,
  shareOfRule,
  withTraffic,
} from './weighted.ts';

/** A route whose carrier is the caller's own object with weighted rules. */
export function rulesRoute(
  target: RouteTarget,
  isolation: Route['isolation'],
  shape: Shape,
  problems: Route['problems'],
): Route {
  return {
    target,
    carrier: target,
    isolation,
    own: false,
    shares: (carrier) => rulesTo(shape, carrier).map(({ rule }) => shareOfRule(shape, rule)),
    patch: (carrier, traffic) => ({ spec: shape.spec(withTraffic(shape, carrier, traffic)) }),
    before: (carrier) => rulesBefore(shape, carrier),
    restore: (carrier, before) => {
      const rules = restoredRules(shape, carrier, before);
      return sameRules(rules, shape.rules(carrier)) ? undefined : { spec: shape.spec(rules) };
    },
    problems,
  };
}
