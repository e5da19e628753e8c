import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { readCard } from '../core/card/card';
import { type EmissionsModel, readModelFile, refuseLargeModelFile } from '../core/glm/model-file';
import { paperModel } from '../core/glm/paper-model';
import type { PredictorValues } from '../core/glm/predict';
import { type CardPrediction, predictCard } from '../core/prediction/predict-card';
import type { PredictorSettings } from '../core/predictors/predictor';
import { readCardFile } from '../node/cards/read-card-file';
import { readSmallFile } from '../node/files/read-small-file';
import { readRepository } from '../node/repository/read-repository';
import { repeatable } from './repeatable';
import { readFurtherPredictors } from './further-predictors';
import { readPredictorSettings, type WrittenSettings } from './predict-settings';
import { predictionJson, predictionText } from './prediction-report';
import { UsageError } from './usage-error';

interface Options extends WrittenSettings {
  readonly predictor: readonly string[];
  readonly model?: string;
  readonly format: 'text' | 'json';
}

export function predictCommand(): Command {
  return new Command('predict')
    .description('Predict the emissions of training a model, from its card and folder or from what is given.')
    .argument('[path]', 'a card, or the folder of a model')
    .option('--parameters <number>', 'number of parameters: 7000000000 or 7B')
    .option('--likes <number>', 'likes on the Hub')
    .option('--commits <number>', 'commits of the repository')
    .option('--repo-age-days <number>', 'days from the first commit to the last')
    .option('--task <task>', 'task, as in pipeline_tag')
    .option('--organization <kind>', 'community, company, non-profit, university or other')
    .addOption(
      repeatable('--predictor <name=value>', 'what else a model of --model needs, as in downloads=1200'),
    )
    .option('--model <file>', 'a model file that refit wrote; the published model where absent')
    .addOption(
      new Option('--format <format>', 'how the prediction is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(
      async (path: string | undefined, { model: modelFile, predictor, format, ...written }: Options) => {
        const model = modelFile === undefined ? paperModel : readModel(modelFile);
        const settings = readPredictorSettings(written);
        const further = readFurtherPredictors(model, predictor);
        const predicted = await predictPath(path, model, settings, further);
        if (predicted.prediction === undefined)
          throw new UsageError(predicted.missing.map(({ message }) => message).join(' '));
        const report = format === 'json' ? predictionJson : predictionText;
        process.stdout.write(report({ ...predicted, further, model }));
      },
    );
}

/** Links are followed, and pipes are read: the user has named the file. */
function readModel(file: string): EmissionsModel {
  return readModelFile(readSmallFile(file, refuseLargeModelFile).toString('utf8'));
}

async function predictPath(
  path: string | undefined,
  model: EmissionsModel,
  settings: PredictorSettings,
  further: PredictorValues,
): Promise<CardPrediction> {
  if (path === undefined) return predictCard(model, { card: readCard(''), settings, further });
  const isFolder = (await stat(path)).isDirectory();
  const card = readCardFile(isFolder ? join(path, 'README.md') : path);
  if (card.refusal !== undefined) throw new UsageError(card.refusal);
  const folder = resolve(isFolder ? path : dirname(path));
  const repository = await readRepository(folder, { git: true });
  return predictCard(model, { card, repository, repositoryName: basename(folder), settings, further });
}
