/**
 * The same events; when nobody reads on, as when a window is closed, `stop` is aborted and the rest is waited for. Ending a
 * generator in the middle would leave a question without its answer and without its entry in the ledger.
 */
export async function* finishedByItself<T>(
  events: AsyncGenerator<T, void, void>,
  stop: AbortController,
): AsyncGenerator<T, void, void> {
  let next = await events.next()
  try {
    for (; !next.done; next = await events.next()) yield next.value
  } finally {
    if (!next.done) stop.abort(new Error('nobody listens any more'))
    while (!next.done) next = await events.next()
  }
}
