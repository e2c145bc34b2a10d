// Three projects: `unit` is the loop of daily work (under a minute), `bundle` runs the built stubs as child processes and
// what takes longer by itself: the real Go, replays and whole simulated rollouts (`*.itg.test.ts`); `loop` needs the test bed.
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Go modules and their caches below the project are none of jest's business.
  modulePathIgnorePatterns: ['<rootDir>/(build|out|dist|examples)/'],
};

export default {
  // Up here: jest reads it from no project. A minute, because what hangs is rare and a machine that is busy is not.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/{actions,testbed,templates,scripts,workflows}/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.itg\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'bundle',
      testMatch: ['<rootDir>/__tests__/bundle/**/*.test.ts', '<rootDir>/__tests__/actions/**/*.itg.test.ts'],
    },
    {
      ...common,
      displayName: 'loop',
      testMatch: ['<rootDir>/__tests__/loop/**/*.test.ts'],
      // `npm run test:all` only.
      testPathIgnorePatterns: process.env.SEATRIAL_TEST_ALL === '1' ? [] : ['\\.all\\.test\\.ts$'],
    },
  ],
};
