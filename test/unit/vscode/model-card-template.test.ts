import { describe, expect, test } from 'vitest';
import { checkCard, readCard } from '../../../src/core';
import { modelCardTemplate } from '../../../src/vscode/commands/model-card-template';

/** The snippet as VS Code inserts it: with its placeholders in place. */
const text = modelCardTemplate.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace('$0', '');

describe('the template of a model card', () => {
  const card = readCard(text);

  test('has nothing but placeholders to fill in', () => {
    expect(text).not.toContain('$');
    expect(card.metadata?.values).toEqual({
      language: 'en',
      license: 'apache-2.0',
      library_name: 'transformers',
      pipeline_tag: 'text-classification',
    });
  });

  test('passes every rule', () => {
    expect(checkCard(card, { severities: {}, facts: {} }).findings).toEqual([]);
  });

  test('declares no emissions that nobody measured', () => {
    const severities = { rules: { 'emissions-absent': 'warning' } } as const;
    const { findings } = checkCard(card, { severities, facts: {} });
    expect(findings.map(({ rule }) => rule)).toEqual(['emissions-absent']);
  });
});
