import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readCard } from '../core/card/card';
import { type EmissionsModel, refuseLargeModelFile } from '../core/glm/model-file';
import { paperModel } from '../core/glm/paper-model';
import { readUsableModel } from '../core/prediction/model-in-use';
import { type CardPrediction, predictCard } from '../core/prediction/predict-card';
import type { Predictor, PredictorSettings } from '../core/predictors/predictor';
import { formatMass } from '../core/quantity/format-mass';
import { readCardFile } from '../node/cards/read-card-file';
import { readSmallFile } from '../node/files/read-small-file';
import { readRepository } from '../node/repository/read-repository';
import { printable } from './formats/printable';
import { UsageError } from './usage-error';

interface Options extends PredictorSettings {
  readonly model?: string;
  readonly format: 'text' | 'json';
}

export function predictCommand(): Command {
  return new Command('predict')
    .description('Predict the emissions of training a model, from its card and folder or from what is given.')
    .argument('[path]', 'a card, or the folder of a model')
    .option('--parameters <number>', 'number of parameters: 7000000000 or 7B')
    .option('--likes <number>', 'likes on the Hub', count)
    .option('--commits <number>', 'commits of the repository', count)
    .option('--repo-age-days <number>', 'days from the first commit to the last', count)
    .option('--task <task>', 'task, as in pipeline_tag')
    .option('--organization <kind>', 'community, company, non-profit, university or other')
    .option('--model <file>', 'a model file that refit wrote; the published model where absent')
    .addOption(
      new Option('--format <format>', 'how the prediction is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (path: string | undefined, { model: modelFile, format, ...settings }: Options) => {
      const model = modelFile === undefined ? paperModel : readModel(modelFile);
      const predicted = await predictPath(path, model, settings);
      if (predicted.prediction === undefined)
        throw new UsageError(predicted.missing.map(({ message }) => message).join(' '));
      process.stdout.write(format === 'json' ? asJson(predicted, model) : asText(predicted, model));
    });
}

/** Links are followed, and pipes are read: the user has named the file. */
function readModel(file: string): EmissionsModel {
  return readUsableModel(readSmallFile(file, refuseLargeModelFile).toString('utf8'));
}

function count(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError('It must be a number, 0 or more.');
  return number;
}

async function predictPath(
  path: string | undefined,
  model: EmissionsModel,
  settings: PredictorSettings,
): Promise<CardPrediction> {
  if (path === undefined) return predictCard(model, { card: readCard(''), settings });
  const isFolder = (await stat(path)).isDirectory();
  const card = readCardFile(isFolder ? join(path, 'README.md') : path);
  if (card.refusal !== undefined) throw new UsageError(card.refusal);
  const folder = resolve(isFolder ? path : dirname(path));
  const repository = await readRepository(folder, { git: true });
  return predictCard(model, { card, repository, repositoryName: basename(folder), settings });
}

function asJson({ prediction, predictors, notes }: CardPrediction, model: EmissionsModel): string {
  if (prediction === undefined) return '';
  const { grams, interval, linearPredictor, contributions, warnings } = prediction;
  const named = Object.entries<Predictor<number | string>>({ ...predictors }).map(
    ([name, { value, origin, kind }]) => [name, { value, origin, kind }],
  );
  const result = {
    grams,
    interval,
    linearPredictor,
    contributions: contributions.map(({ term, value, coefficient, contribution }) => ({
      term,
      value,
      coefficient,
      contribution,
    })),
    predictors: Object.fromEntries(named) as object,
    warnings: [...warnings, ...notes],
    model: {
      title: model.title,
      rows: model.fit.rows,
      source: model.provenance.source,
      date: model.provenance.date,
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function asText({ prediction, predictors, notes }: CardPrediction, model: EmissionsModel): string {
  if (prediction === undefined) return '';
  const { grams, interval, contributions, warnings, covarianceKnown } = prediction;
  const percent = Math.round(interval.level * 100);
  const lines = [
    `${formatMass(grams)} of CO₂eq (${percent} % of such models: ${formatMass(interval.low)} to ${formatMass(interval.high)})`,
    '',
    ...Object.entries<Predictor<number | string>>({ ...predictors }).map(
      ([name, { value, origin, kind }]) => `  ${name.padEnd(14)} ${value} (${kind}: from ${origin})`,
    ),
    '',
    ...contributions.map(({ term, factor }) => `  ${term.padEnd(28)} × ${Number(factor.toPrecision(3))}`),
    '',
    `Model: ${model.title}, ${model.fit.rows} rows.`,
    ...(covarianceKnown
      ? []
      : ['The interval leaves out the uncertainty of the coefficients, whose covariance is not published.']),
    ...warnings,
    ...notes,
  ];
  // Names of files and the model's title are of others' making.
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}
