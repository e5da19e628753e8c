import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import optimise, { init } from '@jsquash/oxipng/optimise.js';

const codec = createRequire(import.meta.url).resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm');

/** The same picture in about a quarter fewer bytes, after some seconds of work. */
export async function smallerPng(png: Buffer): Promise<Buffer> {
  await init(await readFile(codec));
  return Buffer.from(await optimise(new Uint8Array(png).buffer, { level: 6 }));
}
