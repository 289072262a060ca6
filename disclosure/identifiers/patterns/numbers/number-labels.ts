import type { IdentifierType } from '../../identifier.ts'

/** What announces a number, beyond what `labelled-patterns.ts` has: the words in any case, the short forms as they are written. */
export type NumberLabels = { readonly type: IdentifierType; readonly words?: string; readonly short?: string }

/** By the language of those who write it. The parts of an entry are expressions; "no.", "Nr.", "n.º" and a colon may follow each. */
export const NUMBER_LABELS: Readonly<Record<string, readonly NumberLabels[]>> = {
  en: [
    {
      type: 'record',
      words: 'hosp(?:ital)?\\.? (?:no|number|id)|unit (?:no|number)|case ?notes?|H&C|episode|lab (?:no|ref|id)|sample',
      short: 'CHI|MRN|PAS|URN|UHID|HCN|PHN|ULI|OHIP',
    },
    {
      type: 'licence',
      words: 'driver number|licence no|lic\\.? no',
      short: 'GMC|GDC|NMC|HCPC|GPhC|GOC|GCC|GOsC|SRA|BSB|MCRN|IMC|NMBI|CPSO|AHPRA|SBN|FRN|CQC|PIN',
    },
    { type: 'national-id', short: 'PPSN|PPS|NINO|NI|UTR|PAYE|SIN|SSN|ITIN|EIN|A-?(?:Number|No)|BRP|UAN|USCIS' },
    {
      type: 'id',
      words:
        'warrant|collar|shoulder|shield|(?:bag |property )?seal|crime (?:ref(?:erence)?|no)|case ref|tenancy ref|quote|quoting|compan(?:y|ies) (?:registration )?(?:no|number)|regist(?:ered|ration) (?:no|number)|charity (?:no|number)|official no|herd|vessel|record no|claim no|appeal no|title no|refs?|roll no|CAD|log no|URN',
      short: 'PC|PS|DC|DS|WPC|DX|Sgt|Cst|Ofc\\.?|Det\\.?|Dep\\.?|Tpr\\.?',
    },
  ],
  de: [
    {
      type: 'record',
      words:
        'fall|fallzahl|aufnahmezahl|patienten-?id|pat\\.?-?id|histo(?:logie)?|präparat|befund|einsatz|sturzprotokoll|protokoll|tagebuch|blutkonserve|konserve',
      short: 'PID|PatID|FID',
    },
    {
      type: 'health-plan',
      words:
        'vers(?:icherten|\\.)?-?nr|versicherungsschein|versicherungspolice|versicherungs-?nr|schein|police|mitgl(?:ieds|\\.)?-?nr|karte|gesundheitskarte|schaden|leistungsfall',
      short: 'KV-?Nr|KVNR|VNR|VSNR|SVNR|SV-?Nr|SV|RVNR|AHV|VEKA|eGK',
    },
    { type: 'licence', short: 'LANR|NBSNR|BSNR|ZSR|GLN|EFN|IK|VKNR|HBA' },
    {
      type: 'national-id',
      words: 'ausweis|personalausweis|reisepass|pass|perso|aufenthaltstitel|fahrerlaubnis|führerschein|steuer',
      short: 'ZEMIS|AZR|St\\.?-?Nr|IdNr|Steuer-?ID',
    },
    {
      type: 'account',
      words: 'konto|kto|kunden|vertrag|vertragskonto|rechnung|rg|auftrag|bestell|zähler|USt-?Id|umsatzsteuer-?id',
      short: 'UID|HRB|HRA|VR|GnR|PR|UR-?Nr|UVZ|ZVR|FN|EORI|MwSt',
    },
    {
      type: 'docket',
      words: 'flurstück|geschäftszahl|gesch\\.?-?z|vorgang|vorgangs-?nr|aktenzeichen|akte',
      short: 'GZ|Gz|Az|AZ|VNr|StA|ERV',
    },
  ],
  fr: [
    {
      type: 'record',
      words: 'dossier|examen|prélèvement|séjour|venue|passage|échantillon|intervention|fiche|lot',
      short: 'IPP|NDA|NIP|IEP|INS|INS-?NIR|DPI|ID',
    },
    {
      type: 'health-plan',
      words:
        "adhérent|assuré|sécu|s\\.?s\\.?|caisse|contrat|police|mutuelle|sinistre|allocataire|bénéficiaire|registre national|n(?:o|°|uméro) national|numéro d['’]assuré",
      short: 'NIR|NISS|AVS|NN|NAM|RAMQ|CAF',
    },
    { type: 'device', words: 'n[°º] de série|série|numéro de série|matériel' },
    { type: 'licence', short: 'RPPS|ADELI|FINESS|INAMI|AMI|RCC|ORIAS|CPS' },
    {
      type: 'national-id',
      words:
        "passeport|carte d['’]identité|titre de séjour|permis(?: de conduire| de séjour)?|numéro fiscal|fiscal|récépissé",
      short: 'CNI|SPI|OFPRA|AGDREF|N-?ID',
    },
    {
      type: 'account',
      words: 'client|facture|compte|commande|devis|chèque|abonné|abonnement|reçu|quittance',
      short: 'SIREN|SIRET|RCS|RNA|BCE|TVA|IDE|CHE',
    },
    {
      type: 'docket',
      words:
        'parcelle|affaire|minute|portalis|rôle|parquet|plainte|PV|procès-verbal|greffe|notice|dépôt|LRAR|A\\.? ?R\\.?|recommandée?',
      short: 'RG|R\\.G\\.|R\\.R\\.|RQ|BAJ|AJ|JAF|TGI|PE',
    },
  ],
  es: [
    {
      type: 'record',
      words:
        'historia(?: cl[ií]nica)?|hist\\.?|n\\.?º? ?h\\.?c\\.?|episodi[oa]?|muestra|biopsia|pulsera|folio|ficha|petici[óo]n|informe|certificado folio',
      short: 'HCL?|NHC|NHCU|H\\.C\\.|HCE|EXP',
    },
    {
      type: 'health-plan',
      words:
        'tarj(?:eta)?\\.? ?san(?:itaria)?\\.?|afiliad[oa](?: n)?|afiliación|póliza|siniestro|mutualista|asegurad[oa]|obra social|socio',
      short: 'CIP|CIPA|SIP|TIS|TSI|NUHSA|NASS|NUSS|NSS|NAF|CCC|SIS|EPS|IMSS|FONASA',
    },
    {
      type: 'licence',
      words:
        'col\\.|coleg\\.?|colegiad[oa]s?|c[ée]d(?:ula)?\\.? ?prof(?:esional)?\\.?|matr[íi]cula(?: prof(?:esional)?\\.?| nacional)?|mat\\.|reg(?:istro)?\\.? ?m[ée]d(?:ico)?\\.?|t\\. ?p\\.',
      short: 'M\\.? ?P\\.?|M\\.? ?N\\.?|CNP|CMP|RNE|RM|ICA[A-Z]{1,4}|CGPM',
    },
    {
      type: 'national-id',
      words:
        'pasaporte|c[ée]dula(?: de (?:identidad|ciudadan[íi]a))?|tarjeta de identidad|documento|permiso de (?:conducir|residencia)',
      short:
        'D\\.?N\\.?I\\.?|N\\.?I\\.?E\\.?|N\\.?I\\.?F\\.?|C\\.?I\\.?F\\.?|C\\.? ?C\\.?|C\\.E\\.|C\\.I\\.|R\\.?U\\.?[TN]\\.?|RFC|CURP|INE|IFE|CUI[LT]|NIT|RUC',
    },
    {
      type: 'account',
      words:
        'cuenta(?: vista| corriente)?|factura|contrato|pedido|expediente|burofax|acta|acta de [^\\s,;]{3,15}|folio real|resolución|n/s|protocolo|catastral|ref\\. catastral|referencia catastral|legajo|recibo|CRU|IDUFIR|env[íi]o',
    },
    {
      type: 'docket',
      words: 'exp(?:te)?\\.|diligencias|radicad[oa]|radicaci[óo]n|rad\\.|atestado|carpeta|causa|toca|rol',
      short: 'NIG|N\\.I\\.G\\.|RIT|RUC|NUC|CUI|DSP|ETJ',
    },
  ],
  it: [
    {
      type: 'record',
      words:
        'cartella(?: clinica)?|nosologico|nos\\.|ricovero|esame|referto|accettazione|impegnativa|ricetta|prestazione|verbale(?: PS)?|scheda|sacc(?:a|he)|vetrino|istologic[oa]|lotto|braccialetto',
      short: 'NRE|PUC|CNP|SDO|IUP|ID|CCE',
    },
    {
      type: 'health-plan',
      words:
        'tessera(?: sanitaria)?|t\\. ?s\\.|team|esenzione|polizza|sinistro|codice (?:assistito|sanitario|regionale)',
      short: 'STP|ENI|TEAM|INPS|INAIL|CRS|CF',
    },
    {
      type: 'licence',
      words:
        'ordine(?: dei)? medici(?: di [^\\s,;]{3,15}){1,2}|albo|iscr(?:itto|izione|\\.)?|tessera professionale|enpam',
      short: 'OMCeO|OPI|FNOPI|ENPAM',
    },
    {
      type: 'national-id',
      words: "carta d['’]identità|documento|passaporto|patente|permesso di soggiorno|cod\\.? ?fisc\\.?",
      short: 'C\\.?I\\.?E?\\.?|C\\.?F\\.?|P\\.? ?I\\.?|P\\.? ?IVA|CUI|VESTANET',
    },
    {
      type: 'account',
      words:
        'fattura|contratto|pratica|raccomandata(?: a/r)?|ordine|bolletta|cliente|conto|ricevuta|p\\. ?iva|partita iva|prot(?:ocollo)?\\.?(?: telematico| gen\\.?)?|rep(?:ertorio)?\\.|racc(?:olta)?\\.|foglio',
      short: 'REA|SDI|CUP|CIG|POD|PDR|AOI',
    },
    { type: 'device', words: 'matr(?:icola)?\\.?|telaio|serie|seriale', short: 'S/N|SN' },
    {
      type: 'docket',
      words: 'particella|proc\\.|procedimento|sent\\.|decr\\.|cron\\.|fascicolo|denuncia|querela|verbale',
      short: 'R\\.?G\\.?|RGNR|R\\.G\\.N\\.R\\.|RGE|V\\.?G\\.?',
    },
  ],
  pt: [
    {
      type: 'record',
      words:
        'prontu[áa]rio|processo(?: cl[íi]nico)?|proc\\.|epis[óo]dio(?: urg[êe]ncia)?|histologia|bloco|pulseira|atendimento|registro|reg\\.|amostra|lâmina|guia|ped(?:ido)?\\.?|leito id',
      short: 'PEP|RGHC|SAME|AIH|APAC|BAU',
    },
    {
      type: 'health-plan',
      words:
        'utente|benefici[áa]ri[oa]|carteir(?:a|inha)|cart[ãa]o(?: sus| nacional de sa[úu]de)?|ap[óo]lice|sinistro|conv[êe]nio|matr[íi]cula|seguran[çc]a social',
      short: 'CNS|SNS|NISS|ADSE|ANS|SUS|PIS(?:/PASEP)?|PASEP|NIS|NIT|INSS|NB|BPC',
    },
    {
      type: 'licence',
      words:
        'c[ée]dula(?: profissional)?|cremers|cremesp|cremec|cremerj|cremego|cremepe|cremeb|cremepa|ordem dos m[ée]dicos|cart[ãa]o profissional',
      short:
        'OM|OE|OMD|OA|CRM|CRO|CRP|CRN|CRF|CRESS|CREFITO(?:-\\d{1,2})?|COREN|OAB|CREA|RQE|TEOT|CRMV|CREM[A-Z]{1,3}|CNES',
    },
    {
      type: 'national-id',
      words:
        'bilhete de identidade|cart[ãa]o de cidad[ãa]o|carta de condu[çc][ãa]o|passaporte|t[íi]tulo de (?:eleitor|resid[êe]ncia)|identidade|contribuinte',
      short: 'NIF|CPF|CNPJ|NIPC|RG|BI|CC|CNH|CTPS|RNE|RNM|CIN|NIC|DNV|MF',
    },
    {
      type: 'account',
      words:
        'fatura|contrato|conta|protocolo(?: ans)?|encomenda|ag(?:[êe]ncia)?\\.?|pedido|boleto|registada(?: c/ a\\.?r\\.?)?|comprovante(?: e2e)?|nota fiscal',
      short: 'NF|NF-e|E2E|A\\.R\\.|NPJ',
    },
    { type: 'device', words: 's[ée]rie|chassis?|renavam|lote|n\\.º de s[ée]rie' },
    {
      type: 'docket',
      words: 'autos|inqu[ée]rito|boletim de ocorr[êe]ncia|matr[íi]cula|autos? n',
      short: 'B\\.?O\\.?|NUIPC|PJe|TCO|IP|CDA|SEI',
    },
  ],
  nl: [
    {
      type: 'record',
      words: 'pat(?:i[ëe]nt)?\\.?(?:en)?-?(?:nr|nummer)|dossier|opname|monster|preparaat|zorg|histologie',
      short: 'ZIS|EPD|PIN|Z-nr',
    },
    {
      type: 'health-plan',
      words: 'relatie|verzekerden?|polis|klant|lidmaatschap|schade|verzekerings?|rijksregister(?:nummer)?',
      short: 'INSZ|RRN|COV',
    },
    { type: 'licence', short: 'BIG|AGB|RIZIV|SKJ|LVZ|CIBG' },
    {
      type: 'national-id',
      words:
        'paspoort|identiteitskaart|id-?kaart|rijbewijs|verblijfsdocument|legitimatie(?:bewijs)?|vreemdelingennummer',
      short: 'BSN|V-?(?:nummer|nr)|CRV|ID',
    },
    {
      type: 'account',
      words: 'rekening|rek|factuur|contract|polis|kamer van koophandel|ondernemings(?:nummer|nr)|btw|order|aangetekend',
      short: 'KvK|KVK|RSIN|KBO|BTW|RPR',
    },
    {
      type: 'docket',
      words: 'zaak|rol|rep(?:ertorium)?\\.|a\\. ?r\\.|parket|proces-?verbaal|notitie|griffie|aangifte',
      short: 'PV|A\\.R\\.|PL',
    },
    { type: 'device', words: 'serie|sleutel|chassis|toestel|apparaat' },
  ],
  pl: [
    {
      type: 'record',
      words:
        'hist(?:orii|\\.)? ?chor(?:oby|\\.)?|historia choroby|ksi[ęe]g[aiy] g[łl][óo]wn(?:a|ej)|opask[aię]|opis|wynik|kart[ay](?: informacyjna)?|preparat|skierowani[ae]|zlecenia|kod|recept[ay]|e-recept[ay]|zwolnieni[ae]|protok[óo]ł',
      short: 'HCh|KG|KDO|KIW|ID|NR? ?KG',
    },
    {
      type: 'health-plan',
      words: 'polis[ay]|szkod[ay]|ubezpieczeni[ae]|legitymacj[aię](?: [a-z]{4,12})?',
      short: 'EKUZ|NFZ|ZUS|KRUS|L4',
    },
    { type: 'licence', words: 'wpisu|prawo jazdy|prawa jazdy|uprawnie[ńn]', short: 'PWZ|NPWZ|NIL|OIRP|ORA|RSPL' },
    {
      type: 'national-id',
      words:
        'dow[óo]d(?:u|em)?(?: osobist(?:y|ego|ym))?|paszport(?:u|em)?|seria i nr(?: dowodu)?|kart[ay] pobytu|pesel(?: w systemie)?',
      short: 'PESEL|NIP|DO',
    },
    {
      type: 'account',
      words:
        'kont[oa]|rachun(?:ek|ku)|faktur[ay]|paragon|umow[ay]|klient[a]?|zam[óo]wieni[ae]|przesy[łl]k[ai]|ksi[ęe]g[aiy] wieczyst(?:a|ej)',
      short: 'KRS|REGON|KW|BDO|RPWDL|NRB|FV',
    },
    {
      type: 'docket',
      words:
        'sygn(?:atura|\\.)?(?: akt)?|akt|znak(?: sprawy| pisma)?|spraw[ay]|działk(?:[aięą]|ce)|działek|rep(?:ertorium|\\.)(?: a)?|decyzj[ai]|niebiesk(?:a|iej) kart[ay]|mandat(?:u)?|l\\. ?dz|wykaz',
      short: 'RSD|Ds|KMP|LWD',
    },
    { type: 'device', words: 'urz[ąa]dzeni[ae]|seryjny|fabryczny|inwentarzowy' },
    { type: 'id', words: 's[łl]\\.|s[łl]u[żz]bowy|legitymacji|ewidencyjny|odznaki' },
  ],
}
