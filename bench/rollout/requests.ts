import { deployment, service, together } from '../../__tests__/loop/rollout/manifests.ts';
import type { Passing } from '../../__tests__/loop/rollout/meddler.ts';
import { table } from '../../actions/shared/markdown/markdown.ts';
import { type Dock, peer, roll } from './dock.ts';

/**
 * What the API server is asked, counted in front of it; the permission check and the dry run apart. First a release that is
 * new in the cluster, then its next revision, of which half of the objects (the Services) stay as they are. `args` may hold
 * numbers of workloads.
 */
export async function requests(dock: Dock, namespace: string, args: readonly string[]): Promise<void> {
  const given = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const rows: string[][] = [];
  for (const count of given.length > 0 ? given : [1, 2, 5]) {
    for (const revision of ['first', 'next']) {
      const names = (who: string): string[] =>
        Array.from({ length: count }, (_, index) => `${who}-${count}-${index}`);
      const manifest = (who: string): string =>
        together(
          ...names(who).flatMap((name) => [
            deployment({ name, image: dock.images.good, env: { REVISION: revision } }),
            service(name, name, 8080),
          ]),
        );
      const { meddler } = dock;
      const begun = meddler.passed.length;
      await roll(dock, namespace, manifest('ours'), { settle: '0s', kubeconfig: meddler.kubeconfig });
      const ours = meddler.passed.slice(begun);
      const middle = meddler.passed.length;
      await peer(dock, namespace, manifest('theirs'), names('theirs'), meddler.kubeconfig);
      const theirs = meddler.passed.slice(middle).filter(isOwn);
      const counted = ours.filter(isCounted).length;
      const ratio = counted / theirs.length;
      const numbers = [count * 2, ours.length, counted, theirs.length].map(String);
      rows.push([...numbers.slice(0, 1), revision, ...numbers.slice(1), ratio.toFixed(2)]);
      console.log(`${count} workloads, ${revision}: ${counted} of ours, ${theirs.length} of kubectl's`);
      if (count === 1) tellRequests(ours, theirs);
    }
  }
  console.log(table(['objects', 'revision', 'all of ours', 'counted of ours', "kubectl's", 'ratio'], rows));
  const worst = Math.max(...rows.map((row) => Number(row.at(-1))));
  console.log(`\nhighest ratio ${worst.toFixed(2)}: ${worst <= 1 ? 'held' : 'MISSED'}`);
}

function tellRequests(ours: readonly Passing[], theirs: readonly Passing[]): void {
  for (const { method, path } of ours) console.log(`ours: ${method} ${path.split('?')[0]}`);
  for (const { method, path } of theirs) console.log(`kubectl: ${method} ${path.split('?')[0]}`);
}

const isCounted = ({ path }: Passing): boolean =>
  !path.includes('dryRun=All') && !path.includes('selfsubjectaccessreviews') && isOwn({ path });

/** Some installations of kubectl ask for the version before they choose the program that does the work. */
const isOwn = ({ path }: Pick<Passing, 'path'>): boolean => path.split('?')[0] !== '/version';
