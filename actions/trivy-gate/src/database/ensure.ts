import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { type CacheService, openCacheService, readOnlyReason } from '../../../shared/cache/service.ts';
import { messageOf } from '../../../shared/errors/user-error.ts';
import { oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Output } from '../contract.ts';
import { ScanError } from '../trivy/scan-error.ts';
import { type Download, downloadDatabase } from './download.ts';
import { type Database, isFresh, readDatabase } from './metadata.ts';

type Gate = Context<Output>;

/** How the job's cache service is come by; unset, the database is not kept in it. */
export type OpenCache = typeof openCacheService;

/**
 * Makes sure of a vulnerability database, before anything is scanned: the one in trivy's cache while it is fresh, else
 * the one in the job's cache, else a new one from a mirror. When there is no new one to be had, an old one serves; the
 * verdict goes by its age.
 *
 * Throws a ScanError when there is none at all.
 */
export async function ensureDatabase(
  download: Download,
  context: Gate,
  useCache: boolean,
  open: OpenCache = openCacheService,
): Promise<Database> {
  const fresh = async (): Promise<Database | undefined> => {
    const found = await readDatabase(download.cache);
    return found !== undefined && isFresh(found, context.now()) ? found : undefined;
  };
  const present = await fresh();
  if (present !== undefined) return present;
  const kept = useCache ? await openKept(download, context, open) : undefined;
  await kept?.restore();
  const restored = await fresh();
  if (restored !== undefined) return restored;
  const reason = await downloadDatabase(download, context);
  const database = await readDatabase(download.cache);
  if (database === undefined) throw absent(download.cache, reason);
  if (reason === undefined) await kept?.save(database);
  else tellOld(database, reason, context);
  return database;
}

/** The database in the job's cache, each under the time it was made: a key never has to be written twice. */
interface Kept {
  readonly restore: () => Promise<void>;
  readonly save: (database: Database) => Promise<void>;
}

async function openKept(
  { repositories, cache }: Download,
  context: Gate,
  open: OpenCache,
): Promise<Kept | undefined> {
  const service = await attempt('The job cache is not used', context, () => open(context.env));
  if (service === undefined) return undefined;
  const folder = join(cache, 'db');
  const origin = createHash('sha256').update(repositories.join('\n')).digest('hex').slice(0, 12);
  const prefix = `seatrial-trivy-db-2-${origin}-`;
  return {
    restore: async () => {
      const key = await attempt('The database could not be restored from the job cache', context, () =>
        service.restore(folder, prefix, [prefix]),
      );
      if (key !== undefined) context.log.info(`Database: ${key} restored from the job cache.`);
    },
    save: (database) => save(service, folder, `${prefix}${database.updatedAt.toISOString()}`, context),
  };
}

async function save(service: CacheService, folder: string, key: string, context: Gate): Promise<void> {
  const reason = await readOnlyReason(context.env);
  if (reason !== undefined) return context.log.info(`Database: not saved in the job cache, ${reason}.`);
  await attempt('The database could not be saved in the job cache', context, () => service.save(folder, key));
}

/** Without the job's cache a scan is slower, not wrong. */
async function attempt<T>(what: string, context: Gate, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    context.log.info(`${what}: ${oneLine(messageOf(error))}`);
    return undefined;
  }
}

function tellOld({ updatedAt }: Database, reason: string, context: Gate): void {
  context.report.annotate({
    level: 'warning',
    title: 'the vulnerability database was not renewed',
    message: `The scan uses the database of ${updatedAt.toISOString()}, because no newer one could be fetched: ${reason}. Name further mirrors with \`db-repository\`.`,
  });
}

function absent(cache: string, reason: string | undefined): ScanError {
  return new ScanError(
    `trivy has no vulnerability database in ${cache}${reason === undefined ? ', although it was fetched' : `: ${reason}`}`,
    'Let the step reach a repository of the database, or name mirrors with `db-repository`, in order of preference.',
  );
}
