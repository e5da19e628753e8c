import type Big from 'big.js';
import type { Accelerator } from '../../physical/accelerators';
import type { QuantityReading } from '../../quantity/quantity';
import type { EnergyUnit, PowerUnit, TimeUnit } from '../../quantity/unit';
import type { TextRange } from '../text-range';

/**
 * What an amount is about. `total` is said to cover everything, `training` names training (or fine-tuning), `part` is
 * one phase or row of several (an epoch, the evaluation), `per-run` one of several runs, `inference` the use of the model.
 */
export type Scope = 'training' | 'total' | 'part' | 'per-run' | 'inference' | 'unknown';

interface StatementBase {
  /** What to underline and quote: the amount with its unit, and the label where the unit stands in the label. */
  readonly range: TextRange;
  /** The card's text at `range` without emphasis, for messages; "label: number" for a cell whose unit is in its column's head. */
  readonly quote: string;
  /** The words that name the amount: the list item's label, the table's row and column heads, or the sentence. */
  readonly label: string;
  /** From 0 to 1: how sure it is that this is what `kind` says, about this model. */
  readonly certainty: number;
}

/** An amount of CO₂ equivalents. `quantity.unit` is undefined for a bare number under a CO₂ label. */
export interface EmissionsStatement extends StatementBase {
  readonly kind: 'emissions';
  readonly quantity: QuantityReading;
  readonly scope: Scope;
  /** Whether the words around it say that it is about the training of this model. */
  readonly isAttributed: boolean;
}

/** An amount of energy. */
export interface EnergyStatement extends StatementBase {
  readonly kind: 'energy';
  readonly quantity: QuantityReading<EnergyUnit>;
  /** Undefined for a bare number, a range or a bound. */
  readonly kilowattHours: Big | undefined;
  readonly scope: Scope;
}

/** A duration of computing. */
export interface HoursStatement extends StatementBase {
  readonly kind: 'hours';
  readonly quantity: QuantityReading<TimeUnit>;
  /** Undefined for a range or a bound. */
  readonly hours: Big | undefined;
  /** Whether the hours are summed over devices ("406 GPU hours"). */
  readonly deviceHours: boolean;
  /** The accelerators that the same sentence names; empty where it names none. */
  readonly devices: readonly Accelerator[];
  readonly scope: Scope;
}

/** The machine, as written: "NVIDIA A100-SXM4-40GB", "8 x A100", "NVIDIA V100 (7 GPUs)". */
export interface HardwareStatement extends StatementBase {
  readonly kind: 'hardware';
  readonly text: string;
}

/** Power drawn or rated ("TDP of 300W"). */
export interface PowerStatement extends StatementBase {
  readonly kind: 'power';
  readonly quantity: QuantityReading<PowerUnit>;
  /** Undefined for a range or a bound. */
  readonly watts: Big | undefined;
}

/** Carbon intensity of electricity. */
export interface IntensityStatement extends StatementBase {
  readonly kind: 'intensity';
  /** Undefined for a range, a bound or a missing unit. */
  readonly gramsPerKilowattHour: Big | undefined;
}

/** Power usage effectiveness of the data centre. */
export interface PueStatement extends StatementBase {
  readonly kind: 'pue';
  readonly pue: number;
}

/** Where the computing ran: "Singapore", "us-central1". */
export interface PlaceStatement extends StatementBase {
  readonly kind: 'place';
  readonly text: string;
}

export type Statement =
  | EmissionsStatement
  | EnergyStatement
  | HoursStatement
  | HardwareStatement
  | PowerStatement
  | IntensityStatement
  | PueStatement
  | PlaceStatement;
