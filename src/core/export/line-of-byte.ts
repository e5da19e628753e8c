import type { ExportFile } from './record-sink';

/** The 1-based line in which a byte stands. Reads the file again: lines are counted only when a message needs one. */
export async function lineOfByte(file: ExportFile, position: number): Promise<number> {
  const source = await file.open();
  const chunk = file.native.allocate(1 << 16);
  let line = 1;
  let left = position;
  try {
    while (left > 0) {
      const count = await source.read(chunk.subarray(0, Math.min(left, chunk.length)));
      if (count === 0) break;
      for (let at = chunk.indexOf(10); at >= 0 && at < count; at = chunk.indexOf(10, at + 1)) line++;
      left -= count;
    }
  } finally {
    await source.close();
  }
  return line;
}
