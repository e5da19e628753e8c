import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findCards } from '../../src/node/cards/find-cards';
import { readRepository } from '../../src/node/repository/read-repository';

/** A folder to look at, and a secret beside it to which its links lead. */
function folderWithLinks(): string {
  const place = mkdtempSync(join(tmpdir(), 'model-card-links-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const [folder, outside] = [join(place, 'folder'), join(place, 'outside')];
  for (const made of [folder, outside, join(folder, 'below')]) mkdirSync(made);
  writeFileSync(join(outside, 'README.md'), 'secret');
  writeFileSync(join(outside, 'emissions.csv'), 'emissions,run_id\n5,a\n');
  writeFileSync(join(outside, 'config.json'), '{"secret": true}');
  writeFileSync(join(folder, 'README.md'), '---\nlicense: mit\n---\n');
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(join(outside, 'README.md'), join(folder, 'below', 'README.md'));
  symlinkSync(folder, join(folder, 'below', 'round'));
  for (const name of ['emissions.csv', 'config.json']) symlinkSync(join(outside, name), join(folder, name));
  return folder;
}

test.skipIf(process.platform === 'win32')(
  'a search for cards leaves links out, and so cannot run in circles',
  async () => {
    const folder = folderWithLinks();
    const search = { cardFolders: [`${folder}/`], excludes: () => false, gitIgnore: true };
    for (const path of [folder, join(folder, '**/*.md')]) {
      const found: string[] = [];
      for await (const card of findCards([path], search)) found.push(card);
      expect(found).toEqual([join(folder, 'README.md')]);
    }
  },
);

test.skipIf(process.platform === 'win32')(
  'what lies beside a card is read where it is in the folder only',
  async () => {
    const { config, emissionsFiles, notes } = await readRepository(folderWithLinks(), { git: false });
    expect({ config, emissionsFiles }).toEqual({ config: undefined, emissionsFiles: [] });
    expect(notes.join()).toMatch(
      /Links that lead out of the folder were not followed: config\.json and 1 more/,
    );
  },
);
