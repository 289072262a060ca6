import type { Translation } from '../../translate.ts'
import type { VERDICTS as ENGLISH } from '../en/verdicts.ts'

export const VERDICTS: Translation<typeof ENGLISH> = {
  marks: {
    verbatim: 'wörtlich',
    close: 'fast wörtlich',
    supported: 'gestützt',
    computed: 'berechnet',
    contradicted: 'widersprochen',
    unsupported: 'ohne Quelle',
    unchecked: 'nicht bestätigt',
    pending: 'wird geprüft',
  },
  atPage: {
    verbatim:
      '{count, plural, one {Das zitierte Wort steht auf dieser Seite.} other {Alle # Wörter des Zitats stehen auf dieser Seite, in dieser Reihenfolge.}}',
    close: 'Der Wortlaut ähnelt der Seite, ist aber nicht derselbe. Vergleichen Sie, bevor Sie ihn zitieren.',
    supported:
      'In anderen Worten; sie bestätigen jede Sache, jede Zahl, jedes Datum, jeden Namen und jede Verneinung darin.',
    contradicted: 'Diese Worte sagen zur selben Sache etwas anderes.',
    computed: 'Nach einer Regel berechnet; die Herleitung zeigt jeden Schritt.',
    counted: 'Vom Programm aus diesen und den weiteren zitierten Worten gezählt oder addiert.',
    unchecked: 'Nennt diese Quelle. Nicht bestätigt: Lesen Sie sie, bevor Sie sich auf den Satz verlassen.',
    unsupported: 'Keine Textstelle stützt diesen Satz. Gezeigt wird eine Textstelle, die zur Frage gefunden wurde.',
  },
  onPaper: {
    verbatim: 'wörtlich',
    close: 'fast wörtlich',
    supported: 'gestützt',
    computed: 'berechnet',
    contradicted: 'von der Quelle widersprochen',
    unsupported: 'ohne Quelle: nicht darauf verlassen',
    unchecked: 'nennt eine Quelle, nicht bestätigt',
  },
  meanings: {
    verbatim: 'Wörtlich: Die Quelle enthält diese Wörter in dieser Reihenfolge.',
    close:
      'Fast wörtlich: die Wörter der Quelle bis auf die unter dem Satz genannten; dieselben Zahlen, Daten und Verneinungen.',
    supported:
      'Gestützt: in anderen Worten, doch eine Stelle der Quelle bestätigt jede Sache, jede Zahl, jedes Datum, jeden Namen und jede Verneinung.',
    computed:
      'Berechnet: Eine Regel ergibt es, die Herleitung steht unter den Sätzen; oder das Programm hat es aus den genannten Zitaten gezählt oder addiert.',
    contradicted: 'Widersprochen: Die Quelle sagt zur selben Sache etwas anderes; ihr Wortlaut ist angegeben.',
    unsupported: 'Ohne Quelle: Nichts in den Quellen stützt den Satz.',
    unchecked: 'Nennt eine Quelle, nicht bestätigt: Lesen Sie die Quelle, bevor Sie sich auf den Satz verlassen.',
  },
  counted: {
    verbatim: 'wörtlich',
    close: 'fast wörtlich',
    supported: 'gestützt',
    computed: 'berechnet',
    contradicted: 'widersprochen',
    unsupported: 'ohne Quelle',
    unchecked: 'nicht bestätigt',
  },
}
