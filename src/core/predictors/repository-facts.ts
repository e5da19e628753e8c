/** What a host found in the folder of a card. Plain data, so that it can be kept, sent and compared. */
export interface RepositoryFacts {
  /** Files with weights, in the order of their paths. */
  readonly weights: readonly WeightFile[];
  /** `*.index.json` files of sharded weights. */
  readonly indexes: readonly WeightIndex[];
  /** `config.json`, where there is a readable one. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** `adapter_config.json` of a PEFT adapter. */
  readonly adapterConfig?: Readonly<Record<string, unknown>>;
  readonly git: GitFacts;
  /** CodeCarbon's `emissions*.csv` files, relative to the folder, nearest first. */
  readonly emissionsFiles: readonly string[];
  /** What was left out and why, a sentence each: links not followed, folders cut short. */
  readonly notes: readonly string[];
}

export type WeightFormat = 'safetensors' | 'gguf' | 'pytorch' | 'onnx' | 'keras' | 'flax';

export interface WeightFile {
  /** Relative to the card's folder, with `/`. */
  readonly path: string;
  readonly format: WeightFormat;
  /** Size of the weights in bytes; for a Git LFS pointer the size that the pointer states. */
  readonly bytes: number;
  /** The file is a Git LFS pointer: the weights themselves are not here. */
  readonly pointer: boolean;
  /** What the file's header says; absent where the format has none or it cannot be read. */
  readonly tensors?: TensorCount;
  /** Why the header was not used, as a sentence. */
  readonly problem?: string;
}

/** Parameters as counted from a header. */
export interface TensorCount {
  readonly parameters: number;
  /** Parameters by the type that they are stored in, such as `BF16`. */
  readonly byType: Readonly<Record<string, number>>;
  /** What was done to packed weights, as a sentence. */
  readonly note?: string;
  /** Weights are packed in a way that is not known here, so there are more parameters than counted. */
  readonly lowerBound?: true;
  /** The file holds something beside a model: an adapter, or the projector of a vision model. */
  readonly part?: 'adapter' | 'projector';
}

/** What the index of sharded weights says about the whole model. */
export interface WeightIndex {
  readonly path: string;
  /** Names of the shards, as the index gives them. */
  readonly shards: readonly string[];
  readonly totalParameters?: number;
  /** Bytes of all tensors together. */
  readonly totalSize?: number;
}

export type GitFacts = GitHistory | GitAbsence;

export interface GitHistory {
  readonly state: 'history';
  readonly commits: number;
  /** Committer dates of the oldest and the newest commit, in seconds since 1970. */
  readonly firstCommit: number;
  readonly lastCommit: number;
  /** The clone holds only the newest part of the history. */
  readonly shallow: boolean;
  /** `folder`: the card's folder is a part of a larger repository; only commits that touched it count. */
  readonly scope: 'repository' | 'folder';
  /** "owner/name" on the Hub, where a remote of the repository says so. */
  readonly hubRepository?: string;
}

export interface GitAbsence {
  readonly state: 'off' | 'not-installed' | 'no-repository' | 'no-commits' | 'refused' | 'failed';
  /** Why there is no history, as a sentence. */
  readonly message: string;
}
