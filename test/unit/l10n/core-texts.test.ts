// In a language without our letters, every text that the core shows is in that language from end to end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Card, readCard } from '../../../src/core/card/card';
import { declareEmissions } from '../../../src/core/card/declare-emissions';
import { parseEmissionsCsv } from '../../../src/core/codecarbon/parse-emissions-csv';
import { emissionsHover } from '../../../src/core/hover/emissions-hover';
import type { CardFacts } from '../../../src/core/judgement/card-facts';
import { judgeUnit } from '../../../src/core/judgement/judgement';
import { createLanguageService } from '../../../src/core/language/language-service';
import { physicalEstimate, type RunFacts } from '../../../src/core/physical/estimate';
import { checkCard, type ReportedFinding } from '../../../src/core/rules/check-card';
import { ignoreFix } from '../../../src/core/rules/ignore-comment';
import { BASE_MODEL_RELATIONS, LIBRARIES, LICENSES, TASKS } from '../../../src/core/schema/hub-lists';
import type { JsonSchema } from '../../../src/core/schema/json-schema';
import { LANGUAGE_NAMES } from '../../../src/core/schema/languages';
import { modelCardSchema } from '../../../src/core/schema/model-card-schema';
import { devCards, whyNoDevCards } from '../../corpus/dev-cards';
import { goldenCards } from '../../golden/golden-cards';
import { cardWithCursor } from '../core/language/card-with-cursor';
import { predictorsOf, SMALL } from '../core/prediction/sample-predictors';
import { outsideBrackets, speakEnglish, speakPseudo, vocabulary, wordsLeft } from './pseudo-language';

// Reading all sources takes a while on a busy machine.
beforeAll(speakPseudo, 120_000);
afterAll(speakEnglish);

/** Names that are the same in every language: of keys and values of the metadata, and of tools. */
const NAMES = vocabulary(
  ...Object.keys(modelCardSchema().properties ?? {}),
  ...Object.keys({ ...LICENSES, ...TASKS, ...LIBRARIES }),
  ...BASE_MODEL_RELATIONS,
  'emissions source training_type geographical_location hardware_used energy_consumed hours_used',
  'results task dataset metrics type value name url pre-training fine-tuning',
  'AutoTrain Sentence Transformers emissions.csv',
);

function expectTranslated(text: string, known: ReadonlySet<string> = new Set()): void {
  expect({ text, outside: outsideBrackets(text) }).toEqual({ text, outside: '' });
  expect({ text, left: wordsLeft(text, new Set([...NAMES, ...known])) }).toEqual({ text, left: [] });
}

const ALL_RULES = { rules: { 'emissions-context': 'hint', 'emissions-absent': 'warning' } } as const;

function check(card: Card, facts: CardFacts = {}): readonly ReportedFinding[] {
  return checkCard(card, { severities: ALL_RULES, facts }).findings;
}

function expectTranslatedFindings(card: Card, facts: CardFacts = {}): void {
  const words = vocabulary(card.text);
  for (const { rule, message, fixes = [], related = [] } of check(card, facts)) {
    // js-yaml's own words, as the Hub shows them.
    if (rule === 'yaml-syntax') expect(outsideBrackets(message)).toBe('');
    else expectTranslated(message, words);
    for (const { title } of fixes) expectTranslated(title, words);
    for (const place of related) expectTranslated(place.message, words);
  }
}

describe('findings, their fixes and the places they name', () => {
  test.each(goldenCards().map(({ name, text }) => [name, text]))('of %s', (_, text) => {
    expectTranslatedFindings(readCard(text));
  });

  test.skipIf(whyNoDevCards !== undefined)(`of real cards ${whyNoDevCards ?? ''}`, () => {
    for (const { text } of devCards()) expectTranslatedFindings(readCard(text));
  });

  test('of a card beside a file of CodeCarbon, and with a prediction', () => {
    const { runs } = parseEmissionsCsv('run_id,duration,emissions\na,60,0.0123456');
    const card = readCard('---\nco2_eq_emissions:\n  emissions: 0.0123456\n  source: CodeCarbon\n---\n');
    const facts: CardFacts = {
      codecarbon: [{ file: 'emissions.csv', runs }],
      prediction: { linearPredictor: Math.log(12), sigma: 1.5, reliable: true },
    };
    expect(check(card, facts).map(({ rule }) => rule)).toContain('emissions-kilograms');
    expectTranslatedFindings(card, facts);
    for (const { sentence } of judgeUnit(card, facts)?.evidence ?? []) expectTranslated(sentence);
  });

  test('write the same into a card as in English', () => {
    const edits = () =>
      goldenCards().map(({ text }) =>
        check(readCard(text)).map(({ fixes = [] }) => fixes.map((fix) => [fix.safe, fix.edits])),
      );
    const translated = edits();
    speakEnglish();
    const english = edits();
    speakPseudo();
    expect(translated).toEqual(english);
  });

  test('the comment that silences one', () => {
    const card = readCard('---\nlicense: x\n---\n');
    const fix = ignoreFix(card, 'emissions-zero', { start: 4, end: 11 });
    expectTranslated(fix?.title ?? '', vocabulary('emissions-zero'));
  });
});

