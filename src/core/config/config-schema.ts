import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch/posix';
import * as v from 'valibot';
import { isTamePattern } from '../files/ignore-list';
import { type CountName, LEAST_COUNTS } from '../predictors/counts';
import { organizations } from '../predictors/predictor';
import { rules } from '../rules';
import { SEVERITIES } from '../rules/rule';
import { cardFolderPath } from './card-folder';

const severity = v.picklist([...SEVERITIES, 'off'], ({ input }) =>
  typeof input === 'string'
    ? l10n.t('“{0}” is no severity: use {1} or off.', input, SEVERITIES.join(', '))
    : l10n.t('A severity is one of {0} and "off".', quoted(SEVERITIES)),
);

const pattern = v.pipe(
  v.string(() => l10n.t('A pattern is a text in quotes, such as "archive/**".')),
  v.nonEmpty(() => l10n.t('An empty pattern matches nothing.')),
  v.check(isTamePattern, () => l10n.t('This pattern has too many wildcards: four are the most.')),
);

const ruleGlob = v.pipe(
  pattern,
  v.check(
    (glob) => rules.some(({ id }) => picomatch.isMatch(id, glob)),
    ({ input }) => noSuchRule(input),
  ),
);

const count = (name: CountName) => {
  const least = LEAST_COUNTS[name];
  const message = () => l10n.t('This must be a whole number, {0} or more.', least);
  return v.nullish(v.pipe(v.number(message), v.integer(message), v.minValue(least, message)));
};

const size = () => l10n.t('This must be a number of parameters, such as 7000000000 or "7B".');
const days = () => l10n.t('This must be a number of days, 0 or more.');

const predictors = known(() => l10n.t('This must be a mapping of predictors to their values.'), {
  parameters: v.nullish(v.union([v.pipe(v.number(), v.minValue(0)), v.pipe(v.string(), v.nonEmpty())], size)),
  likes: count('likes'),
  commits: count('commits'),
  repoAgeDays: v.nullish(v.pipe(v.number(days), v.minValue(0, days))),
  task: v.nullish(v.string(() => l10n.t('A task is a text in quotes, such as "text-generation".'))),
  organization: v.nullish(
    v.picklist(organizations, () => l10n.t('An organisation is one of {0}.', quoted(organizations))),
  ),
});

/** What may stand in the configuration file. Each name is that of a setting of the editor, but for `exclude`. */
export const configSchema = known(() => l10n.t('This must be a mapping of settings to their values.'), {
  $schema: v.optional(v.string(() => l10n.t('The address of the schema is a text in quotes.'))),
  rules: v.optional(
    strict(
      () => l10n.t('This must be a mapping of rules to their severities.'),
      Object.fromEntries(rules.map(({ id }) => [id, v.optional(severity)])),
      noSuchRule,
    ),
  ),
  ruleCustomizations: v.optional(
    v.array(
      known(
        () =>
          l10n.t(
            'This must be a mapping with "rule", "severity" and, if it is for some files only, "files".',
          ),
        { rule: ruleGlob, files: v.optional(pattern), severity },
      ),
      () => l10n.t('This must be a list of customizations.'),
    ),
  ),
  cardFolders: v.optional(
    v.array(
      v.pipe(
        v.string(() => l10n.t('A folder is a text in quotes.')),
        v.check(
          (folder) => cardFolderPath(folder) !== undefined,
          () => l10n.t('A folder is named relative to this file, and lies below it.'),
        ),
      ),
      () => l10n.t('This must be a list of folders.'),
    ),
  ),
  exclude: v.optional(v.array(pattern, () => l10n.t('This must be a list of patterns, as in .gitignore.'))),
  predictors: v.optional(predictors),
  cardPredictors: v.optional(
    v.record(v.string(), predictors, () => l10n.t('This must be a mapping of cards to their predictors.')),
  ),
});

/** An object with these keys and no others. */
function known<const Entries extends v.ObjectEntries>(message: () => string, entries: Entries) {
  const names = Object.keys(entries).join(', ');
  return strict(message, entries, (name) => l10n.t('“{0}” means nothing here. Known are {1}.', name, names));
}

function strict<const Entries extends v.ObjectEntries>(
  message: () => string,
  entries: Entries,
  unknown: (name: string) => string,
) {
  const object = v.strictObject(entries, ({ expected, input }) => {
    if (expected === 'never') return unknown(String(input));
    return expected === 'Object' ? message() : l10n.t('{0} is missing.', expected);
  });
  return v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), message),
    object,
  );
}

function noSuchRule(name: string): string {
  return l10n.t('There is no rule “{0}”. The rules are {1}.', name, rules.map(({ id }) => id).join(', '));
}

function quoted(names: readonly string[]): string {
  return `"${names.join('", "')}"`;
}
