/** Tells whoever started this server that it takes connections, and ends with it. */
export function ready(): void {
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
