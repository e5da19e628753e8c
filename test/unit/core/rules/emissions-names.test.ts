import { describe, expect, test } from 'vitest';
import { meantEntry, meantField } from '../../../../src/core/rules/emissions-names';

describe('keys at the top level', () => {
  test.each([
    ['co2_eq_emission', true],
    ['co2_eq_emmissions', true],
    ['co2-eq-emissions', true],
    ['CO2_eq_emissions', true],
    ['co₂_eq_emissions', true],
    ['co2eq_emissions', true],
    ['co2_emissions', false],
    ['carbon_footprint', false],
  ])('%s is meant for co2_eq_emissions', (key, isSpelling) =>
    expect(meantEntry(key)).toEqual({ meant: 'co2_eq_emissions', isSpelling }),
  );

  test.each([
    'co2_eq_emissions',
    'license',
    'emissions',
    'codecarbon',
    'constructor',
    '__proto__',
    '',
    'co2'.repeat(99),
  ])('%s is not', (key) => expect(meantEntry(key)).toBeUndefined());
});

describe('keys of the entry', () => {
  test.each([
    ['Emissions', 'emissions', true],
    ['emision', 'emissions', true],
    ['hardware used', 'hardware_used', true],
    ['training-type', 'training_type', true],
    ['trainingtype', 'training_type', true],
    ['geographical_locations', 'geographical_location', true],
    ['geographic_location', 'geographical_location', true],
    ['Hours_Used', 'hours_used', true],
    ['hardware', 'hardware_used', false],
    ['location', 'geographical_location', false],
  ])('%s is meant for %s', (key, meant, isSpelling) =>
    expect(meantField(key)).toEqual({ meant, isSpelling }),
  );

  test.each([
    'emissions',
    'cpu_model',
    'gpu_model',
    'score',
    'gpu_count',
    'cpu_count',
    'region',
    'pue',
    'duration',
    'constructor',
    '__proto__',
    'notes',
    '',
  ])('%s is left alone', (key) => expect(meantField(key)).toBeUndefined());
});
