import * as vscode from 'vscode';
import type { ReportedFinding } from '../core';
import type { CardFactsSource } from './card-facts';
import { isCardFile } from './card-files';
import type { Cards } from './cards';
import { DIAGNOSTIC_SOURCE } from './diagnostic-source';
import { toRange } from './ranges';
import { SECTION } from './settings';

/** How long typing must rest before new findings appear. Findings that vanish go at once. */
const REST_MS = 300;

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** Keeps the findings of every open card on screen, always those of its newest version. */
export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection(SECTION);
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly cards: Cards,
    private readonly facts: CardFactsSource,
    private readonly ruleDocs: (rule: string) => vscode.Uri,
  ) {
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.#refresh(document)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#refresh(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) void this.#refreshWhileTyping(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#clear(document.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#refreshAll();
      }),
      facts.onDidChange((uri) => {
        for (const document of openDocuments(uri)) void this.#refresh(document);
      }),
    ];
    this.#refreshAll();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#collection.dispose();
  }

  #refreshAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#refresh(document);
  }

  async #refreshWhileTyping(document: vscode.TextDocument): Promise<void> {
    if (!isCardFile(document)) {
      // What makes an unsaved document a card is its text.
      this.#clear(document.uri);
      return;
    }
    this.#cancelTimer(document.uri);
    const key = document.uri.toString();
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#refresh(document);
      }, REST_MS),
    );
    const shown = this.#collection.get(document.uri) ?? [];
    if (shown.length === 0) return;
    const found = await this.#find(document);
    if (found === undefined) return;
    const known = new Set(shown.map(identity));
    this.#collection.set(
      document.uri,
      found.filter((diagnostic) => known.has(identity(diagnostic))),
    );
  }

  async #refresh(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed || !isCardFile(document)) {
      this.#clear(document.uri);
      return;
    }
    this.#cancelTimer(document.uri);
    const found = await this.#find(document);
    if (found !== undefined) this.#collection.set(document.uri, found);
  }

  /**
   * Undefined where the document changed, closed or became another language's in the meantime: another refresh is on its
   * way, or none is needed.
   */
  async #find(document: vscode.TextDocument): Promise<vscode.Diagnostic[] | undefined> {
    const { version } = document;
    const { findings } = await this.cards.check(document, this.facts.of(document));
    if (document.version !== version || document.isClosed || !isCardFile(document)) return undefined;
    return findings.map((finding) => this.#toDiagnostic(document, finding));
  }

  #toDiagnostic(document: vscode.TextDocument, finding: ReportedFinding): vscode.Diagnostic {
    const range = toRange(document, finding.range);
    const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
    diagnostic.source = DIAGNOSTIC_SOURCE;
    diagnostic.code = { value: finding.rule, target: this.ruleDocs(finding.rule) };
    diagnostic.relatedInformation = (finding.related ?? []).map(
      ({ range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, toRange(document, range)),
          message,
        ),
    );
    return diagnostic;
  }

  #clear(uri: vscode.Uri): void {
    this.#cancelTimer(uri);
    // Each deletion is a message to the window, and this hears of every document.
    if (this.#collection.has(uri)) this.#collection.delete(uri);
  }

  #cancelTimer(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
  }
}

function identity({ code, message }: vscode.Diagnostic): string {
  return `${typeof code === 'object' ? code.value : (code ?? '')} ${message}`;
}

function openDocuments(uri: vscode.Uri | undefined): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    (document) => uri === undefined || document.uri.toString() === uri.toString(),
  );
}
