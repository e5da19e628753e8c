import { organizations } from '../predictors/predictor';

/** The paper's Table 1: the task domains and their tasks. */
const TASKS_BY_DOMAIN: Readonly<Record<string, readonly string[]>> = {
  Multimodal: ['image-text-to-text', 'visual-question-answering', 'document-question-answering'],
  'Natural Language Processing': [
    'text-generation',
    'fill-mask',
    'question-answering',
    'zero-shot-classification',
    'table-question-answering',
    'text2text-generation',
    'feature-extraction',
    'summarization',
    'translation',
    'sentence-similarity',
    'token-classification',
    'text-classification',
  ],
  Audio: [
    'audio-to-audio',
    'voice-activity-detection',
    'text-to-audio',
    'text-to-speech',
    'audio-classification',
    'automatic-speech-recognition',
  ],
  'Computer Vision': [
    'image-to-3d',
    'image-to-image',
    'image-to-video',
    'mask-generation',
    'zero-shot-object-detection',
    'image-feature-extraction',
    'image-classification',
    'zero-shot-image-classification',
    'image-to-text',
    'unconditional-image-generation',
    'image-segmentation',
    'text-to-video',
    'text-to-3d',
    'text-to-image',
    'object-detection',
    'video-classification',
    'depth-estimation',
  ],
  'Reinforcement Learning': ['robotics', 'reinforcement-learning'],
  'Tabular Data': ['tabular-regression', 'tabular-classification', 'time-series-forecasting'],
  'Graph ML': ['graph-ml'],
};

const DOMAIN_BY_TASK = new Map(
  Object.entries(TASKS_BY_DOMAIN).flatMap(([domain, tasks]) => tasks.map((task) => [task, domain] as const)),
);

/** The domain that a row without a task of Table 1 falls into: the baseline. */
export const OTHER_DOMAIN = 'Other';

/** The domains of Table 1 by name, and the baseline. */
export const DOMAINS: readonly string[] = [...Object.keys(TASKS_BY_DOMAIN).sort(), OTHER_DOMAIN];

/** The kind of organisation that a row without a known one falls into: the baseline. */
export const OTHER_ORGANIZATION = 'other';

/** The domain of a `pipeline_tag`, by Table 1. */
export function domainOfTask(task: string): string {
  return DOMAIN_BY_TASK.get(task.trim().toLowerCase()) ?? OTHER_DOMAIN;
}

/** The kind of organisation that an export names. */
export function organizationOf(text: string): string {
  const kind = text.trim().toLowerCase();
  return organizations.find((known) => known === kind) ?? OTHER_ORGANIZATION;
}

/** The domain that HFCO2.csv names in its own words. */
export function domainOfHfco2(text: string): string {
  if (text === 'NLP') return 'Natural Language Processing';
  return text === 'Not Specified' || text === '' ? OTHER_DOMAIN : text;
}
