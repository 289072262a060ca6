import type { LedgerEntry } from '../../contract/ledger.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { StateMark } from '../parts/marks.tsx'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'
import { shortHash } from '../../wording/phrases.ts'
import { sendingsIn, type DescribedEntry } from './describe-entries.ts'
import type { Verified } from './use-ledger.ts'
import { t } from '../../wording/translate.ts'
import { messageText } from '../../wording/message-text.ts'

type Props = {
  readonly described: readonly DescribedEntry[]
  readonly verified: Verified | null
  /** Null: the ledger of the program. */
  readonly matter: string | null
  readonly onShow: (seq: number) => void
  readonly onExport: () => void
}

/** What the check found. It never says that nothing was left out. */
export function Verification({ described, verified, matter, onShow, onExport }: Props) {
  if (!verified) return <p className="small soft">{t('verification.notYet')}</p>
  const { check } = verified
  if (check.valid) return <Unbroken verified={verified} described={described} matter={matter} />
  return <Broken verified={verified} described={described} matter={matter} onShow={onShow} onExport={onExport} />
}

type UnbrokenProps = Pick<Props, 'described' | 'matter'> & { readonly verified: Verified }

function Unbroken({ verified, described, matter }: UnbrokenProps) {
  const last = described[0]
  return (
    <div className="verification">
      <StateMark shape="ready" tone="ok">
        {t('verification.unbroken')}
      </StateMark>
      <table className="calc above-2">
        <tbody>
          <tr>
            <th scope="row">{t('verification.entriesRead')}</th>
            <td className="n">{formatNumber(verified.check.entries)}</td>
          </tr>
          <tr>
            <th scope="row">{t('verification.eachHasHash')}</th>
            <td className="n ok">{t('verification.yes')}</td>
          </tr>
          {matter !== null ? (
            <tr>
              <th scope="row">
                {t('verification.lastHash')}
                {last ? <small className="mono">{shortHash(last.entry.hash)}</small> : null}
              </th>
              <td className="n ok">{t('verification.yes')}</td>
            </tr>
          ) : null}
          <SendingRows {...{ verified, described, matter }} />
        </tbody>
      </table>
      <p className="small soft above-2">{t('verification.shows')}</p>
    </div>
  )
}

/** Whether what left is recorded in both places, and whether a sending never came to an end. */
function SendingRows({ verified: { program }, described, matter }: UnbrokenProps) {
  if (program === null || matter === null) return null
  const entries = described.map(({ entry }) => entry).toReversed()
  const sendings = countSendings(entries, program, matter)
  const { intents, ended } = sendingsIn(entries)
  const open = [...intents.keys()].filter((seq) => !ended.has(seq)).length
  return (
    <>
      <tr>
        <th scope="row">
          {t('verification.sendings')}
          {sendings.isImported ? <small>{t('verification.sinceImport')}</small> : null}
        </th>
        <td className={sendings.here === sendings.program ? 'n' : 'n bad'}>{t('verification.twoCounts', sendings)}</td>
      </tr>
      <tr>
        <th scope="row">{t('verification.openIntents')}</th>
        <td className={open > 0 ? 'n warn' : 'n'}>
          {open > 0 ? <Glyph shape="caution" /> : null} {open}
        </td>
      </tr>
    </>
  )
}

type BrokenProps = Pick<Props, 'described' | 'matter' | 'onShow' | 'onExport'> & { readonly verified: Verified }

function Broken({ verified, described, matter, onShow, onExport }: BrokenProps) {
  const { entries, firstBad, why } = verified.check
  const bad = firstBad ?? 0
  const first = described.find(({ entry }) => entry.seq === firstBad)
  return (
    <div className="verification stack-5">
      <div>
        <StateMark shape="failed" tone="bad">
          {why ? messageText(why).replace(/\.$/, '') : t('verification.doesNotFit', { number: bad })}
        </StateMark>
        <table className="calc above-2">
          <tbody>
            <tr>
              <th scope="row">{t('verification.entriesVerified')}</th>
              <td className="n">{bad > 1 ? t('verification.range', { last: bad - 1 }) : t('verification.none')}</td>
            </tr>
            <tr>
              <th scope="row">
                {t('verification.firstBad')}
                {first ? (
                  <small>
                    {t('verification.firstBadEntry', {
                      time: formatTime(first.entry.time),
                      title: first.words.title.replace(/[:.]$/, ''),
                    })}
                  </small>
                ) : null}
              </th>
              <td className="n bad">{formatNumber(bad)}</td>
            </tr>
            <SendingRows {...{ verified, described, matter }} />
          </tbody>
        </table>
      </div>
      <AfterBroken entries={entries} bad={bad} isShown={first !== undefined} onShow={onShow} onExport={onExport} />
    </div>
  )
}

type AfterProps = Pick<Props, 'onShow' | 'onExport'> & {
  readonly entries: number
  readonly bad: number
  readonly isShown: boolean
}

function AfterBroken({ entries, bad, isShown, onShow, onExport }: AfterProps) {
  return (
    <>
      <section aria-labelledby="ledger-kept">
        <h3 className="h" id="ledger-kept">
          {t('verification.kept')}
        </h3>
        <p className="small soft">{t('verification.keptHint', { count: entries, first: bad })}</p>
      </section>
      <section aria-labelledby="ledger-todo">
        <h3 className="h" id="ledger-todo">
          {t('verification.todo')}
        </h3>
        <p className="small soft below-2">{t('verification.todoHint')}</p>
        <div className="btns">
          <Button isSmall onClick={onExport}>
            {t('verification.export')}
          </Button>
          {isShown ? (
            <Button isSmall onClick={() => onShow(bad)}>
              {t('verification.show', { number: bad })}
            </Button>
          ) : null}
        </div>
      </section>
    </>
  )
}

/** How often something left a matter: by its own ledger and by the program's, which must agree. */
type SendingCounts = {
  readonly here: number
  readonly program: number
  /** Whether the matter came from an exported file: what was sent before left from where it was, and is not counted. */
  readonly isImported: boolean
}

/** `program`: entries of the program's ledger, of any matter. */
export function countSendings(
  entries: readonly LedgerEntry[],
  program: readonly LedgerEntry[],
  matter: string,
): SendingCounts {
  const ofMatter = program.filter(({ data }) => data.matter === matter)
  const here = sinceLast('imported', entries)
  return {
    here: here.filter(({ kind }) => kind === 'sending-intended').length,
    program: sinceLast('matter-imported', ofMatter).filter(({ kind }) => kind === 'sending').length,
    isImported: here.length < entries.length,
  }
}

function sinceLast(kind: string, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.slice(entries.findLastIndex((entry) => entry.kind === kind) + 1)
}
