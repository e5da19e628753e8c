// GGUF files that someone wrote to hang, end or mislead what reads their headers: magic, version, counts, settings, tensors.
import { describe, expect, test } from 'vitest';
import { ggufFile, GgufWriter } from '../unit/core/predictors/header-files';
import { AT_ONCE, type Hostile, timed } from './hostile-file';
import { seenOfWeights, seenWhereCutOff, WEIGHTS } from './seen-of-weights';

const gguf = (write: (file: GgufWriter) => GgufWriter): Uint8Array =>
  write(new GgufWriter()).zeros(WEIGHTS).bytes();
const version = (...bytes: number[]): Uint8Array => {
  const file = gguf((header) => header);
  file.set(bytes, 4);
  return file;
};
const setting = (write: (file: GgufWriter) => GgufWriter): Uint8Array =>
  gguf((file) => write(file.count(0).count(1).text('a')));
const ggufTensor = (write: (file: GgufWriter) => GgufWriter): Uint8Array =>
  gguf((file) => write(file.count(1).count(0).text('w')));
/** Tensors of 64 bytes. */
const ggufTensors = (...tensors: readonly (readonly [name: string, offset: number])[]): Uint8Array =>
  gguf((file) =>
    tensors.reduce(
      (header, [name, offset]) => header.text(name).uint32(1).count(16).uint32(0).uint64(offset),
      file.count(tensors.length).count(0),
    ),
  );
/** A file of megabytes: the writer takes each byte by itself. */
const followedBy = (file: Uint8Array, bytes: number): Uint8Array => {
  const longer = new Uint8Array(file.length + bytes);
  longer.set(file);
  return longer;
};

const STRING = 8;
const LIST = 9;
const ENDS = 'the file ends within its header (is the download complete?).';
const TWICE = 'its header gives a name twice.';
const HUGE = '"w" is impossibly large.';
const CUT_OFF = '"w" ends after the end of the file (is the download complete?).';
const impossible = (count: bigint): string => `its header holds an impossible count (${count}).`;
const MOST = 2n ** 64n - 1n;

