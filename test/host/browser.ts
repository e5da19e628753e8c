import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { cachedFolder } from './cached-folder';
import { startGroup } from './process-group';
import { hostCache, projectRoot } from './project';

/** A Chromium on disk and what its environment needs. */
interface BrowserInstallation {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

const namesOnPath = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * Starts a browser without a window: an installed Chrome, Chromium or Edge, else the headless Chromium that
 * `@sparticuz/chromium` carries for Linux on x64. It ends with this process.
 *
 * @param temporary folder for files that it may leave where it is ended in the middle; by default the system's
 * @param networkLog file that it writes its log of the network to, which is whole once it has been closed
 * @throws where there is neither
 */
export async function launchBrowser(temporary = tmpdir(), networkLog?: string): Promise<Browser> {
  const { executablePath, environment } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(networkLog === undefined ? [] : [`--log-net-log=${networkLog}`]),
    ],
    env: { ...definedOnly(process.env), TMPDIR: temporary, ...environment },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The path of an installed browser, or undefined. */
export function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...macApplications].find((file) => existsSync(file));
}

async function findBrowser(): Promise<BrowserInstallation> {
  const executablePath = installedBrowser();
  if (executablePath !== undefined) return { executablePath, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  throw new Error('No browser found: install Chrome, Chromium or Edge.');
}

async function unpackedChromium(): Promise<BrowserInstallation> {
  const packageFile = join(projectRoot, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  const folder = await cachedFolder(join(hostCache, `chromium-${version}`), async (workFolder) => {
    const unpack = join(import.meta.dirname, 'unpack-chromium.mjs');
    const env = { ...process.env, TMPDIR: workFolder };
    const { status, output } = await startGroup(process.execPath, [unpack], { env }).ended;
    if (status !== 0) throw new Error(`Chromium could not be unpacked (${status}).\n${output}`);
  });
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']];
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: await fontsOf(folder) }),
    },
  };
}

/** A fontconfig file that offers the font which comes with Chromium, for machines without any. */
async function fontsOf(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
