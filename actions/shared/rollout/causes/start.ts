import type { ContainerFacts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import { aboutContainer, type Cause, eachContainer, lastLines } from './cause.ts';

/** Programs that can't be started at all: wrong processor, no interpreter, no such file. */
export const start: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    if (container.ended === undefined && container.waiting === undefined) return undefined;
    const decided = judge(container) ?? refusedByRuntime(container);
    if (decided === undefined) return undefined;
    const state = container.ended;
    const said = state?.message || container.waiting?.message || '';
    return aboutContainer(facts, container, {
      certainty: 'certain',
      ...decided,
      evidence: [
        `Pod ${pod.name}: ${state === undefined ? container.waiting?.reason : `exit code ${state.exitCode} (${state.reason})`}${said === '' ? '' : `: ${said.trim()}`}`,
        ...lastLines(container, 3),
      ],
    });
  });

type Decided = Pick<Finding, 'cause' | 'message' | 'fix'> & Partial<Finding> & { field?: readonly string[] };

/** What the container runtime says instead of starting it; empty when it started. */
function refusal({ ended, waiting }: ContainerFacts): string {
  const atStart = ended?.reason === 'StartError' || ended?.reason === 'ContainerCannotRun';
  const before = waiting?.reason === 'CreateContainerError' || waiting?.reason === 'RunContainerError';
  return [atStart ? ended.message : '', before ? waiting.message : ''].join('\n').trim();
}

function judge(container: ContainerFacts): Decided | undefined {
  const { log = '' } = container;
  const refused = refusal(container);
  // The runtime's own last words, when it fails after the container counts as started, stand in the log alone.
  const words = /^exec (\S+): (exec format error|no such file or directory)\s*$/m.exec(log);
  const program = words?.[1] ?? /exec: "([^"]+)"/.exec(refused)?.[1] ?? 'the program';
  if (words?.[2] === 'exec format error' || /exec format error/.test(refused))
    return wrongPlatform(container, program);
  if (words?.[2] === 'no such file or directory') return noInterpreter(container, program);
  if (/error mounting|failed to mount/.test(refused)) return undefined;
  if (/no such file or directory|executable file not found/.test(refused)) return noFile(container, program);
  if (/permission denied/.test(refused)) return notExecutable(container, program);
  return undefined;
}

/** The runtime may be busy once; what it refuses for good it refuses again. */
const patience = 6000;

function refusedByRuntime(container: ContainerFacts): Decided | undefined {
  const refused = refusal(container);
  if (refused === '') return undefined;
  const mount = /error mounting|failed to mount|not a directory/.test(refused);
  return {
    cause: 'start-failed',
    certainty: container.ends > 1 ? 'certain' : patience,
    message: `the container runtime does not start ${container.name}: ${refused.split('\n', 1)[0]}`,
    fix: mount
      ? 'Correct `volumeMounts`: a file can be mounted on a file (`subPath`) and a directory on a directory only.'
      : "Correct what the runtime's words name: `command`, `workingDir`, the security context, or the devices.",
    ...(mount ? { field: ['volumeMounts'] } : {}),
  };
}

function wrongPlatform({ image }: ContainerFacts, program: string): Decided {
  return {
    cause: 'image-wrong-platform',
    message: `${program} in ${image} is made for another processor than the node's (exec format error)`,
    fix: "Build for the nodes' platform (GOOS/GOARCH, `platform`); a script needs `#!` in its first line.",
  };
}

function noInterpreter({ image }: ContainerFacts, program: string): Decided {
  return {
    cause: 'missing-interpreter',
    message: `${program} is in ${image}, but what it needs to run is not: its dynamic linker (a glibc program on musl or scratch) or its script interpreter`,
    fix: 'Build static (`CGO_ENABLED=0`; go-static-build proves it), or use a base image that has the linker.',
  };
}

function noFile({ image }: ContainerFacts, program: string): Decided {
  return {
    cause: 'missing-file',
    message: `there is no ${program} in ${image}`,
    fix: 'Correct `command` in the manifest or ENTRYPOINT and COPY in the Dockerfile.',
  };
}

function notExecutable({ image }: ContainerFacts, program: string): Decided {
  return {
    cause: 'missing-file',
    message: `${program} in ${image} may not be executed by the container's user (permission denied)`,
    fix: 'Set the execute bit (`COPY --chmod=0755`), and let the user read the folders above.',
  };
}
