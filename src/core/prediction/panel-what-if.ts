import * as l10n from '@vscode/l10n';
import { type CountName, LEAST_COUNTS } from '../predictors/counts';
import {
  type MissingPredictor,
  organizations,
  type Predictor,
  type PredictorName,
  type Predictors,
} from '../predictors/predictor';
import { parseSize } from '../predictors/size/parse-size';
import type { FieldName } from './panel-state';

/** Values that the author typed in the panel, as typed, in place of those of the card. */
export type WhatIf = Readonly<Partial<Record<FieldName, string>>>;

/** What is wrong with typed values that were therefore not used. */
export type WhatIfProblems = Readonly<Partial<Record<FieldName, string>>>;

export interface WhatIfResult {
  readonly predictors: Predictors;
  readonly missing: readonly MissingPredictor[];
  readonly problems: WhatIfProblems;
}

/** The predictors with the typed values in place. A value that cannot be read leaves the card's own in force. */
export function applyWhatIf(
  known: Predictors,
  missing: readonly MissingPredictor[],
  whatIf: WhatIf,
): WhatIfResult {
  const { values, problems } = readTyped(whatIf);
  return {
    predictors: { ...known, ...values },
    missing: missing.filter(({ name }) => !(name in values)),
    problems,
  };
}

type Values = { -readonly [Name in PredictorName]?: NonNullable<Predictors[Name]> };

const COUNTS: readonly CountName[] = ['likes', 'commits', 'repoAgeDays'];

function readTyped(whatIf: WhatIf): { values: Values; problems: WhatIfProblems } {
  const values: Values = {};
  const problems: Partial<Record<FieldName, string>> = {};
  const { parameters, domain, organization } = whatIf;
  if (parameters !== undefined) {
    const size = parseSize(parameters);
    if (size === undefined)
      problems.parameters = l10n.t('Type a number of parameters, such as 7B or 66,000,000.');
    else values.parameters = typedHere(size);
  }
  for (const name of COUNTS) {
    const text = whatIf[name];
    const least = LEAST_COUNTS[name];
    if (text === undefined) continue;
    const count = readCount(text);
    if (count === undefined || count < least)
      problems[name] = l10n.t('Type a whole number, {0} or more.', least);
    else values[name] = typedHere(count);
  }
  if (domain !== undefined) values.domain = typedHere(domain);
  const kind = organizations.find((known) => known === organization);
  if (kind !== undefined) values.organization = typedHere(kind);
  return { values, problems };
}

/** A value that the author supposes, and that may be kept in the settings later. */
function typedHere<T>(value: T): Predictor<T> {
  return { value, origin: l10n.t('what you typed here'), kind: 'assumed', source: 'setting' };
}

/** "1,200", "1 200" and "1200". */
function readCount(text: string): number | undefined {
  const digits = text.trim().replace(/[,_\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
