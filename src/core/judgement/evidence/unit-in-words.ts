import * as l10n from '@vscode/l10n';
import { excerpt } from '../../card/excerpt';
import { lineEndAt } from '../../card/line-break';
import type { TextRange } from '../../card/text-range';
import { findQuantities } from '../../quantity/quantity';
import { readUnit } from '../../quantity/quantity-unit';
import { GRAMS_IN_WORDS } from '../weights';
import { equalUnits } from './equal-units';
import type { Evidence, Subject } from './evidence';

/** A paragraph in the place of a source or a comment is about more than a unit. */
const LONGEST = 120;
/** Where a unit is one of the number: first of all, in brackets, or behind "in" or "unit". Elsewhere it is about something. */
const PLACES = /^[#\s"']*|[([,]\s{0,2}|\b(?:in|units?)[\s:=]{1,3}/gi;
/** "kg -> g", "not kg", "converted from kg": which of them the number is in is anybody's guess. */
const CONVERTS = /->|→|=>|\bnot\b|\bconver|\bfrom\b|\bto\b/i;

/**
 * The author says the unit beside the number: in a comment behind it ("# 0.84 kg"), or in the source ("CodeCarbon, in
 * grams").
 */
export function unitInWords(subject: Subject): Evidence[] {
  const [piece] = [comment(subject), source(subject)].filter((piece) => piece !== undefined);
  return piece === undefined ? [] : [piece];
}

function comment(subject: Subject): Evidence | undefined {
  const { card, entry } = subject;
  const end = entry.amount?.range.end;
  if (end === undefined) return undefined;
  const behind = card.text.slice(end, lineEndAt(card.text, end));
  const start = end + behind.indexOf('#');
  return /^\s+#/.test(behind) ? said(subject, card.text, { start, end: end + behind.length }) : undefined;
}

function source(subject: Subject): Evidence | undefined {
  const range = subject.entry.fields.find(({ key }) => key === 'source')?.valueRange;
  return range && said(subject, subject.card.text, range);
}

/**
 * An amount with its unit says as much as one in the card's text. Of units alone only grams count: where "kg" stands beside
 * a number that was converted, it would have it converted again.
 */
function said(subject: Subject, text: string, range: TextRange): Evidence | undefined {
  const words = text.slice(range.start, range.end);
  if (words.length > LONGEST) return undefined;
  const [equal] = findQuantities(words, 'mass').flatMap((quantity) => equalUnits(subject, quantity));
  const logLikelihood = equal ? { [equal.unit]: equal.weight } : saysGrams(words) && { g: GRAMS_IN_WORDS };
  return logLikelihood
    ? {
        id: 'unit-in-words',
        logLikelihood,
        sentence: l10n.t('beside it stands “{0}”', excerpt(words.trim())),
        range,
      }
    : undefined;
}

function saysGrams(words: string): boolean {
  if (CONVERTS.test(words)) return false;
  const units = [...words.matchAll(PLACES)].map(
    (place) => readUnit(words, place.index + place[0].length, 'mass')?.unit,
  );
  return units.includes('g') && units.every((unit) => unit === undefined || unit === 'g');
}
