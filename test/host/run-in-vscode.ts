import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseHost, servedHost } from './choose-host';
import { projectRoot } from './project';
import type { Release } from './releases';
import { copySampleCards } from './sample-cards';
import { calmWindow, onTheWeb, restrictedMode, type UserSettings, writeSettings } from './user-settings';

/** The one other extension in the tests' VS Code: only an extension can provide language models. */
const providerFolder = 'test/editor/language-model-provider';
const providerName = 'model-card-co2-tests.language-model-provider-0.0.0';

/**
 * `trusted`: as usual. `restricted`: the user does not trust the workspace. `web`: the extension runs in the browser,
 * without Node.
 */
export type Mode = 'trusted' | 'restricted' | 'web';

const settings: Readonly<Record<Mode, UserSettings>> = {
  trusted: calmWindow,
  restricted: { ...calmWindow, ...restrictedMode },
  web: { ...calmWindow, ...onTheWeb },
};

const onlyServed: Readonly<Partial<Record<Mode, string>>> = {
  restricted: '`runTests` switches workspace trust off on the desktop',
  web: 'the browser is where it runs',
};

/** What to run inside VS Code. */
export interface TestRun {
  readonly release: Release;
  /** The bundled module whose `run()` runs the tests. */
  readonly tests: string;
  /** After this many milliseconds the run is ended and has failed. */
  readonly timeLimit: number;
  readonly mode?: Mode;
}

/**
 * Runs tests inside a real VS Code with this extension, on a copy of the sample cards that is removed afterwards.
 *
 * @throws when a test fails, when the time is up, or when no VS Code can run here
 */
export async function runInVSCode({ release, tests, timeLimit, mode = 'trusted' }: TestRun): Promise<void> {
  const reason = onlyServed[mode];
  const host = reason === undefined ? await chooseHost(release) : await servedHost(release, reason);
  console.log(`Tests run in ${host.description}.`);
  const folder = await mkdtemp(join(tmpdir(), 'model-card-co2-tests-'));
  await writeSettings(folder, settings[mode]);
  const workspace = join(folder, 'workspace');
  await copySampleCards(workspace);
  const extensions = join(folder, 'extensions');
  await cp(join(projectRoot, providerFolder), join(extensions, providerName), { recursive: true });
  const timer = setTimeout(() => {
    console.error(`The tests did not end within ${timeLimit / 1000} s.`);
    interrupt();
  }, timeLimit);
  process.on('SIGTERM', interrupt);
  try {
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        ...host.launchArgs,
        ...(reason === undefined ? [] : [`--served-mode=${mode}`]),
        `--user-data-dir=${join(folder, 'data')}`,
        `--extensions-dir=${extensions}`,
      ],
      extensionTestsEnv: host.environment,
    });
  } finally {
    clearTimeout(timer);
    process.off('SIGTERM', interrupt);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes `runTests` end VS Code in good order: it listens for this signal and for no other. */
function interrupt(): void {
  process.emit('SIGINT');
}
