/**
 * Turns what other judges and Prometheus recorded into scrapes for the replay, one JSON object per line on stdout:
 * `convert.ts prometheus|kayenta|argo ROLE=WHAT… [FILE] [--values cumulative|counts|per-second]`. Exit 2 for unusable input.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../../shared/errors/user-error.ts';
import { fromArgo, fromKayenta, fromPrometheus } from './replay/convert/formats.ts';
import { parseRole, type Recorded, scrapesOf, type Unit, units } from './replay/convert/recording.ts';

const usage = `usage: npm run --silent judge:convert -- FORMAT ROLE=WHAT… [FILE] [--values ${units.join('|')}]
  FORMAT  prometheus (WHAT is a file with the answer of a range query), kayenta or argo (WHAT is a metric of FILE)
  ROLE    stable.requests, canary.failures, canary.failure-rate (a share), stable.latency, canary.gauges.heap-bytes …`;

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function read(format: string, role: string, what: string, file: string | undefined): Recorded[] {
  const parsed = parseRole(role);
  if (format === 'prometheus') return fromPrometheus(json(what), parsed);
  if (file === undefined) throw new Error(`the file of the recording is missing\n${usage}`);
  if (format === 'kayenta') return fromKayenta(json(file), parsed, what);
  if (format === 'argo') return fromArgo(json(file), parsed, what);
  throw new Error(`"${format}" is no format\n${usage}`);
}

function unitOf(text: string | undefined, format: string): Unit {
  const unit = units.find((one) => one === (text ?? (format === 'prometheus' ? 'cumulative' : undefined)));
  if (unit === undefined)
    throw new Error(`say what the values are: --values ${units.join(' or ')} (each step's)\n${usage}`);
  return unit;
}

function main(args: string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { values: { type: 'string' } },
    });
    const [format = '', ...rest] = positionals;
    const roles = rest.filter((one) => one.includes('='));
    const file = rest.find((one) => !one.includes('='));
    if (roles.length === 0) throw new Error(usage);
    const unit = unitOf(values.values, format);
    const recorded = roles.flatMap((one) => {
      const [role = '', ...what] = one.split('=');
      return read(format, role, what.join('='), file);
    });
    writeFileSync(
      1,
      scrapesOf(recorded, unit)
        .map((scrape) => `${JSON.stringify(scrape)}\n`)
        .join(''),
    );
    return 0;
  } catch (error) {
    process.stderr.write(`judge:convert: ${messageOf(error)}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
