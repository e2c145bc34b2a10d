import type {
  Dockerfile as Ast,
  Instruction as AstInstruction,
  ModifiableInstruction,
  Property,
  PropertyInstruction,
} from 'dockerfile-ast';

/** One instruction as it was written; nothing in it is filled in. Lines count from 1. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** Position of its stage; -1 before the first FROM. */
  readonly stage: number;
  readonly line: number;
  readonly lastLine: number;
  /** The arguments behind the flags in one piece, without comments and broken lines. */
  readonly text: string;
  /** Such as `--from=builder`; a flag may stand more than once. */
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** The arguments behind the flags; the words of the exec form without their quotes. */
  readonly words: readonly string[];
  /** The exec form (`["/app"]`); undefined for the shell form. */
  readonly exec: readonly string[] | undefined;
  /** `name=value` of ARG, ENV and LABEL; the value is undefined where there is none. */
  readonly pairs: readonly { readonly name: string; readonly value: string | undefined }[];
  /** Whether it says what it means without escapes, single quotes, heredocs or old forms. */
  readonly plain: boolean;
}

/** All instructions in their order. */
export function instructionsOf(ast: Ast, stageAt: (line: number) => number): Instruction[] {
  return ast.getInstructions().map((one) => {
    const line = one.getRange().start.line + 1;
    const text = one.getArgumentsContent() ?? '';
    const exec = execForm(text);
    return {
      keyword: one.getKeyword(),
      stage: stageAt(line),
      line,
      lastLine: one.getRange().end.line + 1,
      text,
      flags: flagsOf(one),
      words: exec ?? one.getArguments().map((argument) => argument.getValue()),
      exec,
      pairs: propertiesOf(one).map((pair) => ({ name: pair.getName(), value: pair.getValue() ?? undefined })),
      plain: isPlain(one.getKeyword(), text, propertiesOf(one)),
    };
  });
}

function flagsOf(one: AstInstruction): { name: string; value: string }[] {
  if (!takesFlags(one)) return [];
  return one.getFlags().map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' }));
}

function propertiesOf(one: AstInstruction): Property[] {
  return takesProperties(one) ? one.getProperties() : [];
}

// The parser is loaded when a Dockerfile is read, so its classes are known by their types only.
function takesFlags(one: AstInstruction): one is ModifiableInstruction {
  return 'getFlags' in one;
}

function takesProperties(one: AstInstruction): one is PropertyInstruction {
  return 'getProperties' in one;
}

function execForm(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(keyword: string, text: string, pairs: readonly Property[]): boolean {
  if (/[\\']|<</.test(text)) return false;
  return keyword !== 'ENV' || pairs.every((pair) => pair.getAssignmentOperator() === '=');
}

/** Words of the JSON form (`["a", "b"]`) come with their punctuation. */
export function unquoted(word: string): string {
  return word.replace(/^\[?"?/, '').replace(/"?[\],]*$/, '');
}
