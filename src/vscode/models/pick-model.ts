import * as vscode from 'vscode';
import type { Predictors } from '../../core';
import { loadCore } from '../core';
import type { ListedModel, Models } from './models';
import { grouped } from '../../core/quantity/grouped';

/** What the author picked. */
export interface PickedModel {
  readonly file: vscode.Uri | undefined;
  /** Whether it is to be compared with the model in use, rather than to be used. */
  readonly compare: boolean;
}

export interface PickModelOptions {
  readonly title: string;
  /** What the models are tried on, where a card is at hand. */
  readonly predictors: Predictors | undefined;
  /** Whether picking a model compares it; then the one in use is left out. */
  readonly compare: boolean;
}

interface ModelItem extends vscode.QuickPickItem {
  /** Absent in the item that opens a file. */
  readonly listed?: ListedModel;
  readonly isInUse?: boolean;
}

/** What stands beside a model. A button is recognised by being the same object. */
interface ModelButtons {
  readonly compare: vscode.QuickInputButton;
  readonly forget: vscode.QuickInputButton;
}

function modelButtons(): ModelButtons {
  return {
    compare: {
      iconPath: new vscode.ThemeIcon('git-compare'),
      tooltip: vscode.l10n.t('Compare with the model in use'),
    },
    forget: {
      iconPath: new vscode.ThemeIcon('close'),
      tooltip: vscode.l10n.t('Take off this list (the file stays)'),
    },
  };
}

/** Lets the author pick a model, with what each says of the card; undefined where nothing was picked. */
export async function pickModel(models: Models, options: PickModelOptions): Promise<PickedModel | undefined> {
  const picker = vscode.window.createQuickPick<ModelItem>();
  picker.title = options.title;
  picker.placeholder = options.compare
    ? vscode.l10n.t('The model to compare with')
    : vscode.l10n.t('The model that predicts from now on');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const buttons = modelButtons();
  const fill = async () => {
    picker.busy = true;
    const items = await itemsFor(models, options, buttons);
    picker.items = items;
    const inUse = items.filter(({ isInUse }) => isInUse);
    if (inUse.length > 0) picker.activeItems = inUse;
    picker.busy = false;
  };
  try {
    return await new Promise<PickedModel | undefined>((resolve) => {
      let opening = false;
      picker.onDidTriggerItemButton(({ item, button }) => {
        const { listed } = item;
        if (listed === undefined) return;
        if (button === buttons.compare) resolve({ file: listed.file, compare: true });
        else if (listed.file) void models.forget(listed.file).then(fill);
      });
      picker.onDidAccept(() => {
        const [item] = picker.selectedItems;
        if (item !== undefined && item.listed === undefined) {
          opening = true;
          void openModelFile(models).then((file) => resolve(file && { file, compare: options.compare }));
        } else if (item?.listed && 'model' in item.listed)
          resolve({ file: item.listed.file, compare: options.compare });
        else if (item?.listed && 'problem' in item.listed)
          void vscode.window.showErrorMessage(item.listed.problem);
      });
      picker.onDidHide(() => {
        // The dialogue for files hides the picker, and is what the answer comes from then.
        if (!opening) resolve(undefined);
      });
      picker.show();
      void fill();
    });
  } finally {
    picker.dispose();
  }
}

async function itemsFor(
  models: Models,
  { predictors, compare }: PickModelOptions,
  buttons: ModelButtons,
): Promise<ModelItem[]> {
  const inUse = await models.inUse();
  const listed = await models.list();
  const shown = listed.filter(({ file }) => !compare || file?.toString() !== inUse.file?.toString());
  const items = await Promise.all(
    shown.map((model) =>
      modelItem(model, predictors, {
        inUse: model.file?.toString() === inUse.file?.toString(),
        compare,
        buttons,
      }),
    ),
  );
  const openFile = { label: `$(folder-opened) ${vscode.l10n.t('Open a model file…')}` };
  return [...items, { label: '', kind: vscode.QuickPickItemKind.Separator }, openFile];
}

async function modelItem(
  listed: ListedModel,
  predictors: Predictors | undefined,
  { inUse, compare, buttons }: { inUse: boolean; compare: boolean; buttons: ModelButtons },
): Promise<ModelItem> {
  const { file } = listed;
  const place = file ? vscode.workspace.asRelativePath(file) : vscode.l10n.t('bundled with the extension');
  const forget = file && !inUse ? [buttons.forget] : [];
  if ('problem' in listed) {
    return {
      label: `$(error) ${place}`,
      description: vscode.l10n.t('cannot be used'),
      detail: listed.problem,
      listed,
      buttons: forget,
    };
  }
  const { model } = listed;
  const { predictFrom, formatMass } = await loadCore();
  const prediction = predictors && predictFrom(model, { predictors }).prediction;
  const { rows, r2Deviance } = model.fit;
  return {
    label: inUse ? `$(check) ${model.title}` : model.title,
    description: [
      vscode.l10n.t('{0} models', grouped(rows)),
      model.provenance.date,
      `R² ${r2Deviance.toFixed(2)}`,
    ]
      .filter((fact) => fact !== null)
      .join(' · '),
    detail: prediction ? vscode.l10n.t('This card: ≈ {0} · {1}', formatMass(prediction.grams), place) : place,
    listed,
    isInUse: inUse,
    buttons: [...(inUse || compare ? [] : [buttons.compare]), ...forget],
  };
}

/** Asks for a file and reads it; a file that cannot be used is refused with the reason. */
async function openModelFile(models: Models): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Open a model file'),
      openLabel: vscode.l10n.t('Open model'),
      filters: { [vscode.l10n.t('Emissions model')]: ['json'] },
    })) ?? [];
  if (file === undefined) return undefined;
  const read = await models.read(file);
  if ('model' in read) {
    await models.add(file);
    return file;
  }
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} cannot be used. {1}', vscode.workspace.asRelativePath(file), read.problem),
  );
  return undefined;
}
