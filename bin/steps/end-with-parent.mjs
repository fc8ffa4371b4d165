// Preloaded into every child of a start: when the parent is gone, also by a kill -9, the child ends as well.
// The child's own workers inherit the preload; they end with the child, and their channel is left alone.
if (process.channel && process.env.GONGBAO_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1));
  // Listening for it must not keep a finished child alive.
  process.channel.unref();
}
