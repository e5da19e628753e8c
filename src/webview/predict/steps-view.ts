import * as l10n from '@vscode/l10n';
import type { PanelStep, PanelSteps } from '../../core/prediction/panel-state';
import { axisLabels, bar, drawing } from './amounts-view';
import { element, section, type View } from '../element';

const BAR_HEIGHT = 20;

/** How the prediction comes about: a waterfall of factors. */
export function stepsView(): View<PanelSteps> {
  const body = element('tbody');
  const axisCell = element('td', { class: 'bar-cell', 'aria-hidden': 'true' });
  const table = element(
    'table',
    { class: 'steps' },
    headRow(),
    body,
    element('tfoot', {}, element('tr', { 'aria-hidden': 'true' }, element('td', { colspan: 3 }), axisCell)),
  );
  const intro = element(
    'p',
    { class: 'quiet' },
    l10n.t('Each term multiplies what stands above it, in grams of CO₂eq.'),
  );
  return {
    element: section('steps', l10n.t('What the prediction is made of'), intro, table),
    update({ axis, steps }) {
      body.replaceChildren(
        ...steps.map((step) => {
          const svg = drawing(BAR_HEIGHT, axis);
          svg.append(bar(axis, step.from, step.to, 5, BAR_HEIGHT - 10));
          return stepRow(step, svg);
        }),
      );
      axisCell.replaceChildren(axisLabels(axis));
    },
  };
}

function headRow(): HTMLElement {
  const heads = [l10n.t('Term'), l10n.t('This card'), l10n.t('Factor')].map((text) =>
    element('th', { scope: 'col' }, text),
  );
  return element(
    'thead',
    {},
    element('tr', {}, ...heads, element('td', { class: 'bar-cell', 'aria-hidden': 'true' })),
  );
}

function stepRow(step: PanelStep, svg: SVGElement): HTMLElement {
  const direction = step.to > step.from ? 'more' : step.to < step.from ? 'less' : 'same';
  return element(
    'tr',
    { class: direction },
    element('th', { scope: 'row' }, step.label),
    element('td', {}, step.value),
    element('td', { class: 'number' }, step.factor),
    element('td', { class: 'bar-cell', 'aria-hidden': 'true' }, svg),
  );
}
