import * as l10n from '@vscode/l10n';
import {
  isPredictorName,
  organizations,
  type Predictor,
  type PredictorName,
  predictorNames,
  type Predictors,
  predictorValue,
} from '../predictors/predictor';
import { DOMAINS } from '../refit/categories';
import { formatCount } from './format-count';
import type { PanelField } from './panel-state';
import type { WhatIf, WhatIfResult } from './panel-what-if';
import { grouped } from '../quantity/grouped';

function labelOf(name: PredictorName): string {
  switch (name) {
    case 'parameters':
      return l10n.t('Parameters');
    case 'commits':
      return l10n.t('Commits');
    case 'repoAgeDays':
      return l10n.t('Age in days');
    case 'likes':
      return l10n.t('Likes');
    case 'domain':
      return l10n.t('Task domain');
    case 'organization':
      return l10n.t('Organisation');
  }
}

const CHOICES: Readonly<Partial<Record<PredictorName, readonly string[]>>> = {
  domain: DOMAINS,
  organization: organizations,
};

/** The table of predictors: each value, where it came from, and what is wrong with what was typed in its place. */
export function panelPredictors(result: WhatIfResult, whatIf: WhatIf): PanelField[] {
  return predictorNames.map((name) => {
    const problem = result.problems[name];
    const predictor: Predictor<number | string> | undefined = result.predictors[name];
    const choices = CHOICES[name];
    return {
      name,
      label: labelOf(name),
      text: problem === undefined ? predictorText(name, result.predictors) : (whatIf[name] ?? ''),
      kind: predictor?.kind ?? 'missing',
      origin: predictor ? l10n.t('from {0}', predictor.origin) : l10n.t('not found'),
      changed: name in whatIf,
      ...(choices && { choices }),
      ...(name === 'parameters' && { example: '7B' }),
      ...(name === 'parameters' && predictor && { reading: formatCount(Number(predictor.value)) }),
      ...(predictor?.note !== undefined && { note: predictor.note }),
      ...(problem !== undefined && { problem }),
    };
  });
}

/** What a predictor is called in the panel; a refitted model may have others than the paper's. */
export function predictorLabel(name: string): string {
  return isPredictorName(name) ? labelOf(name) : name;
}

/** The value of a predictor as it stands in a field; empty where it is unknown. */
export function predictorText(name: string, predictors: Predictors): string {
  const value = predictorValue(name, predictors);
  return typeof value === 'number' ? grouped(value) : (value ?? '');
}
