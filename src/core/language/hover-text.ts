import * as l10n from '@vscode/l10n';

/** A list of more values than this hides what it says. */
const MOST_VALUES = 12;

/** What the language server puts before its lists, in English. */
const VALUES = 'Allowed Values:\n\n';
const EXAMPLE = 'Example:\n\n';

/**
 * The language server's hover, shortened: alternatives that share a description are described once, and of a
 * long list of values only the one that is pointed at is explained.
 *
 * @param hovered the key or value that is pointed at, as written.
 * @returns Markdown; empty where there is nothing to say.
 */
export function readableHover(markdown: string, hovered: string): string {
  const [alternatives = '', values = ''] = markdown.split(VALUES);
  const described = alternatives.replaceAll(EXAMPLE, `${l10n.t('Example:')}\n\n`);
  const descriptions = new Set(described.split('||').map((description) => description.trim()));
  const lines = values.split('\n').filter((line) => line.startsWith('* '));
  const bare = hovered.replace(/^(["'])(.*)\1$/, '$2');
  const explained = lines.find(
    (line) => line.startsWith(`* \`${bare}\`:`) || line.startsWith(`* \`"${bare}"\`:`),
  );
  const list = explained === undefined && lines.length <= MOST_VALUES ? lines.join('\n') : '';
  return [explained?.slice(2), ...descriptions, list].filter(Boolean).join('\n\n');
}
