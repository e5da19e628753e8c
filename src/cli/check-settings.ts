import { ignoreList, isBelowIgnored, isTamePattern } from '../core/files/ignore-list';
import { rules } from '../core/rules';
import { SEVERITIES } from '../core/rules/rule';
import type { SeverityCustomization } from '../core/rules/severity';
import { addressOf } from '../node/cards/address';
import type { CardSearch } from '../node/cards/find-cards';
import { type Project, readProject } from './project';
import { UsageError } from './usage-error';

/** What is set on the command line about which cards are checked, and how. */
export interface CheckSettings {
  readonly rule: readonly string[];
  readonly exclude: readonly string[];
  /** Whether `.gitignore` holds. */
  readonly ignore: boolean;
  /** A file, or whether one is looked for. */
  readonly config: string | boolean;
}

/** The same, read: the project's configuration, over which the command line wins. */
export interface ReadSettings {
  readonly project: Project;
  readonly search: CardSearch;
  /** The paths without those that leave something out. */
  readonly wanted: readonly string[];
}

/** @throws UsageError for an unknown rule, a wrong severity, and whatever is wrong in the configuration */
export function readCheckSettings(
  paths: readonly string[],
  { rule, exclude, ignore, config }: CheckSettings,
): ReadSettings {
  const customizations = rule.map(readRule);
  const unwanted = paths.filter((path) => path.startsWith('!'));
  const excluded = excludedBy([...exclude, ...unwanted.map((path) => path.slice(1))]);
  const project = withRules(readProject(config), customizations);
  const root = addressOf(project.root, '/');
  return {
    project,
    search: {
      gitIgnore: ignore,
      cardFolders: project.config.cardFolders.map((folder) => addressOf(`${root}${folder}`, '/')),
      excludes: (address) =>
        isBelowIgnored(address, [excluded]) ||
        (address.startsWith(root) && project.config.excludes(address.slice(root.length))),
    },
    wanted: paths.filter((path) => !path.startsWith('!')),
  };
}

function excludedBy(patterns: readonly string[]): ReturnType<typeof ignoreList> {
  const wild = patterns.find((pattern) => !isTamePattern(pattern));
  if (wild !== undefined) {
    throw new UsageError(`“${wild}” has too many wildcards: four are the most.`);
  }
  return ignoreList(
    addressOf('.', '/'),
    patterns.map((pattern) => pattern.replace(/^\.\//, '/')),
  );
}

/** What is set last wins: the command line's severities stand behind those of the configuration. */
function withRules({ root, config }: Project, given: readonly SeverityCustomization[]): Project {
  const { rules, customizations = [] } = config.severities;
  const severities = { ...(rules && { rules }), customizations: [...customizations, ...given] };
  return { root, config: { ...config, severities } };
}

function readRule(text: string): SeverityCustomization {
  const [id = '', severity = ''] = text.split('=');
  if (!rules.some((rule) => rule.id === id)) {
    throw new UsageError(
      `There is no rule “${id}”. The rules are ${rules.map((rule) => rule.id).join(', ')}.`,
    );
  }
  const known = [...SEVERITIES, 'off' as const].find((name) => name === severity);
  if (known === undefined) {
    throw new UsageError(
      `“${severity}” is no severity: use ${SEVERITIES.join(', ')} or off, as in --rule ${id}=off.`,
    );
  }
  return { rule: id, severity: known };
}
