import * as l10n from '@vscode/l10n';
import type { ByteSource } from './byte-source';
import { HeaderError } from './header-error';

const WINDOW = 262_144;

/**
 * Reads a GGUF file from front to back through a small window, so that memory stays bounded however long the
 * vocabulary in the header is. Throws {@link HeaderError} at the end of the file.
 */
export class GgufCursor {
  position = 0;
  littleEndian = true;
  /** Version 1 counts in 32 bits, later ones in 64. */
  wideCounts = true;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #start = 0;

  constructor(readonly source: ByteSource) {}

  async uint32(): Promise<number> {
    if (!this.holds(4)) await this.load(4);
    const value = this.#view.getUint32(this.position - this.#start, this.littleEndian);
    this.position += 4;
    return value;
  }

  /** A count or size. One beyond 2⁵³ is refused: no file is that large. */
  async count(): Promise<number> {
    if (!this.wideCounts) return this.uint32();
    if (!this.holds(8)) await this.load(8);
    const value = this.#view.getBigUint64(this.position - this.#start, this.littleEndian);
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new HeaderError(l10n.t('its header holds an impossible count ({0})', String(value)));
    this.position += 8;
    return Number(value);
  }

  /** A string that stays in memory: names and a few settings. */
  async text(limit: number): Promise<string> {
    const length = await this.count();
    if (length > limit)
      throw new HeaderError(
        l10n.t('a name in its header is {0} bytes long; more than {1} are not read', length, limit),
      );
    this.demand(length);
    const value = await this.source.readText(this.position, length);
    this.position += length;
    return value;
  }

  skip(bytes: number): void {
    this.demand(bytes);
    this.position += bytes;
  }

  /** Skips strings one by one: each begins with its own length. */
  async skipTexts(count: number): Promise<void> {
    for (let i = 0; i < count; i++) this.skip(await this.count());
  }

  private holds(bytes: number): boolean {
    const end = this.position + bytes - this.#start;
    return this.position >= this.#start && end <= this.#view.byteLength;
  }

  private async load(bytes: number): Promise<void> {
    this.demand(bytes);
    const length = Math.min(WINDOW, this.source.size - this.position);
    const chunk = await this.source.read(this.position, length);
    this.#view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#start = this.position;
  }

  private demand(bytes: number): void {
    if (this.position + bytes > this.source.size) {
      throw new HeaderError(l10n.t('the file ends within its header (is the download complete?)'));
    }
  }
}
