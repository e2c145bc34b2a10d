import { code, details, table } from '../../../shared/markdown/markdown.ts';
import { plainMarkdown } from '../../../shared/markdown/untrusted.ts';
import { platformName } from '../../../shared/oci/descriptor.ts';
import type { Layout } from '../../../shared/oci/layout.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import type { Content } from './content.ts';
import { changeLine, type Earlier } from './earlier.ts';

/** What no image of this program can do without, in uncompressed bytes. */
export interface Floor {
  readonly binary: number;
  readonly certificates: number;
  readonly zones: number;
  /** Everything in the image that is none of these. */
  readonly rest: number;
}

/** Splits an image's files into the floor and the rest. */
export function floorOf({ files, binaryAt, image }: Content): Floor {
  const program = binaryAt ?? image.config.entrypoint[0];
  const floor = { binary: 0, certificates: 0, zones: 0, rest: 0 };
  for (const file of files.files.values()) {
    const part =
      file.path === program
        ? 'binary'
        : /^\/etc\/(?:ssl|pki)\//.test(file.path) || file.path.startsWith('/usr/share/ca-certificates/')
          ? 'certificates'
          : /\/zoneinfo(?:\/|\.zip$)/.test(file.path)
            ? 'zones'
            : 'rest';
    floor[part] += file.size;
  }
  return floor;
}

export interface Shown {
  readonly name: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly base: string;
  readonly builder: string | undefined;
  /** The image of the commit this one stands on, where the registry has it. */
  readonly earlier?: Earlier | undefined;
}

/** The job summary: what the image is, what each layer weighs, and how far above the floor it stands. */
export function summaryOf(shown: Shown, layout: Layout, contents: readonly Content[]): string {
  const facts = [
    ['digest', code(shown.digest)],
    ['tags', shown.tags.map(code).join(' ')],
    ['size', `${formatBytes(layout.size)} compressed`],
    ...(shown.base === '' ? [] : [['base', code(shown.base)]]),
    ...(shown.builder === undefined ? [] : [['builder', shown.builder]]),
  ];
  const head = `### Image ${code(shown.name)}\n\n${table(['', ''], facts)}`;
  const [first] = contents;
  const { earlier } = shown;
  const change = earlier === undefined || first === undefined ? [] : [changeLine(first.image, earlier)];
  return [head, ...change, ...contents.map((content) => contentSummary(content, earlier))].join('\n\n');
}

function contentSummary(content: Content, earlier: Earlier | undefined): string {
  const { image, files } = content;
  // Some bases bring no history along: then the last layers are those that are known.
  const unknown = Math.max(0, image.manifest.layers.length - image.config.steps.length);
  const rows = image.manifest.layers.map((layer, at) => [
    String(at + 1),
    formatBytes(layer.size),
    formatBytes(files.layerSizes[at] ?? 0),
    ...(earlier === undefined ? [] : [earlier.layers.has(layer.digest) ? 'same' : 'new']),
    plainMarkdown(image.config.steps[at - unknown] ?? '').slice(0, 160),
  ]);
  const head = [
    'layer',
    'compressed',
    'files',
    ...(earlier === undefined ? [] : ['against base']),
    'made by',
  ];
  const title = `${platformName(image.config.platform)}: ${rows.length} layers`;
  const proof =
    content.binaryAt === undefined
      ? ''
      : `\n\nThe tested binary is ${code(content.binaryAt)}, byte for byte.`;
  return `${details(title, table(head, rows))}\n\n${floorLine(floorOf(content))}${proof}`;
}

/** One sentence on how much of the image is the program and what it can't do without. */
export function floorLine(floor: Floor): string {
  const parts = [
    `binary ${formatBytes(floor.binary)}`,
    `certificates ${formatBytes(floor.certificates)}`,
    `time zones ${formatBytes(floor.zones)}`,
  ];
  return `Uncompressed: ${parts.join(' + ')}, and ${formatBytes(floor.rest)} above that floor.`;
}
