import * as vscode from 'vscode';

/** Folders that the page may load from. */
export function panelRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/** The document of the panel: one style sheet, one script, and nothing else may load or run. */
export function panelPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const script = webview
    .asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', 'predict.js'))
    .toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'predict-panel.css')).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Predicted emissions</title>
    <link rel="stylesheet" href="${style}">
  </head>
  <body>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
