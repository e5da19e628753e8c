// Safetensors that someone wrote to hang, end or mislead what reads their headers: eight bytes of length, JSON, weights.
import { describe, expect, test } from 'vitest';
import { safetensorsFile, safetensorsOf } from '../unit/core/predictors/header-files';
import { AT_ONCE, type Hostile, timed } from './hostile-file';
import { seenOfWeights, seenWhereCutOff, WEIGHTS } from './seen-of-weights';

const many = (count: number, item: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => item(at)).join();

const headed = (json: string, length?: bigint): Uint8Array => safetensorsOf(json, WEIGHTS, length);
const tensor = (shape: string, offsets = '[0,1]', type = 'U8'): string =>
  `{"dtype":"${type}","shape":${shape},"data_offsets":${offsets}}`;
const one = (shape: string, offsets?: string, type?: string): Uint8Array =>
  headed(`{"w":${tensor(shape, offsets, type)}}`);

const lying = (length: bigint | number | string, size: number | string): string =>
  `it announces a header of ${length} bytes in a file of ${size} bytes (is it safetensors, and the download complete?).`;
const TOO_DEEP = 'its header is nested too deeply.';
const TWICE = 'its header gives a name twice.';
const NO_JSON = 'its header is not valid JSON.';
const HUGE = '"w" is impossibly large.';
const NO_PLACE = '"w" has no valid place in the file.';
const CUT_OFF = '"w" ends after the end of the file (is the download complete?).';
const noSize = (written: string): string => `the shape of "w" holds "${written}", which is no size.`;

