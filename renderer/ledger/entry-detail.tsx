import type { LedgerData, LedgerEntry, LedgerKind } from '../../contract/ledger.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { usePackets } from '../second-opinion/use-consultations.ts'
import { useShell } from '../state/shell-context.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'
import { maskedWords } from '../second-opinion/packet-words.ts'
import { sourceRange } from './kind-words.ts'
import type { DescribedEntry } from './describe-entries.ts'
import { hasText, t, texts } from '../../wording/translate.ts'

type Data = LedgerEntry['data']

/** All that one entry says, nothing left out: in the ledger stand ids, hashes and counts, no words of a document. */
export function EntryDetail({ described: { entry, words } }: { readonly described: DescribedEntry }) {
  const { seq, time, kind, data, previous, hash } = entry
  return (
    <section className="rule-top" aria-labelledby="entry-detail" data-testid="entry-detail">
      <h3 className="h" id="entry-detail">
        {t('ledger.detail.title', { number: seq })}
      </h3>
      <p className="below-2">
        <b>{words.title}</b> {words.rest}
      </p>
      <PacketLink packetId={data.packetId} />
      <dl className="kv">
        <dt>{t('ledger.detail.when')}</dt>
        <dd>{formatTime(time)}</dd>
        <dt>{t('ledger.detail.kind')}</dt>
        <dd className="mono">{kind}</dd>
        {Object.entries(data).map(([name, value]) => (
          <Field key={name} name={name} value={value} />
        ))}
        <dt>{t('ledger.detail.hash')}</dt>
        <dd>
          <HashText hash={hash} />
        </dd>
        <dt>{t('ledger.detail.before')}</dt>
        <dd>
          <HashText hash={previous} />
        </dd>
      </dl>
    </section>
  )
}

/** What left, or would have, to its last character, as long as it is kept. */
function PacketLink({ packetId }: { readonly packetId: Data[string] | undefined }) {
  const { matter } = useShell()
  const packets = usePackets(matter?.id ?? null).value
  const packet = packets?.find((one) => one.packetId === packetId)
  if (!packet) return null
  return (
    <p className="below-2">
      <PlaceLink to={{ name: 'opinion', packet: packet.packetId, consultation: null }}>
        {t('ledger.detail.content', { count: packet.characters })}
      </PlaceLink>
    </p>
  )
}

function Field({ name, value }: { readonly name: string; readonly value: Data[string] }) {
  return (
    <>
      <dt>{fieldName(name)}</dt>
      <dd>{valueWords(value)}</dd>
    </>
  )
}

/** What the entries of all kinds record, none of which is without a name; of a kind that records nothing there is none. */
type FieldName = { readonly [Kind in LedgerKind]: FieldsOf<LedgerData<Kind>> }[LedgerKind]
type FieldsOf<Recorded> = string extends keyof Recorded ? never : keyof Recorded

/** What an entry of a later version has besides is called as it is there. */
function fieldName(name: string): string {
  const names: Readonly<Record<FieldName, string>> = texts('ledger.detail.fields')
  return hasText('ledger.detail.fields', name) ? names[name] : name
}

function valueWords(value: Data[string] | undefined): React.ReactNode {
  if (value === null || value === undefined) return t('ledger.detail.none')
  if (typeof value === 'boolean') return value ? t('ledger.detail.yes') : t('ledger.detail.no')
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? <HashText hash={value} /> : value
  return recordWords(value) ?? <span className="raw">{JSON.stringify(value, null, 1)}</span>
}

/** Source marks as a range, counts as a list; null for anything else. */
function recordWords(value: object): string | null {
  const parts: readonly unknown[] = Object.values(value)
  if (parts.length === 0) return t('ledger.detail.none')
  const marks = parts.map(sourceMark)
  if (Array.isArray(value) && marks.every((mark) => mark !== null)) return sourceRange(marks)
  const counts = Object.entries(value).filter((pair): pair is [string, number] => typeof pair[1] === 'number')
  return counts.length === parts.length ? maskedWords(Object.fromEntries(counts)) : null
}

/** `S1` or `R2`, by itself or of a source; null for anything else. */
function sourceMark(part: unknown): string | null {
  const mark = typeof part === 'object' && part !== null && 'source' in part ? part.source : part
  return typeof mark === 'string' && /^[SR]\d+$/.test(mark) ? mark : null
}
