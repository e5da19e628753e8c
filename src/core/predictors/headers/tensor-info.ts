import * as l10n from '@vscode/l10n';
import { excerpt } from '../../card/excerpt';
import { HeaderError } from './header-error';

/** One tensor as a header describes it. */
export interface TensorInfo {
  readonly name: string;
  /** As the format names it: `BF16`, `Q4_K`. */
  readonly type: string;
  /** Number of values, which is the product of the shape (1 for a scalar). */
  readonly elements: number;
  /** First byte within the file's data, and the byte after the last. */
  readonly begin: number;
  readonly end: number;
}

/** The product of a shape. Throws {@link HeaderError} for sizes that are no counts, or beyond 2⁵³. */
export function elementsOf(name: string, shape: readonly unknown[]): number {
  let elements = 1;
  for (const size of shape) {
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
      throw new HeaderError(
        l10n.t('the shape of {0} holds {1}, which is no size', quote(name), quote(String(size))),
      );
    }
    elements *= size;
    if (elements > Number.MAX_SAFE_INTEGER)
      throw new HeaderError(l10n.t('{0} is impossibly large', quote(name)));
  }
  return elements;
}

/** Throws {@link HeaderError} unless every tensor lies within `dataBytes` and no two share a byte. */
export function checkLayout(tensors: readonly TensorInfo[], dataBytes: number): void {
  const ordered = tensors.filter(({ begin, end }) => end > begin).sort((a, b) => a.begin - b.begin);
  let free = 0;
  let before = '';
  for (const { name, begin, end } of ordered) {
    if (end > dataBytes) {
      throw new HeaderError(
        l10n.t('{0} ends after the end of the file (is the download complete?)', quote(name)),
      );
    }
    if (begin < free) throw new HeaderError(l10n.t('{0} and {1} overlap', quote(before), quote(name)));
    free = end;
    before = name;
  }
}

/** A name from a file, fit for a message: short and in quotes. */
export function quote(text: string): string {
  return `"${excerpt(text, 60)}"`;
}
