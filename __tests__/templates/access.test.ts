import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { readVariables, TEMPLATES } from '../../action-templates/catalogue.ts';
import { renderFile } from '../../action-templates/folder.ts';
import { resourceOf } from '../../actions/canary-promote/src/cluster/kube-cluster.ts';
import { verbsFor } from '../../actions/canary-promote/src/plan/permissions.ts';
import { listAt, textAt } from '../../actions/shared/kube/values.ts';
import { neededFor, safetyPermissions } from '../../actions/shared/rollout/plan/permissions.ts';

const known = readVariables();
const examples = new Map([...known].map(([name, variable]) => [name, variable.example]));

/** `group resource verb` of everything that the Roles of a template allow. */
function allowed(file: string): Set<string> {
  const documents = parseAllDocuments(renderFile(join(TEMPLATES, 'kubernetes', file), known, examples));
  const rules = documents.flatMap((document) => listAt(document.toJS(), 'rules'));
  return new Set(
    rules.flatMap((rule) =>
      listAt(rule, 'apiGroups').flatMap((group) =>
        listAt(rule, 'resources').flatMap((resource) =>
          listAt(rule, 'verbs').map((verb) => `${String(group)} ${String(resource)} ${String(verb)}`),
        ),
      ),
    ),
  );
}

const namespace = 'shop';
const resource = (apiVersion: string, kind: string, plural: string) => ({
  apiVersion,
  kind,
  plural,
  namespaced: true,
});

/** Kinds that the example's manifests hold, but for the namespace: an administrator makes that. */
function kindsOf(folder: string) {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const objects = texts.flatMap((text) =>
    parseAllDocuments(text).map((document): unknown => document.toJS()),
  );
  const kinds = new Map(objects.map((object) => [textAt(object, 'kind'), textAt(object, 'apiVersion')]));
  kinds.delete('Namespace');
  return [...kinds].map(([kind, apiVersion]) => resource(apiVersion, kind, pluralOf(kind)));
}

/** As the API server has it for the kinds of the templates. */
function pluralOf(kind: string): string {
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1).toLowerCase()}ies` : `${kind.toLowerCase()}s`;
}

test.each(['staging', 'production'])(
  'with both accesses, the %s manifests of the example can be rolled out',
  (folder) => {
    const role = new Set([...allowed('05-access-rollout.yaml'), ...allowed('06-access-canary.yaml')]);
    const written = [
      ...kindsOf(join(TEMPLATES, '..', 'examples', 'checkout', 'deploy', folder)),
      resource('v1', 'Secret', 'secrets'),
    ].map((one) => ({ resource: one, namespace }));
    const watched = [
      resource('apps/v1', 'Deployment', 'deployments'),
      resource('apps/v1', 'ReplicaSet', 'replicasets'),
      resource('v1', 'Pod', 'pods'),
      resource('v1', 'Event', 'events'),
    ].map((one) => ({ resource: one, namespace }));
    const needed = [...neededFor(written, watched), ...safetyPermissions([namespace], namespace)];
    const missing = needed
      .map(({ group, resource: plural, verb }) => `${group} ${plural} ${verb}`)
      .filter((permission) => !role.has(permission));
    expect(written.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  },
);

test('with the access of a canary beside it, a canary may do what it needs', () => {
  const role = new Set([...allowed('05-access-rollout.yaml'), ...allowed('06-access-canary.yaml')]);
  const missing = [...verbsFor(true)].flatMap(([kind, verbs]) => {
    const { group, plural } = resourceOf(kind);
    return verbs.map((verb) => `${group} ${plural} ${verb}`).filter((permission) => !role.has(permission));
  });
  expect(missing).toEqual([]);
});
