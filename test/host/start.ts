// npm start -- [--open PATH] [--theme light|dark|high-contrast] [--screenshot FILE]
// Opens VS Code with this extension and the sample cards, or with the card or folder at PATH: desktop VS Code where
// there is one, else its server, whose workbench any browser shows. With --screenshot, takes a picture and ends.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseHost } from './choose-host';
import { openOnDesktop, openServed, type Opening, takePicture } from './open-vscode';
import { newest } from './releases';
import { copySampleCards } from './sample-cards';
import { themeNamed } from './themes';

const { values } = parseArgs({
  options: { open: { type: 'string' }, theme: { type: 'string' }, screenshot: { type: 'string' } },
});

const temporary = await mkdtemp(join(tmpdir(), 'model-card-co2-start-'));
try {
  const opening: Opening = {
    ...(values.open === undefined ? await sampleCards(temporary) : await contentAt(resolve(values.open))),
    theme: themeNamed(values.theme ?? 'light'),
    dataFolder: temporary,
  };
  if (values.screenshot !== undefined) {
    await takePicture(opening, resolve(values.screenshot));
  } else {
    const host = await chooseHost(newest, true);
    console.log(`Opening ${host.description}.`);
    await (host.kind === 'desktop' ? openOnDesktop(opening, host.executable) : openServed(opening));
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function sampleCards(parent: string): Promise<{ folder: string; card: string }> {
  const folder = join(parent, 'models');
  await copySampleCards(folder);
  return { folder, card: 'kilograms/README.md' };
}

async function contentAt(path: string): Promise<{ folder: string; card?: string }> {
  const isFolder = (await stat(path)).isDirectory();
  return isFolder ? { folder: path } : { folder: dirname(path), card: basename(path) };
}
