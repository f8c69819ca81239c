/** Preloaded into a child: when whoever started it is gone, however it went, the child ends in good order too. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
