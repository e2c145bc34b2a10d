import { start } from './index.js';

await start('k8s-rollout');