const FILES: readonly Hostile<Uint8Array>[] = [
  [
    'the page of an error',
    () => new TextEncoder().encode('<!doctype html>'.padEnd(WEIGHTS)),
    'it does not begin as a GGUF file does.',
  ],
  ['nothing', () => new Uint8Array(0), ENDS],
  ['version 0', () => version(0), 'GGUF version 0 is not known.'],
  ['version 4', () => version(4), 'GGUF version 4 is not known.'],
  ['version 2^32 - 1', () => version(255, 255, 255, 255), 'GGUF version 4294967295 is not known.'],
  ['2^64 - 1 tensors', () => gguf((file) => file.count(MOST).count(0)), impossible(MOST)],
  [
    '2^40 tensors',
    () => gguf((file) => file.count(2 ** 40).count(0)),
    'its header announces 1099511627776 tensors; no model has that many.',
  ],
  ['100,000 tensors in a file of 2 KB', () => gguf((file) => file.count(100_000).count(0)), ENDS],
  ['2^64 - 1 settings', () => gguf((file) => file.count(0).count(MOST)), impossible(MOST)],
  [
    '2^40 settings',
    () => gguf((file) => file.count(0).count(2 ** 40)),
    'its header announces 1099511627776 settings; no model has that many.',
  ],
  [
    'a name of 2^63 bytes',
    () =>
      gguf((file) =>
        file
          .count(0)
          .count(1)
          .count(2n ** 63n),
      ),
    impossible(2n ** 63n),
  ],
  [
    'a name of 1 MB',
    () => gguf((file) => file.count(0).count(1).count(1_000_000)),
    'a name in its header is 1000000 bytes long; more than 65535 are not read.',
  ],
  ['a name longer than the file', () => gguf((file) => file.count(0).count(1).count(60_000)), ENDS],
  ['a text of 2^40 bytes', () => setting((file) => file.uint32(STRING).count(2 ** 40)), ENDS],
  [
    'a list of 2^40 texts',
    () =>
      setting((file) =>
        file
          .uint32(LIST)
          .uint32(STRING)
          .count(2 ** 40),
      ),
    'a list in its header is too long.',
  ],
  [
    'a list of 2^53 - 1 numbers',
    () =>
      setting((file) =>
        file
          .uint32(LIST)
          .uint32(12)
          .count(2 ** 53 - 1),
      ),
    ENDS,
  ],
  [
    'five lists in each other',
    () =>
      setting((file) => [1, 2, 3, 4, 5].reduce((nested) => nested.uint32(LIST).count(1), file.uint32(LIST))),
    'lists in its header are nested too deeply.',
  ],
  [
    'a list of 5 million texts',
    () =>
      followedBy(
        new GgufWriter().count(0).count(1).text('a').uint32(LIST).uint32(STRING).count(5_000_000).bytes(),
        40_000_000 + WEIGHTS,
      ),
    'counts 0',
    5000,
  ],
  [
    'a list of 1.5 million lists',
    () =>
      followedBy(
        new GgufWriter().count(0).count(1).text('a').uint32(LIST).uint32(LIST).count(1_500_000).bytes(),
        18_000_000 + WEIGHTS,
      ),
    'counts 0',
    5000,
  ],
  [
    'a value of an unknown type',
    () => setting((file) => file.uint32(13)),
    'its header holds a value of unknown type 13.',
  ],
  [
    '5 million values of an unknown type',
    () => setting((file) => file.uint32(LIST).uint32(77).count(5_000_000)),
    'its header holds a value of unknown type 77.',
  ],
  [
    'an alignment of 0',
    () => gguf((file) => file.count(0).count(1).text('general.alignment').uint32(4).uint32(0)),
    'its alignment is 0.',
  ],
  [
    '2^32 - 1 dimensions',
    () => ggufTensor((file) => file.uint32(2 ** 32 - 1)),
    '"w" has 4294967295 dimensions; more than 8 are not known.',
  ],
  ['a dimension of 2^60', () => ggufTensor((file) => file.uint32(1).count(2n ** 60n)), impossible(2n ** 60n)],
  [
    '2^80 values',
    () =>
      ggufTensor((file) =>
        file
          .uint32(2)
          .count(2 ** 40)
          .count(2 ** 40)
          .uint32(0)
          .uint64(0),
      ),
    HUGE,
  ],
  [
    '2^53 - 1 values in 2 KB',
    () =>
      ggufTensor((file) =>
        file
          .uint32(1)
          .count(2 ** 53 - 1)
          .uint32(0)
          .uint64(0),
      ),
    CUT_OFF,
  ],
  [
    'an unknown type',
    () => ggufTensor((file) => file.uint32(1).count(8000).uint32(4242).uint64(0)),
    'counts 8000',
  ],
  [
    'an unknown type of less than a bit',
    () => ggufTensor((file) => file.uint32(1).count(80_000).uint32(4242).uint64(0)),
    CUT_OFF,
  ],
  [
    'an offset of 2^64 - 1',
    () => ggufTensor((file) => file.uint32(1).count(1).uint32(0).uint64(MOST)),
    impossible(MOST),
  ],
  [
    'tensors called __proto__ and constructor',
    () => ggufTensors(['__proto__', 0], ['constructor', 64]),
    'counts 32',
  ],
  ['a name given twice', () => ggufTensors(['w', 0], ['w', 64]), TWICE],
  ['tensors that overlap', () => ggufTensors(['a', 0], ['b', 32]), '"a" and "b" overlap.'],
  [
    'a name of commands to a terminal',
    () =>
      gguf((file) =>
        file
          .count(1)
          .count(0)
          .text(`\u001b[31m${'w'.repeat(500)}`)
          .uint32(9),
      ),
    `" [31m${'w'.repeat(54)}…" has 9 dimensions; more than 8 are not known.`,
  ],
];

describe('each hostile GGUF file: what its user sees, and in time', () => {
  test.for(FILES)('%s', async ([, content, sees, most = AT_ONCE]) => {
    const file = content();
    const { result, time } = await timed(most, () => seenOfWeights('gguf', file));
    expect(result).toBe(sees);
    expect(time).toBeLessThan(most);
  });
});

test('cut off after any byte of its header', async () => {
  const file = ggufFile([{ name: 'w', type: 'F32', shape: [100, 100] }]);
  expect(await seenWhereCutOff('gguf', file, file.length - 40_000)).toEqual([ENDS, CUT_OFF]);
});
