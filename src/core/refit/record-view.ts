import { isNestedDeeper } from '../json/json-shape';
import { parseInstant } from './instant-text';
import { parseCount } from './number-text';
import { MOST_LEVELS } from './record-depth';

/** What a cell can be once its format's own types are read; dates come as ISO text. */
export type CellValue = string | number | null;

/** "12.5 g of CO2": the number, and " g of CO2". The words do not begin with what could belong to the number. */
export interface NumberAndWords {
  readonly number: number;
  readonly words: string;
}

/**
 * One record of an export, as cleaning reads it. Fields go by their slot (see `fields.ts`). Each way of asking lets
 * a reader answer from what it has, bytes or values, without making anything that cleaning does not need.
 */
export interface RecordView {
  value(slot: number): CellValue;
  /** The same, but a cell that begins with a number may come as that number, or as the number and the words after it. */
  amount(slot: number): CellValue | NumberAndWords;
  /** The same, for cells of which few differ. */
  category(slot: number): CellValue;
  /** A count of things, NaN where missing; the rules are those of `parseCount`. */
  count(slot: number): number;
  /** Milliseconds since 1970, NaN where missing; the rules are those of `parseInstant`. */
  instant(slot: number): number;
}

/** A record whose cells are JavaScript values: what JSON and Parquet give. */
export abstract class ValueRecord implements RecordView {
  /** The raw cell: string, number, bigint, boolean, Date, object, null or undefined. */
  protected abstract cell(slot: number): unknown;

  value(slot: number): CellValue {
    return cellValue(this.cell(slot));
  }

  amount(slot: number): CellValue {
    return this.value(slot);
  }

  category(slot: number): CellValue {
    return this.value(slot);
  }

  count(slot: number): number {
    return parseCount(cellValue(this.cell(slot)));
  }

  instant(slot: number): number {
    const cell = this.cell(slot);
    if (cell instanceof Date) return cell.getTime();
    return typeof cell === 'string' ? parseInstant(cell) : NaN;
  }
}

/** What cleaning makes of a JavaScript value. */
export function cellValue(cell: unknown): CellValue {
  switch (typeof cell) {
    case 'string':
    case 'number':
      return cell;
    case 'bigint':
      return Number(cell);
    case 'object':
      return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString() : emissionsOf(cell);
    default:
      return null;
  }
}

/** The Hub's mapping form, `{emissions: 1.2, source: …}`, stands for its number. */
function emissionsOf(cell: object | null): CellValue {
  if (cell === null || !('emissions' in cell)) return null;
  return typeof cell.emissions === 'object' ? null : cellValue(cell.emissions);
}

/**
 * Follows a path into nested values. A string on the way is read as JSON, which is how CSV and some Parquet exports
 * carry `cardData`.
 *
 * @returns undefined where the path leads nowhere
 */
export function descend(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at === 'string') at = at.includes(key) ? parsedObject(at) : undefined;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** Undefined where it is no JSON, and where no one can have meant it. */
function parsedObject(text: string): unknown {
  if (isNestedDeeper(text, MOST_LEVELS)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
