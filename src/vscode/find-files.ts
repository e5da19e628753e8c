import * as vscode from 'vscode';

/** What a search brings at most, before anything is left out: a home folder that was opened must not fill the memory. */
const MOST_FOUND = 100_000;

/** Files that are looked at together. */
const BATCH = 500;

/**
 * Files of the workspace that a glob names, by path, without those that are links or lie below one: VS Code's search follows
 * links, and so would lead out of the folder that the user has opened.
 *
 * @param exclude glob of what is not searched at all
 * @param most of the files that are not left out, no more than this
 * @param isLeftOut whether a file does not count
 */
export async function findFiles(
  include: vscode.GlobPattern,
  exclude: string,
  most: number,
  isLeftOut: (uri: vscode.Uri) => boolean = () => false,
): Promise<vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(include, exclude, MOST_FOUND);
  const wanted = found.filter((uri) => !isLeftOut(uri)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const isLink = linkTeller();
  const kept: vscode.Uri[] = [];
  for (let at = 0; at < wanted.length && kept.length < most; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const links = await Promise.all(batch.map(isLink));
    kept.push(...batch.filter((_, i) => links[i] === false));
  }
  return kept.slice(0, most);
}

/** Tells of files whether they are links or lie below one; each folder is looked at once. */
function linkTeller(): (uri: vscode.Uri) => Promise<boolean> {
  const links = new Map<string, Promise<boolean>>();
  const isLink = (uri: vscode.Uri): Promise<boolean> => {
    const key = uri.toString();
    const known = links.get(key) ?? leadsElsewhere(uri);
    links.set(key, known);
    return known;
  };
  return async (uri) => (await Promise.all(withParents(uri).map(isLink))).includes(true);
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
