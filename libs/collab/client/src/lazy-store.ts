import type { LocalStore } from './local-store.ts';

/** A store that opens when it is first asked for anything, or before by `begin`. */
export class LazyStore implements LocalStore {
  readonly #open: () => Promise<LocalStore>;
  #opening: Promise<LocalStore> | null = null;
  #store: LocalStore | null = null;

  constructor(open: () => Promise<LocalStore>) {
    this.#open = open;
  }

  /** Hoped for until it is known. */
  get isDurable(): boolean {
    return this.#store?.isDurable ?? true;
  }

  begin(): void {
    // Whoever asks for something is told.
    this.#get().catch(() => undefined);
  }

  readonly readCopy: LocalStore['readCopy'] = async (...args) => (await this.#get()).readCopy(...args);
  readonly appendCopy: LocalStore['appendCopy'] = async (...args) => (await this.#get()).appendCopy(...args);
  readonly replaceCopy: LocalStore['replaceCopy'] = async (...args) =>
    (await this.#get()).replaceCopy(...args);
  readonly writeHeader: LocalStore['writeHeader'] = async (...args) =>
    (await this.#get()).writeHeader(...args);
  readonly dropCopy: LocalStore['dropCopy'] = async (...args) => (await this.#get()).dropCopy(...args);
  readonly listEdits: LocalStore['listEdits'] = async (...args) => (await this.#get()).listEdits(...args);
  readonly addEdits: LocalStore['addEdits'] = async (...args) => (await this.#get()).addEdits(...args);
  readonly removeEdits: LocalStore['removeEdits'] = async (...args) =>
    (await this.#get()).removeEdits(...args);
  readonly refuseEdits: LocalStore['refuseEdits'] = async (...args) =>
    (await this.#get()).refuseEdits(...args);
  readonly clientIdsWithEdits: LocalStore['clientIdsWithEdits'] = async (...args) =>
    (await this.#get()).clientIdsWithEdits(...args);
  readonly roomsWithEdits: LocalStore['roomsWithEdits'] = async (...args) =>
    (await this.#get()).roomsWithEdits(...args);
  readonly takeClientId: LocalStore['takeClientId'] = async (...args) =>
    (await this.#get()).takeClientId(...args);
  readonly keepClientIds: LocalStore['keepClientIds'] = async (...args) =>
    (await this.#get()).keepClientIds(...args);
  readonly tryHold: LocalStore['tryHold'] = async (...args) => (await this.#get()).tryHold(...args);
  readonly holdWhenFree: LocalStore['holdWhenFree'] = async (...args) =>
    (await this.#get()).holdWhenFree(...args);
  readonly wipeRoom: LocalStore['wipeRoom'] = async (...args) => (await this.#get()).wipeRoom(...args);
  readonly wipePerson: LocalStore['wipePerson'] = async (...args) => (await this.#get()).wipePerson(...args);

  release(clientId: number): void {
    this.#store?.release(clientId);
  }

  async close(): Promise<void> {
    if (this.#opening) await (await this.#opening).close();
  }

  #get(): Promise<LocalStore> {
    this.#opening ??= this.#open().then((store) => (this.#store = store));
    return this.#opening;
  }
}
