import { start } from './index.js';

await start('go-static-build');
