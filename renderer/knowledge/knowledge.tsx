import { useState } from 'react'
import { usePacks } from '../facts/use-packs.ts'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ImportPack } from './import-pack.tsx'
import { Packs } from './packs.tsx'

/** What the program knows apart from the documents: packs of rules. */
export function Knowledge() {
  const packs = usePacks()
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <main className="work" id="work" tabIndex={-1}>
        <Bar title="Knowledge" sub="packs of rules">
          <Button isSmall onClick={() => setImporting(true)}>
            Import a pack…
          </Button>
        </Bar>
        <div className="col full">
          <FailureNote failure={packs.failure} />
          {packs.value ? <Packs packs={packs.value} /> : null}
        </div>
      </main>
      {isImporting ? <ImportPack onClose={() => setImporting(false)} /> : null}
    </>
  )
}
