import { readCard } from '../../src/core/card/card';
import { paperModel } from '../../src/core/glm/paper-model';
import { judgeUnit } from '../../src/core/judgement/judgement';
import { panelCard } from '../../src/core/prediction/panel-card';
import { panelComparison } from '../../src/core/prediction/panel-comparison';
import { panelModel } from '../../src/core/prediction/panel-model';
import type { PanelState } from '../../src/core/prediction/panel-state';
import type { WhatIf } from '../../src/core/prediction/panel-what-if';
import { predictFrom } from '../../src/core/prediction/predict-card';
import { modelOfRefit } from '../../src/core/refit/model-of-refit';
import { compareCard, compareModels } from '../../src/core/refit/panel-comparison';
import type { RefitPanelState } from '../../src/core/refit/panel-protocol';
import { reportPlots } from '../../src/core/refit/report/plots';
import { reportBody } from '../../src/core/refit/report/report';
import type { WorkspaceState } from '../../src/core/workspace/panel-protocol';
import { workspaceState } from '../../src/core/workspace/workspace-state';
import { refit } from '../../src/node/export/refit-export';
import { LARGE, predictorsOf, SMALL } from '../unit/core/prediction/sample-predictors';
import { cardWith, tabled } from '../unit/core/workspace/checked-cards';
import { fileWith, smallExport, toCsv } from '../unit/node/export/small-export';

/** A card whose kilograms are taken for grams, with a run that physics can judge. */
export const KILOGRAMS = `---
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  hardware_used: 1 x NVIDIA A10G
  hours_used: 14.5
---
Training emitted 1.71 kg of CO2eq.
`;

/** Everything that the page of a prediction can show at once. */
export function predictState(whatIf: WhatIf = {}, settings = LARGE): PanelState {
  const card = readCard(KILOGRAMS);
  const gathered = predictorsOf(KILOGRAMS, settings);
  const { prediction } = predictFrom(paperModel, gathered);
  const scaled = { ...paperModel, title: 'Refit', scale: 2, terms: paperModel.terms.slice(0, 4) };
  return {
    card: panelCard({
      card,
      name: 'README.md',
      model: paperModel,
      gathered,
      whatIf,
      judgement: judgeUnit(card, {}),
      hasFolder: true,
      editable: true,
    }).card,
    model: panelModel({ model: paperModel }),
    comparison: panelComparison(
      { model: paperModel, prediction },
      { model: scaled, prediction: predictFrom(scaled, gathered).prediction },
    ),
  };
}

/** A card whose size is not known, with values typed that cannot be read. */
export function unpredictedState(): PanelState {
  return predictState({ parameters: 'many', commits: '-1', hours: 'long', energy: '' }, { likes: 3 });
}

/** The table of a workspace with cards of every kind. */
export function tableState(): WorkspaceState {
  const cards = [
    tabled('good/README.md', cardWith('1710')),
    tabled('kilograms/README.md', cardWith('1.71', 'CodeCarbon measured 1.71 kg CO2eq.')),
    tabled('unit/README.md', cardWith('"1.2 kg"')),
    tabled('none/README.md', '---\nlicense: apache\nco2_eq_emissions: -1\n---\n'),
    tabled('large/README.md', 'x'.repeat(30_000_000)),
  ];
  return workspaceState(cards, { datasets: 1, spaces: 2, plain: 3, files: 20, seen: 11, most: 20 });
}

/** The page of a refit, and the body of its report, which the page loads by itself. */
export async function refitState(): Promise<{ state: RefitPanelState; report: string }> {
  const file = fileWith('hub.csv', toCsv(smallExport(120)));
  const { source, refit: result } = await refit([file], {
    hash: true,
    quantilePlots: true,
    validation: true,
  });
  const date = new Date('2026-01-02T03:04:05Z');
  const model = modelOfRefit(source, result, date);
  const gathered = predictorsOf(KILOGRAMS, SMALL);
  const [old, fresh] = [paperModel, model].map((one) => predictFrom(one, gathered).prediction);
  return {
    state: {
      title: model.title,
      report: '/report',
      decision: { kind: 'open' },
      models: compareModels(paperModel, model),
      cards: { rows: [compareCard('README.md', 1710, old, fresh)], note: '' },
    },
    report: reportBody({ source, refit: result, plots: reportPlots(result), date }),
  };
}
