// Behaves as the `code` executable that `runTests` starts (development path, tests path and workspace in, exit code
// out), but runs the tests in VS Code's server with a headless browser for its window.
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { abandonment, interruption } from './interruption';
import { askedElsewhere } from './network-log';
import { projectRoot } from './project';
import { releaseNamed } from './releases';
import { startServedVSCode } from './served-vscode';
import { testOutputMark } from './test-output';
import { workbenchAddress } from './workbench-address';

const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
const logFile = join(projectRoot, `out/logs/vscode-${argument('served-release')}-${process.pid}.log`);
mkdirSync(dirname(logFile), { recursive: true });
const log = createWriteStream(logFile);
const cleanups: (() => Promise<void>)[] = [];

function argument(name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name}=… is missing.`);
  return value;
}

/** With no marketplace to ask, VS Code itself asks nobody but its server, and whatever else is asked is seen. */
const noMarketplace = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** Returns the exit code that the tests ended with; throws when they cannot end any more. */
async function runTestsInBrowser(): Promise<number> {
  const isOnTheWeb = values['served-mode'] === 'web';
  const dataFolder = dirname(argument('user-data-dir'));
  const server = await startServedVSCode({
    release: releaseNamed(argument('served-release')),
    dataFolder,
    switches: values['served-mode'] === 'restricted' ? [] : ['--disable-workspace-trust'],
    ...(isOnTheWeb && { environment: noMarketplace }),
  });
  cleanups.push(() => server.stop());
  const networkLog = isOnTheWeb ? join(dataFolder, 'network.json') : undefined;
  const browser = await launchBrowser(dataFolder, networkLog);
  cleanups.push(() => browser.close());
  const page = await browser.newPage();
  const exitCode = await new Promise<number>((resolve, reject) => {
    browser.once('disconnected', () => reject(new Error('The browser ended before the tests.')));
    page.once('crash', () => reject(new Error('The page of the workbench crashed before the tests ended.')));
    void server.ended.then(({ output }) =>
      reject(new Error(`The server ended before the tests.\n${output}`)),
    );
    openWorkbench(page, server.authority, resolve).catch(reject);
  });
  if (networkLog === undefined) return exitCode;
  await browser.close();
  const elsewhere = await askedElsewhere(networkLog, server.authority);
  if (elsewhere.length === 0) return exitCode;
  console.error(`Something other than VS Code's server was asked for:\n${elsewhere.join('\n')}`);
  return 1;
}

async function openWorkbench(page: Page, authority: string, onExit: (code: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationExit', onExit);
  await page.exposeFunction('codeAutomationLog', forwardLog);
  await page.goto(
    workbenchAddress(authority, {
      folder: positionals[0],
      extensionDevelopmentPath: argument('extensionDevelopmentPath'),
      extensionTestsPath: argument('extensionTestsPath'),
    }),
  );
}

/** The window's log holds VS Code's own lines too: those of the tests go on, everything stays in a file. */
function forwardLog(_type: string, args: unknown[]): void {
  const lines = format(...args);
  log.write(`${lines}\n`);
  const marked = lines.indexOf(testOutputMark);
  if (marked >= 0) process.stdout.write(`${lines.slice(marked + testOutputMark.length)}\n`);
}

const run = runTestsInBrowser().catch((error: unknown) => {
  console.error(error);
  return 1;
});
const exitCode = await Promise.race([run, interruption(), abandonment()]);
if (exitCode !== 0) console.error(`VS Code's own log: ${logFile}`);
await Promise.allSettled(cleanups.map((cleanUp) => cleanUp()));
process.exit(exitCode);
