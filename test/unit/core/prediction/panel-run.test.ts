import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { runEstimate } from '../../../../src/core/prediction/panel-run';
import type { WhatIf } from '../../../../src/core/prediction/panel-what-if';

const MEASURED = `---
co2_eq_emissions:
  emissions: 12.84
  energy_consumed: 0.0391
  hours_used: 0.196
  hardware_used: 1 x NVIDIA GeForce RTX 4090
---
`;

describe('the physical estimate in the panel', () => {
  test('takes measured energy before hardware and hours', () => {
    const { estimate, run } = runEstimate(readCard(MEASURED), {});
    expect(estimate?.energyKWh.typical).toBe(0.0391);
    expect(run.fields.map(({ name, text, kind }) => `${name} ${text} ${kind}`)).toEqual([
      'hardware 1 x NVIDIA GeForce RTX 4090 declared',
      'hours 0.196 declared',
      'energy 0.0391 declared',
      'place  missing',
    ]);
  });

  test('falls back to hardware and hours where the energy is emptied', () => {
    const { estimate, run } = runEstimate(readCard(MEASURED), { energy: '' });
    expect(estimate?.accelerators.map(({ name }) => name)).toEqual(['RTX 4090']);
    expect(run.basis.join(' ')).toMatch(/0\.196 hours of .*RTX 4090/);
  });

  test.each<[WhatIf, RegExp]>([
    [{}, /hardware and hours, or the energy/],
    [{ hardware: '8 x A100' }, /Give the hours/],
    [{ hours: '14.5' }, /Give the hardware/],
    [{ hardware: 'a big machine', hours: '3' }, /"a big machine" is not in the table/],
  ])('%j leaves something missing', (whatIf, missing) => {
    expect(runEstimate(readCard('---\nlicense: mit\n---\n'), whatIf).run.missing).toMatch(missing);
  });

  test('takes typed hardware, hours and place', () => {
    const whatIf = { hardware: '8 x A100', hours: '10', place: 'Quebec, Canada' };
    const { estimate } = runEstimate(readCard('---\nlicense: mit\n---\n'), whatIf);
    expect(estimate?.accelerators).toMatchObject([{ count: 8 }]);
    expect(estimate?.intensity.known).toBe(true);
  });

  test.each(['abc', '0', '-4'])('%s hours are refused', (hours) => {
    const { run } = runEstimate(readCard(MEASURED), { hours });
    expect(run.fields.find(({ name }) => name === 'hours')).toMatchObject({
      text: hours,
      problem: 'Type a number above 0.',
    });
  });
});
