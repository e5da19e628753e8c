import * as l10n from '@vscode/l10n';
import type { PredictorInput } from './predictor-input';
import { type Organization, organizations, type Predictor } from './predictor';

/** The kind of organisation behind a model: set, asked of the Hub, or the paper's baseline. */
export function gatherOrganization({ settings, hub }: PredictorInput): Predictor<Organization> {
  const set = settings?.organization === undefined ? undefined : organizationNamed(settings.organization);
  if (set) return { value: set, origin: l10n.t('your settings'), kind: 'declared', source: 'setting' };
  if (hub?.organization) {
    const origin = l10n.t('what the Hub says of {0}', ownerOf(hub.repositoryName));
    return { value: hub.organization, origin, kind: 'measured', source: 'hub' };
  }
  const origin = l10n.t('the baseline, since nothing says which kind of organisation this is');
  return { value: 'other', origin, kind: 'assumed', source: 'default' };
}

/** The kind that a word names, in the paper's spelling or the usual others; undefined for anything else. */
export function organizationNamed(text: string): Organization | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (word === 'nonprofit' || word === 'not-for-profit') return 'non-profit';
  if (word === 'none' || word === 'individual' || word === 'user') return 'other';
  return organizations.find((kind) => kind === word);
}

function ownerOf(repositoryName: string): string {
  return repositoryName.split('/', 1)[0] ?? repositoryName;
}
