import type { Series } from '../../actions/canary-promote/src/metrics/series.ts';

/** Series of Prometheus' text format, all sampled at `t`; `labels` are those that a scrape adds. */
export function seriesOfText(text: string, t: number, labels: Record<string, string> = {}): Series[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => {
      const [, name = '', inside = '', value = ''] = /^\s*([\w:]+)(?:\{(.*)\})?\s+(\S+)\s*$/.exec(line) ?? [];
      const own = [...inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
      return {
        labels: { ...labels, __name__: name, ...Object.fromEntries(own) },
        samples: [[t, Number(value)]],
      };
    });
}

/** Whether a series is one that a selector such as `{__name__=~"a|b",pod="x"}` asks for, by Prometheus' rules. */
export function isSelected(selector: string, { labels }: Series): boolean {
  const matchers = [...selector.matchAll(/(\w+)(=~|!~|!=|=)"((?:[^"\\]|\\.)*)"/g)];
  if (matchers.length === 0) throw new Error(`no matcher in ${selector}`);
  return matchers.every(([, name = '', operator, raw = '']) => {
    const text = raw.replaceAll(/\\(.)/g, '$1');
    const value = labels[name] ?? '';
    if (operator === '=') return value === text;
    if (operator === '!=') return value !== text;
    return new RegExp(`^(?:${text})$`).test(value) === (operator === '=~');
  });
}
