import type { PackageResult, TestResult, TestRun } from './events.ts';

/** The run as JUnit XML, which test dashboards of every kind read. */
export function junit({ packages }: TestRun): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...packages.map(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ importPath, tests, seconds }: PackageResult): string {
  const bad = tests.filter(({ status }) => status === 'fail' || status === 'unfinished').length;
  const skipped = tests.filter(({ status }) => status === 'skip').length;
  const head = `  <testsuite name="${escaped(importPath)}" tests="${tests.length}" failures="${bad}" skipped="${skipped}" time="${seconds}">`;
  return [head, ...tests.map((test) => testCase(importPath, test)), '  </testsuite>'].join('\n');
}

function testCase(importPath: string, { name, status, seconds, output }: TestResult): string {
  const head = `    <testcase classname="${escaped(importPath)}" name="${escaped(name)}" time="${seconds}"`;
  if (status === 'pass') return `${head}/>`;
  if (status === 'skip') return `${head}><skipped message="${escaped(output.trim())}"/></testcase>`;
  const message = status === 'fail' ? 'failed' : 'did not end';
  return `${head}><failure message="${message}">${escaped(output)}</failure></testcase>`;
}

/** XML 1.0 has no place for control characters, escaped or not. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
