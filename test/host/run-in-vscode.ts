import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseHost, servedHost } from './choose-host';
import { projectRoot } from './project';
import type { Release } from './releases';
import { copySampleCards } from './sample-cards';
import { calmWindow, restrictedMode, writeSettings } from './user-settings';

/** The one other extension in the tests' VS Code: only an extension can provide language models. */
const providerFolder = 'test/editor/language-model-provider';
const providerName = 'model-card-co2-tests.language-model-provider-0.0.0';

/** What to run inside VS Code. */
export interface TestRun {
  readonly release: Release;
  /** The bundled module whose `run()` runs the tests. */
  readonly tests: string;
  /** After this many milliseconds the run is ended and has failed. */
  readonly timeLimit: number;
  /** Opens the workspace as one that the user does not trust. */
  readonly restricted?: boolean;
}

/**
 * Runs tests inside a real VS Code with this extension, on a copy of the sample cards that is removed afterwards.
 *
 * @throws when a test fails, when the time is up, or when no VS Code can run here
 */
export async function runInVSCode({ release, tests, timeLimit, restricted = false }: TestRun): Promise<void> {
  const host = restricted
    ? await servedHost(release, '`runTests` switches workspace trust off on the desktop')
    : await chooseHost(release);
  console.log(`Tests run in ${host.description}.`);
  const folder = await mkdtemp(join(tmpdir(), 'model-card-co2-tests-'));
  await writeSettings(folder, restricted ? { ...calmWindow, ...restrictedMode } : calmWindow);
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
        ...(restricted ? ['--served-restricted'] : []),
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
