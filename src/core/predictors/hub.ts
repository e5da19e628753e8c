import * as l10n from '@vscode/l10n';
import type { HubFacts } from './hub-facts';
import { organizationNamed } from './organization';
import type { Organization } from './predictor';

/** The part of a `fetch` response that is used. */
interface HubResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

/** What the host lends: its `fetch`, a signal that aborts after a while, and its clock. */
export interface HubHost<Signal> {
  readonly fetch: (
    url: string,
    init: { readonly signal: Signal; readonly headers: Readonly<Record<string, string>> },
  ) => Promise<HubResponse>;
  readonly timeout: (milliseconds: number) => Signal;
  readonly now: () => number;
}

export interface HubOptions {
  /** "https://huggingface.co", or what HF_ENDPOINT says. */
  readonly endpoint?: string;
  /** Milliseconds for each of the questions. */
  readonly timeout?: number;
}

/** What the Hub says of a model, or why it does not, as a sentence. */
type HubAnswer =
  | { readonly facts: HubFacts; readonly problem?: never }
  | { readonly problem: string; readonly facts?: never };

/** Asks the Hub about a model ("owner/name"). Never rejects. */
export type HubLookUp = (repositoryName: string) => Promise<HubAnswer>;

/** "owner/name", or the name alone of the Hub's oldest models, by the Hub's rules for names. */
const NAME = /^[A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9][\w.-]{0,95})?$/;
const FIELDS = ['likes', 'createdAt', 'lastModified', 'safetensors', 'gguf', 'pipeline_tag'];
const BODY_LIMIT = 1_000_000;
const KEPT_ANSWERS = 50;
const KEEP_FACTS = 600_000;
const KEEP_PROBLEM = 60_000;

class HubProblem extends Error {}

/**
 * A look-up in the Hub's public API, for users who have opted in; no token is sent. Answers are kept for ten
 * minutes, failures for one.
 */
export function hubLookUp<Signal>(host: HubHost<Signal>, options: HubOptions = {}): HubLookUp {
  const { endpoint = 'https://huggingface.co', timeout = 5000 } = options;
  const kept = new Map<string, { answer: Promise<HubAnswer>; until: number }>();
  const get = async (path: string): Promise<HubResponse> => {
    const headers = { accept: 'application/json' };
    const url = `${endpoint.replace(/(?<!\/)\/+$/, '')}/api/${path}`;
    try {
      return await host.fetch(url, { signal: host.timeout(timeout), headers });
    } catch {
      throw new HubProblem(
        l10n.t('The Hub did not answer within {0} s, or cannot be reached.', timeout / 1000),
      );
    }
  };
  return async (name) => {
    const entry = kept.get(name);
    if (entry && entry.until > host.now()) return entry.answer;
    const fresh = { answer: ask(get, name), until: host.now() + KEEP_FACTS };
    kept.delete(name);
    kept.set(name, fresh);
    for (const oldest of kept.keys()) if (kept.size > KEPT_ANSWERS) kept.delete(oldest);
    const answer = await fresh.answer;
    if (answer.problem !== undefined) fresh.until = host.now() + KEEP_PROBLEM;
    return answer;
  };
}

type Get = (path: string) => Promise<HubResponse>;

async function ask(get: Get, name: string): Promise<HubAnswer> {
  if (!NAME.test(name)) return { problem: l10n.t('"{0}" is no name of a model on the Hub.', name) };
  try {
    const [model, commits, organization] = await Promise.all([
      askModel(get, name),
      // Without these two the answer is poorer, not wrong.
      askCommits(get, name).catch(() => ({})),
      askOrganization(get, name).catch(() => ({})),
    ]);
    return { facts: { repositoryName: name, ...model, ...commits, ...organization } };
  } catch (error) {
    const problem =
      error instanceof HubProblem ? error.message : l10n.t('The answer of the Hub could not be read.');
    return { problem };
  }
}

async function askModel(get: Get, name: string): Promise<Partial<HubFacts>> {
  const response = await get(`models/${name}?${FIELDS.map((field) => `expand[]=${field}`).join('&')}`);
  if (response.status !== 200) throw new HubProblem(refusal(response.status, name));
  const model = await readBody(response);
  const likes = countOf(model.likes);
  const createdAt = timeOf(model.createdAt);
  const lastModified = timeOf(model.lastModified);
  const parameters = countOf(fieldOf(model.safetensors, 'total')) ?? countOf(fieldOf(model.gguf, 'total'));
  const pipelineTag = typeof model.pipeline_tag === 'string' ? model.pipeline_tag : undefined;
  return {
    ...(likes !== undefined && { likes }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastModified !== undefined && { lastModified }),
    ...(parameters !== undefined && parameters > 0 && { parameters }),
    ...(pipelineTag !== undefined && { pipelineTag }),
  };
}

/** The list of commits names their number in a header, so one commit is enough. */
async function askCommits(get: Get, name: string): Promise<Partial<HubFacts>> {
  const response = await get(`models/${name}/commits/main?limit=1`);
  const total = response.status === 200 ? response.headers.get('x-total-count') : null;
  return total !== null && /^[1-9]\d{0,8}$/.test(total) ? { commits: Number(total) } : {};
}

/** A user's own models belong to no organisation, which is the paper's baseline. */
async function askOrganization(get: Get, name: string): Promise<Partial<HubFacts>> {
  const [owner, model] = name.split('/');
  if (owner === undefined || model === undefined) return {};
  const response = await get(`organizations/${owner}/overview`);
  if (response.status === 404) return { organization: 'other' };
  if (response.status !== 200) return {};
  const organization = kindOf(await readBody(response));
  return organization ? { organization } : {};
}

function kindOf(overview: Readonly<Record<string, unknown>>): Organization | undefined {
  const { orgType, organizationType, type } = overview;
  const named = [orgType, organizationType, type].find((kind) => typeof kind === 'string' && kind !== 'org');
  if (typeof named !== 'string') return undefined;
  // Kinds that the paper does not tell apart ("classroom", "government") fall into its baseline.
  return organizationNamed(named) ?? 'other';
}

function refusal(status: number, name: string): string {
  if (status === 401 || status === 403 || status === 404) {
    return l10n.t('The Hub shows no public model {0} (it may be private, or not published yet).', name);
  }
  if (status === 429) {
    return l10n.t('The Hub has had too many questions from here; it will answer again in a while.');
  }
  return l10n.t('The Hub answered with status {0}.', status);
}

async function readBody(response: HubResponse): Promise<Readonly<Record<string, unknown>>> {
  if (Number(response.headers.get('content-length') ?? 0) > BODY_LIMIT) {
    throw new HubProblem(l10n.t('The answer of the Hub is too long.'));
  }
  const body = await response.json();
  if (typeof body !== 'object' || body === null)
    throw new HubProblem(l10n.t('The answer of the Hub could not be read.'));
  return body as Readonly<Record<string, unknown>>;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
