/** Readers for JSON that a tool of Go's wrote: a field of another type than expected counts as absent. */

export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/**
 * Reads what `go list -json` prints: objects one after another, each ending in a line that is a brace and nothing else.
 *
 * Throws a SyntaxError when a piece is no JSON.
 */
export function parseJsonObjects(printed: string): unknown[] {
  return printed
    .split(/^(?=\{)/m)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => JSON.parse(piece));
}
