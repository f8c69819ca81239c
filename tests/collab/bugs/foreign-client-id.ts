import { builtPrototype, engineFile } from '../harness/built.ts';

interface Room {
  add(member: { readonly ownIds: Set<number> }): void;
}

const room = await builtPrototype<Room>(engineFile('room'), 'Room');
const { add } = room;

/** Every client id counts as one's own. */
room.add = function (member) {
  member.ownIds.has = () => true;
  add.call(this, member);
};
