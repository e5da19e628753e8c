import * as l10n from '@vscode/l10n';

/** Takes over the texts that the editor has put into the page, before anything is drawn; there are none in English. */
export function readTexts(): void {
  const contents = document.getElementById('texts')?.textContent;
  if (contents) l10n.config({ contents });
}
