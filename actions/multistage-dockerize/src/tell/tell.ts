import type { Context } from '../../../shared/action/context.ts';
import { code } from '../../../shared/markdown/markdown.ts';
import { nameOf } from '../../../shared/oci/reference.ts';
import type { ImageSection } from '../../../shared/record/types.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import type { Signature } from '../after-push/sign.ts';
import type { Inputs, Output } from '../contract.ts';
import type { Built } from '../image.ts';
import type { BuildPlan } from '../plan/plan.ts';
import { summaryOf } from './summary.ts';

type Dockerize = Context<Output>;

/** Reports the image: before the push, so that a push that fails leaves what was built, and once more after it. */
export function tell(
  inputs: Inputs,
  { report, log }: Dockerize,
  built: Built,
  tags: readonly string[],
  pushed: boolean,
  signatures: readonly Signature[] = [],
): void {
  const { layout, contents, base, binarySha256, plan } = built;
  const name = nameOf(inputs.image);
  const { digest } = layout.root;
  report.output('digest', digest);
  report.output('image', `${name}@${digest}`);
  report.output('layout', layout.path);
  report.output('size', layout.size);
  report.output('pushed', pushed);
  report.output('signatures', JSON.stringify(signatures));
  const section: ImageSection = {
    name,
    tags,
    digest,
    size: layout.size,
    base,
    pushed,
    ...(binarySha256 === undefined ? {} : { binarySha256 }),
    ...(signatures.length === 0 ? {} : { signatures }),
  };
  report.section('image', section);
  if (pushed) report.summary(pushedLine(signatures));
  else
    report.summary(
      summaryOf(
        {
          name,
          digest,
          tags,
          base,
          builder: plan === undefined ? undefined : nameOfWay(plan),
          earlier: built.earlier,
        },
        layout,
        contents,
      ),
    );
  log.info(`${pushed ? 'Pushed' : 'Image'} ${name}@${digest}, ${formatBytes(layout.size)}`);
}

function pushedLine(signatures: readonly Signature[]): string {
  const signed = signatures.map(({ predicateType }) => code(predicateType)).join(', ');
  const line = 'Pushed, and read back from the registry with the same digest.';
  return signed === '' ? line : `${line} Signed, and the registry has it: ${signed}.`;
}

function nameOfWay({ way }: BuildPlan): string {
  return typeof way === 'string' ? way : 'no builder: written directly';
}

/** Says what would be done. */
export function tellPlan(
  inputs: Inputs,
  { log, report }: Dockerize,
  plan: BuildPlan | undefined,
  tags: readonly string[],
): void {
  const unplanned =
    inputs.layout === undefined
      ? `builds ${inputs.dockerfile} with what is compiled`
      : `takes the layout ${inputs.layout}`;
  const lines = [
    plan === undefined ? unplanned : `builds ${plan.source.path} with ${nameOfWay(plan)}`,
    ...(plan === undefined ? [] : [...plan.request.labels].map(([key, value]) => `label ${key}=${value}`)),
    ...tags.map((tag) => `${inputs.push ? 'pushes' : 'tags'} ${nameOf(inputs.image)}:${tag}`),
  ];
  for (const line of lines) log.info(`dry run: ${line}`);
  report.summary(
    `### Image ${nameOf(inputs.image)} (dry run)\n\nNothing was built or pushed; the inputs are fine.`,
  );
}
