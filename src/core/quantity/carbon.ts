/**
 * CO₂ as authors write it, as the source of a case-insensitive regular expression: CO2, CO₂, CO², CO<sub>2</sub>,
 * CO$_2$, $\mathrm{CO_2}$, \ce{CO2}, CO~2~, CO&#8322;, "carbon dioxide", each with or without e, eq, -eq, "equivalent".
 */
const SUBSCRIPT = [
  '[ _-]?[2₂²２]',
  '<sub>\\s?2\\s?</sub>',
  '\\\\?_\\{?2\\}?',
  '\\}?\\$?\\s?_\\{?2\\}?',
  '~2~',
  '\\\\textsubscript\\{2\\}',
  '&#(?:8322|x2082);',
].join('|');
// Four, because V8 writes out each of up to three repetitions: an expression with two molecules then takes four times as
// long to compile, more than a whole card takes to read.
const OPENERS = '(?:\\$|\\{|\\\\(?:text|mathrm|mathit|ce|rm|operatorname)\\b ?\\{?){0,4}';
const CLOSERS = '[}$]{0,4}';
export const EQUIVALENT =
  '(?:[eé]quivalente?s?|(?:equival|equiv|eqv|equ|[eé]qs?|e)(?:\\.(?=\\s?[a-zC(]))?)(?![a-z])';

/** The molecule alone. */
export const MOLECULE = `(?:${OPENERS}C[O0](?:${SUBSCRIPT})(?!\\d)${CLOSERS}|carbon[ -]dioxide)`;
/** The molecule or "carbon", with its equivalents. */
export const CARBON = `(?:${MOLECULE}|carbon)(?:[\\s\\-–_.({\\\\,]{0,3}(?:\\\\text\\{)?${EQUIVALENT}${CLOSERS})?`;
