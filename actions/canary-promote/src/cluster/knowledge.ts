import { type JsonObject, numberAt, objectAt, textAt } from '../json.ts';
import type { CanaryState } from '../state/state.ts';
import type { Cluster } from './cluster.ts';

/** What the judge knows of a canary, between two jobs. */
export interface Knowledge {
  /** The judge's own state. */
  readonly judge: unknown;
  /** The step it was watching, and the milliseconds for which it did. */
  readonly step: number;
  readonly watched: number;
}

export const knowledgeName = ({ workload }: Pick<CanaryState, 'workload'>): string =>
  `seatrial-judge-${workload}`;

/** Keeps it in a ConfigMap. Losing it costs time, not safety: a later job judges afresh. */
export async function writeKnowledge(cluster: Cluster, state: CanaryState, known: Knowledge): Promise<void> {
  const name = knowledgeName(state);
  const data = { release: state.release, knowledge: JSON.stringify(known) };
  await cluster.remove('ConfigMap', name);
  await cluster.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** What an earlier job has kept of this release; undefined where there is nothing, or of another one. */
export async function readKnowledge(
  cluster: Cluster,
  about: Pick<CanaryState, 'workload' | 'release'>,
): Promise<Knowledge | undefined> {
  const kept = await cluster.get('ConfigMap', knowledgeName(about));
  if (kept === undefined || textAt(kept, 'data', 'release') !== about.release) return undefined;
  return parsed(textAt(kept, 'data', 'knowledge'));
}

function parsed(text: string): Knowledge | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [step, watched] = [numberAt(value, 'step'), numberAt(value, 'watched')];
  const judge: JsonObject = objectAt(value, 'judge');
  return step === undefined || watched === undefined ? undefined : { judge, step, watched };
}
