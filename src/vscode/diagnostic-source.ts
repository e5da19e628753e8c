/** The `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'Model Card CO₂';
