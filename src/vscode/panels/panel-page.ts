import * as vscode from 'vscode';

/** Folders that the pages may load from. */
export function panelRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/** A page of this extension. */
export interface PanelPage {
  /** What its script (`NAME.js`) and its style sheet (`NAME-panel.css`, after `panel.css`) are called by. */
  readonly name: string;
  readonly title: string;
  /** Whether the page may fetch files of this extension and of what it was given to show. */
  readonly fetches?: boolean;
}

/**
 * The document of a panel: one style sheet, one script, and nothing else may load or run. Its language is that of the
 * texts: a translation names itself under "en".
 */
export function panelPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { name, title, fetches = false }: PanelPage,
): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    ...(fetches ? [`connect-src ${webview.cspSource}`] : []),
  ].join('; ');
  return `<!doctype html>
<html lang="${vscode.l10n.t('en')}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${address('media', 'panel.css')}">
    <link rel="stylesheet" href="${address('media', `${name}-panel.css`)}">
  </head>
  <body>${textsFor(vscode.l10n.bundle)}
    <script nonce="${nonce}" src="${address('dist', 'webview', `${name}.js`)}"></script>
  </body>
</html>`;
}

/** The texts of the editor's language, for the page's script to read; data, which no policy has to allow. */
function textsFor(bundle: typeof vscode.l10n.bundle): string {
  if (bundle === undefined) return '';
  const json = JSON.stringify(bundle).replaceAll('<', '\\u003c');
  return `
    <script type="application/json" id="texts">${json}</script>`;
}
