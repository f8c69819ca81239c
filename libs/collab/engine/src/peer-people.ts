import type { PresenceChange, PresentPerson } from '@kring/collab-protocol';

/** Who is in a room by way of other processes, as those tell it. SPEC W3. */
export class PeerPeople {
  /** One process alone never needs it. */
  #people: Map<number, { peer: string; person: PresentPerson }> | null = null;

  get(clientId: number): PresentPerson | undefined {
    return this.#people?.get(clientId)?.person;
  }

  all(): PresentPerson[] {
    return [...(this.#people?.values() ?? [])].map(({ person }) => person);
  }

  /** Takes what a process tells of its people; what of it is news. */
  apply(peer: string, changes: readonly PresenceChange[]): PresenceChange[] {
    return changes.filter((change) => {
      if (change.kind === 'here') {
        (this.#people ??= new Map()).set(change.person.clientId, { peer, person: change.person });
        return true;
      }
      const known = this.#people?.get(change.clientId);
      // Somebody who moved from one process to another is gone from the first only.
      if (known?.peer !== peer) return false;
      if (change.kind === 'gone') return this.#people?.delete(change.clientId) === true;
      known.person = { ...known.person, cursor: change.cursor };
      return true;
    });
  }

  /** The process went; these went with it. */
  forget(peer: string): PresenceChange[] {
    const own = [...(this.#people ?? [])].filter(([, known]) => known.peer === peer);
    return this.apply(
      peer,
      own.map(([clientId]) => ({ kind: 'gone', clientId })),
    );
  }
}
