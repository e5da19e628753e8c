import * as l10n from '@vscode/l10n';
import { type Severity, SEVERITIES } from '../../core/rules/rule';
import type { RowFinding, WorkspaceRow } from '../../core/workspace/workspace-row';
import { button, element } from '../element';
import type { Send } from './send';

/** Findings of one card that are listed; the rest is counted, and seen in the card. */
const LISTED_FINDINGS = 3;

/** What a screen reader and a hover call the severities. */
function nameOf(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'information':
      return l10n.t('Info');
    case 'hint':
      return l10n.t('Hint');
  }
}

interface RowOptions {
  readonly send: Send;
  /** Whether Tab reaches the row. */
  readonly isReached: boolean;
}

/**
 * One card of the table; a click anywhere in it opens the card.
 *
 * @param at the row's place in the state
 */
export function cardRow(row: WorkspaceRow, at: number, { send, isReached }: RowOptions): HTMLElement {
  const tabindex = isReached ? 0 : -1;
  const open = (): void => send({ type: 'open', row: at });
  const { declared, unit, misread, grams, predicted } = row;
  const node = element(
    'tr',
    {},
    element('th', { scope: 'row' }, button(row.file, open, { class: 'link', tabindex })),
    element('td', { class: 'declared' }, declared === '' ? absent() : element('code', {}, declared)),
    element('td', { class: misread ? 'misread' : undefined }, unit === '' ? absent() : unit),
    element('td', { class: 'number' }, grams?.text ?? absent()),
    element('td', { class: 'number' }, ...(predicted ? predictedCell(predicted) : [absent()])),
    element('td', {}, ...findingsCell(row, { at, send, tabindex })),
  );
  node.addEventListener('click', ({ target }) => {
    const isOnButton = target instanceof Element && target.closest('button') !== null;
    // Who has selected a text wants to copy it.
    if (!isOnButton && getSelection()?.isCollapsed !== false) open();
  });
  return node;
}

function absent(): HTMLElement {
  return element(
    'span',
    { class: 'quiet' },
    element('span', { 'aria-hidden': 'true' }, '–'),
    element('span', { class: 'unseen' }, l10n.t('none')),
  );
}

function predictedCell({ text, interval }: NonNullable<WorkspaceRow['predicted']>): HTMLElement[] {
  return [element('span', {}, text), element('span', { class: 'interval' }, interval)];
}

interface FindingsOptions {
  readonly at: number;
  readonly send: Send;
  readonly tabindex: number;
}

function findingsCell({ findings, error }: WorkspaceRow, options: FindingsOptions): HTMLElement[] {
  if (error !== undefined) return [element('span', { class: 'unread' }, error)];
  const worst = [...findings.entries()].sort(
    ([, a], [, b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  if (worst.length === 0) return [absent()];
  const items = worst
    .slice(0, LISTED_FINDINGS)
    .map(([place, finding]) => element('li', {}, findingButton(finding, place, options)));
  const rest = worst.length - items.length;
  if (rest > 0) items.push(element('li', { class: 'quiet' }, l10n.t('and {0} more', rest)));
  return [element('ul', {}, ...items)];
}

function findingButton(finding: RowFinding, place: number, options: FindingsOptions): HTMLElement {
  const { rule, severity, message, line } = finding;
  const { at, send, tabindex } = options;
  const node = button('', () => send({ type: 'open', row: at, finding: place }), {
    class: `link finding ${severity}`,
    title: message,
    tabindex,
  });
  node.append(
    element('span', { class: 'severity' }, nameOf(severity)),
    ` ${rule} `,
    element('span', { class: 'quiet' }, l10n.t('line {0}', line)),
  );
  return node;
}
