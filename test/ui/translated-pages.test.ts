// The pages in other languages than English: that nothing is forgotten, and that longer words have their place.
import * as l10n from '@vscode/l10n';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paperModel } from '../../src/core/glm/paper-model';
import { readTexts, translatedTexts } from '../generate/text-bundles';
import { launchBrowser } from '../host/browser';
import { projectRoot } from '../host/project';
import { pseudoTexts, speakEnglish, speakPseudo, vocabulary, wordsLeft } from '../unit/l10n/pseudo-language';
import { drawPage, overflowing, textsOn } from './drawn-page';
import { KILOGRAMS, predictState, refitState, tableState, unpredictedState } from './page-states';

const SCREENSHOTS = join(projectRoot, 'out/screenshots');

let browser: Browser;
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(speakEnglish);

/** Names that are the same in every language: of cards, models, terms, categories, columns, formats and rules. */
const NAMES = vocabulary(
  KILOGRAMS,
  JSON.stringify([paperModel.terms, paperModel.training.categories, paperModel.title]),
  paperModel.provenance.title,
  'README.md HTML Markdown YAML JSON NVIDIA A10G Refit hub.csv many long apache',
  'Multimodal Audio Computer Vision Reinforcement Learning Tabular Data Graph Natural Language Processing Other',
  'community company non-profit university other text-generation fill-mask',
  'emissions-context emissions-kilograms emissions-unit emissions-number metadata-schema good kilograms unit none large',
  'source training_type geographical_location hardware_used co2_eq_emissions parameters likes commits created_at last_modified pipeline_tag org_type card_text model_id downloads',
  'cook_first size domain organization repo_age intercept RMSE std err coef 7B Cox-Snell',
  'safetensors user CodeCarbon',
);

/** What statsmodels calls the figures of a fit, in every language. */
const STATSMODELS = [
  'No. Observations',
  'Df Residuals',
  'Df Model',
  'Scale',
  'Log-Likelihood',
  'Deviance',
  'Pearson chi2',
  'Pseudo R-squ. (CS)',
  'No. Iterations',
];

async function expectTranslated(page: Page, same: readonly string[] = []): Promise<void> {
  const texts = (await textsOn(page)).filter((text) => !same.includes(text) && !/^[0-9a-f]{64}$/.test(text));
  expect(texts.some((text) => text.includes('⟦'))).toBe(true);
  expect(texts.filter((text) => wordsLeft(text, NAMES).length > 0)).toEqual([]);
  await page.close();
}

describe('in a language without our letters, every text is in that language', () => {
  const texts = pseudoTexts();

  test.each([
    ['a prediction', 'predict', predictState],
    ['a card without a prediction', 'predict', unpredictedState],
    ['the table of cards', 'workspace', tableState],
  ])('on the page of %s', async (_, name, stateOf) => {
    speakPseudo();
    const messages = [{ type: 'state', state: stateOf(), memory: {} }];
    await expectTranslated(await drawPage(browser, name, { texts, messages }));
  });

  test('while cards are checked', async () => {
    const messages = [{ type: 'checking', seen: 1, files: 3 }, { type: 'outdated' }];
    await expectTranslated(await drawPage(browser, 'workspace', { texts, messages }));
  });

  test('on the page of a refit, with its report', async () => {
    speakPseudo();
    const { state, report } = await refitState();
    const messages = [{ type: 'state', state, memory: {} }];
    await expectTranslated(await drawPage(browser, 'refit', { texts, messages, report }), [
      state.title,
      ...STATSMODELS,
    ]);
  });
});

describe('in German, everything has its place', () => {
  const texts = readTexts(translatedTexts('de').path);

  async function expectRoom(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SCREENSHOTS, `german-${name}.png`), fullPage: true });
    expect(await overflowing(page)).toEqual([]);
    await page.close();
  }

  test.each([
    ['predict', predictState, 560],
    ['workspace', tableState, 900],
  ])('on the page %s', async (name, stateOf, width) => {
    l10n.config({ contents: texts });
    const messages = [{ type: 'state', state: stateOf(), memory: {} }];
    await expectRoom(await drawPage(browser, name, { texts, messages, width }), name);
  });

  test('on the page of a refit', async () => {
    l10n.config({ contents: texts });
    const { state, report } = await refitState();
    const messages = [{ type: 'state', state, memory: {} }];
    await expectRoom(await drawPage(browser, 'refit', { texts, messages, report }), 'refit');
  });
});
