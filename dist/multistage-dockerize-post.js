import { start } from './index.js';

await start('multistage-dockerize-post');
