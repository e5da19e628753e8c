import * as vscode from 'vscode';
import type { RefitOutcome } from '../../core';
import type { ExportChoice, Job, JobEnd, RefitRunner } from '../../core/refit/worker-protocol';
import { loadCore } from '../core';
import { placeOf } from '../places';
import { askColumns } from './ask-columns';
import { nameOf } from './choose-export';
import type { RefitStorage } from './refit-storage';
import { refitTitle } from './refit-title';

/** Shows the report of a refit that has ended well. */
export type ShowReport = (folder: string) => Promise<void>;

/** Runs refits, one at a time. Nothing that one of them does touches the model in use. */
export class Refits implements vscode.Disposable {
  #job: { readonly name: string; readonly job: Job<unknown> } | undefined;

  constructor(
    private readonly runner: RefitRunner,
    private readonly storage: RefitStorage,
    private readonly showReport: ShowReport,
  ) {}

  dispose(): void {
    this.#job?.job.cancel();
  }

  /** Says that a refit was cut off by a reload or a crash, and offers to make it again. */
  async tellOfInterruption(): Promise<void> {
    const { underway } = this.storage;
    if (underway === undefined) return;
    await this.storage.setUnderway(undefined);
    await this.storage.remove(underway.folder);
    const again = vscode.l10n.t('Refit Again');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The refit from {0} was cut off when the window closed. Nothing has changed: the model in use is the former one.',
        nameOf(underway.choice),
      ),
      again,
    );
    if (answer === again) await this.start(underway.choice);
  }

  /** Refits an export: asks about unclear columns, shows how it goes on, and at the end the report. */
  async start(choice: ExportChoice): Promise<void> {
    if (!(await this.#mayBegin())) return;
    const clear = await this.#clarify(choice);
    if (clear !== undefined) await this.#run(clear);
  }

  /** One at a time: a second one asks whether the first is to be given up. */
  async #mayBegin(): Promise<boolean> {
    const running = this.#job;
    if (running === undefined) return true;
    const stop = vscode.l10n.t('Stop It');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('The refit from {0} is not done yet. Stop it and begin another one?', running.name),
      { modal: true },
      stop,
    );
    if (answer !== stop) return false;
    running.job.cancel();
    await running.job.end;
    // Whoever waits for that one as well says first how it ended.
    await Promise.resolve();
    this.#job = undefined;
    return true;
  }

  /** Looks at the columns, unless the user has told what they are. */
  async #clarify(choice: ExportChoice): Promise<ExportChoice | undefined> {
    if (choice.overrides.length > 0) return choice;
    const look = await this.#keepBusy(choice, this.runner.look(choice.paths));
    if (look.kind === 'cancelled') return undefined;
    if (look.kind === 'failed') {
      void vscode.window.showErrorMessage(look.reason);
      return undefined;
    }
    const { questions, delimiter } = look.value;
    const overrides = await askColumns(questions, nameOf(choice));
    return overrides && { ...choice, overrides, ...(delimiter !== undefined && { delimiter }) };
  }

  async #run(choice: ExportChoice): Promise<void> {
    const folder = placeOf(this.storage.newFolder());
    await this.storage.setUnderway({ choice, folder });
    const { progressPercent, progressWords } = await loadCore();
    const title = vscode.l10n.t('Refitting from {0}', nameOf(choice));
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const end = await vscode.window.withProgress(options, async (progress, token) => {
      let percent = 0;
      const job = this.runner.refit(choice, folder, (step) => {
        const reached = Math.max(percent, progressPercent(step));
        progress.report({ message: progressWords(step), increment: reached - percent });
        percent = reached;
      });
      token.onCancellationRequested(() => job.cancel());
      return this.#keepBusy(choice, job);
    });
    await this.storage.setUnderway(undefined);
    // Columns that led nowhere are not remembered: the next time they are asked about again.
    if (end.kind !== 'failed') await this.storage.addRecent(choice);
    switch (end.kind) {
      case 'done':
        return this.#finish(folder, end.value);
      case 'cancelled':
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The refit from {0} was stopped. Nothing has changed.', nameOf(choice)),
        );
        return;
      case 'failed':
        return this.#fail(choice, end.reason);
    }
  }

  async #keepBusy<T>(choice: ExportChoice, job: Job<T>): Promise<JobEnd<T>> {
    const running = { name: nameOf(choice), job };
    this.#job = running;
    const end = await job.end;
    if (this.#job === running) this.#job = undefined;
    return end;
  }

  async #finish(folder: string, outcome: RefitOutcome): Promise<void> {
    const before = this.storage.finished;
    await this.storage.setFinished({ folder });
    await this.showReport(folder);
    if (before) await this.storage.remove(before.folder);
    void vscode.window.setStatusBarMessage(
      vscode.l10n.t('{0}: done, not accepted yet', refitTitle(outcome)),
      10_000,
    );
  }

  async #fail(choice: ExportChoice, reason: string): Promise<void> {
    const again = vscode.l10n.t('Try Again');
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t('{0} The model in use has not changed.', reason),
      again,
    );
    if (answer === again) await this.start({ paths: choice.paths, overrides: [] });
  }
}
