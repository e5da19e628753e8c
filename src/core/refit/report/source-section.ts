import * as l10n from '@vscode/l10n';
import type { Refit } from '../refit';
import type { ExportSource } from '../source';
import { HUB_EXPORT } from '../profile';
import { paragraph, section, table } from './html';
import { grouped } from '../../quantity/grouped';

/** Where the rows came from, and by which rules they were fitted. */
export function sourceSection(source: ExportSource, { options }: Refit): string {
  return section(
    'source',
    l10n.t('Source'),
    paragraph(
      [
        l10n.t(
          'Read as: {0}. Row numbers count records from 0, over all files in this order.',
          source.profile === HUB_EXPORT.name ? l10n.t('Hub export') : source.profile,
        ),
        ...(source.emissionsFromCards
          ? [l10n.t('The emissions were read from whole model cards, for want of a column.')]
          : []),
      ].join(' '),
    ),
    table(
      [l10n.t('file'), l10n.t('records'), l10n.t('bytes'), 'SHA-256'],
      source.files.map(({ name, records, bytes, sha256 }) => [
        name,
        { number: grouped(records) },
        { number: grouped(bytes) },
        sha256 ?? '',
      ]),
    ),
    table(
      [l10n.t('read'), l10n.t('from the column')],
      [
        ...[...source.map].map(([field, column]) => [field, column]),
        ...source.missing
          .filter((field) => !source.map.has(field))
          .map((field) => [field, l10n.t('not in the export')]),
      ],
    ),
    table(
      [l10n.t('rule'), l10n.t('value')],
      [
        [l10n.t('order'), options.order],
        [
          l10n.t("Cook's distance above"),
          options.influenceRemoval
            ? l10n.t('{0} is removed', `${options.cookThreshold}/n`)
            : l10n.t('nothing is removed'),
        ],
        [
          l10n.t('variance inflation factor above'),
          options.collinearityRemoval
            ? l10n.t('{0} is removed', options.vifThreshold)
            : l10n.t('nothing is removed'),
        ],
        [l10n.t('rows for a category to have a term'), String(options.minCategoryRows)],
        [l10n.t('fits of the influence loop at most'), String(options.maxRounds)],
      ],
    ),
  );
}
