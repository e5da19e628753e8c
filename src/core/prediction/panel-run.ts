import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { runFacts, statedEnergy } from '../judgement/run-facts';
import { physicalEstimate, type PhysicalEstimate, type RunFacts } from '../physical/estimate';
import type { PanelField, PanelRun, RunField } from './panel-state';
import type { WhatIf } from './panel-what-if';

function labelOf(name: RunField): { readonly label: string; readonly example: string } {
  switch (name) {
    case 'energy':
      return { label: l10n.t('Energy in kWh'), example: '4.5' };
    case 'hardware':
      return { label: l10n.t('Hardware'), example: '8 x A100' };
    case 'hours':
      return { label: l10n.t('Hours'), example: '14.5' };
    case 'place':
      return { label: l10n.t('Place'), example: 'Quebec, Canada' };
  }
}

const FIELDS = ['hardware', 'hours', 'energy', 'place'] as const;

/** The physical estimate of a training run, from what the card or the author says of it. */
export interface RunEstimate {
  readonly estimate: PhysicalEstimate | undefined;
  readonly run: PanelRun;
}

/** What is known of the run, with typed values in place of the card's, and what physics makes of it. */
export function runEstimate(card: Card, whatIf: WhatIf): RunEstimate {
  const stated = statedRun(card);
  const typed = typedRun(whatIf);
  const facts = combined(stated, typed.facts, whatIf);
  const estimate = physicalEstimate(facts);
  return {
    estimate,
    run: {
      fields: FIELDS.map((name) => runField(name, facts, whatIf, typed.problems[name])),
      basis: estimate?.basis ?? [],
      sources: estimate?.sources ?? [],
      ...(estimate === undefined && { missing: missingFor(facts) }),
    },
  };
}

function statedRun(card: Card): RunFacts {
  const energy = statedEnergy(card);
  const { hours, ...facts } = runFacts(card);
  return {
    ...facts,
    // "2 h 40 min" is 2.667 hours to any reader.
    ...(hours !== undefined && { hours: Number(hours.toPrecision(4)) }),
    ...(energy && { energyKWh: Number(energy.kilowattHours.toPrecision(6)) }),
  };
}

type Problems = Partial<Record<RunField, string>>;

function typedRun({ energy, hours, hardware, place }: WhatIf): { facts: RunFacts; problems: Problems } {
  const problems: Problems = {};
  const amount = (name: 'energy' | 'hours', text: string | undefined): number | undefined => {
    if (text === undefined || text.trim() === '') return undefined;
    const value = Number(text.trim().replace(',', '.'));
    if (value > 0 && Number.isFinite(value)) return value;
    problems[name] = l10n.t('Type a number above 0.');
    return undefined;
  };
  const [energyKWh, typedHours] = [amount('energy', energy), amount('hours', hours)];
  const facts: RunFacts = {
    ...(energyKWh !== undefined && { energyKWh }),
    ...(typedHours !== undefined && { hours: typedHours, deviceHours: false }),
    ...(hardware !== undefined && hardware.trim() !== '' && { hardware }),
    ...(place !== undefined && place.trim() !== '' && { place }),
  };
  return { facts, problems };
}

/** A field that was emptied by hand takes the card's value away. */
function combined(stated: RunFacts, typed: RunFacts, whatIf: WhatIf): RunFacts {
  const emptied = FIELDS.filter((name) => whatIf[name]?.trim() === '').map(factOf);
  const kept = Object.entries(stated).filter(([key]) => !emptied.some((name) => name === key));
  return { ...Object.fromEntries(kept), ...typed };
}

function factOf(name: RunField): 'energyKWh' | 'hardware' | 'hours' | 'place' {
  return name === 'energy' ? 'energyKWh' : name;
}

function runField(name: RunField, facts: RunFacts, whatIf: WhatIf, problem: string | undefined): PanelField {
  const value = facts[factOf(name)];
  const typed = whatIf[name];
  return {
    name,
    ...labelOf(name),
    text: problem === undefined ? String(value ?? '') : (typed ?? ''),
    kind: value === undefined ? 'missing' : typed === undefined ? 'declared' : 'assumed',
    origin:
      value === undefined
        ? l10n.t('not found')
        : typed === undefined
          ? l10n.t('from the card')
          : l10n.t('from {0}', l10n.t('what you typed here')),
    changed: typed !== undefined,
    ...(name === 'energy' &&
      facts.energyKWh !== undefined && { note: l10n.t('Hardware and hours are not needed then.') }),
    ...(name === 'hours' && facts.deviceHours === true && { note: l10n.t('Summed over the devices.') }),
    ...(problem !== undefined && { problem }),
  };
}

function missingFor({ hours, hardware }: RunFacts): string {
  if (hardware !== undefined && hours !== undefined) {
    return l10n.t(
      'The hardware "{0}" is not in the table of accelerators. Give its energy in kWh instead.',
      hardware,
    );
  }
  if (hardware !== undefined) {
    return l10n.t('Give the hours that training took for a second opinion from physics.');
  }
  if (hours !== undefined) {
    return l10n.t('Give the hardware of the training for a second opinion from physics.');
  }
  return l10n.t('Give hardware and hours, or the energy, for a second opinion from physics.');
}
