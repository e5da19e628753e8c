export interface GridIntensity {
  /** Grams of CO₂eq per kWh. */
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  /** The place in the table, or "the world" where the text names none that is known. */
  readonly matched: string;
  readonly known: boolean;
  readonly source: string;
}

/** Carbon intensity of the electricity at a place; the world's range where there is none or it is unknown. */
export declare function gridIntensity(place: string | undefined): GridIntensity;
