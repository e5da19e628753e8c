import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { EMISSIONS_KEY } from '../card/emissions-entry';
import { excerpt } from '../card/excerpt';
import type { TextRange } from '../card/text-range';
import { keyName, pairOf } from '../card/yaml-node';
import { meantEntry, meantField, type MeantKey } from './emissions-names';
import { indentFields, misplacedFields } from './misplaced-fields';
import type { Finding, Rule } from './rule';

export const emissionsKey = {
  id: 'emissions-key',
  defaultSeverity: 'warning',
  summary: 'A misspelt or misplaced `co2_eq_emissions`, or a misspelt key inside it',
  *check({ card }) {
    if (card.metadata?.problem !== undefined) return;
    const misspelt = misspeltEntries(card);
    for (const { key, range, meant } of misspelt) yield rename(key, meant, range, misspelt.length === 1);
    yield* nestedEntries(card);
    yield* notIndented(card);
    yield* misspeltFields(card);
  },
} satisfies Rule<'emissions-key'>;

interface MisspeltEntry {
  readonly key: string;
  readonly range: TextRange;
  readonly meant: MeantKey;
}

/** Top-level keys that were meant to be `co2_eq_emissions`; none where the right one is there as well. */
export function misspeltEntries({ metadata, emissions }: Card): MisspeltEntry[] {
  if (metadata?.map === undefined || emissions !== undefined) return [];
  return metadata.map.pairs.flatMap((pair) => {
    const key = keyName(pair);
    const { range } = pair.key;
    const meant = meantEntry(key);
    return range !== undefined && meant !== undefined ? [{ key, range, meant }] : [];
  });
}

/** `co2_eq_emissions` one level too deep, in a key of the author's own such as `environment`. */
function* nestedEntries({ metadata, emissions }: Card): Generator<Finding> {
  if (metadata?.map === undefined || emissions !== undefined) return;
  for (const outer of metadata.map.pairs) {
    const range = outer.value.kind === 'mapping' ? pairOf(outer.value, EMISSIONS_KEY)?.key.range : undefined;
    if (range === undefined) continue;
    yield {
      range,
      message: l10n.t(
        'The Hub reads `{0}` at the top level of the metadata only, and here it stands inside `{1}`. Move it to the left margin.',
        EMISSIONS_KEY,
        excerpt(keyName(outer)),
      ),
    };
  }
}

function* notIndented(card: Card): Generator<Finding> {
  const fields = misplacedFields(card);
  const [first] = fields;
  if (first === undefined || (card.emissions === undefined && misspeltEntries(card).length > 0)) return;
  // Where the entry is a list already, an indent alone does not make a mapping of it.
  const edits = card.emissions?.shape === 'list' ? undefined : indentFields(card, fields);
  // A key of this name that is not about CO₂ stays as it is.
  if (card.emissions === undefined && edits === undefined) return;
  const keys = fields.map(({ key }) => key).join(', ');
  yield {
    range: first.keyRange,
    message: card.emissions
      ? l10n.t(
          '`{0}` belongs inside `{1}`, but at the left margin the Hub takes it for another key. Indent it by two spaces.',
          first.key,
          EMISSIONS_KEY,
        )
      : l10n.t(
          '`{0}` belongs inside `{1}`, but at the left margin the Hub takes it for another key. Indent it by two spaces below `{1}:`.',
          first.key,
          EMISSIONS_KEY,
        ),
    ...(edits && { fixes: [{ title: l10n.t('Indent {0}', keys), edits, safe: false }] }),
  };
}

function* misspeltFields({ emissions }: Card): Generator<Finding> {
  const taken = new Set(emissions?.fields.map(({ key }) => key));
  for (const { key, keyRange } of emissions?.fields ?? []) {
    const meant = meantField(key);
    if (meant === undefined || taken.has(meant.meant)) continue;
    taken.add(meant.meant);
    yield rename(key, meant, keyRange, emissions?.isShared === false);
  }
}

function rename(key: string, { meant, isSpelling }: MeantKey, range: TextRange, isOnly: boolean): Finding {
  return {
    range,
    message: l10n.t('The Hub does not know `{0}`; it reads `{1}`.', excerpt(key), meant),
    ...(isOnly && {
      fixes: [
        { title: l10n.t('Rename to {0}', meant), edits: [{ range, newText: meant }], safe: isSpelling },
      ],
    }),
  };
}
