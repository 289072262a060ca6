import type { entryToBe } from './packet-words.ts'

type Props = { readonly entry: ReturnType<typeof entryToBe>; readonly isWritten: boolean }

/** The entry of the ledger that would come about. */
export function LedgerLine({ entry: { settled, open, consent }, isWritten }: Props) {
  return (
    <section className="mt-4" aria-labelledby="ledger-line">
      <h2 className="h" id="ledger-line">
        {isWritten ? 'In the ledger' : 'Ledger entry to be written'}
        <span className="muted">{isWritten ? '' : 'before the first byte is sent, completed after'}</span>
      </h2>
      <p className="ledger-line">
        {settled}
        {open ? (
          <>
            {', '}
            <b className="warn">{open}</b>
          </>
        ) : null}
        {' · consent: '}
        <b className={consent === 'none yet' ? 'warn' : ''}>{consent}</b>
      </p>
    </section>
  )
}
