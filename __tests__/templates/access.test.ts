import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { readVariables, TEMPLATES } from '../../action-templates/catalogue.ts';
import { renderFile } from '../../action-templates/folder.ts';
import { resourceOf } from '../../actions/canary-promote/src/cluster/kube-cluster.ts';
import { verbsFor } from '../../actions/canary-promote/src/plan/permissions.ts';
import { listAt } from '../../actions/shared/kube/values.ts';
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

test('the access of a rollout is what a rollout of these kinds asks for', () => {
  const role = allowed('05-access-rollout.yaml');
  const deployments = resource('apps/v1', 'Deployment', 'deployments');
  const written = [
    deployments,
    resource('v1', 'ConfigMap', 'configmaps'),
    resource('v1', 'Secret', 'secrets'),
    resource('v1', 'Service', 'services'),
    resource('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  ].map((one) => ({ resource: one, namespace }));
  const watched = [
    deployments,
    resource('apps/v1', 'ReplicaSet', 'replicasets'),
    resource('v1', 'Pod', 'pods'),
    resource('v1', 'Event', 'events'),
  ].map((one) => ({ resource: one, namespace }));
  const needed = [...neededFor(written, watched), ...safetyPermissions([namespace], namespace)];
  const missing = needed
    .map(({ group, resource: plural, verb }) => `${group} ${plural} ${verb}`)
    .filter((permission) => !role.has(permission));
  expect(missing).toEqual([]);
});

test('with the access of a canary beside it, a canary may do what it needs', () => {
  const role = new Set([...allowed('05-access-rollout.yaml'), ...allowed('06-access-canary.yaml')]);
  const missing = [...verbsFor(true)].flatMap(([kind, verbs]) => {
    const { group, plural } = resourceOf(kind);
    return verbs.map((verb) => `${group} ${plural} ${verb}`).filter((permission) => !role.has(permission));
  });
  expect(missing).toEqual([]);
});
