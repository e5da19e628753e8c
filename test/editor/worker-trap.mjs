// Loaded into a worker before its own code: notes in a file what the worker starts, opens and connects to.
import { appendFileSync } from 'node:fs';
import { trapAccess } from './access-trap.mjs';

const { MODEL_CARD_CO2_NOTES: notes } = process.env;
let isNoting = false;

trapAccess((kind, what) => {
  // Writing the note opens a file as well.
  if (isNoting) return;
  isNoting = true;
  appendFileSync(notes, `${JSON.stringify([kind, what])}\n`);
  isNoting = false;
});
