/**
 * Of a thousand cards only one is reached by Tab, with its findings behind it; the arrow keys, Home and End go from
 * card to card.
 */
export function moveWithin(event: KeyboardEvent): void {
  const row = rowOf(event.target);
  const aim = row && aimOf(event.key, row);
  const card = aim?.querySelector<HTMLElement>('button');
  if (!card) return;
  event.preventDefault();
  card.focus();
}

/** Makes the row that has the focus the one that Tab reaches. */
export function enterRow(event: FocusEvent): void {
  const row = rowOf(event.target);
  if (row === null) return;
  for (const other of row.parentElement?.querySelectorAll<HTMLElement>('button[tabindex="0"]') ?? []) {
    if (!row.contains(other)) other.tabIndex = -1;
  }
  for (const own of row.querySelectorAll('button')) own.tabIndex = 0;
}

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('tr') : null;
}

function aimOf(key: string, row: Element): Element | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return row.nextElementSibling;
    case 'ArrowUp':
      return row.previousElementSibling;
    case 'Home':
      return row.parentElement?.firstElementChild;
    case 'End':
      return row.parentElement?.lastElementChild;
    default:
      return undefined;
  }
}
