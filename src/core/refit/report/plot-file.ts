import type { Plot } from '../plots/plot';
import { element } from '../plots/svg';
import { PLOT_FILE_STYLE } from './style';

/** A plot as an SVG file that needs nothing else; it follows the light or dark scheme of what shows it. */
export function plotFile({ svg }: Plot): string {
  // The style must stand within the outermost element.
  return `${svg.replace('>', `>${element('style', {}, PLOT_FILE_STYLE)}`)}\n`;
}
