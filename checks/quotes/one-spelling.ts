/** Beginnings and ends that British and American writers spell differently; only where no other word comes out. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(col|fav|lab|hon|neighb|harb|behavi|hum|rum|vap|end[ei]av|tum|sav|fl?av|rig|vig|od|arm|parl|cand|val)our/, '$1or'],
  [/^practise/, 'practice'],
  [/^grey/, 'gray'],
  [/(?<=\p{L}{4})is(e[ds]?|ing|ations?|ers?)$/u, 'iz$1'],
  [/yse([ds]?)$/, 'yze$1'],
  [/^(cent|met|lit|fib|theat|calib|milli?met|centimet|kilomet|millilit)re(s?)$/, '$1er$2'],
  [/^(def|off|pret|lic)ence/, '$1ense'],
  [/^(judg|acknowledg|abridg)ement/, '$1ment'],
  [
    /^(travel|cancel|label|model|counsel|level|total|signal|fuel|channel|enrol|fulfil|instal)l(?=ed|ing|er|or|ment|s?$)/,
    '$1',
  ],
  [/^(an|leuk|isch|septic|ur|glyc|hypoglyc|hyperglyc|hyperkal|hypokal|hyponatr|bacter)aem/, '$1em'],
  [/^haem/, 'hem'],
  [/^(p|orthop)aed/, '$1ed'],
  [/^(gyn|encyclop|c|pal)ae/, '$1e'],
  [/^(o)e(?=dem|soph|strog)/, 'e'],
  [/^foe(?=t)/, 'fe'],
  [/rrhoe/, 'rrhe'],
  [/(progr|gr|kilogr|milligr)amme(s?)$/, '$1am$2'],
  [/(catal|dial|anal)ogue(s?)$/, '$1og$2'],
  [/^(alumin)ium$/, '$1um'],
  [/^(sul)ph/, '$1f'],
]

/** The word as one of its spellings, so that "colour" equals "color". Lower case, letters only. */
export function oneSpelling(word: string): string {
  return SPELLINGS.reduce((spelt, [pattern, other]) => spelt.replace(pattern, other), word)
}
