import * as l10n from '@vscode/l10n';
import { isUsableCount } from './counts';
import type { PredictorInput } from './predictor-input';
import type { Predictor } from './predictor';

/** Likes on the Hub: set, asked of the Hub, or none, as every model begins. */
export function gatherLikes({ settings, hub }: PredictorInput): Predictor<number> {
  const set = settings?.likes;
  if (set !== undefined && isUsableCount('likes', set)) {
    return { value: set, origin: l10n.t('your settings'), kind: 'declared', source: 'setting' };
  }
  if (hub?.likes !== undefined) {
    const origin = l10n.t('what the Hub says of {0}', hub.repositoryName);
    return { value: hub.likes, origin, kind: 'measured', source: 'hub' };
  }
  return {
    value: 0,
    origin: l10n.t('the likes that every new model has'),
    kind: 'assumed',
    source: 'default',
  };
}
