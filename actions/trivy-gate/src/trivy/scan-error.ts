/** The scan did not happen, or what came of it can't be trusted. Never a pass. */
export class ScanError extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.name = 'ScanError';
    this.fix = fix;
  }
}

export const garbledReport =
  'Run the step again. If it stays, take another trivy (`trivy`), and report it with the file.';
