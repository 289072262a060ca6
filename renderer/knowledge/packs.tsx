import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/marks.tsx'
import { formatCount } from '../../wording/format-quantity.ts'
import { CopyPack, ExportPack, RemovePack } from './pack-dialogs.tsx'
import { ProblemList } from './problem-list.tsx'

type Open = { readonly dialog: 'copy' | 'export' | 'remove'; readonly pack: Pack }

/** All packs: what is in them, whether they were reviewed, what is wrong with them. */
export function Packs({ packs }: { readonly packs: readonly Pack[] }) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p className="soft below-3 packs-words">
        A pack is a folder of text files: words, rules, calendars. It can be read, shared and reviewed as text. Which of
        them a matter uses is chosen in the matter, under Facts.
      </p>
      <table className="data" aria-label="Packs">
        <thead>
          <tr>
            <th scope="col">Pack</th>
            <th scope="col">Holds</th>
            <th scope="col">Reviewed</th>
            <th scope="col">Licence</th>
            <th scope="col" className="act">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <PackRow
              key={pack.pack}
              pack={pack}
              onCopy={() => setOpen({ dialog: 'copy', pack })}
              onExport={() => setOpen({ dialog: 'export', pack })}
              onRemove={() => setOpen({ dialog: 'remove', pack })}
            />
          ))}
        </tbody>
      </table>
      {packs.length === 0 ? <p className="soft above-3">No packs yet. Import a folder.</p> : null}
      {open?.dialog === 'copy' ? <CopyPack pack={open.pack} onCopied={() => {}} onClose={close} /> : null}
      {open?.dialog === 'export' ? <ExportPack pack={open.pack} onClose={close} /> : null}
      {open?.dialog === 'remove' ? <RemovePack pack={open.pack} onClose={close} /> : null}
    </>
  )
}

type RowProps = {
  readonly pack: Pack
  readonly onCopy: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
}

function PackRow({ pack, onCopy, onExport, onRemove }: RowProps) {
  const { title, pack: name, version, language, rules, calculators, reviewed, licence, shipped, problems } = pack
  return (
    <tr data-testid="pack">
      <th scope="row">
        {title} <span className="muted">{version}</span>
        <small>
          {name}, {language}
          {shipped ? ', comes with the program' : ''}
        </small>
        {problems.length > 0 ? <ProblemList problems={problems} onGo={null} /> : null}
      </th>
      <td>
        {formatCount(rules, 'rule')}
        <small>{formatCount(calculators, 'calculator')}</small>
      </td>
      <td>
        {reviewed ? (
          <StateMark shape="ready" tone="ok">
            reviewed
          </StateMark>
        ) : (
          <StateMark shape="caution" tone="warn">
            sample, not reviewed guidance
          </StateMark>
        )}
      </td>
      <td>{licence ?? 'none given'}</td>
      <td className="act">
        <Button look="quiet" isSmall aria-label={`Copy ${title}`} onClick={onCopy}>
          Copy…
        </Button>
        <Button look="quiet" isSmall aria-label={`Export ${title}`} onClick={onExport}>
          Export…
        </Button>
        {shipped ? null : (
          <Button look="quiet" isSmall aria-label={`Remove ${title}`} onClick={onRemove}>
            Remove…
          </Button>
        )}
      </td>
    </tr>
  )
}
