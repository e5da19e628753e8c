import * as l10n from '@vscode/l10n';
import { isNestedDeeper } from '../json/json-shape';
import { shortened } from '../refit/column-map';
import { MOST_LEVELS, tooDeep } from '../refit/record-depth';
import { RefitError } from '../refit/refit-error';
import { fill } from './byte-source';
import { JsonSink } from './json-sink';
import type { NativeBytes } from './native-bytes';
import type { ExportFile, RecordSink } from './record-sink';
import { grouped } from '../quantity/grouped';

const CHUNK = 1 << 20;
const MOST_LINE_BYTES = 64 << 20;
const LINE_FEED = 10;

/** Reads JSON lines: one record a line. Memory does not grow with the file. */
export async function readJsonLines(file: ExportFile, sink: RecordSink): Promise<void> {
  const source = await file.open();
  const records = new JsonSink(file, sink);
  const { native } = file;
  let buffer = native.allocate(CHUNK);
  let filled = 0;
  let line = 0;
  try {
    for (;;) {
      const count = await fill(source, buffer.subarray(filled));
      filled += count;
      let start = 0;
      for (;;) {
        const end = lineEnd(buffer, start, filled, count === 0);
        if (end < 0) break;
        line++;
        addLine(native, buffer.subarray(start, end), placeOfLine(file.name, line), records);
        start = end + 1;
      }
      const rest = Math.max(0, filled - start);
      if (rest > MOST_LINE_BYTES) {
        throw new RefitError(
          l10n.t('{file}, line {line} is longer than {most} MB: these are no JSON lines.', {
            file: file.name,
            line: line + 1,
            most: MOST_LINE_BYTES >> 20,
          }),
        );
      }
      const target = rest > buffer.length / 2 ? native.allocate(buffer.length * 2) : buffer;
      if (rest > 0) target.set(buffer.subarray(start, filled));
      buffer = target;
      filled = rest;
      sink.advanced(source.consumed);
      if (count === 0) break;
    }
  } finally {
    await source.close();
  }
  records.end();
}

function lineEnd(buffer: Uint8Array, start: number, filled: number, last: boolean): number {
  if (start >= filled) return -1;
  const end = buffer.indexOf(LINE_FEED, start);
  if (end >= 0 && end < filled) return end;
  return last ? filled : -1;
}

/** Said only where something is wrong: there may be millions of lines. */
function placeOfLine(file: string, line: number): () => string {
  return () => l10n.t('{0}, line {1}', file, grouped(line));
}

function addLine(native: NativeBytes, bytes: Uint8Array, where: () => string, records: JsonSink): void {
  if (!native.isUtf8(bytes))
    throw new RefitError(l10n.t('{0}: not UTF-8, perhaps Latin-1. Save the file as UTF-8.', where()));
  const text = native
    .decoderOf(bytes)(0, bytes.length)
    .replace(/^\uFEFF/, '');
  if (text.trim() === '') return;
  if (isNestedDeeper(text, MOST_LEVELS)) throw tooDeep(where());
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefitError(`${where()}: ${whatIsWrong(text)}`);
  }
  records.add(value, where);
}

function whatIsWrong(text: string): string {
  const word = /[:[,]\s*(-?Infinity|NaN)\b/.exec(text)?.[1];
  if (word !== undefined) {
    return l10n.t('{0} is no JSON; write null where there is no number.', word);
  }
  const trimmed = text.trimEnd();
  if (trimmed === '{' || trimmed === '[')
    return l10n.t('JSON lines hold one whole record a line; this record goes over several.');
  return l10n.t('not a whole JSON record: {0}', shortened(trimmed, 40));
}
