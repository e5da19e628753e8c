import type { Card } from '../card/card';
import type { EnergyStatement, HoursStatement, Statement } from '../card/statements/statement';
import type { TextRange } from '../card/text-range';
import type { EmissionsField } from '../card/emissions-entry';
import { type Accelerator, accelerators, mayBeSame } from '../physical/accelerators';
import type { RunFacts } from '../physical/estimate';
import { findQuantities } from '../quantity/quantity';
import { toHours, toKilowattHours } from '../quantity/unit';
import { writingLibrary } from './evidence/written-by-library';

/** Energy that the card states for its training. */
export interface StatedEnergy {
  readonly kilowattHours: number;
  /** In kWh, for a sentence. */
  readonly printed: string;
  /** Where the card states it. */
  readonly range: TextRange;
}

/** Keys of `co2_eq_emissions` that hold kilowatt-hours: Sentence Transformers' own, and one that authors invent. */
const ENERGY_KEYS = ['energy_consumed', 'power_consumption'];
/** The documented keys, and what authors write for them. */
const PLACE_KEYS = ['geographical_location', 'geographic_location'];
const HARDWARE_KEYS = ['hardware_used', 'hardware'];
const HOURS_KEYS = ['hours_used'];
/** With a unit behind the number. */
const TIME_KEYS = ['training_time', 'hours_used'];

/** The energy of the training, from the metadata or else from the text; never 0. */
export function statedEnergy(card: Card): StatedEnergy | undefined {
  for (const key of ENERGY_KEYS) {
    const field = card.emissions?.fields.find((candidate) => candidate.key === key);
    const kilowattHours = field && energyValue(field.value);
    if (kilowattHours !== undefined && field?.valueRange) {
      return { kilowattHours, printed: `${kilowattHours} kWh`, range: field.valueRange };
    }
  }
  const statement = mostCertain(
    card.statements,
    (candidate): candidate is EnergyStatement =>
      isEnergyOfTraining(candidate) && isOfThisTraining(card, candidate),
  );
  const kilowattHours = Number(statement?.kilowattHours ?? 0);
  if (statement === undefined || kilowattHours <= 0) return undefined;
  return { kilowattHours, printed: `${kilowattHours} kWh`, range: statement.range };
}

function energyValue(value: unknown): number | undefined {
  if (typeof value === 'number') return value > 0 && Number.isFinite(value) ? value : undefined;
  const reading = typeof value === 'string' ? findQuantities(value, 'energy')[0] : undefined;
  if (reading?.unit === undefined || reading.upper !== undefined) return undefined;
  const kilowattHours = Number(toKilowattHours(reading.amount, reading.unit));
  return kilowattHours > 0 ? kilowattHours : undefined;
}

/** Where the training ran, from the metadata or else from the text. */
export function statedPlace(card: Card): string | undefined {
  const field = textField(card, PLACE_KEYS);
  return field ?? mostCertain(card.statements, (statement) => statement.kind === 'place')?.text;
}

/** What the card says of its training run. */
export function runFacts(card: Card): RunFacts {
  const hardware = statedHardware(card);
  const hours = statedHours(card, hardware);
  const place = statedPlace(card);
  const pue = mostCertain(card.statements, (statement) => statement.kind === 'pue')?.pue;
  return {
    ...hours,
    ...(hardware !== undefined && { hardware }),
    ...(place !== undefined && { place }),
    ...(pue !== undefined && { pue }),
  };
}

function statedHours(card: Card, hardware: string | undefined): Pick<RunFacts, 'hours' | 'deviceHours'> {
  const used = fieldOf(card, HOURS_KEYS)?.value;
  if (typeof used === 'number' && used > 0) return { hours: used, deviceHours: false };
  const time = findQuantities(textField(card, TIME_KEYS) ?? '', 'time')[0];
  if (time?.unit !== undefined && time.upper === undefined && time.amount.gt(0)) {
    return { hours: Number(toHours(time.amount, time.unit)), deviceHours: false };
  }
  const declared = accelerators(hardware ?? '');
  const statement = mostCertain(
    card.statements,
    (candidate): candidate is HoursStatement =>
      isHoursOfTraining(candidate) && isOfThisTraining(card, candidate) && isOn(declared, candidate),
  );
  return statement === undefined
    ? {}
    : { hours: Number(statement.hours), deviceHours: statement.deviceHours };
}

/** Hardware for a sentence: "8 × A100". */
export function namesOf(devices: readonly Accelerator[]): string {
  return devices.map(({ count, name }) => (count > 1 ? `${count} × ${name}` : name)).join(', ');
}

/** A run for a sentence: "36" hours of "8 × A100", or "1200" device hours of "A100". */
export function runInFigures(
  { deviceHours, hours = 0 }: RunFacts,
  devices: readonly Accelerator[],
): { hours: number; devices: string } {
  const names = deviceHours === true ? devices.map(({ name }) => name).join(', ') : namesOf(devices);
  return { hours, devices: names };
}

/** A machine that the tables know, in the metadata or else in the text: "Google Colab" is none. */
function statedHardware(card: Card): string | undefined {
  const field = textField(card, HARDWARE_KEYS);
  if (field !== undefined && accelerators(field).length > 0) return field;
  return mostCertain(card.statements, (statement) => statement.kind === 'hardware')?.text ?? field;
}

function fieldOf(card: Card, keys: readonly string[]): EmissionsField | undefined {
  return card.emissions?.fields.find(({ key }) => keys.includes(key));
}

function textField(card: Card, keys: readonly string[]): string | undefined {
  const value = fieldOf(card, keys)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isEnergyOfTraining(statement: Statement): statement is EnergyStatement {
  return statement.kind === 'energy' && isWhole(statement.scope) && statement.kilowattHours?.gt(0) === true;
}

function isHoursOfTraining(statement: Statement): statement is HoursStatement {
  return statement.kind === 'hours' && isWhole(statement.scope) && statement.hours?.gt(0) === true;
}

/** The pre-training that a fine-tuned model speaks of is that of its base model. */
function isOfThisTraining(card: Card, { label }: EnergyStatement | HoursStatement): boolean {
  return !/pre-?train/i.test(label) || /fine-?tun/i.test(label) || !isFineTuned(card);
}

function isFineTuned(card: Card): boolean {
  const type = textField(card, ['training_type']);
  if (type !== undefined) return /fine/i.test(type);
  return card.metadata?.values['base_model'] !== undefined || writingLibrary(card) !== undefined;
}

/** Whether hours may have run on this hardware: "3.3M GPU hours on hardware of type A100" are none of a T4. */
function isOn(hardware: readonly Accelerator[], { devices }: HoursStatement): boolean {
  if (hardware.length === 0 || devices.length === 0) return true;
  return devices.some((device) => hardware.some((other) => mayBeSame(device, other)));
}

function isWhole(scope: HoursStatement['scope']): boolean {
  return scope === 'training' || scope === 'total' || scope === 'unknown';
}

/** Less than this is as likely about something else: a comparison, another model, the output of a command. */
const LIKELY = 0.5;

/** The statement of a kind that is surest, the first of equals. */
function mostCertain<T extends Statement>(
  statements: readonly Statement[],
  accepts: (statement: Statement) => statement is T,
): T | undefined {
  return statements
    .filter(accepts)
    .filter(({ certainty }) => certainty >= LIKELY)
    .reduce<T | undefined>(
      (best, next) => (best && best.certainty >= next.certainty ? best : next),
      undefined,
    );
}
