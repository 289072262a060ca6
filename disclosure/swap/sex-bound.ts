/** What only one sex has: swapped, the case would be none. */
const BOUND =
  /(?<!\p{L})(?:pregnan\p{L}*|prostat\p{L}*|ovar(?:y|ies|ian)|uter(?:us|ine)|hysterectom\p{L}*|endometri\p{L}*|(?:post|peri|pre)?-?menopaus\p{L}*|menstru\p{L}*|vagin\p{L}*|vulv\p{L}*|cervical (?:cancer|smear|carcinoma|screening)|placent\p{L}*|gravida|miscarriage|breast-?feeding|lactating|pen(?:is|ile)|testic\p{L}*|testis|testes|scrot\p{L}*|sperm\p{L}*|semen|vasectom\p{L}*|PSA|erectile|eclampsia|preeclampsia|pre-eclampsia|antenatal|postpartum|obstetric\p{L}*|gyna?ecolog\p{L}*|maternity|paternity|schwanger\p{L}*|Prostata\p{L}*|Eierst[oö]ck\p{L}*|Gebärmutter\p{L}*|Hoden\p{L}*|Wechseljahre\p{L}*|Menstruation\p{L}*|Mutterschutz\p{L}*|Vaterschaft\p{L}*)(?!\p{L})/giu

/** Each once, as it is written first. */
export function sexBoundWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.match(BOUND) ?? [])
  return [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed()
}
