/** How long requests take, and in which buckets they are counted (upper bounds in seconds; none: no histogram). */
export interface Shape {
  buckets: readonly number[];
  /** Share of the requests that take at most `x` seconds. */
  below: (x: number) => number;
}

/** Bucket layouts as they come with the usual libraries, in seconds. */
export const layouts = {
  /** Prometheus client libraries. */
  prometheus: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  /** OpenTelemetry's advice for HTTP. */
  otel: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
  /** Envoy and Istio, whose bounds are milliseconds. */
  istio: [0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  /** A doubling layout. */
  doubling: Array.from({ length: 14 }, (_, i) => 0.001 * 2 ** i),
  /** Few bounds by hand. */
  sparse: [0.1, 0.3, 1.2, 5],
} as const;

/** Standard normal distribution function (Abramowitz & Stegun 7.1.26, error below 1.5e-7). */
function normalBelow(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const upper = 0.5 * series * Math.exp((-z * z) / 2);
  return z > 0 ? 1 - upper : upper;
}

/** Log-normal: `spread` is the standard deviation of ln. */
export const logNormal =
  (median: number, spread: number) =>
  (x: number): number =>
    x <= 0 ? 0 : normalBelow(Math.log(x / median) / spread);

/** Gamma of whole order (Erlang) with the given mean; order 1 is exponential. */
export const erlang =
  (mean: number, order: number) =>
  (x: number): number => {
    const rate = (order * Math.max(0, x)) / mean;
    let [term, sum] = [1, 1];
    for (let i = 1; i < order; i++) {
      term *= rate / i;
      sum += term;
    }
    return 1 - Math.exp(-rate) * sum;
  };

/** Pareto of the second kind (Lomax), whose tail falls like a power of x; below an order of 2 its variance is infinite. */
export const pareto =
  (median: number, order: number) =>
  (x: number): number =>
    x <= 0 ? 0 : 1 - (1 + (x * (2 ** (1 / order) - 1)) / median) ** -order;

/** Two kinds of requests: `part` of the first, such as hits of a cache. */
export const mixed =
  (part: number, first: (x: number) => number, second: (x: number) => number) =>
  (x: number): number =>
    part * first(x) + (1 - part) * second(x);
