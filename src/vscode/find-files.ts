import * as vscode from 'vscode';

/**
 * Files of the workspace that a glob names, without those that are links or lie below one: VS Code's search follows links,
 * and so would lead out of the folder that the user has opened.
 *
 * @param exclude glob of what is not searched at all
 * @param most more files than this are not looked at
 */
export async function findFiles(
  include: vscode.GlobPattern,
  exclude: string,
  most: number,
): Promise<vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(include, exclude, most);
  const links = new Map<string, Promise<boolean>>();
  const isLink = (uri: vscode.Uri): Promise<boolean> => {
    const key = uri.toString();
    const known = links.get(key) ?? leadsElsewhere(uri);
    links.set(key, known);
    return known;
  };
  const kept = await Promise.all(
    found.map(async (uri) => !(await Promise.all(withParents(uri).map(isLink))).includes(true)),
  );
  return found.filter((_, at) => kept[at] === true);
}

/** A file and the folders above it, up to the workspace folder, which itself may be a link: the user has opened it. */
function withParents(uri: vscode.Uri): vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '') ?? '';
  const steps = uri.path.slice(root.length + 1).split('/');
  return steps.map((_, at) => uri.with({ path: `${root}/${steps.slice(0, at + 1).join('/')}` }));
}

async function leadsElsewhere(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}
