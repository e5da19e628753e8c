import * as l10n from '@vscode/l10n';
import type { GlmFit } from '../../glm/fit';
import type { EmissionsModel } from '../../glm/model-file';
import { general } from '../../glm/printf';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import type { CrossValidation } from '../cross-validation';
import { type Cell, paragraph, table } from './html';
import { grouped } from '../../quantity/grouped';

/** The figures to see first. */
export function factsOf({ pipeline, validation }: Refit): string {
  const { fit } = pipeline;
  const facts: (readonly [name: string, value: string, note: string])[] = [
    [
      l10n.t('Rows in the fit'),
      grouped(fit.nobs),
      fit.dfModel === 1
        ? l10n.t('1 term and an intercept')
        : l10n.t('{0} terms and an intercept', fit.dfModel),
    ],
    [
      l10n.t('Deviance explained'),
      percent(fit.r2Deviance),
      l10n.t('pseudo R² (Cox-Snell) {0} reads higher', fit.pseudoR2CS.toFixed(4)),
    ],
    [
      l10n.t('Residual spread'),
      `×${Math.exp(Math.sqrt(fit.scale)).toFixed(1)}`,
      l10n.t('one standard deviation; scale {0}', fit.scale.toFixed(4)),
    ],
  ];
  if (validation !== null) {
    const { kept, all, folds } = validation;
    facts.push(
      [
        l10n.t('Typical error'),
        `×${kept.medianFactor.toFixed(1)}`,
        l10n.t(
          'half of unseen rows are closer ({0}-fold cross-validation, RMSE {1} ln g)',
          folds,
          kept.rmse.toFixed(3),
        ),
      ],
      [
        l10n.t('95 % interval covers'),
        percent(kept.coverage),
        l10n.t('of unseen rows of the fit; {0} with the removed rows', percent(all.coverage)),
      ],
    );
  }
  return element(
    'dl',
    { class: 'facts' },
    ...facts.map(([name, value, note]) =>
      element(
        'div',
        {},
        element('dt', {}, escapeText(name)),
        element('dd', {}, escapeText(value), element('small', {}, escapeText(note))),
      ),
    ),
  );
}

/** The coefficients as the paper's Table 2 prints them, with its own beside them. */
export function coefficientTable(fit: GlmFit, paper: EmissionsModel): string {
  const head = [l10n.t('term'), 'coef', 'std err', 'z', 'P>|z|', '[0.025', '0.975]', l10n.t('Table 2')];
  return table(
    head,
    fit.columns.map((name, j): Cell[] => [
      name,
      ...[
        fixed(fit.params[j], 4),
        fixed(fit.bse[j], 3),
        fixed(fit.z[j], 3),
        fixed(fit.p[j], 3),
        fixed(fit.ciLow[j], 3),
        fixed(fit.ciHigh[j], 3),
        fixed(paper.terms.find((term) => term.name === name)?.coefficient, 4),
      ].map((number) => ({ number })),
    ]),
  );
}

/** The figures above the paper's Table 2, printed as there, with its own beside them. */
export function fitTable(fit: GlmFit, paper: EmissionsModel): string {
  const rows: (readonly [name: string, ours: string, theirs: string])[] = [
    ['No. Observations', String(fit.nobs), String(paper.fit.rows)],
    ['Df Residuals', String(fit.dfResid), String(paper.fit.dfResid)],
    ['Df Model', String(fit.dfModel), String(paper.fit.dfModel)],
    ['Scale', general(fit.scale, 5, true), general(paper.scale, 5, true)],
    ['Log-Likelihood', general(fit.logLik, 5, true), general(paper.fit.logLik, 5, true)],
    ['Deviance', general(fit.deviance, 5, true), general(paper.fit.deviance, 5, true)],
    ['Pearson chi2', general(fit.pearsonChi2, 3, true), general(paper.fit.pearsonChi2, 3, true)],
    ['Pseudo R-squ. (CS)', general(fit.pseudoR2CS, 4, true), general(paper.fit.pseudoR2CS, 4, true)],
    ['No. Iterations', String(fit.iterations), String(paper.fit.iterations)],
  ];
  return table(
    [l10n.t('figure'), l10n.t('this fit'), l10n.t('Table 2')],
    rows.map(([name, ...numbers]): Cell[] => [
      name,
      ...numbers.map((number) => ({ number: number.replace(/^-/, '−') })),
    ]),
  );
}

/** How well the model predicts rows that it has not seen. */
export function validationOf(validation: CrossValidation | null): string {
  if (validation === null) return '';
  const rows = [
    [l10n.t('rows of the fit'), validation.kept] as const,
    [l10n.t('and the removed rows'), validation.all] as const,
  ];
  return element(
    'div',
    {},
    element('h3', {}, escapeText(l10n.t('Prediction of unseen rows'))),
    paragraph(
      l10n.t(
        "Each row is predicted by a fit without its tenth of the rows ({0}-fold cross-validation of the final columns). Removed rows are predicted by the reported fit: what a stranger's model may look like.",
        validation.folds,
      ),
    ),
    table(
      ['', l10n.t('rows'), 'RMSE, ln g', l10n.t('half are within'), l10n.t('95 % interval covers')],
      rows.map(([name, { rows: count, rmse, medianFactor, coverage }]): Cell[] => [
        name,
        { number: grouped(count) },
        { number: rmse.toFixed(3) },
        { number: `×${medianFactor.toFixed(2)}` },
        { number: percent(coverage) },
      ]),
    ),
  );
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits).replace('-', '−');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
