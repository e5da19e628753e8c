import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from '../host/project';

/** Severities as VS Code's squiggles are called. */
export type SquiggleSeverity = 'error' | 'warning' | 'info' | 'hint';

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** One window of VS Code, driven by keyboard as a user would. */
export class Workbench {
  constructor(
    /** For what has no method here. */
    readonly page: Page,
    /** The folder that is open: a copy that a test may change. */
    readonly folder: string,
  ) {
    page.setDefaultTimeout(30_000);
  }

  /** The editor that is shown. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** Waits for the folder, the theme (by a part of its class) and the extensions that start with the window. */
  async waitUntilReady(themeClass: string): Promise<void> {
    const timeout = 60_000;
    await this.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor({ timeout });
    await this.page.locator(`.monaco-workbench[class*="${themeClass}"]`).waitFor({ timeout });
    const activating = this.page.locator('.statusbar-item', { hasText: 'Activating Extensions' });
    await activating.waitFor({ state: 'detached', timeout });
  }

  /** Opens a card, by its path relative to the folder, and puts the cursor at its start. */
  async openCard(path: string): Promise<void> {
    await this.pressWithModifier('P');
    await this.quickInput().fill(path);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.waitForCard(path);
  }

  /** Waits until the editor shows this card. */
  async waitForCard(path: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command by its title, as "Model Card CO₂: Predict emissions", from the command palette. */
  async commandPalette(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput().fill(`>${title}`);
    // Enter runs the focused row, which for a moment is the command that was run last.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Moves the cursor; line and column from 1, as the status bar shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput().fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /** Waits for a squiggle on screen. */
  async waitForSquiggle(severity: SquiggleSeverity = 'warning'): Promise<void> {
    await this.squiggle(severity).first().waitFor({ state: 'attached' });
  }

  /** Waits until no squiggle of this severity is on screen. */
  async waitForNoSquiggle(severity: SquiggleSeverity = 'warning'): Promise<void> {
    await this.squiggle(severity).first().waitFor({ state: 'detached' });
  }

  /** Moves to the next problem of the card (F8) and returns what the widget there says. */
  async nextProblem(): Promise<string> {
    await this.page.keyboard.press('F8');
    const widget = this.page.locator('.marker-widget .descriptioncontainer');
    await widget.waitFor();
    return plainText(await widget.innerText());
  }

  /** Opens the lightbulb's list at the cursor and returns the titles in it. */
  async quickFixes(): Promise<string[]> {
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    // VS Code asks the extension once, at the key stroke; a finding may be on its way then.
    for (let attempt = 0; attempt < 5 && !(await focused.isVisible()); attempt++) {
      await this.pressWithModifier('.');
      await focused.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await focused.waitFor();
    return (await this.actions().allInnerTexts()).map(plainText);
  }

  /**
   * Applies the quick fix whose title contains `title` at the cursor, by keyboard, and waits until the card has changed.
   *
   * @throws when it isn't offered
   */
  async quickFix(title: string): Promise<void> {
    const offered = await this.quickFixes();
    const wanted = offered.findIndex((text) => text.includes(title));
    if (wanted < 0) throw new Error(`No quick fix "${title}" among: ${offered.join(' | ')}`);
    for (let step = 0; step < wanted; step++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active.dirty').waitFor();
  }

  /** Shows the hover at the cursor and returns its text. */
  async hover(): Promise<string> {
    const content = this.page.locator('.monaco-resizable-hover .monaco-hover');
    // As above: the key stroke asks once.
    for (let attempt = 0; attempt < 5 && !(await content.isVisible()); attempt++) {
      await this.pressWithModifier('K');
      await this.pressWithModifier('I');
      await content.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    return plainText(await content.innerText());
  }

  /** The lines of the editor that are on screen, with inlay hints in their places. */
  async visibleText(): Promise<string> {
    const lines: { top: number; text: string }[] = [];
    for (const line of await this.editor.locator('.view-lines > .view-line').all()) {
      const top = /top:\s*([\d.]+)px/.exec((await line.getAttribute('style')) ?? '')?.[1];
      lines.push({ top: Number(top), text: (await line.textContent()) ?? '' });
    }
    // They are not in order in the page.
    lines.sort((a, b) => a.top - b.top);
    return plainText(lines.map(({ text }) => text).join('\n'));
  }

  /** Waits until the visible part of the editor, with its inlay hints, holds `text`. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.editor.locator('.view-lines', { hasText: text }).waitFor();
  }

  /** The messages in VS Code's corner. */
  async notifications(): Promise<string[]> {
    const toasts = await this.page
      .locator('.notification-toast .notification-list-item-message')
      .allInnerTexts();
    return toasts.map(plainText);
  }

  /** Saves the card that is shown and returns what is on disk at `path`, relative to the folder. */
  async save(path: string): Promise<string> {
    await this.pressWithModifier('S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Writes out/screenshots/NAME.png, once nothing moves any more, and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(projectRoot, 'out/screenshots', `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await this.stillPicture());
    return path;
  }

  /** A picture (PNG) of the window when two in a row are the same, or after ten seconds. */
  async stillPicture(): Promise<Buffer> {
    let picture = await this.page.screenshot();
    for (let attempt = 0; attempt < 20; attempt++) {
      await delay(500);
      const next = await this.page.screenshot();
      if (next.equals(picture)) break;
      picture = next;
    }
    return picture;
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input').first();
  }

  private actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  private squiggle(severity: SquiggleSeverity): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  private pressWithModifier(key: string): Promise<void> {
    return this.page.keyboard.press(`${modifier}+${key}`);
  }
}

/** VS Code paints spaces as no-break spaces. */
function plainText(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
