import type { AppStore } from '../../store/app/app-store.ts'
import type { ShelvedPack } from './pack-shelf.ts'
import { cardRows } from '../cards/card-rows.ts'
import { writeCardYaml } from '../cards/card-yaml.ts'

/** A pack with its cards as they are now, a file each beside its rules. */
export function withItsCards(pack: ShelvedPack, app: AppStore): ShelvedPack {
  const cards = cardRows(app).filter(({ origin }) => origin.pack === pack.name)
  const written = cards.map((card) => ({ path: `cards/${card.card}.yaml`, text: writeCardYaml(card) }))
  const paths = new Set(written.map(({ path }) => path))
  return { ...pack, files: [...pack.files.filter(({ path }) => !paths.has(path)), ...written] }
}
