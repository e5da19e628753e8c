import * as l10n from '@vscode/l10n';
import { recordOf } from '../../is-record';
import type { TensorInfo } from './tensor-info';

/** What `quantization_config` in `config.json` says about packed weights. */
export interface Quantization {
  /** `quant_method`, in lower case, where it is said. */
  readonly method: string | undefined;
  /** Bits of one weight, where it is said. */
  readonly bits: number | undefined;
}

/** Reads `quantization_config` of a `config.json`; undefined where the model is not quantised. */
export function quantizationOf(
  config: Readonly<Record<string, unknown>> | undefined,
): Quantization | undefined {
  const own = recordOf(config?.quantization_config);
  const settings = own ?? recordOf(recordOf(config?.text_config)?.quantization_config);
  if (!settings) return undefined;
  const method = settings.quant_method;
  return {
    method: typeof method === 'string' ? method.toLowerCase() : undefined,
    bits: bitsOf(settings),
  };
}

function bitsOf(settings: Readonly<Record<string, unknown>>): number | undefined {
  const groups = Object.values(recordOf(settings.config_groups) ?? {});
  const weights = groups.map((group) => recordOf(recordOf(group)?.weights)?.num_bits);
  const bits = [settings.bits, settings.w_bit, ...weights].find((value) => typeof value === 'number');
  return typeof bits === 'number' && bits >= 1 && bits <= 16 ? bits : undefined;
}

/** How many weights a stored tensor holds, and, where it is packed, how that was found. */
interface Unpacked {
  readonly values: number;
  readonly how?: string;
}

/**
 * The number of weights in a stored tensor. The names tell the packing (GPTQ and AWQ `.qweight`, compressed
 * tensors `.weight_packed`, bitsandbytes `.weight` beside `.absmax`, MXFP4 `_blocks` beside `_scales`, ModelOpt's
 * `.weight` beside `.weight_scale_2`); what belongs to a packed tensor counts as nothing.
 */
export function unpack(
  tensor: TensorInfo,
  names: ReadonlySet<string>,
  quantization?: Quantization,
): Unpacked {
  if (isCompanion(tensor.name, names)) return { values: 0 };
  const container = CONTAINER_BITS.get(tensor.type);
  const bits = container === undefined ? undefined : bitsOfWeights(tensor, names, quantization);
  if (container === undefined || bits === undefined) return { values: tensor.elements };
  const how = l10n.t('Packed {0}-bit weights were counted one by one, without their scales.', bits);
  return { values: Math.round((tensor.elements * container) / bits), how };
}

const CONTAINER_BITS: ReadonlyMap<string, number> = new Map([
  ['I32', 32],
  ['U8', 8],
  ['I8', 8],
  ['I64', 64],
]);

/** Bits of one weight in a packed tensor; undefined for a tensor that is not packed. */
function bitsOfWeights(
  { name, type }: TensorInfo,
  names: ReadonlySet<string>,
  quantization: Quantization | undefined,
): number | undefined {
  if (name.endsWith('.qweight') || name.endsWith('.weight_packed')) return quantization?.bits ?? 4;
  if (type !== 'U8') return undefined;
  const fourBit =
    names.has(`${name}.absmax`) ||
    names.has(`${name}_scale_2`) ||
    (name.endsWith('_blocks') && names.has(name.replace(/_blocks$/, '_scales')));
  return fourBit ? 4 : undefined;
}

/** Endings of what quantisers store beside weights, and the ending of the weights that they belong to. */
const companions: readonly (readonly [ending: RegExp, weights: string])[] = [
  [/\.(?:qzeros|scales|g_idx)$/, '.qweight'],
  [/\.(?:weight_(?:scale|zero_point|shape|g_idx|global_scale)|input_(?:global_)?scale)$/, '.weight_packed'],
  [/\.(?:weight_scale(?:_2|_inv)?|input_scale|SCB|weight_format)$/, '.weight'],
  [/(?:\.(?:absmax|quant_map|nested_absmax|nested_quant_map)|\.quant_state\.[^.]+)$/, ''],
  [/_scales$/, '_blocks'],
];

function isCompanion(name: string, names: ReadonlySet<string>): boolean {
  return companions.some(([ending, weights]) => {
    const stem = name.replace(ending, '');
    return stem !== name && names.has(stem + weights);
  });
}
