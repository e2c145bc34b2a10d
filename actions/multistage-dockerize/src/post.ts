import { saveAtTheEnd } from '../../shared/go/cache/post.ts';

export const start = (): Promise<void> => saveAtTheEnd();
