import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { choice, text } from '../../shared/contract/types.ts';

export function parse(read: InputReader) {
  return {
    environment: read.withDefault('environment', text, 'production'),
    service: read.optional('service', text),
    result: read.optional('result', choice('success', 'failure', 'cancelled', 'skipped')),
    token: read.optional('token', text),
    comment: read.withDefault('comment', choice('failure', 'always', 'never'), 'failure'),
    ...commonInputs(read),
  };
}

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'release-feedback',
  parse,
  outputs: ['verdict', 'stage', 'pull-request', 'comment-url'] as const,
};

export type Output = (typeof contract.outputs)[number];
