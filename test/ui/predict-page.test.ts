// The page of a prediction by itself: what it does with messages that come at an awkward moment.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelState } from '../../src/core/prediction/panel-state';
import { launchBrowser } from '../host/browser';
import { drawPage, tell } from './drawn-page';
import { predictState } from './page-states';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const message = (state: PanelState): object => ({ type: 'state', state, memory: { whatIf: {} } });

test('a state that was on its way does not take away what is being typed', async () => {
  const before = message(predictState());
  const page = await drawPage(browser, 'predict', { messages: [before] });
  const field = page.locator('#field-parameters');
  const ofCard = await field.inputValue();
  await field.fill('7');
  await tell(page, before);
  await page.keyboard.type('B');
  expect(await field.inputValue()).toBe('7B');
  await tell(page, message(predictState({ parameters: '7' })));
  expect(await field.inputValue()).toBe('7B');

  // Once the editor has answered, the card's value may come back: the author has reset it, or has changed the card.
  await tell(page, message(predictState({ parameters: '7B' })));
  await tell(page, before);
  expect(await field.inputValue()).toBe(ofCard);
  await page.close();
});
