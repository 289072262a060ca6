import { createWordClass } from './word-classes.ts'

/** Words that say how much there is of something, or which of several, and not of what. */
const DEGREES = createWordClass({
  en: {
    sure: `none, slight, slightly, mild, mildly, moderate, moderately, severe, severely, marked, massive, minimal, minor, major, poor, poorly, good, normal, abnormal,
      low, lower, high, higher, intermediate, medium, other, others, another, present, absent, positive, negative, likely, unlikely, certain, unknown,
      known, controlled, uncontrolled, treated, untreated, grade, class, level, stage, type, degree, first, second, third, single, multiple, partial, complete`,
  },
  de: {
    sure: 'keine, gering, leicht, mäßig, mittel, schwer, ausgeprägt, niedrig, hoch, normal, andere, anderer, anderes, positiv, negativ, unbekannt, grad, klasse, stufe, stadium',
  },
  fr: {
    sure: 'aucun, aucune, léger, légère, modéré, modérée, sévère, faible, élevé, élevée, normal, autre, positif, négatif, inconnu, grade, classe, stade',
  },
  es: {
    sure: 'ninguno, ninguna, leve, moderado, moderada, grave, severo, bajo, alto, normal, otro, otra, positivo, negativo, desconocido, grado, clase, estadio',
  },
  it: {
    sure: 'nessuno, nessuna, lieve, moderato, moderata, grave, basso, alto, normale, altro, altra, positivo, negativo, ignoto, grado, classe, stadio',
  },
  pt: {
    sure: 'nenhum, nenhuma, leve, moderado, moderada, grave, baixo, alto, normal, outro, outra, positivo, negativo, desconhecido, grau, classe, estádio',
  },
  nl: {
    sure: 'geen, licht, matig, ernstig, laag, hoog, normaal, andere, positief, negatief, onbekend, graad, klasse, stadium',
  },
  pl: {
    sure: 'brak, łagodny, umiarkowany, ciężki, niski, wysoki, prawidłowy, inny, dodatni, ujemny, nieznany, stopień, klasa, stadium',
  },
})

/** Whether a word, in small letters, only says how much, or which. */
export function isDegree(word: string): boolean {
  return DEGREES.has(word)
}
