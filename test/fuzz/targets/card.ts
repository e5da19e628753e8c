import { readCard } from '../../../src/core/card/card';
import { paperModel } from '../../../src/core/glm/paper-model';
import { emissionsHover } from '../../../src/core/hover/emissions-hover';
import { hintOf } from '../../../src/core/prediction/hint';
import { panelCard } from '../../../src/core/prediction/panel-card';
import { factsOf, predictCard } from '../../../src/core/prediction/predict-card';
import { fewShotPrompt } from '../../../src/core/prompt/few-shot';
import { impactSegments } from '../../../src/core/prompt/impact-segments';
import { cardsExport } from '../../../src/core/refit/cards-export';
import { checkCard } from '../../../src/core/rules/check-card';
import { keepsPromises } from '../card-promises';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import { seedCards } from '../seed-cards';

const seeds = seedCards();

/** Cards: read, judged, predicted, shown; then fixed and read again. */
export const card: FuzzTarget<string> = {
  share: 80,
  limit: 250,
  make: (random) => mutateText(random.pick(seeds), random.pick(seeds), random),
  read: (text) => {
    const read = readCard(text);
    const prediction = predictCard(paperModel, { card: read, repositoryName: 'moths/moth-7B' });
    const { judgement } = checkCard(read, { facts: factsOf(prediction) });
    emissionsHover(read, judgement, prediction.prediction);
    hintOf(prediction);
    panelCard({
      card: read,
      name: 'README.md',
      model: paperModel,
      gathered: prediction,
      whatIf: {},
      judgement,
      hasFolder: true,
      editable: true,
    });
    for (const segment of impactSegments(text, read.frontMatter?.bodyStart ?? 0)) fewShotPrompt(segment.text);
    cardsExport([{ name: 'moths/moth-7B', card: read, gathered: prediction }], 0);
  },
  check: keepsPromises,
};
