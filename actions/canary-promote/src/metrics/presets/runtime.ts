import type { Reading } from '../series.ts';
import { type Labels, podSelector, type Subject, sourceOf, trackOf } from './preset.ts';

/** Go's runtime, beside every preset where the pods are scraped: a leak shows here before it fails requests. */
export const runtime = {
  selectors: (subject: Subject): readonly string[] => [
    `{__name__=~"go_goroutines|go_memstats_heap_inuse_bytes",${podSelector(subject)}}`,
  ],
  read: (labels: Labels, subject: Subject): Reading => ({
    track: trackOf(labels['pod'] ?? '', subject),
    source: sourceOf(labels),
    kind: 'gauge',
    name: labels['__name__'] === 'go_goroutines' ? 'goroutines' : 'heap-bytes',
  }),
};
