import { start } from './index.js';

await start('quality-gate');
