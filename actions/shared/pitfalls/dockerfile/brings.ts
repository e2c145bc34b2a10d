import type { Dockerfile } from '../../dockerfile/dockerfile.ts';
import { finalInstructions } from './rule.ts';

/**
 * Whether an instruction of the final stage may bring something along: one that names it, or one that takes whole
 * folders or downloads, of which nobody knows what is in them.
 */
export function bringsAlong(file: Dockerfile, what: RegExp): boolean {
  return finalInstructions(file).some(({ keyword, text, words }) => {
    if (!['COPY', 'ADD', 'RUN', 'ENV'].includes(keyword)) return false;
    const whole =
      keyword === 'COPY' && words.slice(0, -1).some((word) => /^\/?$|^\/(?:etc|usr)?\/?$/.test(word));
    return what.test(text) || whole;
  });
}
