// Writes l10n/ anew from the texts in the sources: npm run generate:texts
import { regenerate } from './generated-file';
import { englishTexts, LANGUAGES, readTexts, translatedTexts } from './text-bundles';

await regenerate(englishTexts);
for (const language of LANGUAGES) {
  const file = translatedTexts(language);
  await regenerate(file);
  const open = Object.entries(readTexts(file.path)).filter(([, translation]) => translation === '');
  console.log(`${file.path}: ${open.length} texts to translate`);
  for (const [text] of open) console.log(`  ${text}`);
}
