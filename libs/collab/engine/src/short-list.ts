const SHORT = 8;

/**
 * The list with one more at its end. A short one is made anew at its exact size: arrays that grow make room for
 * sixteen more, and most of these lists stay at one or two for as long as a room is open.
 */
export function withOneMore<T>(list: T[], value: T): T[] {
  if (list.length < SHORT) return list.concat([value]);
  list.push(value);
  return list;
}
