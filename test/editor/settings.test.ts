import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { rules } from '../../src/core/rules';
import { modelFileInSettings } from '../../src/vscode/models/model-path';
import { readPredictorSettings, readSettings } from '../../src/vscode/settings';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** A value that no default has, and where the extension finds it. */
interface Reading {
  readonly value: unknown;
  readonly read: () => unknown;
}

const card = vscode.Uri.file('/models/one/README.md');
const customization = { rule: 'emissions-*', severity: 'error' };

/** How the extension reads each setting; `hub.*` are read with each question to the Hub (hub.test.ts). */
const readings: Readonly<Record<string, Reading>> = {
  cardFolders: { value: ['cards'], read: () => readSettings(card).cardFolders },
  hint: { value: false, read: () => readSettings(card).hint },
  'fixAll.includeJudgements': { value: true, read: () => readSettings(card).fixAllIncludesJudgements },
  ruleCustomizations: { value: [customization], read: () => readSettings(card).severities.customizations },
  'predictors.parameters': { value: '7B', read: () => readPredictorSettings(card).parameters },
  'predictors.likes': { value: 12, read: () => readPredictorSettings(card).likes },
  'predictors.commits': { value: 3, read: () => readPredictorSettings(card).commits },
  'predictors.repoAgeDays': { value: 40.5, read: () => readPredictorSettings(card).repoAgeDays },
  'predictors.task': { value: 'fill-mask', read: () => readPredictorSettings(card).task },
  'predictors.organization': { value: 'company', read: () => readPredictorSettings(card).organization },
  cardPredictors: {
    value: { [card.path]: { task: 'translation' } },
    read: () => ({ [card.path]: { task: readPredictorSettings(card).task } }),
  },
  model: { value: '/models/mine.json', read: () => modelFileInSettings()?.path },
  ...Object.fromEntries(
    rules.map(({ id, defaultSeverity }): [string, Reading] => {
      const value = defaultSeverity === 'hint' ? 'error' : 'hint';
      return [`rules.${id}`, { value, read: () => readSettings(card).severities.rules?.[id] }];
    }),
  ),
};

const section = () => vscode.workspace.getConfiguration('modelCardCo2', card);

suite('Settings', () => {
  teardown(async () => {
    for (const name of Object.keys(readings)) {
      if (section().inspect(name)?.globalValue !== undefined) {
        await section().update(name, undefined, vscode.ConfigurationTarget.Global);
      }
    }
  });

  test('every setting of the manifest is one that the extension reads, and no other', () => {
    const extension = vscode.extensions.getExtension('model-card-co2.model-card-co2');
    assert.ok(extension);
    const { contributes } = extension.packageJSON as Manifest;
    const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const read = [...Object.keys(readings), 'hub.lookUp', 'hub.endpoint'];
    assert.deepEqual(names.sort(), read.map((name) => `modelCardCo2.${name}`).sort());
  });

  for (const [name, { value, read }] of Object.entries(readings)) {
    test(`${name} arrives as the user sets it`, async () => {
      assert.notDeepEqual(read(), value);
      await section().update(name, value, vscode.ConfigurationTarget.Global);
      assert.deepEqual(read(), value);
    });
  }
});
