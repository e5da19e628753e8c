import * as vscode from 'vscode';
import type { HubFacts } from '../core/predictors/hub-facts';
import type { HubLookUp } from '../core/predictors/hub';
import { MARKDOWN } from './card-files';
import { loadCore } from './core';
import { SECTION } from './settings';

/** What the Hub's public API says of models. Asks nothing unless the user has switched it on, and says when it asks. */
export class Hub implements vscode.Disposable {
  readonly #status = vscode.languages.createLanguageStatusItem('modelCardCo2.hub', []);
  readonly #configuration: vscode.Disposable;
  #lookUp: Promise<HubLookUp> | undefined;

  constructor() {
    this.#status.name = 'Hugging Face Hub';
    this.#configuration = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SECTION}.hub`)) return;
      this.#lookUp = undefined;
      this.#status.selector = [];
    });
  }

  dispose(): void {
    this.#configuration.dispose();
    this.#status.dispose();
  }

  /** @returns undefined where look-ups are off, the folder is not trusted, or the Hub does not answer (which is shown). */
  async factsOf(name: string): Promise<HubFacts | undefined> {
    const settings = vscode.workspace.getConfiguration(`${SECTION}.hub`);
    if (!settings.get<boolean>('lookUp', false) || !vscode.workspace.isTrusted) return undefined;
    const lookUp = await (this.#lookUp ??= newLookUp(settings.get('endpoint', '')));
    this.#say(vscode.l10n.t('Asking the Hub about {0}', name), true);
    const { facts, problem } = await lookUp(name);
    this.#say(problem ?? vscode.l10n.t('The Hub told about {0}', name), false, problem !== undefined);
    return facts;
  }

  #say(text: string, busy: boolean, isProblem = false): void {
    this.#status.selector = MARKDOWN;
    this.#status.text = text;
    this.#status.busy = busy;
    this.#status.severity = isProblem
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
  }
}

async function newLookUp(endpoint: string): Promise<HubLookUp> {
  const { hubLookUp } = await loadCore();
  const host = { fetch, timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds), now: Date.now };
  return hubLookUp(host, endpoint === '' ? {} : { endpoint });
}
