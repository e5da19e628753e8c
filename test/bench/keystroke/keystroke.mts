// From a keystroke to the findings, in the core, beside what the usual tools take for theirs on the same card: the YAML
// language server validates the front matter with the same schema of the Hub, markdownlint reads the Markdown.
//   npx tsx test/bench/keystroke/keystroke.ts [--json FILE]
import { lint } from 'markdownlint/sync';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findFrontMatter } from '../../../src/core/card/front-matter';
import { readCard } from '../../../src/core/card/card';
import { createYamlServices } from '../../../src/core/language/yaml-services';
import { checkCard } from '../../../src/core/rules/check-card';
import { CARD_SIZES, madeUpCard } from '../cards';
import { report, type Row } from '../report';
import { quantile, quantiles, type Sample, sample } from '../samples';
import { coldStarts } from './cold-start';

type Tool = 'ours' | 'yaml-language-server' | 'markdownlint';

const { validation } = createYamlServices();

/** What each tool does with a version that it has not seen. */
const tools: Readonly<Record<Tool, (text: string, version: number) => unknown>> = {
  ours: (text) => checkCard(readCard(text)),
  'yaml-language-server': (text, version) => {
    const { start, end } = findFrontMatter(text)?.yaml ?? { start: 0, end: 0 };
    return validation.doValidation(
      TextDocument.create('file:///card.yaml', 'yaml', version, text.slice(start, end)),
    );
  },
  markdownlint: (text) => lint({ strings: { card: text } }),
};

/** The cards by size: the larger ones with evaluation results in their front matter. */
const cards = { '3 kB': [0, 300], '30 kB': [15, 200], '1 MB': [15, 15] } as const;

/** One version after the other, as typed in the front matter; the tools take turns, so that they share the bad moments. */
async function type(text: string, keys: number): Promise<Record<Tool, Sample[]>> {
  const samples: Record<Tool, Sample[]> = { ours: [], 'yaml-language-server': [], markdownlint: [] };
  const names: readonly Tool[] = ['ours', 'yaml-language-server', 'markdownlint'];
  for (let key = 0; key < 2 * keys; key++) {
    const version = text.replace('2.84', `2.84${key}`);
    for (const name of names) {
      const taken = await sample(() => tools[name](version, key));
      if (key >= keys) samples[name].push(taken);
    }
  }
  return samples;
}

const rows: Row[] = [];
for (const size of ['3 kB', '30 kB', '1 MB'] as const) {
  const [results, keys] = cards[size];
  const samples = await type(madeUpCard(CARD_SIZES[size], results), keys);
  const median = (tool: Tool): number =>
    quantile(
      samples[tool].map(({ processor }) => processor),
      0.5,
    );
  for (const tool of ['ours', 'yaml-language-server', 'markdownlint'] as const) {
    rows.push({
      what: `${size}, ${tool}`,
      figures: {
        ...quantiles(
          samples[tool].map(({ processor }) => processor),
          'processor ms',
        ),
        'clock ms p50': quantile(
          samples[tool].map(({ clock }) => clock),
          0.5,
        ),
        'times ours': median(tool) / median('ours'),
      },
    });
  }
}
report(rows, 'Warm: a key in the front matter, read and checked');
report(coldStarts(), 'Cold: a fresh process loads what it needs and checks one card of 30 kB (medians)');
