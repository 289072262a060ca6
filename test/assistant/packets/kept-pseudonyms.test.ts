import { expect, test } from 'vitest'
import { KeptEntity } from '../../../assistant/packets/matter-pseudonyms.ts'
import { madeUpDetection } from '../../disclosure/packet/made-up-detector.ts'
import { inputOf, packetOf } from '../../disclosure/packet/made-up-packet.ts'

test('all that a packet learnt of its names, ages and birthdays comes back as it was kept', () => {
  const text = 'Mr Edwin Calloway, born 1951-03-14. Seen on 2025-06-03, aged 74, and on 2025-06-04 aged 92.'
  const { built } = packetOf(inputOf(['When?', text]), madeUpDetection({ names: { 'Edwin Calloway': 'person' } }))
  expect(built.map.entities.flatMap(({ bands = [] }) => bands)).not.toEqual([])
  expect(built.map.entities.map((entity) => KeptEntity.parse(JSON.parse(JSON.stringify(entity))))).toEqual(
    built.map.entities,
  )
})
