import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** A file of `src/core/schema/data` and the function that makes it from a package or a list. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: () => unknown;
}

const root = new URL('../../', import.meta.url);

/** The text that the file should have: its content as JSON in the project's formatting. */
async function expectedText({ path, content }: GeneratedFile): Promise<string> {
  const filepath = new URL(path, root).pathname;
  return format(JSON.stringify(content()), { ...(await resolveConfig(filepath)), filepath });
}

/** Whether the file in the work tree is what the generator would write today. */
export async function isUpToDate(file: GeneratedFile): Promise<boolean> {
  try {
    return readFileSync(new URL(file.path, root), 'utf8') === (await expectedText(file));
  } catch {
    return false;
  }
}

/** Writes the file. */
export async function regenerate(file: GeneratedFile): Promise<void> {
  writeFileSync(new URL(file.path, root), await expectedText(file));
}
