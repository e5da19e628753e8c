import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a comment in a golden card expects of its line. */
export interface Want {
  readonly line: number;
  readonly rule: string;
  /** Part of the message. */
  readonly message: string;
  /** Whether the first fix of the finding is part of the golden card. */
  readonly fix: boolean;
}

/** A card with the findings that it must have, and what it is after the wanted fixes. */
export interface GoldenCard {
  /** The folder: the rule that the card is about. */
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly wants: readonly Want[];
  /** Undefined where no fix is wanted. */
  readonly golden: string | undefined;
}

/** `# want <rule> "part of the message" [fix]` behind a line, several where several are wrong; in Markdown as a comment. */
const WANT = /[ \t]*(?:#|<!--) want ([\w-]+) "([^"]*)"( fix)?(?: -->)?/g;

/** Every `<rule>/<name>.md` beside this file, with its `<name>.golden.md` where there is one. */
export function goldenCards(): GoldenCard[] {
  const folder = import.meta.dirname;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: rule }) => {
      const files = readdirSync(join(folder, rule));
      const read = (file: string): string => readFileSync(join(folder, rule, file), 'utf8');
      return files
        .filter((file) => file.endsWith('.md') && !file.endsWith('.golden.md'))
        .map((file) => {
          const golden = file.replace(/\.md$/, '.golden.md');
          return {
            rule,
            name: `${rule}/${file}`,
            ...withoutWants(read(file)),
            golden: files.includes(golden) ? read(golden) : undefined,
          };
        });
    });
}

function withoutWants(source: string): Pick<GoldenCard, 'text' | 'wants'> {
  const wants = source.split('\n').flatMap((text, line) =>
    [...text.matchAll(WANT)].map(
      ([, rule = '', message = '', fix]): Want => ({ line, rule, message, fix: fix !== undefined }),
    ),
  );
  return { text: source.replace(WANT, ''), wants };
}
