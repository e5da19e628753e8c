import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProjectConfig } from '../../../../src/core/config/project-config';
import { configSchemaFile } from '../../../generate/config-schema-file';
import { isUpToDate } from '../../../generate/generated-file';

test('the schema is that of the settings; npx tsx test/generate/config-schema.mts writes it anew', async () => {
  expect(await isUpToDate(configSchemaFile)).toBe(true);
});

describe('what the schema allows, the reader takes, and the other way round', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../..', configSchemaFile.path), 'utf8');
  const isValid = new Ajv({ strict: false }).compile(JSON.parse(text) as object);

  test.each([
    ['{}', true],
    ['{"$schema": "./schema.json", "rules": {"emissions-zero": "off"}}', true],
    ['{"rules": {"emissions-zero": null}}', false],
    ['{"rules": {"emissions-none": "off"}}', false],
    ['{"ruleCustomizations": [{"rule": "*", "severity": "hint"}]}', true],
    ['{"ruleCustomizations": [{"severity": "hint"}]}', false],
    ['{"cardFolders": ["cards"], "exclude": ["*.tmp.md", "!a.tmp.md"]}', true],
    ['{"cardFolders": "cards"}', false],
    ['{"exclude": [""]}', false],
    ['{"predictors": {"parameters": 7e9, "likes": 0, "commits": 1, "repoAgeDays": 0.5}}', true],
    ['{"predictors": {"parameters": null, "task": null, "organization": null}}', true],
    ['{"predictors": {"commits": 0}}', false],
    ['{"predictors": {"likes": 1.5}}', false],
    ['{"predictors": {"repoAgeDays": -1}}', false],
    ['{"predictors": {"organization": "school"}}', false],
    ['{"cardPredictors": {"a/README.md": {"parameters": "7B"}}}', true],
    ['{"cardPredictors": {"a/README.md": {"parameter": "7B"}}}', false],
    ['{"hint": false}', false],
    ['[]', false],
  ])('%s: %s', (config, valid) => {
    expect(isValid(JSON.parse(config))).toBe(valid);
    expect(readProjectConfig(config).problems.length === 0).toBe(valid);
  });
});
