import { findFrontMatter } from '../../../src/core/card/front-matter';
import { LineIndex } from '../../../src/core/card/line-index';
import { createLanguageService } from '../../../src/core/language/language-service';
import type { FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import { seedCards } from '../seed-cards';

const seeds = seedCards();
const service = createLanguageService();
const URI = 'file:///README.md';
let version = 0;

/** Completion and hover somewhere in the front matter. */
export const language: FuzzTarget<string> = {
  share: 2,
  limit: 1000,
  make: (random) => mutateText(random.pick(seeds), random.pick(seeds), random),
  read: async (text, random) => {
    const yaml = findFrontMatter(text)?.yaml;
    if (yaml === undefined) return;
    const position = new LineIndex(text).positionAt(yaml.start + random.below(yaml.end - yaml.start + 1));
    const document = { uri: URI, version: (version += 1), text, yaml };
    await service.complete(document, position);
    await service.hover(document, position);
    if (random.chance(0.1)) service.forget(URI);
  },
};
