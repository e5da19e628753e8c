import * as vscode from 'vscode';
import type { Card, CardFacts, CardPrediction } from '../core';
import type { CodeCarbonRuns } from '../core/judgement/card-facts';
import type { HubFacts } from '../core/predictors/hub-facts';
import type { RepositoryFacts } from '../core/predictors/repository-facts';
import type { RepositoryReader } from '../core/predictors/repository-reader';
import type { CardFactsSource } from './card-facts';
import type { Cards } from './cards';
import { loadCore } from './core';
import type { Hub } from './hub';
import type { Models } from './models/models';
import { placeOf } from './places';
import type { ProjectConfigs } from './project-configs';
import { readPredictorSettings, SECTION } from './settings';

/** What was found in a card's folder is looked up again after this time, and whenever the card is saved. */
const FRESH_MS = 60_000;

/** Of so many folders is kept what was found; a check of all cards looks into thousands. */
const KEPT_FOLDERS = 100;

interface FolderReading {
  readonly at: number;
  readonly surroundings: Promise<Surroundings>;
}

/** What lies beside a card. */
interface Surroundings {
  readonly repository?: RepositoryFacts;
  readonly codecarbon?: readonly CodeCarbonRuns[];
}

const NOTHING: Surroundings = {};

/** What is known of a card beyond its text. */
export interface CardOutlook {
  readonly prediction: CardPrediction;
  readonly facts: CardFacts;
  readonly repository?: RepositoryFacts;
}

/** Predicts the emissions of cards, and keeps what prediction knows of their folders. */
export class Predictions implements CardFactsSource, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  readonly #folders = new Map<string, FolderReading>();
  readonly #facts = new WeakMap<vscode.TextDocument, CardFacts>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires with the card whose facts changed, or with nothing where all may have. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly cards: Cards,
    private readonly models: Models,
    private readonly reader: RepositoryReader,
    private readonly hub: Hub,
    projectConfigs: ProjectConfigs,
  ) {
    this.#subscriptions = [
      models.onDidChange(() => this.#changed.fire(undefined)),
      projectConfigs.onDidChange(() => this.#changed.fire(undefined)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        this.#folders.delete(folderOf(uri));
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#folders.clear();
        this.#changed.fire(undefined);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#changed.fire(undefined);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** What is known now. Asks for more in the background, and `onDidChange` tells when it came. */
  of(document: vscode.TextDocument): CardFacts {
    const known = this.#facts.get(document);
    if (known !== undefined) return known;
    const nothing: CardFacts = {};
    this.#facts.set(document, nothing);
    void this.for(document);
    return nothing;
  }

  /** The prediction for the document's present version. */
  async for(document: vscode.TextDocument): Promise<CardPrediction> {
    const { factsOf } = await loadCore();
    const { repository, codecarbon } = await this.#surroundings(document);
    const card = await this.cards.read(document);
    const prediction = await this.#predict(document.uri, card, repository);
    const facts: CardFacts = { ...factsOf(prediction), ...(codecarbon && { codecarbon }) };
    if (!same(facts, this.#facts.get(document))) {
      this.#facts.set(document, facts);
      this.#changed.fire(document.uri);
    }
    return prediction;
  }

  /** The prediction for a card that need not be open, with what lies beside it and what the judgement may use. */
  async ofCard(uri: vscode.Uri, card: Card): Promise<CardOutlook> {
    const { factsOf } = await loadCore();
    const { repository, codecarbon } = await this.#surroundings({ uri });
    const prediction = await this.#predict(uri, card, repository);
    const facts: CardFacts = { ...factsOf(prediction), ...(codecarbon && { codecarbon }) };
    return { prediction, facts, ...(repository && { repository }) };
  }

  async #predict(
    uri: vscode.Uri,
    card: Card,
    repository: RepositoryFacts | undefined,
  ): Promise<CardPrediction> {
    const { predictCard } = await loadCore();
    const { model } = await this.models.inUse();
    const hub = await this.#askHub(card, repository);
    const unread = whyUnread(uri, this.reader);
    return predictCard(model, {
      card,
      settings: readPredictorSettings(uri),
      repositoryName: repositoryName(uri),
      ...(repository && { repository }),
      ...(unread !== undefined && { unread }),
      ...hub,
    });
  }

  /** The Hub knows a model by the name in the git remote; of an adapter, it is asked about the base model as well. */
  async #askHub(
    card: Card,
    repository: RepositoryFacts | undefined,
  ): Promise<{ hub?: HubFacts; hubBaseModel?: HubFacts }> {
    const name = repository?.git.state === 'history' ? repository.git.hubRepository : undefined;
    const { baseModelOf } = await loadCore();
    const base = repository?.adapterConfig && baseModelOf(repository, card.metadata?.values ?? {});
    const hub = name === undefined ? undefined : await this.hub.factsOf(name);
    const hubBaseModel = base === undefined ? undefined : await this.hub.factsOf(base);
    return { ...(hub && { hub }), ...(hubBaseModel && { hubBaseModel }) };
  }

  /** Nothing is read beside the card, and no process started, in a folder that the user does not trust. */
  async #surroundings({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<Surroundings> {
    const { reader } = this;
    if (whyUnread(uri, reader) !== undefined) return NOTHING;
    const folder = folderOf(uri);
    const known = this.#folders.get(folder);
    if (known !== undefined && Date.now() - known.at < FRESH_MS) return known.surroundings;
    const surroundings = lookAround(reader, folder).catch(() => NOTHING);
    // Set anew, a folder is the youngest one; the oldest comes first.
    this.#folders.delete(folder);
    this.#folders.set(folder, { at: Date.now(), surroundings });
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > KEPT_FOLDERS && oldest !== undefined) this.#folders.delete(oldest);
    return surroundings;
  }
}

/** Why nothing is read beside a card, as a sentence; undefined where it is. */
function whyUnread({ scheme }: vscode.Uri, reader: RepositoryReader): string | undefined {
  if (scheme === 'untitled') {
    return vscode.l10n.t('The card is not saved yet, so this rests on its text alone.');
  }
  if (!reader.reads(scheme)) {
    return vscode.l10n.t('The card’s folder is not on this machine, so this rests on the card alone.');
  }
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('You have not trusted this folder, so nothing beside the card was read.');
  }
  return undefined;
}

async function lookAround(reader: RepositoryReader, folder: string): Promise<Surroundings> {
  const repository = await reader.readRepository(folder);
  return { repository, codecarbon: await reader.readCodeCarbon(folder, repository.emissionsFiles) };
}

/** Runs are compared by identity: a folder that was not read again has the same ones. */
function same(facts: CardFacts, known: CardFacts | undefined): boolean {
  return (
    known !== undefined &&
    facts.codecarbon === known.codecarbon &&
    JSON.stringify(facts.prediction) === JSON.stringify(known.prediction)
  );
}

function folderOf(uri: vscode.Uri): string {
  return placeOf(vscode.Uri.joinPath(uri, '..'));
}

/** "owner/name" cannot be told from a path; the folder's name is what clones are called. */
function repositoryName(uri: vscode.Uri): string {
  return vscode.Uri.joinPath(uri, '..').path.split('/').at(-1) ?? '';
}
