/** Colour themes of VS Code: the setting's value, and a part of the class that the window has while it is shown. */
export const themes = {
  light: { setting: 'Default Light Modern', className: 'light_modern' },
  dark: { setting: 'Default Dark Modern', className: 'dark_modern' },
  'high-contrast': { setting: 'Default High Contrast', className: 'hc_black' },
} as const;

export type Theme = keyof typeof themes;

/** @throws when there is no theme of that name */
export function themeNamed(name: string): Theme {
  if (name === 'light' || name === 'dark' || name === 'high-contrast') return name;
  throw new Error(`No theme "${name}": ${Object.keys(themes).join(', ')}.`);
}
