/** The letter of the n-th question of an agenda, from 0: A to Z, then AA, AB and on. */
export function questionLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : questionLetter(Math.floor(index / 26) - 1) + last;
}
