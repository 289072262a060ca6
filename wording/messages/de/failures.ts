import type { FAILURES as ENGLISH } from '../en/failures.ts'
import type { Translation } from '../../translate.ts'

export const FAILURES: Translation<typeof ENGLISH> = {
  system: {
    refused: 'Das System hat es verweigert: {reason}. Prüfen Sie den Pfad, seine Rechte und den freien Speicherplatz.',
  },
  process: {
    stopped: 'Der Prozess „{process}“ wurde beendet. Gespeichertes ist nicht verloren. Versuchen Sie es noch einmal.',
    stoppedBecause:
      'Der Prozess „{process}“ wurde beendet ({reason}). Gespeichertes ist nicht verloren. Versuchen Sie es noch einmal.',
    stoppedForGood:
      'Der Prozess „{process}“ wurde immer wieder beendet ({reason}). Gespeichertes ist nicht verloren. Starten Sie Consilium neu.',
  },
}
