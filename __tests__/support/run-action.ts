export * from '../../testbed/stub.ts';
