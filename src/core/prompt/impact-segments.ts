import type { TextRange } from '../card/text-range';

/** A part of the prose that may state emissions. */
export interface ImpactSegment {
  readonly range: TextRange;
  readonly text: string;
}

/** A longer segment is cut: no statement about emissions needs more, and a prompt has its price. */
const LONGEST_SEGMENT = 4000;

/**
 * The segments that the paper looks at (section 4.2): the text split at `##`, those that mention "environmental impact"
 * and "CO2" or "carbon", in any case.
 */
export function impactSegments(text: string, bodyStart: number): ImpactSegment[] {
  const segments: ImpactSegment[] = [];
  let start = bodyStart;
  for (const part of text.slice(bodyStart).split('##')) {
    const lower = part.toLowerCase();
    if (lower.includes('environmental impact') && /co2|co₂|carbon/.test(lower)) {
      const end = start + Math.min(part.length, LONGEST_SEGMENT);
      segments.push({ range: { start, end }, text: text.slice(start, end) });
    }
    start += part.length + 2;
  }
  return segments;
}
