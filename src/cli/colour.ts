/**
 * Whether the output is coloured. What is asked for on the command line holds, else FORCE_COLOR and NO_COLOR (see
 * no-color.org), else whether a terminal that can show colours reads it.
 *
 * @param isTerminal `stdout.isTTY`, which Node leaves undefined where the output is piped
 */
export function isColoured(
  asked: boolean | undefined,
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv,
  isTerminal: boolean | undefined,
): boolean {
  if (asked !== undefined) return asked;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal === true && TERM !== 'dumb';
}
