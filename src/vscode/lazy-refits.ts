import * as vscode from 'vscode';
import { nextTurn } from './next-turn';
import type { RefitServices, RefitTools } from './refit';
import { REFIT_PANEL, UNDERWAY } from './refit/memory-keys';

/** What there is of refits from the start: it knows when the rest has to be read from disk. */
export class LazyRefits implements vscode.Disposable {
  readonly #serializer: vscode.Disposable;
  #tools: Promise<RefitTools> | undefined;

  constructor(private readonly services: RefitServices) {
    this.#serializer = vscode.window.registerWebviewPanelSerializer(REFIT_PANEL, {
      deserializeWebviewPanel: async (panel, saved) => {
        const tools = await this.load();
        return tools.restorePanel(panel, saved);
      },
    });
    const wasCutOff = services.context.workspaceState.get(UNDERWAY) !== undefined;
    if (wasCutOff) void this.load().then((tools) => tools.tellOfInterruption());
  }

  dispose(): void {
    this.#serializer.dispose();
    void this.#tools?.then((tools) => {
      tools.dispose();
    });
  }

  load(): Promise<RefitTools> {
    return (this.#tools ??= this.#create());
  }

  async #create(): Promise<RefitTools> {
    const { createRefitTools } = await import('./refit');
    // To read the chunk takes some milliseconds, and to start a worker as many.
    await nextTurn();
    return createRefitTools(this.services);
  }
}
