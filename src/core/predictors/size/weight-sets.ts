import * as l10n from '@vscode/l10n';
import type { RepositoryFacts, WeightFile } from '../repository-facts';

/** Files that make up one model together: a single file, or all shards of it. */
export interface WeightSet {
  /** Path of the file, or of the shards up to their number. */
  readonly stem: string;
  readonly files: readonly WeightFile[];
  /** All shards that the names announce are there. */
  readonly complete: boolean;
  readonly shards: number;
}

const SHARD = /^(.*?)[-_.](\d{5})-of-(\d{5})(\.[a-z0-9]+)$/;
const ADAPTER = /(?:^|\/)(?:adapter_model|pytorch_lora_weights|lora)[^/]*$/i;
/** Where diffusers keep the part that is trained; the Hub counts this part alone. */
const MAIN_COMPONENTS = ['transformer', 'unet'];

/** Whether a file holds an adapter (LoRA and its kin) that is nothing without its base model. */
export function isAdapter({ path, tensors }: WeightFile): boolean {
  return tensors?.part === 'adapter' || ADAPTER.test(path);
}

/** The models in the card's folder, the likeliest to be the one that the card describes first. */
export function modelSets(repository: RepositoryFacts): WeightSet[] {
  const models = repository.weights.filter((file) => !isAdapter(file) && file.tensors?.part !== 'projector');
  const folder = mainFolder(models);
  return groupShards(models.filter(({ path }) => folderOf(path) === folder)).sort(
    (a, b) => rank(a) - rank(b) || bytesOf(b) - bytesOf(a),
  );
}

/** Bytes of all files of a set together. */
export function bytesOf({ files }: WeightSet): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Plain words for the files of a set: "model-00001-of-00002.safetensors and 1 more". */
export function namesOf({ files }: WeightSet): string {
  const first = files[0]?.path ?? '';
  return files.length > 1 ? l10n.t('{0} and {1} more', first, files.length - 1) : first;
}

function groupShards(files: readonly WeightFile[]): WeightSet[] {
  const sets = new Map<string, { stem: string; files: WeightFile[]; shards: number }>();
  for (const file of files) {
    const [, stem = file.path, , total = '1', extension = ''] = SHARD.exec(file.path) ?? [];
    const key = `${stem}${extension}/${total}`;
    const set = sets.get(key) ?? { stem, files: [], shards: Number(total) };
    set.files.push(file);
    sets.set(key, set);
  }
  return [...sets.values()].map((set) => ({ ...set, complete: set.files.length >= set.shards }));
}

/** The Hub looks for "model" first; a variant in half precision is the same model again. */
function rank({ stem, files }: WeightSet): number {
  const name = stem.slice(stem.lastIndexOf('/') + 1);
  const counted = files.every(({ tensors }) => tensors !== undefined);
  return (counted ? 0 : 2) + (/^(?:model|diffusion_pytorch_model)(?:\.safetensors)?$/.test(name) ? 0 : 1);
}

function mainFolder(files: readonly WeightFile[]): string {
  const folders = new Map<string, number>();
  for (const { path, bytes } of files) {
    const folder = folderOf(path);
    folders.set(folder, (folders.get(folder) ?? 0) + bytes);
  }
  if (folders.has('')) return '';
  const component = MAIN_COMPONENTS.find((name) => folders.has(name));
  const [largest] = [...folders].sort(([, a], [, b]) => b - a);
  return component ?? largest?.[0] ?? '';
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
