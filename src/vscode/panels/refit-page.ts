import * as vscode from 'vscode';

/** The document of the report panel: it loads its script, its style, and the report's body, nothing else. */
export function refitPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `connect-src ${webview.cspSource}`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Refitted emissions model</title>
    <link rel="stylesheet" href="${address('media', 'refit-panel.css')}">
  </head>
  <body>
    <script nonce="${nonce}" src="${address('dist', 'webview', 'refit.js')}"></script>
  </body>
</html>`;
}
