// What the editor does with a card, one document after the other, for `no-network.test.ts` to run without a network.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  checkCard,
  createLanguageService,
  emissionsHover,
  factsOf,
  hintOf,
  paperModel,
  predictCard,
  readCard,
} from '../../src/core/index';
import { readCodeCarbon, readRepository } from '../../src/node/repository/index';

async function main(): Promise<void> {
  for (const [version, file] of process.argv.slice(2).entries()) {
    const text = readFileSync(file, 'utf8');
    const card = readCard(text);
    const folder = dirname(file);
    const repository = await readRepository(folder, { git: true });
    const codecarbon = await readCodeCarbon(folder, repository.emissionsFiles);
    const prediction = predictCard(paperModel, { card, repository });
    const { findings, judgement } = checkCard(card, { facts: { ...factsOf(prediction), codecarbon } });
    emissionsHover(card, judgement, prediction.prediction);
    hintOf(prediction);
    const service = await createLanguageService();
    const { yaml = { start: 0, end: 0 } } = card.frontMatter ?? {};
    const document = { uri: `file://${file}`, version, text, yaml };
    const completed = await service.complete(document, { line: 1, character: 0 });
    await service.hover(document, { line: 1, character: 2 });
    console.log(`${findings.length} findings, ${completed.length} completions`);
  }
}

void main();
