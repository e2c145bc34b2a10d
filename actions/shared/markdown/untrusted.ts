/**
 * Text that others wrote (package names, advisories, output of programs) on one line: without control characters
 * and halves of characters, and without what the runner would take for one of its commands.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .trim();
}

/** A line of a program's output for the log. The bar keeps `::command::` from standing at the start of a line. */
export function logLine(text: string): string {
  return `│ ${oneLine(text)}`;
}

/** Untrusted text for Markdown: no HTML, links, mentions or formatting come to life in it. */
export function plainMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[[\]()*_~`#!@|\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
