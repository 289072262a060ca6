import { expect, it } from 'vitest'
import { withDates, withDayWords } from '../../wording/format-time.ts'
import { loadMessages } from '../../wording/messages/languages.ts'
import { languageOf, saidIn } from '../../wording/translate.ts'

it('a day that becomes words takes the word before it along, where the language says that word in another way', async () => {
  const german = languageOf(await loadMessages('de'))
  const said = saidIn(german, () => withDates('die Tage von 2025-06-06 bis 2025-06-30, der Werktag nach 2025-07-01'))
  expect(said).toBe('die Tage vom 6. Juni 2025 bis 30. Juni 2025, der Werktag nach dem 1. Juli 2025')
  expect(saidIn(german, () => withDayWords('läuft ab 2025-06-06'))).toBe('läuft ab dem Fr, 6. Juni 2025')
  expect(withDates('the days from 2025-06-06 to 2025-06-30')).toBe('the days from 6 June 2025 to 30 June 2025')
})
