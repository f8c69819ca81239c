const numbers = new WeakMap<object, number>();
let last = 0;

/** A number that is the same for as long as an object is the same one, to know it by in keys. */
export function identityOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(object, last);
  return last;
}
