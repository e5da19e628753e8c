import { kindLabel } from '../../core/prediction/kind-label';
import type { PanelField } from '../../core/prediction/panel-state';
import { element, type View } from '../element';
import type { Send } from './send';

type Field = HTMLInputElement | HTMLSelectElement;

/** Values that can be changed on the spot. Fields stay the same elements, so that focus is never lost. */
export function fieldList(send: Send): View<readonly PanelField[]> {
  const list = element('div', { class: 'fields' });
  const rows = new Map<string, View<PanelField>>();
  return {
    element: list,
    update(fields) {
      for (const field of fields) {
        let row = rows.get(field.name);
        if (row === undefined) {
          row = fieldRow(field, send);
          rows.set(field.name, row);
          list.append(row.element);
        }
        row.update(field);
      }
    },
  };
}

function fieldRow({ name, label, choices, example }: PanelField, send: Send): View<PanelField> {
  const id = `field-${name}`;
  const field = choices ? choiceField(id, choices) : textField(id, example);
  /** Whether the last thing typed is still unknown to what was last shown: a state may have been on its way meanwhile. */
  let isAhead = false;
  field.addEventListener(choices ? 'change' : 'input', () => {
    isAhead = true;
    send({ type: 'change', name, text: field.value });
  });
  const reading = element('span', { class: 'reading' });
  const problem = element('span', { class: 'problem', id: `${id}-problem` });
  const kind = element('span');
  const origin = element('span', { class: 'origin' });
  const note = element('span', { class: 'note' });
  return {
    element: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      element('div', { class: 'value' }, field, reading, problem),
      element('div', { class: 'provenance', id: `${id}-origin` }, kind, ' ', origin, note),
    ),
    update(data) {
      isAhead &&= !data.changed;
      if (document.activeElement !== field || !isAhead) showText(field, data);
      field.classList.toggle('changed', data.changed);
      field.setAttribute('aria-invalid', String(data.problem !== undefined));
      field.setAttribute('aria-describedby', `${id}-problem ${id}-origin`);
      reading.textContent = data.reading ?? '';
      problem.textContent = data.problem ?? '';
      kind.textContent = kindLabel(data.kind);
      kind.className = `kind ${data.kind}`;
      origin.textContent = data.kind === 'missing' ? '' : data.origin;
      note.textContent = data.note ?? '';
    },
  };
}

/** What is being typed is the author's: the field takes the text of the state when it is not being typed in. */
function showText(field: Field, { text, changed }: PanelField): void {
  if (field instanceof HTMLInputElement) {
    if (document.activeElement === field && changed) return;
  } else if (![...field.options].some(({ value }) => value === text)) {
    field.append(element('option', { value: text }, text));
  }
  if (field.value !== text) field.value = text;
}

function textField(id: string, example: string | undefined): HTMLInputElement {
  return element('input', {
    id,
    type: 'text',
    placeholder: example,
    autocomplete: 'off',
    spellcheck: 'false',
  });
}

function choiceField(id: string, choices: readonly string[]): HTMLSelectElement {
  return element('select', { id }, ...choices.map((choice) => element('option', { value: choice }, choice)));
}
