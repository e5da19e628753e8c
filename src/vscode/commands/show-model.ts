import type { Command } from './command';
import { SHOW_MODEL } from './ids';

/** Shows the model in use with its coefficients, in the panel. */
export const showModel: Command = {
  id: SHOW_MODEL,
  run({ panel }) {
    panel.show(undefined, 'model');
    return Promise.resolve();
  },
};