describe('what is shown on the declared emissions', () => {
  test.each([
    ['a number', 'co2_eq_emissions: 5'],
    ['no number', 'co2_eq_emissions: much'],
    ['kilograms', 'co2_eq_emissions:\n  emissions: 0.5\n  energy_consumed: 1.2\n  source: CodeCarbon'],
    ['a place', 'co2_eq_emissions:\n  emissions: 5\n  geographical_location: Spain'],
  ])('%s', (_, yaml) => {
    const card = readCard(`---\n${yaml}\n---\n`);
    const { prediction } = predictorsOf(card.text, SMALL);
    const markdown = emissionsHover(card, judgeUnit(card, {}), prediction);
    for (const line of markdown.split('\n\n')) expectTranslated(line, vocabulary('Spain'));
  });
});

describe('why something is refused', () => {
  const block = (yaml: string): Card => readCard(`---\n${yaml}\n---\n`);

  test.each<[string, () => string | undefined]>([
    ['a file that is no text', () => readCard('\0').refusal],
    ['a huge file', () => readCard('x'.repeat(9 * 1024 * 1024)).refusal],
    ['a huge block', () => block('x'.repeat(600 * 1024)).refusal],
    ['deep nesting', () => block('['.repeat(5000)).refusal],
    ['many aliases', () => block(`a: &a 1\nb: [${'*a, '.repeat(400)}]`).refusal],
    ['metadata that are a list', () => block('- a').metadata?.problem?.message],
  ])('%s', (_, refusal) => {
    expect(refusal()).toBeDefined();
    expectTranslated(refusal() ?? '');
  });

  test.each([
    ['another card', '---\nsdk: gradio\napp_file: a.py\n---\n'],
    ['an open block', '---\nlicense: mit\n'],
    ['broken YAML', '---\n- a\n---\n'],
    ['YAML that cannot be edited safely', '---\n{license: mit}\n---\n'],
  ])('to declare emissions in %s', (_, text) => {
    const result = declareEmissions(readCard(text), { emissions: { number: '5' } });
    expectTranslated('refusal' in result ? result.refusal : 'nothing was refused');
  });

  test.each([
    ['too large', 'a'.repeat(10_000_001)],
    ['of too many columns', 'a,'.repeat(600)],
    ['without emissions', 'a,b\n1,2'],
    ['of another program', 'a,emissions\n1,2'],
    ['without a run', 'run_id,emissions\n'],
    ['without a run that can be used', 'run_id,emissions\na,much\nb'],
  ])('a file of CodeCarbon that is %s', (_, text) => {
    expect(() => parseEmissionsCsv(text)).toThrow(/^⟦/);
  });

  test('rows of CodeCarbon that are left out', () => {
    const { runs, notes } = parseEmissionsCsv('duration,emissions\n1,much\n1\n1,2');
    for (const text of [...notes, ...runs.map(({ id }) => id)]) expectTranslated(text, vocabulary('much'));
  });
});

describe('what an estimate rests on', () => {
  test.each<[string, RunFacts]>([
    ['hours', { hours: 12, hardware: '8 x A100 and 1 x V100', pue: 1.2 }],
    ['device hours at a place', { hours: 12, deviceHours: true, hardware: 'A100', place: 'Spain' }],
    ['energy', { energyKWh: 3 }],
  ])('%s', (_, run) => {
    const estimate = physicalEstimate(run);
    for (const text of [...(estimate?.basis ?? []), ...(estimate?.sources ?? [])]) {
      expectTranslated(text, vocabulary('Spain'));
    }
  });
});

describe('what is known of the metadata', () => {
  /** Every text of the schema; those that name what the Hub lists are the Hub's. */
  function textsOf(schema: JsonSchema): string[] {
    const {
      anyOf = [],
      items,
      properties = {},
      defaultSnippets = [],
      markdownEnumDescriptions = [],
    } = schema;
    return [
      ...(schema.markdownDescription?.split('\n\n') ?? []),
      ...markdownEnumDescriptions,
      ...defaultSnippets.flatMap(({ label, markdownDescription }) => [label, markdownDescription]),
      ...[...anyOf, ...Object.values(properties), ...(items ? [items] : [])].flatMap(textsOf),
    ];
  }

  test('every description', () => {
    const names = Object.values({ ...LICENSES, ...LIBRARIES, ...LANGUAGE_NAMES });
    const tasks = Object.values(TASKS).flatMap(({ name, modality }) => [name, `${name} (${modality})`]);
    const ofTheHub = new Set([...names, ...tasks]);
    const texts = textsOf(modelCardSchema()).filter((text) => !ofTheHub.has(text));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expectTranslated(text.replace(/^\[(.*)\]\(https:[^)]*\)$/, '$1'));
    }
  });

  test.each([
    ['an explanation with examples', 'license: other\nlicense_li█nk: LICENSE'],
    ['an explanation with values', 'base_model_re█lation:'],
  ])('%s', async (_, yaml) => {
    const { document, position } = cardWithCursor(`---\n${yaml}\n---\n`);
    const hover = await createLanguageService().hover(document, position);
    const markdown = JSON.stringify(hover?.contents);
    expect(markdown).toContain('⟦');
    expect(markdown).not.toMatch(/Example|Allowed/);
  });

  test('proposals that insert several keys', async () => {
    const { document, position } = cardWithCursor('---\nco2_eq_emissions:\n  █\n---\n');
    const items = await createLanguageService().complete(document, position);
    const labels = items.map(({ label }) => label).filter((label) => label.includes(' '));
    for (const label of labels) expectTranslated(label);
  });
});
