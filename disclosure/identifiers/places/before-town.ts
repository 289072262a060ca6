const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Small words before a town: in, to and from, in eight languages. */
export const BEFORE_TOWN: ReadonlySet<string> = list(`
  in at from near to outside around via towards
  in aus nach bei um über bis
  à vers depuis
  en desde hacia hasta
  a in da presso verso
  em para até
  te in naar uit bij nabij
  w we z ze do koło pod spod`)

/** Behind these even a word in small letters is where somebody was born or lives: "nato a gela", "wohnt in gera". */
export const BORN_OR_LIVING =
  'born (?:in|at)|lives in|living in|moved to|moving to|from the village of|' +
  'geboren (?:in|zu|te)|geb\\. in|wohnhaft in|wohnt in|wohne in|aus dem Dorf|' +
  'né à|née à|habite à|demeurant à|domiciliée? à|' +
  'nacid[oa] en|natural de|vecin[oa] de|vive en|vivo en|reside en|residente en|domiciliad[oa] en|' +
  'nat[oa] a|abita a|abito (?:sempre )?a|residente a|residente in|vive a|domiciliat[oa] a|' +
  'nascid[oa] em|natural d[eao]|mora em|moro em|vive em|residente em|' +
  'wonende te|woont in|woonachtig te|gevestigd te|afkomstig uit|' +
  'ur\\. w|urodzon[ya] we?|mieszka we?|mieszkam we?|zam\\. we?|zamieszkał[ya] we?|pochodzi z'
