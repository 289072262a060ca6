import { useEffect, useState } from 'react'

/** Nothing shows before this, so that what is quick does not flicker. */
const LATE_MS = 400

/** True once `isWaiting` has lasted for 0.4 s. */
export function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWaiting])
  return isWaiting && isLate
}
