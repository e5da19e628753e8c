/** Whether a file name is one that CodeCarbon writes, or that people give its output: `emissions.csv`. */
export function isEmissionsFile(name: string): boolean {
  return /emissions?[\w.-]{0,80}\.csv$/i.test(name);
}
