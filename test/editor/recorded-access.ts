import childProcess from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { extensions } from 'vscode';

/** What this extension has done since the recording began; VS Code's own ones do it in the same process. */
export interface Recording {
  /** Programs that were started. */
  readonly programs: readonly string[];
  /** Paths that were opened, listed or asked about. */
  readonly paths: readonly string[];
  stop(): void;
}

type Call = (this: unknown, ...given: unknown[]) => unknown;

const STARTS = /^(?:spawn|exec|fork)/;
const READS = /^(?:open|read|createReadStream|l?stat|realpath|access|exists)/;

/**
 * Records each program that this extension starts and each path that it reads, in the Node modules that all extensions
 * share.
 */
export function recordAccess(): Recording {
  const programs: string[] = [];
  const paths: string[] = [];
  const stops = [
    record(childProcess, STARTS, programs),
    record(fs, READS, paths),
    record(fs.promises, READS, paths),
  ];
  return { programs, paths, stop: () => stops.forEach((stop) => stop()) };
}

/** Notes the first argument of each call to a function of the module whose name matches. Returns how to end it. */
function record(module: object, names: RegExp, into: string[]): () => void {
  const extension = extensions.getExtension('model-card-co2.model-card-co2');
  if (extension === undefined) throw new Error('The extension is not there.');
  const bundles = join(extension.extensionPath, 'dist');
  const originals = Object.entries(module).filter(
    (entry): entry is [string, Call] => names.test(entry[0]) && typeof entry[1] === 'function',
  );
  for (const [name, original] of originals) {
    const recorded: Call = function (...given) {
      if (new Error().stack?.includes(bundles)) into.push(String(given[0]));
      return original.apply(this, given);
    };
    Object.assign(module, { [name]: Object.assign(recorded, original) });
  }
  return () => Object.assign(module, Object.fromEntries(originals));
}
