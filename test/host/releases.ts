/** One version of VS Code that the editor tests run on, and what serves it where its own download is out of reach. */
export interface Release {
  readonly name: 'oldest' | 'newest';
  /** What `@vscode/test-electron` downloads for the desktop. */
  readonly desktop: string;
  /** The npm package `code-server` with this VS Code inside: its minor number is VS Code's. */
  readonly codeServer: string;
  /** The Node that this code-server names in `engines`; with another one its extension host hangs. */
  readonly node: string;
}

/** The oldest VS Code that `engines.vscode` in package.json admits. */
const oldest: Release = { name: 'oldest', desktop: '1.104.0', codeServer: '4.104.0', node: '22.23.3' };

export const newest: Release = { name: 'newest', desktop: 'stable', codeServer: '4.139.1', node: '24.21.0' };

export const releases: readonly Release[] = [oldest, newest];

/** @throws when there is no release of that name */
export function releaseNamed(name: string): Release {
  const release = releases.find((candidate) => candidate.name === name);
  if (!release) throw new Error(`No release "${name}": ${releases.map((known) => known.name).join(', ')}.`);
  return release;
}
