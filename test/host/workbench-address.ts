/** What the workbench is asked to open, all absolute paths on this machine. */
export interface WorkbenchContent {
  /** A folder, or a `.code-workspace` file that names several. */
  readonly folder?: string | undefined;
  /** A file to show at the start. */
  readonly openFile?: string | undefined;
  /** The folder of an extension to run beside those that are installed. */
  readonly extensionDevelopmentPath?: string | undefined;
  /** The module whose exported `run()` the extension host executes. */
  readonly extensionTestsPath?: string | undefined;
}

/** The address of the workbench that the server at `authority` (host:port) serves. */
export function workbenchAddress(authority: string, content: WorkbenchContent): string {
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (content.extensionDevelopmentPath !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(content.extensionDevelopmentPath)]);
  }
  if (content.extensionTestsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(content.extensionTestsPath)]);
  }
  if (content.openFile !== undefined) payload.push(['openFile', remote(content.openFile)]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (content.folder === undefined) query.set('ew', 'true');
  else query.set(content.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', content.folder);
  return `http://${authority}/?${query.toString()}`;
}
