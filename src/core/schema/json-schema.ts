/** As much of JSON Schema (draft 7), with what editors add to it, as the model card's schema uses. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly markdownDescription?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly examples?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly defaultSnippets?: readonly Snippet[];
}

/** What completion offers as a whole; `$1` and `${1|a,b|}` in strings are tab stops. */
interface Snippet {
  readonly label: string;
  readonly markdownDescription: string;
  readonly body: unknown;
  /** `object` for a list that is written out in full, dashes and all. */
  readonly type?: 'object';
}

type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
