import type { Refit } from '../refit';
import type { ExportSource } from '../source';
import { paragraph, section, table } from './html';

/** Where the rows came from, and by which rules they were fitted. */
export function sourceSection(source: ExportSource, { options }: Refit): string {
  return section(
    'Source',
    paragraph(
      `Read as: ${source.profile}. Row numbers count records from 0, over all files in this order.${source.emissionsFromCards ? ' The emissions were read from whole model cards, for want of a column.' : ''}`,
    ),
    table(
      ['file', 'records', 'bytes', 'SHA-256'],
      source.files.map(({ name, records, bytes, sha256 }) => [
        name,
        { number: records.toLocaleString('en') },
        { number: bytes.toLocaleString('en') },
        sha256 ?? '',
      ]),
    ),
    table(
      ['read', 'from the column'],
      [
        ...[...source.map].map(([field, column]) => [field, column]),
        ...source.missing
          .filter((field) => !source.map.has(field))
          .map((field) => [field, 'not in the export']),
      ],
    ),
    table(
      ['rule', 'value'],
      [
        ['order', options.order],
        [
          "Cook's distance above",
          options.influenceRemoval ? `${options.cookThreshold}/n is removed` : 'nothing is removed',
        ],
        [
          'variance inflation factor above',
          options.collinearityRemoval ? `${options.vifThreshold} is removed` : 'nothing is removed',
        ],
        ['rows for a category to have a term', String(options.minCategoryRows)],
        ['fits of the influence loop at most', String(options.maxRounds)],
      ],
    ),
  );
}
