export interface Listeners<T> {
  /** Returns a function that takes the listener away again. */
  add(listener: (value: T) => void): () => void
  tell(value: T): void
}

/** A list of functions to be called; a listener may take itself away while it is being called. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(value) {
      listeners.forEach((listener) => listener(value))
    },
  }
}
