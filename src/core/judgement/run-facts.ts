import type { Card } from '../card/card';
import type { EnergyStatement, HoursStatement, Statement } from '../card/statements/statement';
import type { TextRange } from '../card/text-range';
import type { Accelerator } from '../physical/accelerators';
import type { RunFacts } from '../physical/estimate';
import { findQuantities } from '../quantity/quantity';
import { toKilowattHours } from '../quantity/unit';

/** Energy that the card states for its training. */
export interface StatedEnergy {
  readonly kilowattHours: number;
  /** In kWh, for a sentence. */
  readonly printed: string;
  readonly range?: TextRange;
}

/** Keys of `co2_eq_emissions` that hold kilowatt-hours: Sentence Transformers' own, and one that authors invent. */
const ENERGY_KEYS = ['energy_consumed', 'power_consumption'];

/** The energy of the training, from the metadata or else from the text; never 0. */
export function statedEnergy(card: Card): StatedEnergy | undefined {
  for (const key of ENERGY_KEYS) {
    const field = card.emissions?.fields.find((candidate) => candidate.key === key);
    const kilowattHours = field && energyValue(field.value);
    if (kilowattHours !== undefined && field?.valueRange) {
      return { kilowattHours, printed: `${kilowattHours} kWh`, range: field.valueRange };
    }
  }
  const statement = mostCertain(card.statements, isEnergyOfTraining);
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
  const field = card.emissions?.fields.find(
    ({ key }) => key === 'geographical_location' || key === 'geographic_location',
  );
  if (typeof field?.value === 'string' && field.value.trim() !== '') return field.value;
  const statement = card.statements.find((candidate) => candidate.kind === 'place');
  return statement?.kind === 'place' ? statement.text : undefined;
}

/** What the card says of its training run. */
export function runFacts(card: Card): RunFacts {
  const hoursField = card.emissions?.fields.find(({ key }) => key === 'hours_used')?.value;
  const hoursStatement = mostCertain(card.statements, isHoursOfTraining);
  const hours =
    typeof hoursField === 'number' && hoursField > 0 ? hoursField : Number(hoursStatement?.hours ?? 0);
  const hardware = statedHardware(card);
  const place = statedPlace(card);
  const pue = card.statements.find((statement) => statement.kind === 'pue');
  return {
    ...(hours > 0 && {
      hours,
      deviceHours: typeof hoursField !== 'number' && hoursStatement?.deviceHours === true,
    }),
    ...(hardware !== undefined && { hardware }),
    ...(place !== undefined && { place }),
    ...(pue?.kind === 'pue' && { pue: pue.pue }),
  };
}

/** Hardware for a sentence: "8 × A100". */
export function namesOf(accelerators: readonly Accelerator[]): string {
  return accelerators.map(({ count, name }) => (count > 1 ? `${count} × ${name}` : name)).join(', ');
}

function statedHardware(card: Card): string | undefined {
  const field = card.emissions?.fields.find(({ key }) => key === 'hardware_used' || key === 'hardware');
  if (typeof field?.value === 'string' && field.value.trim() !== '') return field.value;
  const statement = card.statements.find((candidate) => candidate.kind === 'hardware');
  return statement?.kind === 'hardware' ? statement.text : undefined;
}

function isEnergyOfTraining(statement: Statement): statement is EnergyStatement {
  return statement.kind === 'energy' && isWhole(statement.scope) && statement.kilowattHours?.gt(0) === true;
}

function isHoursOfTraining(statement: Statement): statement is HoursStatement {
  return statement.kind === 'hours' && isWhole(statement.scope) && statement.hours?.gt(0) === true;
}

function isWhole(scope: HoursStatement['scope']): boolean {
  return scope === 'training' || scope === 'total' || scope === 'unknown';
}

/** The statement of a kind that is surest, the first of equals. */
function mostCertain<T extends Statement>(
  statements: readonly Statement[],
  accepts: (statement: Statement) => statement is T,
): T | undefined {
  return statements
    .filter(accepts)
    .reduce<T | undefined>(
      (best, next) => (best && best.certainty >= next.certainty ? best : next),
      undefined,
    );
}
