import type Big from 'big.js';
import type { QuantityReading } from './quantity';

export declare function printDecimal(value: Big): string;
export declare function equalUpToPrintedDigits(a: QuantityReading, b: QuantityReading): boolean;
