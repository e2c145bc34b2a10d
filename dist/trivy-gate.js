import { start } from './index.js';

await start('trivy-gate');
