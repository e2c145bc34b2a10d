import type { Component } from '../component.ts';
import type { Home } from '../home.ts';
import { NODE_CONTAINER } from './config.ts';

export interface Beside {
  readonly docker: string;
  /** The node's own image: it is here already, and has the libraries that programs need. */
  readonly image: string;
  readonly home: Home;
  /** `UID:GID` of whoever runs the bed: what the parts write stays theirs. */
  readonly user: string;
}

export const containerOf = (name: string): string => `seatrial-${name}`;

/**
 * The same component in the node's network: the program of this machine, in a container that shares the bed's folder.
 * docker hands our SIGTERM on, and `--rm` leaves nothing of it.
 */
export function beside(component: Component, { docker, image, home, user }: Beside): Component {
  const [program = '', ...args] = component.command;
  const env = Object.entries(component.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  // A builder mounts file systems; its store is the container's own, so that nothing of root's is left.
  const builder = component.name === 'buildkitd';
  const rights = builder ? ['--privileged', '--volume', '/var'] : ['--user', user];
  const command = [
    docker,
    'run',
    '--rm',
    '--init',
    '--name',
    containerOf(component.name),
    '--network',
    `container:${NODE_CONTAINER}`,
    ...rights,
    '--volume',
    `${home.bed}:${home.bed}`,
    '--volume',
    `${program}:${program}:ro`,
    '--workdir',
    component.cwd ?? home.run,
    ...env,
    '--entrypoint',
    program,
    image,
    ...args,
  ];
  return { ...component, command, env: dockersOwn(process.env) };
}

/** What tells docker's client where its daemon is; the program has got its own variables by `--env`. */
function dockersOwn(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = Object.keys(env).filter((name) => name.startsWith('DOCKER_') || name === 'XDG_RUNTIME_DIR');
  return Object.fromEntries(names.map((name) => [name, env[name] ?? '']));
}
