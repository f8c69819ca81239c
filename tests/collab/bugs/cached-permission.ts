import { builtPrototype, engineFile } from '../harness/built.ts';

interface Member {
  grant: { readonly accessVersion: number };
}
interface Room {
  readonly accessVersion: number;
  reauthorize(member: Member): Promise<void>;
}

const keptFor = 60_000;
const room = await builtPrototype<Room>(engineFile('room'), 'Room');
const { reauthorize } = room;
const askedAt = new WeakMap<Member, number>();

/** An answer about access counts for a minute, whatever has changed since. */
room.reauthorize = async function (member) {
  const at = askedAt.get(member) ?? Date.now();
  askedAt.set(member, at);
  if (Date.now() - at < keptFor) {
    member.grant = { ...member.grant, accessVersion: this.accessVersion };
    return;
  }
  askedAt.delete(member);
  await reauthorize.call(this, member);
};
