/** What an action must be given before it looks at the record. */
export const requiredInputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'multistage-dockerize': { image: 'registry.example/checkout' },
  'trivy-gate': { target: '.' },
  'k8s-rollout': { manifests: '.' },
  'canary-promote': { manifests: '.', prometheus: 'http://127.0.0.1:9' },
};
