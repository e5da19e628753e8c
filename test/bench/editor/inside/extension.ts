import * as vscode from 'vscode';

/** The extension under test, which nothing has activated yet. */
export function extensionUnderTest(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension<unknown>('model-card-co2.model-card-co2');
  if (extension === undefined) throw new Error('The extension is not installed.');
  return extension;
}

/** Whether the extension says anything of a document, and where. */
export function findingsAt(uri: vscode.Uri): string {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Model Card CO₂')
    .map(({ range }) => `${range.start.line}:${range.start.character}`)
    .join();
}

/** For so long each turn of the event loop is asked, then each millisecond: waiting must not keep the machine busy. */
const EAGER_MS = 30;

/** Waits until the findings of a document are others than `before`. */
export async function findingsChange(uri: vscode.Uri, before: string, limit = 300_000): Promise<void> {
  const start = performance.now();
  while (findingsAt(uri) === before) {
    const waited = performance.now() - start;
    if (waited > limit) throw new Error(`The findings stayed at "${before}" for ${limit} ms.`);
    await new Promise((resolve) => (waited < EAGER_MS ? setImmediate(resolve) : setTimeout(resolve, 1)));
  }
}
