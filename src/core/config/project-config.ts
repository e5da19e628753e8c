import * as l10n from '@vscode/l10n';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import type { TextRange } from '../card/text-range';
import { ignoreList, isBelowIgnored } from '../files/ignore-list';
import type { PredictorSettings } from '../predictors/predictor';
import { predictorSettingsOf } from '../predictors/predictor-settings';
import type { SeveritySettings } from '../rules/severity';
import { cardFolderPath } from './card-folder';
import { configSchema } from './config-schema';

/** A longer file is no configuration: in characters, or bytes of UTF-8. */
export const MAX_CONFIG_LENGTH = 262_144;

/** What a project has set for the editor and the command line alike. Paths are relative to its folder, with `/`. */
export interface ProjectConfig {
  readonly severities: SeveritySettings;
  /** Folders below which every Markdown file is a model card, as `cardFolderPath` has them. */
  readonly cardFolders: readonly string[];
  /** Whether a file is left out. */
  readonly excludes: (path: string) => boolean;
  /** What is set about the model of a card. */
  readonly predictorsOf: (path: string) => PredictorSettings;
}

/** Something that is wrong with a configuration file. */
export interface ConfigProblem {
  readonly range: TextRange;
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
}

/** A configuration file as far as it can be used, and what is wrong with it. */
export interface ReadConfig {
  readonly config: ProjectConfig;
  readonly problems: readonly ConfigProblem[];
}

type Written = v.InferOutput<typeof configSchema>;
type Issue = v.InferIssue<typeof configSchema>;

/** Reads a configuration file: JSON in which comments and trailing commas are allowed. Never throws. */
export function readProjectConfig(text: string): ReadConfig {
  if (text.length > MAX_CONFIG_LENGTH)
    return unreadableConfig(l10n.t('This file is too long for a configuration.'));
  const errors: ParseError[] = [];
  const read = parsed(text, errors);
  if (errors.length > 0 || read === undefined) {
    const { offset, length, error } = errors[0] ?? { offset: 0, length: 0, error: undefined };
    const reason =
      error === undefined ? l10n.t('it is empty, or nested too deep') : spaced(printParseErrorCode(error));
    return unreadableConfig(l10n.t('This is no valid JSON: {0}.', reason), {
      start: offset,
      end: offset + length,
    });
  }
  return validated(read);
}

/** A configuration file that is valid JSON, whatever stands in it. */
interface Parsed {
  readonly tree: Node;
  readonly value: unknown;
}

/** Undefined where there is nothing, and where lists are nested so deep that no one can have meant it. */
function parsed(text: string, errors: ParseError[]): Parsed | undefined {
  try {
    const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
    // This goes down by recursion as well, and needs more of the stack for each level.
    return tree && { tree, value: getNodeValue(tree) };
  } catch {
    return undefined;
  }
}

/** Leaves out what is wrong, so that the rest holds while the author mends it. */
function validated({ tree, value: written }: Parsed): ReadConfig {
  const problems: ConfigProblem[] = [];
  let value = written;
  for (;;) {
    const { success, output, issues } = v.safeParse(configSchema, value);
    if (success) return { config: configOf(output), problems };
    for (const issue of issues) problems.push({ range: rangeOf(tree, issue), message: issue.message });
    value = issues.map(pathOf).reduce(without, value);
  }
}

/** Without what a path leads to; of a list that is wrong in one place, nothing is kept. */
function without(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return {};
  const entries = Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (name !== key) return [[name, inner] as const];
    const inList = Array.isArray(inner);
    return rest.length === 0 || inList ? [] : [[name, without(inner, rest)] as const];
  });
  return Object.fromEntries(entries);
}

/** The key, where it is the key that is wrong; else its value; for something missing, where it is missing. */
function rangeOf(tree: Node, issue: Issue): TextRange {
  const path = pathOf(issue);
  const value = findNodeAtLocation(tree, path);
  const key = issue.path?.at(-1)?.origin === 'key' ? value?.parent?.children?.[0] : undefined;
  const { offset, length } = key ?? value ?? findNodeAtLocation(tree, path.slice(0, -1)) ?? tree;
  return { start: offset, end: offset + length };
}

function pathOf({ path }: Issue): (string | number)[] {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function configOf(written: Written): ProjectConfig {
  const { rules = {}, ruleCustomizations = [], cardFolders = [], exclude = [] } = written;
  const { predictors = {}, cardPredictors = {} } = written;
  const excluded = [ignoreList('', exclude)];
  return {
    severities: { rules, customizations: ruleCustomizations },
    cardFolders: cardFolders.flatMap((folder) => cardFolderPath(folder) ?? []),
    excludes: (path) => isBelowIgnored(path, excluded),
    predictorsOf: (path) => predictorSettingsOf(path, predictors, cardPredictors),
  };
}

/** The configuration of a project that has none. */
export const NO_CONFIG = configOf({});

/** What comes of a file that cannot be read. @param message why, as a sentence */
export function unreadableConfig(message: string, range: TextRange = { start: 0, end: 0 }): ReadConfig {
  return { config: NO_CONFIG, problems: [{ range, message }] };
}

/** "CommaExpected" → "comma expected". */
function spaced(code: string): string {
  return code.replaceAll(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
}
