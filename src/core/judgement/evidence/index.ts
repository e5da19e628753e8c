import type { Evidence, Subject } from './evidence';
import { codecarbonFile } from './codecarbon-file';
import { energy } from './energy';
import { hardwareHours } from './hardware-hours';
import { kilogramSource } from './kilogram-source';
import { prediction } from './prediction';
import { runLength } from './run-length';
import { statedUnit } from './stated-unit';
import { textAmount } from './text-amount';
import { unitInWords } from './unit-in-words';
import { writtenByLibrary } from './written-by-library';

/** Everything that speaks about the unit of a declared number. One file each; the order does not matter. */
export const evidenceTable: readonly ((subject: Subject) => readonly Evidence[])[] = [
  textAmount,
  statedUnit,
  unitInWords,
  writtenByLibrary,
  kilogramSource,
  codecarbonFile,
  energy,
  hardwareHours,
  runLength,
  prediction,
];
