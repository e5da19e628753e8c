import * as l10n from '@vscode/l10n';
import type { TensorCount } from '../repository-facts';
import { type Quantization, unpack } from './packed-weights';
import type { TensorInfo } from './tensor-info';

/** Types that hold several packed weights in one value where a quantiser has been at work. */
const containers = new Set(['U8', 'I16', 'I32', 'I64']);
/** Methods that store codes instead of weights, in whatever type. */
const codebooks = new Set(['aqlm', 'vptq', 'higgs', 'quip', 'quip#']);

/**
 * Counts the parameters of a file. As on the Hub, every tensor counts, also buffers that no training changes;
 * unlike there, what a quantiser stores beside the weights (scales, zero points) does not, and packed weights
 * are counted as the weights that they hold.
 */
export function countParameters(tensors: readonly TensorInfo[], quantization?: Quantization): TensorCount {
  const names = new Set(tensors.map(({ name }) => name));
  const counts = new Map<string, number>();
  const notes = new Set<string>();
  let parameters = 0;
  for (const tensor of tensors) {
    const { values, how } = unpack(tensor, names, quantization);
    if (how !== undefined) notes.add(how);
    parameters += values;
    counts.set(tensor.type, (counts.get(tensor.type) ?? 0) + values);
  }
  const byType = Object.fromEntries(counts);
  if (notes.size > 0) return { parameters, byType, note: [...notes].join(' ') };
  if (!quantization || !looksPacked(byType, parameters, quantization)) return { parameters, byType };
  const { method } = quantization;
  const note =
    method === undefined
      ? l10n.t(
          'The weights are packed by an unknown method and were counted as stored; the true number is larger.',
        )
      : l10n.t(
          'The weights are packed by {0} and were counted as stored; the true number is larger.',
          method,
        );
  return { parameters, byType, note, lowerBound: true };
}

function looksPacked(
  byType: Readonly<Record<string, number>>,
  parameters: number,
  { method }: Quantization,
): boolean {
  const inContainers = Object.entries(byType).filter(([type]) => containers.has(type));
  const values = inContainers.reduce((sum, [, count]) => sum + count, 0);
  return (method !== undefined && codebooks.has(method)) || values > parameters / 100;
}
