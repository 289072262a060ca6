import { useState } from 'react'

/** The value, and while it is null the one before it, so that nothing that is open closes until the next one is there. */
export function useLast<T extends object>(value: T | null): T | null {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
