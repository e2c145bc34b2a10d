import type { Kube, KubeObject, Ref } from '../../../shared/kube/types.ts';

/** What is known of the cluster. */
export type View = (ref: Ref) => KubeObject | undefined;

/** Objects as they are in the cluster, read once. */
export async function liveView(kube: Kube, refs: readonly Ref[]): Promise<View> {
  const keyOf = ({ kind, name, namespace = '' }: Ref): string => `${kind} ${namespace}/${name}`;
  const found = await Promise.all(
    refs.map(async (ref) => {
      const known = await kube.resource(ref.apiVersion, ref.kind);
      return [keyOf(ref), known === undefined ? undefined : await kube.get(ref)] as const;
    }),
  );
  const lives = new Map(found);
  return (ref) => lives.get(keyOf(ref));
}
