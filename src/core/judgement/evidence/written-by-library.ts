import * as l10n from '@vscode/l10n';
import type { Card } from '../../card/card';
import { isRecord } from '../../card/metadata';
import type { Evidence, Subject } from './evidence';
import { WRITTEN_BY_LIBRARY } from '../weights';

/** Keys that the Sentence Transformers, SetFit and SpanMarker card templates write together. */
const TEMPLATE_KEYS = ['energy_consumed', 'on_cloud', 'cpu_model', 'ram_total_size', 'hours_used'];

/** Cards written by tools that convert to grams themselves. */
export function writtenByLibrary({ card }: Subject): Evidence[] {
  const tool = writingLibrary(card);
  if (tool === undefined) return [];
  return [
    {
      id: 'written-by-library',
      logLikelihood: WRITTEN_BY_LIBRARY,
      sentence: l10n.t('{0} writes grams', tool),
    },
  ];
}

/** The library that wrote the card of a model which it fine-tuned. */
export function writingLibrary({ metadata }: Card): string | undefined {
  const values = metadata?.values ?? {};
  if (writtenByTemplate(values['co2_eq_emissions'])) return 'Sentence Transformers';
  return writtenByAutoTrain(values) ? 'AutoTrain' : undefined;
}

function writtenByTemplate(emissions: unknown): boolean {
  return isRecord(emissions) && TEMPLATE_KEYS.every((key) => key in emissions);
}

/** AutoTrain (AutoNLP before) tags its cards, and names its data sets after itself. */
function writtenByAutoTrain(values: Readonly<Record<string, unknown>>): boolean {
  const tags = [values['tags']].flat().map(String);
  const datasets = [values['datasets']].flat().map(String);
  return (
    tags.some((tag) => /^auto(?:train|nlp)$/i.test(tag)) ||
    datasets.some((dataset) => /\/auto(?:train|nlp)-data-/i.test(dataset))
  );
}