const FILES: readonly Hostile<Uint8Array>[] = [
  ['nothing', () => new Uint8Array(0), 'the file is too short for a safetensors header.'],
  [
    'the page of an error',
    () => new TextEncoder().encode('<!doctype html>'.padEnd(WEIGHTS)),
    lying(8104636974849335612n, WEIGHTS),
  ],
  ['a header of 2^63 bytes', () => headed('{}', 2n ** 63n), lying(2n ** 63n, WEIGHTS + 10)],
  ['a header of -1 bytes', () => headed('{}', 2n ** 64n - 1n), lying(2n ** 64n - 1n, WEIGHTS + 10)],
  ['a header of 100 GB', () => headed('{}', 10n ** 11n), lying(10n ** 11n, WEIGHTS + 10)],
  ['a header of one byte more than the file', () => headed('{}', 2003n), lying(2003, WEIGHTS + 10)],
  ['a header of no bytes', () => headed(''), 'its header is empty.'],
  ['a header that goes on into the weights', () => headed('{}', 100n), NO_JSON],
  [
    '25 MB of blanks and one more',
    () => headed(' '.repeat(25_000_001)),
    'it announces a header of 25000001 bytes; more than 25000000 are not read.',
  ],
  ['25 MB of blanks', () => headed(' '.repeat(25_000_000)), NO_JSON, 1000],
  ['a name of 24 MB that is never closed', () => headed(`{"${'x'.repeat(24_000_000)}`), NO_JSON, 1000],
  ['24 MB of backslashes', () => headed(`{"${'\\'.repeat(24_000_000)}`), NO_JSON, 1000],
  ['20 million lists in each other', () => headed('['.repeat(20_000_000)), TOO_DEEP, 1000],
  ['4 million mappings in each other', () => headed('{"a":'.repeat(4_000_000)), TOO_DEEP, 1000],
  ['one byte for two values', () => one('[2]'), 'the shape of "w" does not match its 1 byte.'],
  ['a list of tensors', () => headed(`[${tensor('[1]')}]`), 'its header is not a mapping.'],
  ['words behind the header', () => headed('{} and more'), NO_JSON],
  ['bytes that are no UTF-8', () => headed('{"w":null}').fill(0xff, 10, 11), '"\ufffd" is not described.'],
  [
    'tensors called __proto__ and constructor',
    () => headed(`{"__proto__":${tensor('[2]', '[0,2]')},"constructor":${tensor('[3]', '[2,5]')}}`),
    'counts 5',
  ],
  ['a type called __proto__', () => one('[2]', '[0,2]', '__proto__'), 'counts 2'],
  [
    'metadata called __proto__',
    () => headed(`{"__metadata__":{"__proto__":"x"},"w":${tensor('[1]')}}`),
    'counts 1',
  ],
  ['a type of one bit that nobody knows', () => one('[8192]', '[0,1024]', 'U1'), 'counts 8192'],
  [
    'one of less than a bit',
    () => one('[8193]', '[0,1024]', 'U1'),
    'the shape of "w" does not match its 1024 bytes.',
  ],
  [
    '2^53 - 1 values of no bytes',
    () => one('[9007199254740991]', '[0,0]', 'X'),
    'the shape of "w" does not match its 0 bytes.',
  ],
  ['a type of 5,000 letters', () => one('[1]', '[0,1]', 'X'.repeat(5000)), 'counts 1'],
  ['a shape of [-2, -2]', () => one('[-2,-2]', '[0,4]'), noSize('-2')],
  ['a shape of [1.5]', () => one('[1.5]'), noSize('1.5')],
  ['a shape of [1e300]', () => one('[1e300]'), noSize('1e+300')],
  ['a shape of [1e999]', () => one('[1e999]'), noSize('Infinity')],
  ['a shape of [null]', () => one('[null]'), noSize('null')],
  ['a shape of 5,000 digits in quotes', () => one(`["${'9'.repeat(5000)}"]`), noSize(`${'9'.repeat(59)}…`)],
  ['a shape that is a mapping', () => one('{"length":1}'), '"w" has no shape.'],
  ['2^80 values', () => one('[1099511627776,1099511627776]'), HUGE],
  ['12 million dimensions', () => one(`[${'1,'.repeat(12_000_000)}1]`), 'counts 1', 5000],
  ['a name given twice', () => headed(`{"w":${tensor('[1]')},"w":${tensor('[1]')}}`), TWICE],
  [
    'a name given twice, once in escapes',
    () => headed(`{"w":${tensor('[1]')},"\\u0077":${tensor('[1]')}}`),
    TWICE,
  ],
  [
    'tensors that overlap',
    () => headed(`{"a":${tensor('[8]', '[0,8]')},"b":${tensor('[8]', '[4,12]')}}`),
    '"a" and "b" overlap.',
  ],
  [
    '300,000 tensors in one byte',
    () => headed(`{${many(300_000, (at) => `"${at}":${tensor('[1]')}`)}}`),
    '"0" and "1" overlap.',
    5000,
  ],
  [
    '300,000 tensors of nothing, each of its own type',
    () => headed(`{${many(300_000, (at) => `"${at}":${tensor('[0]', '[0,0]', `X${at}`)}`)}}`),
    'counts 0',
    8000,
  ],
  ['offsets in reverse', () => one('[1]', '[1,0]'), NO_PLACE],
  ['an offset of -1', () => one('[1]', '[-1,0]'), NO_PLACE],
  ['offsets beyond 2^53', () => one('[1]', '[9007199254740992,9007199254740993]'), NO_PLACE],
  ['weights beyond the file', () => one('[5000]', '[0,5000]'), CUT_OFF],
  [
    'a name of commands to a terminal',
    () => headed(`{${JSON.stringify(`\u001b]0;mine\u0007\u202e\u2028${'w'.repeat(500)}`)}:null}`),
    `" ]0;mine ${'w'.repeat(50)}…" is not described.`,
  ],
];

describe('each hostile safetensors file: what its user sees, and in time', () => {
  test.for(FILES)('%s', async ([, content, sees, most = AT_ONCE]) => {
    const file = content();
    const { result, time } = await timed(most, () => seenOfWeights('safetensors', file));
    expect(result).toBe(sees);
    expect(time).toBeLessThan(most);
  });
});

test('cut off after any byte of its header', async () => {
  const file = safetensorsFile([{ name: 'w', type: 'F32', shape: [100, 100] }]);
  expect(await seenWhereCutOff('safetensors', file, file.length - 40_000)).toEqual([
    'the file is too short for a safetensors header.',
    lying('N', 'M'),
  ]);
});
