import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { at, isObject, type JsonObject, listAt, textAt } from '../json.ts';

/** What GitHub's published OpenAPI description says about one call. */
export interface Operation {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Problems that GitHub would answer with 422, one line each. */
  readonly problems: (query: URLSearchParams, body: unknown) => string[];
  /** The answer that the description gives as its example, by status. */
  readonly example: (status: string) => unknown;
}

/** GitHub's REST API as its OpenAPI description publishes it. */
export class ApiDescription {
  private readonly description: JsonObject;
  private readonly ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(description: JsonObject) {
    this.description = description;
    this.ajv.addSchema({ $id: 'github', components: description['components'] });
  }

  static async load(): Promise<ApiDescription> {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!isObject(value)) throw new Error(`${file} is no OpenAPI description`);
    return new ApiDescription(value);
  }

  /** The call that a method and a path mean; undefined when GitHub has none such. */
  find(method: string, path: string): Operation | undefined {
    const paths = at(this.description, 'paths');
    if (!isObject(paths)) return undefined;
    for (const [template, item] of Object.entries(paths)) {
      const parameters = match(template, path);
      const operation = parameters === undefined ? undefined : at(item, method.toLowerCase());
      if (parameters !== undefined && operation !== undefined)
        return this.operation(template, parameters, operation, method);
    }
    return undefined;
  }

  private operation(
    path: string,
    parameters: Record<string, string>,
    operation: unknown,
    method: string,
  ): Operation {
    return {
      path,
      parameters,
      problems: (query, body) => [
        ...this.unknownQuery(operation, query),
        ...this.wrongBody(`${method} ${path}`, operation, body),
      ],
      example: (status) => {
        const content = at(
          operation,
          'responses',
          status,
          'content',
          'application/json',
          'examples',
          'default',
        );
        return at(this.resolve(content), 'value');
      },
    };
  }

  private unknownQuery(operation: unknown, query: URLSearchParams): string[] {
    const known = listAt(operation, 'parameters').map((parameter) => textAt(this.resolve(parameter), 'name'));
    return [...query.keys()]
      .filter((key) => !known.includes(key))
      .map((key) => `unknown query parameter ${key}`);
  }

  private wrongBody(key: string, operation: unknown, body: unknown): string[] {
    const schema = at(operation, 'requestBody', 'content', 'application/json', 'schema');
    if (!isObject(schema)) return [];
    const validate = this.compiled.get(key) ?? this.ajv.compile(absolute(schema));
    this.compiled.set(key, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => `body${error.instancePath} ${error.message ?? 'is wrong'}`);
  }

  private resolve(value: unknown): unknown {
    const reference = textAt(value, '$ref');
    return reference === '' ? value : at(this.description, ...reference.slice(2).split('/'));
  }
}

/** References of the description point to its root; the validator knows it by a name. */
function absolute(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/');
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** The values of a template's `{names}` when a path fits it. */
function match(template: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) found[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return found;
}
