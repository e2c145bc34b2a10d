import { expect, test } from '@jest/globals';
import { withImages } from '../../../../actions/k8s-rollout/src/gitops/edit.ts';

const sum = `sha256:${'ab12'.repeat(16)}`;
const image = `ghcr.io/acme/checkout@${sum}`;
const images = new Map([['ghcr.io/acme/checkout', image]]);

const edited = async (text: string, names: ReadonlyMap<string, string> = images): Promise<string> =>
  (await withImages(text, 'file.yaml', names)).text;

test('a manifest: only the value changes, comments, quotes and order stay', async () => {
  const before = `# who sells
apiVersion: apps/v1
kind:   Deployment   # odd blanks
spec:
    template:
        spec:
            initContainers:
            - {name: wait, image: 'ghcr.io/acme/checkout:1.0'} # flow
            containers:
            -   image: "ghcr.io/acme/checkout@sha256:old"   # this one
                name: app

            - name: proxy
              image: envoy:1
---
kind: Service # untouched
`;
  expect(await edited(before)).toBe(
    before
      .replace("'ghcr.io/acme/checkout:1.0'", `'${image}'`)
      .replace('"ghcr.io/acme/checkout@sha256:old"', `"${image}"`),
  );
});

test.each([
  [
    'a digest',
    '- name: ghcr.io/acme/checkout\n    digest: sha256:old # pinned',
    `- name: ghcr.io/acme/checkout\n    digest: ${sum} # pinned`,
  ],
  [
    'a tag',
    '- name: ghcr.io/acme/checkout\n    newTag: v1 # was',
    `- name: ghcr.io/acme/checkout\n    digest: ${sum} # was`,
  ],
  [
    'neither',
    '- name: ghcr.io/acme/checkout # bare',
    `- name: ghcr.io/acme/checkout\n    digest: ${sum} # bare`,
  ],
  [
    'another name',
    '- name: app\n    newName: ghcr.io/acme/checkout\n    newTag: v1',
    `- name: app\n    newName: ghcr.io/acme/checkout\n    digest: ${sum}`,
  ],
  [
    'flow style',
    '- { name: ghcr.io/acme/checkout, newTag: "v1" }',
    `- { name: ghcr.io/acme/checkout, digest: ${sum} }`,
  ],
  [
    'both',
    '- name: ghcr.io/acme/checkout\n    newTag: v1\n    digest: sha256:old',
    `- name: ghcr.io/acme/checkout\n    digest: ${sum}`,
  ],
])('an entry of a Kustomization with %s', async (_what, before, after) => {
  const file = (entry: string): string =>
    `kind: Kustomization\nimages:\n  ${entry}\n  - name: other\n    newTag: "2"\n`;
  expect(await edited(file(before))).toBe(file(after));
});

test('an entry whose image moves to another repository gets its new name', async () => {
  const before = 'kind: Kustomization\nimages:\n  - name: checkout\n    newTag: v1\n';
  expect(await edited(before, new Map([['checkout', image]]))).toBe(
    `kind: Kustomization\nimages:\n  - name: checkout\n    newName: ghcr.io/acme/checkout\n    digest: ${sum}\n`,
  );
});

test.each([
  [
    'a digest',
    'image:\n  repository: ghcr.io/acme/checkout # ours\n  tag: v1\n  digest: ""\n',
    `image:\n  repository: ghcr.io/acme/checkout # ours\n  tag: v1\n  digest: "${sum}"\n`,
  ],
  [
    'an empty digest',
    'image:\n  repository: ghcr.io/acme/checkout\n  digest:\n',
    `image:\n  repository: ghcr.io/acme/checkout\n  digest: ${sum}\n`,
  ],
  [
    'a tag only',
    'image: { repository: ghcr.io/acme/checkout, tag: v1 }\n',
    `image: { repository: ghcr.io/acme/checkout, tag: ${sum.slice(7, 19)}@${sum} }\n`,
  ],
  [
    'a registry of its own',
    'image:\n  registry: ghcr.io\n  repository: acme/checkout\n  tag: "1"\n',
    `image:\n  registry: ghcr.io\n  repository: acme/checkout\n  tag: "${sum.slice(7, 19)}@${sum}"\n`,
  ],
  ['a reference', 'worker:\n  image: ghcr.io/acme/checkout:1\n', `worker:\n  image: ${image}\n`],
])('Helm values with %s', async (_what, before, after) => {
  expect(await edited(before)).toBe(after);
});

test('what is called otherwise stays, and the names without a place are told', async () => {
  const { text, used } = await withImages('image: ghcr.io/acme/checkout-worker:1\n', 'a.yaml', images);
  expect(text).toBe('image: ghcr.io/acme/checkout-worker:1\n');
  expect([...used]).toEqual([]);
  await expect(withImages('a: [1\n', 'a.yaml', images)).rejects.toMatchObject({
    place: { file: 'a.yaml', line: 2 },
  });
});

test('the same images once more change nothing', async () => {
  const once = await edited('spec: { containers: [{ name: a, image: ghcr.io/acme/checkout }] }\n');
  expect(await edited(once)).toBe(once);
});
