import { ModelFileError, writeModelFile } from '../../../src/core/glm/model-file';
import { readUsableModel } from '../../../src/core/prediction/model-in-use';
import { paperModel } from '../../../src/core/glm/paper-model';
import { predict } from '../../../src/core/glm/predict';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import { orRefusal } from '../readable';

const FILE = writeModelFile(paperModel);
const VALUES = [
  'null',
  '[]',
  '{}',
  '""',
  '-1',
  '1e400',
  '0',
  'true',
  '"__proto__"',
  '1e308',
  '[[]]',
] as const;
const PREDICTORS = {
  parameters: 7e9,
  likes: 1,
  commits: 10,
  repoAgeDays: 20,
  domain: 'NLP',
  organization: 'company',
} as const;

/** Model files, which predict when they are taken for right. */
export const modelFile: FuzzTarget<string> = {
  share: 2,
  limit: 100,
  make: (random) => {
    const values = [...FILE.matchAll(/(?<=: |^\s+)(?:-?\d[\d.e-]*|"[^"]*"|null)(?=,?$)/gm)];
    const at = random.pick(values);
    const changed = FILE.slice(0, at.index) + random.pick(VALUES) + FILE.slice(at.index + at[0].length);
    return random.chance(0.6) ? changed : mutateText(changed, FILE, random);
  },
  read: (text) =>
    orRefusal(() => {
      const model = readUsableModel(text);
      predict(model, PREDICTORS);
    }, ModelFileError),
};
