import type { GlmFit } from '../../glm/fit';
import type { EmissionsModel } from '../../glm/model-file';
import { element, escapeText } from '../plots/svg';
import type { Refit } from '../refit';
import { type Cell, table } from './html';

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

function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits).replace('-', '−');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
