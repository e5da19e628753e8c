import type { Random } from './random';

const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff] as const;

/** Bytes changed in one to some places; what counts lengths and offsets stands mostly at the beginning or the end. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = Uint8Array.from(bytes);
  const rounds = random.chance(0.5) ? 1 : 1 + random.below(8);
  for (let round = 0; round < rounds; round += 1) mutated = changed(mutated, random);
  return mutated;
}

function changed(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = place(bytes.length, random);
  switch (random.below(6)) {
    case 0:
      bytes[at] = random.below(256);
      return bytes;
    case 1:
      bytes[at] = random.pick(EDGES);
      return bytes;
    case 2:
      bytes.fill(random.pick(EDGES), at, at + 1 + random.below(8));
      return bytes;
    case 3:
      return bytes.slice(0, at);
    case 4: {
      const length = 1 + random.below(16);
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    }
    default: {
      const some = bytes.subarray(at, at + 1 + random.below(16));
      return Uint8Array.from([...bytes.subarray(0, at), ...some, ...bytes.subarray(at)]);
    }
  }
}

function place(length: number, random: Random): number {
  const near = Math.min(length, 64);
  if (random.chance(0.3)) return random.below(near);
  return random.chance(0.3) ? length - 1 - random.below(near) : random.below(length);
}
