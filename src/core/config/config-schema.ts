import picomatch from 'picomatch/posix';
import * as v from 'valibot';
import { isTamePattern } from '../files/ignore-list';
import { organizations } from '../predictors/predictor';
import { rules } from '../rules';
import { SEVERITIES } from '../rules/rule';

const severity = v.picklist([...SEVERITIES, 'off'], ({ input }) =>
  typeof input === 'string'
    ? `“${input}” is no severity: use ${SEVERITIES.join(', ')} or off.`
    : `A severity is one of "${SEVERITIES.join('", "')}" and "off".`,
);

const pattern = v.pipe(
  v.string('A pattern is a text in quotes, such as "archive/**".'),
  v.nonEmpty('An empty pattern matches nothing.'),
  v.check(isTamePattern, 'This pattern has too many wildcards: four are the most.'),
);

const ruleGlob = v.pipe(
  pattern,
  v.check(
    (glob) => rules.some(({ id }) => picomatch.isMatch(id, glob)),
    ({ input }) => noSuchRule(input),
  ),
);

const count = (least: number) => {
  const message = `This must be a whole number, ${least} or more.`;
  return v.nullish(v.pipe(v.number(message), v.integer(message), v.minValue(least, message)));
};

const size = 'This must be a number of parameters, such as 7000000000 or "7B".';
const days = 'This must be a number of days, 0 or more.';

const predictors = known('a mapping of predictors to their values', {
  parameters: v.nullish(v.union([v.pipe(v.number(), v.minValue(0)), v.pipe(v.string(), v.nonEmpty())], size)),
  likes: count(0),
  commits: count(1),
  repoAgeDays: v.nullish(v.pipe(v.number(days), v.minValue(0, days))),
  task: v.nullish(v.string('A task is a text in quotes, such as "text-generation".')),
  organization: v.nullish(
    v.picklist(organizations, `An organisation is one of "${organizations.join('", "')}".`),
  ),
});

/** What may stand in the configuration file. Each name is that of a setting of the editor, but for `exclude`. */
export const configSchema = known('a mapping of settings to their values', {
  $schema: v.optional(v.string('The address of the schema is a text in quotes.')),
  rules: v.optional(
    strict(
      'a mapping of rules to their severities',
      Object.fromEntries(rules.map(({ id }) => [id, v.optional(severity)])),
      noSuchRule,
    ),
  ),
  ruleCustomizations: v.optional(
    v.array(
      known('a mapping with "rule", "severity" and, if it is for some files only, "files"', {
        rule: ruleGlob,
        files: v.optional(pattern),
        severity,
      }),
      'This must be a list of customizations.',
    ),
  ),
  cardFolders: v.optional(
    v.array(
      v.pipe(
        v.string('A folder is a text in quotes.'),
        v.check(
          (folder) => folder !== '' && !/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(folder),
          'A folder is named relative to this file, and lies below it.',
        ),
      ),
      'This must be a list of folders.',
    ),
  ),
  exclude: v.optional(v.array(pattern, 'This must be a list of patterns, as in .gitignore.')),
  predictors: v.optional(predictors),
  cardPredictors: v.optional(
    v.record(v.string(), predictors, 'This must be a mapping of cards to their predictors.'),
  ),
});

/** An object with these keys and no others. */
function known<const Entries extends v.ObjectEntries>(what: string, entries: Entries) {
  const names = Object.keys(entries).join(', ');
  return strict(what, entries, (name) => `“${name}” means nothing here. Known are ${names}.`);
}

function strict<const Entries extends v.ObjectEntries>(
  what: string,
  entries: Entries,
  unknown: (name: string) => string,
) {
  const message = `This must be ${what}.`;
  const object = v.strictObject(entries, ({ expected, input }) => {
    if (expected === 'never') return unknown(String(input));
    return expected === 'Object' ? message : `${expected} is missing.`;
  });
  return v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), message),
    object,
  );
}

function noSuchRule(name: string): string {
  return `There is no rule “${name}”. The rules are ${rules.map(({ id }) => id).join(', ')}.`;
}
