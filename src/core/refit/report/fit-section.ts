import type { GlmFit } from '../../glm/fit';
import type { EmissionsModel } from '../../glm/model-file';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import type { CrossValidation } from '../cross-validation';
import { type Cell, paragraph, table } from './html';

/** The figures to see first. */
export function factsOf({ pipeline, validation }: Refit): string {
  const { fit } = pipeline;
  const facts: (readonly [name: string, value: string, note: string])[] = [
    ['Rows in the fit', fit.nobs.toLocaleString('en'), `${fit.dfModel} terms and an intercept`],
    [
      'Deviance explained',
      percent(fit.r2Deviance),
      `pseudo R² (Cox-Snell) ${fit.pseudoR2CS.toFixed(4)} reads higher`,
    ],
    [
      'Residual spread',
      `×${Math.exp(Math.sqrt(fit.scale)).toFixed(1)}`,
      `one standard deviation; scale ${fit.scale.toFixed(4)}`,
    ],
  ];
  if (validation !== null) {
    const { kept, all, folds } = validation;
    facts.push(
      [
        'Typical error',
        `×${kept.medianFactor.toFixed(1)}`,
        `half of unseen rows are closer (${folds}-fold cross-validation, RMSE ${kept.rmse.toFixed(3)} ln g)`,
      ],
      [
        '95 % interval covers',
        percent(kept.coverage),
        `of unseen rows of the fit; ${percent(all.coverage)} with the removed rows`,
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
  const head = ['term', 'coef', 'std err', 'z', 'P>|z|', '[0.025', '0.975]', 'Table 2'];
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

/** How well the model predicts rows that it has not seen. */
export function validationOf(validation: CrossValidation | null): string {
  if (validation === null) return '';
  const rows = [
    ['rows of the fit', validation.kept] as const,
    ['and the removed rows', validation.all] as const,
  ];
  return element(
    'div',
    {},
    element('h3', {}, 'Prediction of unseen rows'),
    paragraph(
      `Each row is predicted by a fit without its tenth of the rows (${validation.folds}-fold cross-validation of the final columns). Removed rows are predicted by the reported fit: what a stranger's model may look like.`,
    ),
    table(
      ['', 'rows', 'RMSE, ln g', 'half are within', '95 % interval covers'],
      rows.map(([name, { rows: count, rmse, medianFactor, coverage }]): Cell[] => [
        name,
        { number: count.toLocaleString('en') },
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
