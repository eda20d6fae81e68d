/** Where a command writes. Tests bring their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What a command ends with: done, the input was refused, or it was called in a way that it does not know. */
export type ExitCode = 0 | 1 | 2;

/** A command reads its arguments and files, writes to the terminal, and has no other effect. */
export type Command = (argv: readonly string[], terminal: Terminal) => ExitCode;

/** A command that has to wait for something, such as a document that is drawn. */
export type SlowCommand = (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Runs a command as this process: its own arguments, streams and exit code. */
export const runAsProcess = (command: Command | SlowCommand): void => {
  const ended = command(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  void Promise.resolve(ended).then((code) => {
    process.exitCode = code;
  });
};
