import { objectOf, pairsOf, textOf, textsOf } from '../../../shared/json/json.ts';

/** What a container of the image is started with. */
export interface Settings {
  readonly env: Map<string, string>;
  readonly labels: Map<string, string>;
  readonly ports: Set<string>;
  readonly volumes: Set<string>;
  user: string;
  workdir: string;
  stopSignal: string;
  entrypoint: readonly string[];
  cmd: readonly string[];
  /** Whether CMD stands in this stage: ENTRYPOINT takes an inherited one away. */
  ownCmd: boolean;
}

/** What BuildKit gives a container that stands on nothing. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The settings an image brings along; `config` is undefined for `scratch`. */
export function settingsOf(config: unknown): Settings {
  const inner = objectOf(objectOf(config)['config']);
  const env = config === undefined ? [defaultPath] : textsOf(inner['Env']);
  return {
    env: new Map(env.map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/, '')])),
    labels: new Map(Object.entries(pairsOf(inner['Labels']))),
    ports: new Set(Object.keys(objectOf(inner['ExposedPorts']))),
    volumes: new Set(Object.keys(objectOf(inner['Volumes']))),
    user: textOf(inner['User']) ?? '',
    workdir: textOf(inner['WorkingDir']) || '/',
    stopSignal: textOf(inner['StopSignal']) ?? '',
    entrypoint: textsOf(inner['Entrypoint']),
    cmd: textsOf(inner['Cmd']),
    ownCmd: false,
  };
}

/** The settings as a part of an image's configuration; what is empty is left out, as builders do. */
export function runSettings(before: Readonly<Record<string, unknown>>, settings: Settings): object {
  const marks = (values: ReadonlySet<string>): object =>
    Object.fromEntries([...values].map((one) => [one, {}]));
  const all = {
    ...before,
    Env: [...settings.env].map(([key, value]) => `${key}=${value}`),
    Labels: Object.fromEntries(settings.labels),
    ExposedPorts: marks(settings.ports),
    Volumes: marks(settings.volumes),
    User: settings.user,
    WorkingDir: settings.workdir,
    StopSignal: settings.stopSignal,
    Entrypoint: settings.entrypoint,
    Cmd: settings.cmd,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
