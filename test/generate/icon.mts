// Draws media/icon.png, which stores want as a bitmap, from media/icon.svg: npx tsx test/generate/icon.mts
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser';
import { projectRoot } from '../host/project';

const side = 256;

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: side, height: side } });
const drawing = await readFile(join(projectRoot, 'media/icon.svg'), 'utf8');
await page.setContent(`<style>* { margin: 0 } svg { display: block }</style>${drawing}`);
await page.screenshot({ path: join(projectRoot, 'media/icon.png'), omitBackground: true });
await browser.close();
