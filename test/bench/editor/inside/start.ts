import { mkdtemp, writeFile } from 'node:fs/promises';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { CARD_SIZES, madeUpCard } from '../../cards';
import { extensionUnderTest, findingsAt, findingsChange } from './extension';
import { type Moment, now } from './own-time';
import { tell } from './results';

type Load = (this: unknown, request: string, ...rest: readonly unknown[]) => unknown;
type Work = (...values: readonly unknown[]) => unknown;

const loader = Module as unknown as { _load: Load };

/** How long each kind of work has taken, by name. */
const taken = new Map<string, Moment>();

function measured<T>(name: string, work: () => T): T {
  const start = now();
  try {
    return work();
  } finally {
    const end = now();
    const before = taken.get(name) ?? { clock: 0, own: 0 };
    taken.set(name, {
      clock: before.clock + end.clock - start.clock,
      own: before.own + end.own - start.own,
    });
  }
}

/** The functions of a module that are measured with each call. */
const watched: Readonly<Record<string, readonly string[]>> = {
  extension: ['activate'],
  core: ['readCard', 'checkCard'],
};

/** A chunk under the name of its file; undefined for any other module. */
function chunkOf(request: string): string | undefined {
  const name = basename(request, '.js');
  return name in watched && !request.includes('node_modules') ? name : undefined;
}

/** Measures how long the chunks take to load, and the functions that do the work. */
function watchLoads(): void {
  const load = loader._load;
  loader._load = function (this: unknown, request, ...rest): unknown {
    const chunk = chunkOf(request);
    if (chunk === undefined) return load.call(this, request, ...rest);
    const loaded = measured(`load ${chunk}.js`, () => load.call(this, request, ...rest)) as Record<
      string,
      Work
    >;
    const copy: Record<string, Work> = {};
    for (const name of Object.keys(loaded)) {
      const work = loaded[name] as Work;
      copy[name] = watched[chunk]?.includes(name)
        ? (...values) => measured(name, () => work(...values))
        : work;
    }
    return copy;
  };
}

/** What the start costs, once in the life of an extension host: activation, and the first card that is opened. */
export async function run(): Promise<void> {
  watchLoads();
  const folder = await mkdtemp(join(tmpdir(), 'model-card-start-'));
  const card = vscode.Uri.file(join(folder, 'README.md'));
  await writeFile(card.fsPath, madeUpCard(CARD_SIZES['3 kB']));
  await extensionUnderTest().activate();
  let opened: Moment | undefined;
  const opening = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
    if (uri.toString() === card.toString()) opened = now();
  });
  const before = findingsAt(card);
  await vscode.commands.executeCommand('vscode.open', card);
  await findingsChange(card, before);
  const found = now();
  opening.dispose();
  for (const [name, { clock, own }] of taken) {
    tell(`${name}, clock`, [clock]);
    tell(`${name}, own`, [own]);
  }
  tellSum('activation', ['load extension.js', 'activate']);
  tellSum('first card', ['load core.js', 'readCard', 'checkCard']);
  if (opened) tell('opened to findings, clock', [found.clock - opened.clock]);
}

function tellSum(what: string, parts: readonly string[]): void {
  for (const kind of ['clock', 'own'] as const) {
    const sum = parts.reduce((total, part) => total + (taken.get(part)?.[kind] ?? NaN), 0);
    tell(`${what}, ${kind}`, [sum]);
  }
}
