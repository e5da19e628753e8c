import * as vscode from 'vscode';
import type { LanguageService } from '../core/language/language-service';
import type { FrontMatterDocument } from '../core/language/front-matter-document';
import { isCardFile } from './card-files';
import type { Cards } from './cards';
import { loadCore } from './core';

/** The language service of the front matter, and the documents it serves. */
export class Language implements vscode.Disposable {
  #service: Promise<LanguageService> | undefined;
  readonly #closed: vscode.Disposable;

  constructor(private readonly cards: Cards) {
    this.#closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      void this.#service?.then((service) => service.forget(uri.toString()));
    });
  }

  dispose(): void {
    this.#closed.dispose();
  }

  /** Undefined outside the front matter of a model card. */
  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ service: LanguageService; document: FrontMatterDocument } | undefined> {
    if (!isCardFile(document)) return undefined;
    const { frontMatter, kind, text } = await this.cards.read(document);
    const offset = document.offsetAt(position);
    if (frontMatter === undefined || kind !== 'model') return undefined;
    // The line below the last one of an open block belongs to it: that is where the author types.
    const end =
      frontMatter.state === 'closed' ? frontMatter.yaml.end : Math.max(frontMatter.yaml.end, offset);
    if (offset < frontMatter.yaml.start || offset > end) return undefined;
    const service = await (this.#service ??= loadCore().then((core) => core.createLanguageService()));
    const yaml = { start: frontMatter.yaml.start, end };
    return { service, document: { uri: document.uri.toString(), version: document.version, text, yaml } };
  }
}
