import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { linkExtension } from '../host/extension-link';
import { installExtension } from '../host/install-extension';
import { newest, type Release } from '../host/releases';
import { copySampleCards } from '../host/sample-cards';
import { type ServedVSCode, startServedVSCode } from '../host/served-vscode';
import { type Theme, themes } from '../host/themes';
import { calmWindow, type UserSettings, writeSettings } from '../host/user-settings';
import { workbenchAddress } from '../host/workbench-address';
import { Workbench } from './workbench';

/** What a window shows. */
export interface WindowOptions {
  /** A folder whose copy is opened; by default the sample cards. */
  readonly folder?: string;
  /** Opens the folder itself instead. */
  readonly inPlace?: boolean;
  /** The card to open at the start, relative to the folder. */
  readonly card?: string;
  readonly theme?: Theme;
  /**
   * The display language that extensions are told of, such as `de`. VS Code itself stays English: its translations come
   * from a Marketplace.
   */
  readonly language?: string;
  /** A `.code-workspace` file in the folder to open instead of the folder. */
  readonly workspaceFile?: string;
  /** The user's settings beside those that keep the window calm. */
  readonly settings?: UserSettings;
}

/** VS Code in a headless browser, with this extension, for as many windows as a test wants, one after the other. */
export class ServedWorkbench {
  private constructor(
    private readonly server: ServedVSCode,
    private readonly browser: Browser,
    /** Folder for what the server writes. */
    readonly data: string,
    private readonly extensionDevelopmentPath: string | undefined,
  ) {}

  /**
   * Starts server and browser: about three seconds.
   *
   * @param vsix installed and used instead of what was built here
   */
  static async start(release: Release = newest, vsix?: string): Promise<ServedWorkbench> {
    const data = await mkdtemp(join(tmpdir(), 'model-card-co2-ui-'));
    if (vsix !== undefined) await installExtension(release, data, vsix);
    const extension = vsix === undefined ? await linkExtension(data) : undefined;
    const server = await startServedVSCode({ release, dataFolder: data });
    return new ServedWorkbench(server, await launchBrowser(data), data, extension);
  }

  /** Opens a window on a copy of the folder and waits until its editor is there. */
  async open(options: WindowOptions = {}): Promise<Workbench> {
    const { folder, card, theme = 'light', settings = {} } = options;
    const workspace = options.inPlace && folder !== undefined ? folder : await this.copyOf(folder);
    await writeSettings(this.data, {
      ...calmWindow,
      'workbench.colorTheme': themes[theme].setting,
      ...settings,
    });
    const page = await this.browser.newPage({
      viewport: { width: 1400, height: 900 },
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    if (options.language !== undefined) await setDisplayLanguage(page, options.language);
    const openFile = card === undefined ? undefined : join(workspace, card);
    const workbench = new Workbench(page, workspace);
    try {
      await page.goto(
        workbenchAddress(this.server.authority, {
          folder: join(workspace, options.workspaceFile ?? ''),
          openFile,
          extensionDevelopmentPath: this.extensionDevelopmentPath,
        }),
      );
      await workbench.waitUntilReady(themes[theme].className);
      if (card !== undefined) await workbench.waitForCard(card);
    } catch (error) {
      await workbench.screenshot('failed-to-open').catch(() => undefined);
      await page.close();
      throw error;
    }
    return workbench;
  }

  private async copyOf(folder: string | undefined): Promise<string> {
    const copy = join(await mkdtemp(join(this.data, 'folder-')), 'models');
    if (folder === undefined) await copySampleCards(copy);
    else await cp(folder, copy, { recursive: true });
    return copy;
  }

  /** Ends browser and server, and removes the copies. */
  async stop(): Promise<void> {
    await Promise.allSettled([this.browser.close(), this.server.stop()]);
    await rm(this.data, { recursive: true, force: true });
  }
}

/** Says what the script with VS Code's own texts says where there are any in the language. */
async function setDisplayLanguage(page: Page, language: string): Promise<void> {
  await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
}
