import type { VERIFICATION as ENGLISH } from '../en/verification.ts'
import type { Translation } from '../../translate.ts'

export const VERIFICATION: Translation<typeof ENGLISH> = {
  broken: {
    missing: 'Eintrag {entry, number} fehlt; an seiner Stelle steht Eintrag {found, number}.',
    notFollowing: 'Eintrag {entry, number} schließt nicht an den vorigen an.',
    altered: 'Eintrag {entry, number} wurde verändert.',
    notLast: 'Eintrag {entry, number} ist nicht der, der zuletzt geschrieben wurde.',
    notAnchored: 'Eintrag {entry, number} und die folgenden fehlen in der Zählung, die Consilium getrennt aufbewahrt.',
    ends: 'Das Prüfprotokoll endet nach Eintrag {entries, number}, geschrieben wurden aber {written, number} Einträge.',
    notAnEntry: 'Zeile {line, number} ist kein Eintrag, wie er geschrieben wurde.',
    cutOff: 'Die letzte Zeile ist abgeschnitten.',
  },
  title: 'Prüfung',
  endedIn: '{time}, {took}',
  notYet:
    'Seit dem Öffnen des Prüfprotokolls nicht geprüft. Beim Prüfen wird die Prüfsumme jedes Eintrags neu berechnet und geprüft, ob jeder Eintrag die des vorigen enthält.',
  unbroken: 'Die Kette ist lückenlos',
  entriesRead: 'Gelesene Einträge',
  eachHasHash: 'Jeder enthält die Prüfsumme des vorigen',
  lastHash: 'Die letzte Prüfsumme gleicht der getrennt aufbewahrten',
  yes: 'ja',
  shows:
    'Das zeigt, dass kein Eintrag verändert wurde. Es kann nicht ausschließen, dass jemand, der das ganze Prüfprotokoll neu schreiben kann, etwas weggelassen hat.',
  sendings: 'Gesendet, laut diesem Prüfprotokoll und laut dem von Consilium',
  sinceImport: 'seit dem Import der Akte',
  twoCounts: '{here, number} und {program, number}',
  openIntents: 'Begonnen und nie abgeschlossen',
  doesNotFit: 'Eintrag {number, number} passt nicht zum vorigen',
  entriesVerified: 'Einträge, die stimmen',
  range: '1 bis {last, number}',
  none: 'keine',
  firstBad: 'Erster, der nicht stimmt',
  firstBadEntry: '{time}, {title}',
  kept: 'Was erhalten blieb',
  keptHint:
    'Das Prüfen hat nichts verändert. {count, plural, one {# Eintrag ist} other {# Einträge sind}} weiterhin lesbar; ab Eintrag {first, number} ist nichts bewiesen.',
  todo: 'Was Sie tun können',
  todoHint:
    'Erstellen Sie eine Kopie des Prüfprotokolls, wie es ist, und vergleichen Sie sie mit einem früheren Export oder einer Sicherung.',
  export: 'Prüfprotokoll unverändert exportieren\u00A0…',
  show: 'Eintrag {number, number} zeigen',
}
