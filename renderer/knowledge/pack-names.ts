import { useMemo } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { usePacks } from '../facts/use-fact-data.ts'
import { t } from '../../wording/translate.ts'

/** Packs by their key, as a reader knows them; a key is for files and links. */
export type PackNames = ReadonlyMap<string, string>

/** Their titles; a copy that has kept the title of another also has the name that its owner gave it. */
export function packNames(packs: readonly Pick<Pack, 'pack' | 'title' | 'shipped'>[]): PackNames {
  const titled = Map.groupBy(packs, ({ title }) => title)
  return new Map(
    packs.map(({ pack, title, shipped }) => [
      pack,
      shipped || titled.get(title)?.length === 1 ? title : t('knowledge.packs.copyNamed', { title, name: pack }),
    ]),
  )
}

export function usePackNames(): PackNames {
  const packs = usePacks().value
  return useMemo(() => packNames(packs ?? []), [packs])
}

/** What a key is called; itself where its pack is no longer there. */
export function packName(names: PackNames, pack: string): string {
  return names.get(pack) ?? pack
}
