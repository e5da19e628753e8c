import type { Report, Style } from './format';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

/** How `check` prints its findings, one file each. */
export const formats = { text, json, sarif, github } satisfies Record<string, (style: Style) => Report>;
