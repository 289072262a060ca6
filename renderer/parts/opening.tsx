import { useLate } from '../state/use-late.ts'

/** What is being waited for, in one sentence; nothing at all for the first 0.4 s. */
export function Opening({ children }: { readonly children: string }) {
  const isLate = useLate(true)
  return isLate ? (
    <p className="soft p-6" role="status">
      {children}
    </p>
  ) : null
}
