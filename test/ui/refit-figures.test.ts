// The figures on screen against what statsmodels 0.13.5 made of the same exports (../shared/data/reference).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../host/project';
import { keepPicture, refit } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import type { Workbench } from './workbench';

const DATA = join(projectRoot, '../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log('The reference exports are not here (../shared/data), so they are not refitted.');

interface Fit {
  readonly columns: readonly string[];
  readonly nobs: number;
  readonly df_model: number;
  readonly df_resid: number;
  readonly params: readonly number[];
  readonly bse: readonly number[];
  readonly z: readonly number[];
  readonly p: readonly number[];
  readonly ci_low: readonly number[];
  readonly ci_high: readonly number[];
  readonly pseudo_r2_cs: number;
  readonly r2_deviance: number;
  readonly iterations: number;
  /** What `.summary()` printed. */
  readonly summary: string;
}

interface Reference {
  readonly rows: { readonly total: number; readonly dropped: Readonly<Record<string, readonly number[]>> };
  readonly initial_influence: { readonly threshold: number };
  readonly qq: Readonly<Record<'before_log' | 'after_log', { readonly r: number }>>;
  readonly variants: {
    readonly cook_first: {
      readonly cook_iterations: readonly {
        readonly iteration: number;
        readonly n: number;
        readonly threshold: number;
        readonly max_cook: number;
        readonly n_removed: number;
      }[];
      readonly vif_steps: readonly {
        readonly vif: Readonly<Record<string, number>>;
        readonly removed: string | null;
      }[];
      readonly final_fit: Fit;
    };
  };
}

function referenceOf(name: string): Reference {
  return JSON.parse(readFileSync(join(DATA, 'reference', `reference_${name}.json`), 'utf8')) as Reference;
}

/** A number as statsmodels prints it in the head of its summary: "Log-Likelihood:  -1517.7". */
function printed({ summary }: Fit, name: string): string {
  const at = summary.indexOf(`${name}:`);
  return /:\s+(\S+)/.exec(summary.slice(at))?.[1] ?? `no ${name}`;
}

/** The rows of a table on screen, cell by cell, with the minus of programs. */
async function tableIn(panel: FrameLocator, selector: string): Promise<string[][]> {
  const rows = await panel.locator(`${selector} tbody tr`).all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  return cells.map((row) => row.map((text) => text.replaceAll('−', '-')));
}

/** "35, 149, 619–620" as numbers. */
function rowNumbers(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at),
  );
}

async function expectFigures(panel: FrameLocator, reference: Reference): Promise<void> {
  const { cook_iterations: rounds, vif_steps: steps, final_fit: fit } = reference.variants.cook_first;
  const coefficients = await tableIn(panel, '#coefficients');
  expect(coefficients.map((row) => row.slice(0, 7))).toEqual(
    fit.columns.map((name, at) => [
      name,
      fit.params[at]?.toFixed(4),
      ...[fit.bse, fit.z, fit.p, fit.ci_low, fit.ci_high].map((values) => values[at]?.toFixed(3)),
    ]),
  );

  const figures = await tableIn(panel, '#fit > .scroll');
  const names = ['Scale', 'Log-Likelihood', 'Deviance', 'Pearson chi2', 'Pseudo R-squ. (CS)'];
  expect(figures.map((row) => row.slice(0, 2))).toEqual([
    ['No. Observations', String(fit.nobs)],
    ['Df Residuals', String(fit.df_resid)],
    ['Df Model', String(fit.df_model)],
    ...names.map((name) => [name, printed(fit, name)]),
    ['No. Iterations', String(fit.iterations)],
  ]);
  const facts = await panel.locator('.facts').innerText();
  expect(facts).toContain(`${(100 * fit.r2_deviance).toFixed(1)} %`);
  expect(facts).toContain(fit.pseudo_r2_cs.toFixed(4));

  const removals = await tableIn(panel, '#removals');
  expect(removals.map((row) => row.slice(0, 5))).toEqual(
    rounds.map(({ iteration, n, threshold, max_cook: most, n_removed: removed }) => [
      String(iteration),
      n.toLocaleString('en'),
      threshold.toPrecision(4),
      most.toPrecision(4),
      String(removed),
    ]),
  );
  const influence = await panel.locator('#influence-cook-s-distance').innerText();
  expect(influence).toContain(
    `${rounds[0]?.n_removed} of ${rounds[0]?.n.toLocaleString('en')} rows exceed 4/n = ${reference.initial_influence.threshold.toPrecision(3)}`,
  );

  const inflation = await panel.locator('#collinearity').innerText();
  const [first, last] = [steps[0], steps.at(-1)];
  for (const [term, factor] of Object.entries(first?.vif ?? {})) {
    if (term === 'const') continue;
    const after = last?.vif[term];
    expect(inflation, term).toContain(factor.toFixed(2));
    expect(inflation, term).toContain(after === undefined ? ', removed' : after.toFixed(2));
  }
  const residuals = await panel.locator('#residuals').innerText();
  expect(residuals).toContain(`Correlation with the line: ${reference.qq.before_log.r.toFixed(4)}`);
  expect(residuals).toContain(`Correlation with the line: ${reference.qq.after_log.r.toFixed(4)}`);

  const dropped = await panel.locator('#rows-that-were-dropped details > p:first-of-type').allTextContents();
  const byFirstRow = (a: readonly number[], b: readonly number[]): number => (a[0] ?? 0) - (b[0] ?? 0);
  expect(dropped.map((text) => rowNumbers(text.replace(/^[^:]*:/, ''))).sort(byFirstRow)).toEqual(
    Object.values(reference.rows.dropped).toSorted(byFirstRow),
  );
  expect(await panel.locator('.lead').innerText()).toMatch(
    new RegExp(
      `^${reference.rows.total.toLocaleString('en')} records read, .* ${fit.nobs.toLocaleString('en')} in the fit`,
    ),
  );
}

describe.runIf(hasData)('the figures of the report are those of the reference', () => {
  let vscode: ServedWorkbench;
  let workbench: Workbench;
  beforeAll(async () => {
    vscode = await ServedWorkbench.start();
    workbench = await vscode.open({ card: 'kilograms/README.md' });
  });
  afterAll(() => vscode.stop());

  test.each(['synthetic_export.csv', 'synthetic_export.parquet', 'synthetic_export.jsonl'])(
    '%s',
    async (file) => {
      keepPicture(workbench);
      const panel = await refit(workbench, join(DATA, 'exports', file));
      await expectFigures(panel, referenceOf('synthetic'));
      await panel.locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
      await panel.locator('#cards', { hasText: '4 cards of this workspace' }).waitFor();
    },
  );

  test('HFCO2.csv, which is understood without a question but knows no commits', async () => {
    keepPicture(workbench);
    const panel = await refit(workbench, join(DATA, 'exports/HFCO2.csv'));
    await expectFigures(panel, referenceOf('hfco2'));
    // No card tells its downloads, so this model is to be looked at, not used.
    await panel.locator('.decision', { hasText: 'downloads' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Use this model' }).isDisabled()).toBe(true);
    await workbench.screenshot('refit-unusable');
  });
});
