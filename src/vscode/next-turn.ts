/**
 * Waits until the extension host has done what came in meanwhile: keys, hovers, other extensions.
 *
 * An `await` alone goes on before any of that, so steps between which nothing is waited for add up to one long block.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
