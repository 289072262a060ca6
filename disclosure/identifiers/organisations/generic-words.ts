const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Tell no organisation from another of its kind: "Tribunal Supremo", "High Court", "Sąd Okręgowy", "Hospital General". */
const GENERIC: ReadonlySet<string> = list(`
  supreme high crown county family juvenile labour labor magistrates appeal appeals circuit district civil criminal justice human rights european union
  compulsory clinical best good general regional national international community memorial royal central municipal public private city state federal court courts
  medical health healthcare mental children children's women's day nursing care residential rest retirement primary secondary infant junior senior high grammar
  comprehensive teaching university department division chamber bench house lords council tribunal employment immigration asylum
  first upper lower tier social entitlement land registry local authority trust service services emergency unit ward team hospital
  clinic practice surgery centre center school college the of and for in at insurance bank foundation home police north south east west
  recht rechts bundes bundesgerichtshof bundesverfassungsgericht bundesgericht bundessozialgericht bundesarbeitsgericht bundesfinanzhof
  verfassungsgerichtshof verwaltungsgericht verwaltungsgerichtshof oberster gerichtshof europäischer gerichtshof klinik klinikum
  abteilung station medizinische medizinischen chirurgische innere allgemeine allgemeines städtisches städtische evangelisches
  evangelische evangelischen evangelischem katholisches katholischen katholischem städtischen städtischem allgemeinen allgemeinem kantonal gesetzliche private private betriebliche zuständige zuständigen kammer senat zivilsachen
  zivilrechtssachen strafsachen psychische gesundheit universitätsklinik fachbereich zentrum krankenhaus
  judiciaire judiciaires administratif administrative commerce cassation appel état constitutionnel prud'hommes correctionnel police
  assises enfants grande première instance proximité premier canton paix hospitalier hospitalière hospitaliers universitaire
  universitaires régional départemental national nationale général générale public publique privé centre hôpital clinique tribunal cour
  conseil chambre sociale civile pénale section service médical médicale santé soins retraite repos jour maternelle primaire élémentaire
  primaires famille famille juge juges exécution contentieux protection affaires familiales d'appel d'assises l'exécution
  supremo suprema superior constitucional provincial nacional primera segunda instancia instrucción instruccion número numero penal
  mercantil contencioso contencioso-administrativo menores ejecución violencia mujer vigilancia penitenciaria juzgado tribunal sala
  sección d'infants infants tercero tercera cuarto quinta sexto séptimo octavo noveno décimo audiencia universitario universitaria clínico comarcal comunitario salud centro servicio urgencias primaria secundaria público
  municipal estado justicia familia trabajo laboral circuito distrito lo uno dos tres cuatro cinco turno
  ordinario ordinaria costituzionale cassazione suprema appello d'appello assise d'assise minorenni sorveglianza pace lavoro penale
  civile unite sezioni sezione circondariale regionale provinciale comunale nazionale generale ospedaliera ospedaliero ospedaliere
  sanitaria sanitario locale universitaria universitario cura riposo protetta salute pubblica pubblico stato primaria elementare media
  statale comprensivo per i territoriale unità operativa complessa pronto soccorso
  judicial judiciária cível criminal família sucessões trabalho relação justiça supremo constitucional administrativo fiscal comarca
  vara juízo local hospitalar universitário universitária regional municipal estadual federal estado república básica secundária saúde
  familiar cuidados paliativos urgência serviço unidade primeiro segundo geral público instância direito turma câmara
  hoge raad van state rechtspraak centrale hoofd bestuursrechtspraak afdeling kamer familie jeugd kanton hof gerechtshof rechtbank algemeen academisch
  universitair medisch psychiatrisch openbaar ministerie regionaal nederlandse
  najwyższy najwyższego najwyższym okręgowy okręgowego okręgowym okręgowa rejonowy rejonowego rejonowym rejonowa apelacyjny
  apelacyjnego apelacyjnym administracyjny administracyjnego naczelny naczelnego wojewódzki wojewódzkiego wojewódzkim powiatowy
  powiatowego powiatowym miejski miejskiego miejskim specjalistyczny specjalistycznego specjalistyczna kliniczny klinicznego
  uniwersytecki wydział cywilny karny rodzinny nieletnich pracy ubezpieczeń społecznych gospodarczy podstawowa podstawowej publiczny
  publicznego zdrowia opieki zdrowotnej pomocy społecznej ogólnokształcące polski polskiej rzeczypospolitej zakład skarbowy stanu
  cywilnego policji wojewódzka powiatowa trybunał konstytucyjny europejski samodzielny samodzielnego samodzielna rejonowe oddział`)

/** Departments, in any of the languages: they are called so in every hospital. */
const SPECIALTY =
  /^(?:kardi|cardi|chirur|cirurg|cirug|surg|ortop|orthop|traum|unfall|psych|psiq|psic|psiq|g[iy]n[aeä]?[ckg]|obst|położn|pediat|pédiat|pädiat|kinder|jugend|neur|onk|onc|ur[oó]l|derm|intern|interdis|an[aäe]st|radiol|radiot|m[eé]di[czk]|medyc|gastr|hepat|pneum|pulmo|ophth|ofta|oftal|okul|augen|oto[rl]|laryng|reum|rheum|nephr|nefr|n[eé]fr|endo|h[äaeé]?mat|ematol|geria|geriat|gériat|palli|palia|inten[sz]|notfall|urg[eê]n|emerg|reha|r[eé][eé]?adap|riab|reab|rianim|r[eé]anim|digest|dental|denti|zahn|oral|patol|path|anat|labor|imag|bild|diagn|thorax|tor[aá]c|vas[ck]|gef[äa]ß|infek|infec|allerg|[iI]mmun|stroke|outpat|inpat|ambul|poradni)/iu
const NUMERAL = /^(?:[IVXLC]{1,5}|\p{L}|\p{N}+\p{L}?)$/u

/** Whether the word says nothing about which organisation of its kind is meant. */
export function isGeneric(text: string): boolean {
  return isGenericOfCourts(text) || SPECIALTY.test(text)
}

/** The same where there are no departments: Cardiff and Neuruppin begin like specialties. */
export function isGenericOfCourts(text: string): boolean {
  return GENERIC.has(text.toLowerCase().replace('’', "'")) || NUMERAL.test(text)
}
