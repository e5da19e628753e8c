import * as l10n from '@vscode/l10n';
import type { ByteSource } from './byte-source';
import { GgufCursor } from './gguf-cursor';
import { ggufTypes } from './gguf-types';
import { HeaderError } from './header-error';
import { checkLayout, elementsOf, quote, type TensorInfo } from './tensor-info';

const MAGIC = 0x46554747; // "GGUF", read as a little-endian number
const NAME_LIMIT = 65_535;
/** Far above any real model, far below what would keep a reader busy. */
const TENSOR_LIMIT = 100_000;
const SETTING_LIMIT = 100_000;
const ELEMENT_LIMIT = 5_000_000;
const NESTING_LIMIT = 3;
const DIMENSION_LIMIT = 8;

/** Bytes of a metadata value by its type number; strings (8) and arrays (9) have no fixed size. */
const VALUE_BYTES: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];
const UINT32 = 4;
const STRING = 8;
const ARRAY = 9;

/** What the header of a GGUF file says. */
export interface GgufHeader {
  readonly tensors: readonly TensorInfo[];
  /** `general.type`: "model", "adapter", "mmproj" (a vision projector beside the model). */
  readonly type?: string;
}

interface Settings {
  alignment: number;
  type?: string;
}

/**
 * The tensors of a GGUF file, from its header alone (specification: ggml's docs/gguf.md, versions 1 to 3, both
 * byte orders). Throws {@link HeaderError}.
 */
export async function readGguf(source: ByteSource): Promise<GgufHeader> {
  const cursor = new GgufCursor(source);
  if ((await cursor.uint32()) !== MAGIC)
    throw new HeaderError(l10n.t('it does not begin as a GGUF file does'));
  await readVersion(cursor);
  const tensorCount = await cursor.count();
  if (tensorCount > TENSOR_LIMIT)
    throw new HeaderError(l10n.t('its header announces {0} tensors; no model has that many', tensorCount));
  const settings = await readSettings(cursor);
  const described: Description[] = [];
  for (let i = 0; i < tensorCount; i++) described.push(await readDescription(cursor));
  const dataStart = Math.ceil(cursor.position / settings.alignment) * settings.alignment;
  const tensors = described.map(place);
  checkLayout(tensors, Math.max(0, source.size - dataStart));
  checkNames(tensors);
  return { tensors, ...(settings.type !== undefined && { type: settings.type }) };
}

async function readVersion(cursor: GgufCursor): Promise<void> {
  let version = await cursor.uint32();
  // A big-endian file gives its small version number in the upper bytes.
  if ((version & 0xffff) === 0 && version !== 0) {
    cursor.littleEndian = false;
    cursor.position -= 4;
    version = await cursor.uint32();
  }
  if (version < 1 || version > 3) throw new HeaderError(l10n.t('GGUF version {0} is not known', version));
  cursor.wideCounts = version > 1;
}

async function readSettings(cursor: GgufCursor): Promise<Settings> {
  const count = await cursor.count();
  if (count > SETTING_LIMIT)
    throw new HeaderError(l10n.t('its header announces {0} settings; no model has that many', count));
  const settings: Settings = { alignment: 32 };
  const budget = { elements: ELEMENT_LIMIT };
  for (let i = 0; i < count; i++) {
    const key = await cursor.text(NAME_LIMIT);
    const type = await cursor.uint32();
    if (key === 'general.type' && type === STRING) settings.type = await cursor.text(NAME_LIMIT);
    else if (key === 'general.alignment' && type === UINT32) settings.alignment = await cursor.uint32();
    else await skipValue(cursor, type, budget, 0);
  }
  if (settings.alignment === 0) throw new HeaderError(l10n.t('its alignment is 0'));
  return settings;
}

async function skipValue(
  cursor: GgufCursor,
  type: number,
  budget: { elements: number },
  nesting: number,
): Promise<void> {
  const bytes = VALUE_BYTES[type];
  if (bytes !== undefined) cursor.skip(bytes);
  else if (type === STRING) cursor.skip(await cursor.count());
  else if (type === ARRAY) await skipArray(cursor, budget, nesting + 1);
  else throw new HeaderError(l10n.t('its header holds a value of unknown type {0}', type));
}

async function skipArray(cursor: GgufCursor, budget: { elements: number }, nesting: number): Promise<void> {
  const type = await cursor.uint32();
  const count = await cursor.count();
  const bytes = VALUE_BYTES[type];
  if (bytes !== undefined) {
    cursor.skip(count * bytes);
    return;
  }
  budget.elements -= count;
  if (nesting > NESTING_LIMIT) throw new HeaderError(l10n.t('lists in its header are nested too deeply'));
  if (budget.elements < 0) throw new HeaderError(l10n.t('a list in its header is too long'));
  if (type === STRING) await cursor.skipTexts(count);
  else for (let i = 0; i < count; i++) await skipValue(cursor, type, budget, nesting);
}

interface Description {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly offset: number;
}

async function readDescription(cursor: GgufCursor): Promise<Description> {
  const name = await cursor.text(NAME_LIMIT);
  const dimensions = await cursor.uint32();
  if (dimensions > DIMENSION_LIMIT)
    throw new HeaderError(
      l10n.t('{0} has {1} dimensions; more than {2} are not known', quote(name), dimensions, DIMENSION_LIMIT),
    );
  const shape: number[] = [];
  for (let i = 0; i < dimensions; i++) shape.push(await cursor.count());
  const type = await cursor.uint32();
  // Offsets have 64 bits in every version.
  const wideCounts = cursor.wideCounts;
  cursor.wideCounts = true;
  const offset = await cursor.count();
  cursor.wideCounts = wideCounts;
  return { name, shape, type, offset };
}

/** Types newer than this table are taken to need at least one bit a value. */
function place({ name, shape, type, offset }: Description): TensorInfo {
  const elements = elementsOf(name, shape);
  const known = ggufTypes.get(type);
  const bytes = known ? Math.ceil(elements / known.block) * known.bytes : Math.ceil(elements / 8);
  return { name, type: known?.name ?? `type ${type}`, elements, begin: offset, end: offset + bytes };
}

function checkNames(tensors: readonly TensorInfo[]): void {
  if (new Set(tensors.map(({ name }) => name)).size < tensors.length) {
    throw new HeaderError(l10n.t('its header gives a name twice'));
  }
}
