import type * as vscode from 'vscode';
import { toCompletionItem } from './lsp';
import type { Language } from './language';

/** Keys and values of the front matter. Markdown has quick suggestions off by default, so typing itself must trigger. */
export class Completion implements vscode.CompletionItemProvider {
  static readonly triggers = [':', ' ', '-', '\n', ...Array.from('abcdefghijklmnopqrstuvwxyz')];

  constructor(private readonly language: Language) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const place = await this.language.at(document, position);
    if (place === undefined) return undefined;
    const items = await place.service.complete(place.document, position);
    return items.map(toCompletionItem);
  }
}
