import type { Organization } from './predictor';

/** What the Hub's public API says of a model. Only ever asked for after the user has opted in. */
export interface HubFacts {
  readonly repositoryName: string;
  readonly likes?: number;
  readonly commits?: number;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  readonly lastModified?: number;
  /** `safetensors.total`, or the total of a GGUF file. */
  readonly parameters?: number;
  readonly pipelineTag?: string;
  readonly organization?: Organization;
}
