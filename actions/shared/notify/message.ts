/** What a chat is told, free of any chat's own markup. */
export interface Message {
  /** One line. */
  readonly title: string;
  /** Lines of plain text; what others wrote may stand in them. */
  readonly lines: readonly string[];
  /** Where to read on; unset outside of GitHub. */
  readonly link: { readonly text: string; readonly url: string } | undefined;
  /** The same for machines, sent as it is by the format `json`. */
  readonly data: Readonly<Record<string, unknown>>;
}
