// The worker of the browser by itself, in a real one: what it makes of an export is what Node makes of it.
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDeclaredEmissions } from '../../src/core';
import type { ToWebWorker, WorkerScript } from '../../src/core/refit/worker-protocol';
import { lookAtExport } from '../../src/core/export/look-at-export';
import { refitToOutcome } from '../../src/core/export/refit-to-outcome';
import { nodePlatform } from '../../src/node/export/node-platform';
import { FIRST_SCRIPTS, SCRIPTS_PRELUDE, workerScript } from '../../src/core/refit/worker-script';
import type { BrowserWorker } from '../../src/vscode/web/refit-worker';
import { launchBrowser } from '../host/browser';
import { projectRoot } from '../host/project';
import { folderWith, smallExport, toCsv } from '../unit/node/export/small-export';

const EXPORTS = join(projectRoot, '../shared/data/exports');
const hasExports = existsSync(EXPORTS);
if (!hasExports)
  console.log('The reference exports are not here (../shared/data), so they are not refitted.');

declare const Worker: new (address: string) => BrowserWorker;

/** A date, which stands in every report. */
const DATE = Date.UTC(2026, 0, 2);

let browser: Browser;
let page: Page;
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('Content-Type', request.url === '/' ? 'text/html' : 'application/octet-stream');
    response.end(request.url === '/' ? '' : readFileSync(decodeURIComponent(request.url ?? '').slice(1)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** What the worker says at the end about these files. */
function workOn(
  files: readonly string[],
  task: Extract<ToWebWorker, { type: 'start' }>['task'],
): Promise<unknown> {
  const source = (name: string): string =>
    workerScript(name, readFileSync(join(projectRoot, 'dist', `${name}.js`), 'utf8'));
  const later: Record<WorkerScript, string> = {
    core: source('core'),
    'parquet-library': source('parquet-library'),
  };
  const given = { files, task, later, first: SCRIPTS_PRELUDE + FIRST_SCRIPTS.map(source).join('') };
  return page.evaluate(async ({ files, task, later, first }) => {
    const read = async (path: string): Promise<ArrayBuffer> =>
      (await fetch(`/${encodeURIComponent(path)}`)).arrayBuffer();
    const worker = new Worker(URL.createObjectURL(new Blob([first])));
    const contents = await Promise.all(
      files.map(async (path) => ({
        path,
        name: path.split('/').at(-1) ?? '',
        bytes: new Uint8Array(await read(path)),
      })),
    );
    return new Promise<unknown>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.type === 'progress') return;
        if (data.type === 'needs') {
          worker.postMessage({ type: 'script', name: data.script, source: later[data.script] });
          return;
        }
        worker.terminate();
        const isOutcome = data.type === 'done' && 'texts' in data.value;
        // What leaves the page is JSON.
        resolve(isOutcome ? { ...data.value, texts: [...data.value.texts] } : data);
      };
      worker.postMessage({ type: 'start', task, files: contents, translation: undefined });
    });
  }, given);
}

const choiceOf = (paths: readonly string[]) => ({ paths, overrides: [] });

/** What Node makes of the same. */
async function onNode(paths: readonly string[]): Promise<{ outcome: unknown; texts: [string, string][] }> {
  const needs = {
    date: DATE,
    readCardEmissions: readDeclaredEmissions,
    onRead: () => Promise.resolve(),
  };
  const { outcome, texts } = await refitToOutcome(nodePlatform, choiceOf(paths), needs, {
    onProgress: () => undefined,
    cancellation: { cancelled: false },
  });
  return { outcome, texts: [...texts] };
}

function inBrowser(files: readonly string[]): Promise<unknown> {
  return workOn(files, { kind: 'refit', choice: choiceOf(files), date: DATE });
}

describe.runIf(hasExports)('a refit in the browser has the result of one on Node, to the last digit', () => {
  test.each(['synthetic_export.csv', 'synthetic_export.jsonl', 'synthetic_export.parquet', 'HFCO2.csv'])(
    '%s',
    async (name) => {
      const file = join(EXPORTS, name);
      expect(await inBrowser([file])).toEqual(await onNode([file]));
    },
  );
});

describe('in the browser', () => {
  const csv = toCsv(smallExport(80));

  test('several files, one of them packed, are one export', async () => {
    const folder = folderWith({ 'a.csv': csv, 'b.csv.gz': gzipSync(csv) });
    const files = [join(folder, 'a.csv'), join(folder, 'b.csv.gz')];
    expect(await inBrowser(files)).toEqual(await onNode(files));
  });

  test('whole cards are read where there is no column of emissions', async () => {
    const records = smallExport(80).map(({ co2_eq_emissions: grams, ...record }) => ({
      ...record,
      card_text: grams === null ? '# A model' : `---\nco2_eq_emissions:\n  emissions: ${grams}\n---\n`,
    }));
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    const files = [join(folderWith({ 'cards.jsonl': lines }), 'cards.jsonl')];
    expect(await inBrowser(files)).toEqual(await onNode(files));
  });

  test('a look tells which columns are not understood, and what separates them', async () => {
    const file = join(folderWith({ 'hub.csv': 'model;size;co2\na;1;2\n' }), 'hub.csv');
    expect(await workOn([file], { kind: 'look' })).toEqual({
      type: 'done',
      value: await lookAtExport(nodePlatform, [file]),
    });
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['damaged.csv.gz', gzipSync(csv).subarray(0, 600), /^damaged\.csv\.gz is damaged or cut off/],
    ['latin.csv', Buffer.from(csv.replace('model-1', 'mod\u00e8le'), 'latin1'), /line 3: not UTF-8/],
    ['empty.csv', '', /^empty\.csv is empty\.$/],
    ['no.parquet', 'PAR1 and nothing else', /^no\.parquet is a damaged Parquet file/],
    ['zip.csv', Buffer.from('PK\x03\x04'), /zip archive or an Excel workbook/],
  ])('%s is refused with the reason', async (name, content, reason) => {
    const end = await inBrowser([join(folderWith({ [name]: content }), name)]);
    expect(end).toEqual({ type: 'failed', reason: expect.stringMatching(reason) as string });
  });
});
