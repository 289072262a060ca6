import type { LedgerData, LedgerEntry, LedgerKind } from '../../contract/ledger.ts'
import { formatBytes, formatNumber } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'
import { hasText, knownText, t, texts } from '../../wording/translate.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { maskedWords } from '../second-opinion/packet-words.ts'
import { usePackets } from '../second-opinion/use-consulting.ts'
import { useShell } from '../state/shell-context.ts'
import type { DescribedEntry } from './describe-entries.ts'
import { type NamedIds, sourceRange } from './kind-words.ts'
import { modelName } from '../../wording/model-name.ts'

type Data = LedgerEntry['data']

type Props = { readonly described: DescribedEntry; readonly names: NamedIds }

/** All that one entry says in words; its ids and codes, as its file has them, are behind one press. */
export function EntryDetail({ described: { entry, words }, names }: Props) {
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
        {Object.keys(data).map((name) => (
          <Field key={name} name={name} data={data} names={names} />
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
      <details className="small above-3">
        <summary>{t('ledger.detail.recorded')}</summary>
        <pre className="raw-text">{JSON.stringify({ kind, data }, null, 1)}</pre>
      </details>
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

type FieldProps = { readonly name: string; readonly data: Data; readonly names: NamedIds }

/** What is recorded under one name; nothing where only a program can read it. */
function Field({ name, data, names }: FieldProps) {
  const words = fieldWords(name, data, names)
  if (words === null) return null
  return (
    <>
      <dt>{fieldName(name)}</dt>
      <dd>{words}</dd>
    </>
  )
}

/** What entries record, of every kind: each field needs its name in the window. */
type FieldName = { readonly [Kind in LedgerKind]: FieldsOf<LedgerData<Kind>> }[LedgerKind]
type FieldsOf<Recorded> = string extends keyof Recorded ? never : keyof Recorded

/** What an entry of a later version has besides is called as it is there. */
function fieldName(name: string): string {
  const names: Readonly<Record<FieldName, string>> = texts('ledger.detail.fields')
  return hasText('ledger.detail.fields', name) ? names[name] : name
}

/** A value in words, an id by what it names; null for an id that names nothing now, and for a code. */
function fieldWords(name: string, data: Data, names: NamedIds): React.ReactNode {
  const value = data[name]
  if (value === null || value === undefined) return t('ledger.detail.none')
  if (typeof value === 'boolean') return value ? t('ledger.detail.yes') : t('ledger.detail.no')
  if (typeof value === 'number') return name === 'bytes' ? formatBytes(value) : formatNumber(value)
  // The model of a provider is called what its provider calls it.
  if (typeof value === 'string') return name === 'model' && 'provider' in data ? value : textWords(name, value, names)
  return recordWords(value) ?? listedWords(name, value, names)
}

function textWords(name: string, value: string, names: NamedIds): React.ReactNode {
  if (/^[0-9a-f]{64}$/.test(value)) return <HashText hash={value} />
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatTime(value)
  if (name === 'format') return knownText('ledger.common.formats', value) ?? value
  if (SAID_AS_IT_IS.has(name)) return value
  return names.called(name, value)
}

/** Names that people gave, and addresses. */
const SAID_AS_IT_IS: ReadonlySet<string> = new Set<FieldName>(['address', 'by', 'host', 'provider', 'reference'])

/** A model with its checksum, or the names of several things; null where not all of them have one. */
function listedWords(name: string, value: object, names: NamedIds): React.ReactNode {
  if ('sha256' in value && 'id' in value && typeof value.id === 'string' && typeof value.sha256 === 'string')
    return (
      <>
        {modelName(value.id)} <HashText hash={value.sha256} />
      </>
    )
  const ids = Object.values(value).map((one: unknown) =>
    typeof one === 'object' && one !== null && 'documentId' in one ? ['documentId', one.documentId] : [name, one],
  )
  const said = ids.map(([of, id]) => (typeof of === 'string' && typeof id === 'string' ? names.called(of, id) : null))
  return said.every((words) => words !== null) ? said.join('; ') : null
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
