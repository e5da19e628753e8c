/**
 * The path of a folder whose Markdown files are cards, as it is set: with `/`, and nothing at its ends; empty for the folder
 * that the setting is relative to.
 *
 * @returns undefined where it does not lie below that folder
 */
export function cardFolderPath(name: string): string | undefined {
  const path = name.replaceAll('\\', '/');
  const steps = path.split('/');
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || steps.includes('..')) return undefined;
  return steps.filter((step) => step !== '' && step !== '.').join('/');
}

/** Whether a file lies in one of these folders or below. @param path as {@link cardFolderPath} has it */
export function isInCardFolder(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}
