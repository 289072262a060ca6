/** What somebody is, right before a name, by language, in all forms: left readable. A clinician or lawyer may add to them. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  english: `
    justice counsel counselor bailiff appellee beneficiary attending son president agent author singer songwriter producer actress player
    minister senator mayor governor king queen prince princess kid baby boy
    accountant accused administrator adviser advocate anaesthetist appellant applicant arbitrator assistant attorney attorneys
    aunt auntie babysitter barrister barristers boss boyfriend brother brothers builder buyer cardiologist caregiver carer
    carers caretaker chairman chairwoman chemist child children claimant claimants cleaner clerk client clients clinician
    clinicians coach colleague colleagues complainant consultant contractor cousin cousins creditor daddy daughter daughters
    debtor deceased defendant defendants dentist dermatologist detective dietician dietitian director doctor doctors driver
    employee employees employer executor expert father fiancé fiancée friend friends girl girlfriend goddaughter godfather
    godmother godparent godparents godson gp gran grandad grandchild grandchildren granddaughter granddaughters grandfather
    grandma grandmother grandpa grandparent grandparents grandson grandsons granny guarantor guardian guardians gynaecologist
    gynecologist hca headteacher heir heirs husband hv infant inspector interpreter judge judges keyworker landlady landlord
    lawyer lawyers lessee lessor manager matron mediator mentor midwife minor mother mummy nanny neighbor neighbors neighbour
    neighbours nephew nephews neurologist niece nieces notary nurse nurses officer officers oncologist orthopaedist owner
    paediatrician paralegal paramedic parent parents partner partners pathologist patient patients pediatrician petitioner
    pharmacist physician physicians physiotherapist plaintiff plaintiffs prosecutor psychiatrist psychologist pt purchaser
    radiologist receptionist registrar relative resident residents respondent respondents roommate schoolmate secretary seller
    sibling siblings sister sisters solicitor solicitors sons spouse stepbrother stepdaughter stepfather stepmother stepsister
    stepson student supervisor surgeon surgeons teacher teachers tenant tenants therapist therapists trustee trustees twin
    twins uncle uncles urologist victim victims widow widower wife witness witnesses`,
  german: `
    abteilungsleiter abteilungsleiterin abteilungsleiters angehörige angehörigen angehöriger angeklagte angeklagten
    angeklagter antragsgegner antragsgegnerin antragsgegners antragsteller antragstellerin antragstellerinnen antragstellern
    antragstellers anwalt anwaltes anwalts anwältin anwältinnen apotheker apothekerin apothekerinnen apothekern apothekers
    arbeitgeber arbeitgeberin arbeitgeberinnen arbeitgebern arbeitgebers arbeitnehmer arbeitnehmerin arbeitnehmerinnen
    arbeitnehmern arbeitnehmers arzt arztes assistenzarzt assistenzärztin aä beamte beamten beamter beamtin bekannte bekannten
    bekannter beklagte beklagten beklagter beschuldigte beschuldigten beschuldigter beschwerdeführer beschwerdeführerin
    beschwerdeführerinnen beschwerdeführern beschwerdeführers betreuer betreuerin betreuerinnen betreuern betreuers bewohner
    bewohnerin bewohnerinnen bewohnern bewohners bruder bruders brüder brüdern bürge bürgen chef chefarzt chefarztes chefin
    chefs chefärztin chirurg chirurgen chirurgin cousin cousine cousinen cousins direktor direktoren direktorin direktors
    dolmetscher dolmetscherin dolmetscherinnen dolmetschern dolmetschers ehefrau ehefrauen ehegatte ehegatten ehegattin
    ehemann ehemannes ehemanns ehepartner ehepartnerin ehepartners eigentümer eigentümerin eigentümerinnen eigentümern
    eigentümers eltern enkel enkelin enkelinnen enkelkind enkelkinder enkels erbe erben erbin erblasser erblasserin
    erblasserinnen erblassern erblassers ergotherapeut ergotherapeuten ergotherapeutin erzieher erzieherin erzieherinnen
    erziehern erziehers facharzt fachärztin fahrer fahrerin fahrerinnen fahrern fahrers frau freund freunde freunden freundes
    freundin freundinnen gatte gatten gattin gerichtsvollzieher gerichtsvollzieherin gerichtsvollzieherinnen
    gerichtsvollziehern gerichtsvollziehers geschädigte geschädigten geschädigter geschäftsführer geschäftsführerin
    geschäftsführerinnen geschäftsführern geschäftsführers gesellschafter gesellschafterin gesellschafterinnen gesellschaftern
    gesellschafters gläubiger gläubigerin gläubigerinnen gläubigern gläubigers großeltern großmutter großvater großvaters
    gutachter gutachterin gutachterinnen gutachtern gutachters gynäkologe gynäkologen gynäkologin halbbruder halbschwester
    hausarzt hausarztes hausmeister hausmeisterin hausmeisterinnen hausmeistern hausmeisters hausärztin hebamme hebammen junge
    jungen kardiologe kardiologen kardiologin kind kinder kinderarzt kinderarztes kindern kinderärztin kindes klient klienten
    klientin klientinnen kläger klägerin klägerinnen klägern klägers kollege kollegen kollegin kolleginnen krankenpfleger
    krankenpflegerin krankenpflegers krankenschwester krankenschwestern kunde kunden kundin kundinnen kusine käufer käuferin
    käuferinnen käufern käufers lebensgefährte lebensgefährten lebensgefährtin lebenspartner lebenspartnerin lebenspartners
    lehrer lehrerin lehrerinnen lehrern lehrers leiter leiterin leiterinnen leitern leiters logopäde logopädin mandant
    mandanten mandantin mandantinnen mann mannes mfa mieter mieterin mieterinnen mietern mieters mitarbeiter mitarbeiterin
    mitarbeiterinnen mitarbeitern mitarbeiters mitbewohner mitbewohnerin mitbewohnerinnen mitbewohnern mitbewohners mutter
    mädchen mütter müttern nachbar nachbarin nachbarinnen nachbarn neffe neffen neurologe neurologen neurologin nichte nichten
    notar notare notarin notars oa oberarzt oberarztes oberärztin onkel onkels opas opfer opfers orthopäde orthopäden
    orthopädin oä partner partnerin partners pate paten patenkind patenonkel patentante patient patienten patientin
    patientinnen patin pfl pflegefachfrau pflegefachmann pflegekraft pflegemutter pfleger pflegerin pflegerinnen pflegern
    pflegers pflegevater physiotherapeut physiotherapeuten physiotherapeutin pj polizist polizisten polizistin psychiater
    psychiaterin psychiaters psychologe psychologen psychologin psychotherapeut psychotherapeuten psychotherapeutin ra
    radiologe radiologin rechtsanwalt rechtsanwaltes rechtsanwalts rechtsanwälte rechtsanwälten rechtsanwältin
    rechtsanwältinnen rechtspfleger rechtspflegerin rechtspflegerinnen rechtspflegern rechtspflegers richter richterin
    richterinnen richtern richters sachbearbeiter sachbearbeiterin sachbearbeiters sachverständige sachverständigen
    sachverständiger schuldner schuldnerin schuldnerinnen schuldnern schuldners schwager schwagers schwester schwestern
    schwiegermutter schwiegersohn schwiegersohns schwiegertochter schwiegervater schwiegervaters schwägerin sekretärin sohn
    sohne sohnes sohns sozialarbeiter sozialarbeiterin sozialarbeiterinnen sozialarbeitern sozialarbeiters staatsanwalt
    staatsanwalts staatsanwältin stationsarzt stationsärztin stiefmutter stiefsohn stieftochter stiefvater stiefvaters
    säugling söhne söhnen tante tanten taufpate taufpatin therapeut therapeuten therapeutin tochter töchter töchtern urologe
    urologin vater vaters verkäufer verkäuferin verkäuferinnen verkäufern verkäufers verlobte verlobten verlobter vermieter
    vermieterin vermieterinnen vermietern vermieters vertreter vertreterin vertreterinnen vertretern vertreters vetter
    vorgesetzte vorgesetzten vorgesetzter vormund vormunds vorsitzende vorsitzenden vorsitzender väter witwe witwer zahnarzt
    zahnarztes zahnärztin zeuge zeugen zeugin zeuginnen zwilling zwillingsbruder zwillingsschwester ärzte ärzten ärztin
    ärztinnen`,
  french: `
    époux
    accusé accusée accusées accusés acheteur acheteuse acquéreur allié alliée alliées alliés amie amies amis assistant
    assistante associé associée associées associés assuré assurée assurées assurés avocat avocate avocates avocats aïeul
    aïeule bailleresse bailleur brigadier bébé bénéficiaire bénéficiaires cardiologue chauffeur chef cheffe chirurgien
    chirurgienne chirurgiennes chirurgiens client cliente clientes clients collaborateur collaboratrice collègue collègues
    compagne compagnon concierge concubin concubine concubines concubins confrère confrères conjoint conjointe conjointes
    conjoints consœur copain copine cousin cousine cousines cousins créancier créanciers créancière curateur curatrice
    demanderesse demandeur demandeurs dentiste dermatologue directeur directrice diététicien diététicienne docteur docteure
    débiteur débitrice défenderesse défendeur défendeurs employeur employeuse employé employée employées employés enfant
    enfants enseignant enseignante ergothérapeute expert experte experts femme fiancé fiancée fille filles filleul filleule
    fils frère frères garde garçon greffier greffière gynécologue gérant gérante huissier huissiers héritier héritiers
    héritière héritières ide idel infirmier infirmiers infirmière infirmières interprète interprètes intervenant intimé
    intimée intimées intimés juge juges jumeau jumelle kiné kinésithérapeute locataire locataires légataire magistrat
    magistrate maman mamie mari marraine mdl mère mères médecin médecins médiateur médiatrice neurologue neveu neveux nièce
    nièces notaire notaires nourrisson oncle oncles oncologue ophtalmologue orthophoniste orthopédiste papa papi parent
    parents parrain partenaire patient patiente patientes patients patron patronne pharmacien pharmacienne plaignant
    plaignante plaignants podologue policier policière preneur procureur procureure propriétaire propriétaires prévenu
    prévenue prévenues prévenus psychiatre psychiatres psychologue psychologues père pères radiologue recourant recourante
    requérant requérante requérantes requérants responsable résident résidente salarié salariée salariés secrétaire soussigné
    soussignée stagiaire sœur sœurs tante tantes testateur testatrice tuteur tutrice témoin témoins urologue venderesse
    vendeur veuf veuve victime victimes voisin voisine voisines voisins éducateur éducatrice épouse époux`,
  spanish: `
    abogada abogadas abogado abogados abuela abuelas abuelo abuelos acompañante acreedor acreedora acreedores actor actora
    acusada acusadas acusado acusados administrador administradora albacea amiga amigas amigo amigos anestesista apelada
    apelado apelante apoderada apoderado apoderados arrendador arrendadora arrendadores arrendataria arrendatario
    arrendatarios asegurada asegurado asistente auxiliar bebé bisabuela bisabuelo cardióloga cardiólogo causante cirujana
    cirujano cirujanos clienta cliente clientes compareciente comparecientes compañera compañeras compañero compañeros
    comprador compradora compradores condenada condenado conductor conductora conserje cuidador cuidadora cuidadores cuñada
    cuñado cuñados cónyuge cónyuges demandada demandadas demandado demandados demandante demandantes dentista denunciada
    denunciado denunciante dermatóloga dermatólogo deudor deudora deudores director directora doctor doctora due empleada
    empleado empleador empleados encargada encargado endocrino enf enfermera enfermeras enfermero enfermeros esposa esposo
    esposos exesposa exmarido exmujer exnovio expareja familiar familiares fiador fiadora fiscal fisioterapeuta forense
    funcionaria funcionario gemela gemelo gemelos gerente geriatra ginecóloga ginecólogo heredera herederas heredero herederos
    hermana hermanas hermanastra hermanastro hermano hermanos hija hijas hijastra hijastro hijo hijos imputada imputado
    inquilina inquilino inquilinos intérprete investigada investigado jefa jefe juez jueza letrada letradas letrado letrados
    logopeda madrastra madre madrina maestra maestro magistrada magistrado mamá marido matrona menor menores mujer médica
    médicas médico médicos neuróloga neurólogo nieta nietas nieto nietos niña niñas niño niños notaria notario novia novio
    nuera odontóloga odontólogo oftalmóloga oftalmólogo oncóloga oncólogo otorrino paciente pacientes padrastro padre padres
    padrino padrinos papá pareja pariente parientes pediatra perita perito peritos perjudicada perjudicado policía portero
    presidenta presidente prima primas primo primos procesada procesado procurador procuradora procuradores profesor profesora
    profesores propietaria propietario propietarios psicóloga psicólogo psicólogos psiquiatra psiquiatras querellante
    radióloga radiólogo recurrente recurrida recurrido representante residente secretaria secretario sobrina sobrinas sobrino
    sobrinos socia socio socios solicitante suegra suegro suegros terapeuta testador testadora testigo testigos titular
    trabajador trabajadora trabajadores traductor traumatólogo tutor tutora tutores tías tíos uróloga urólogo usuaria usuario
    vecina vecinas vecino vecinos vendedor vendedora vendedores viuda viudo víctima víctimas yerno`,
  italian: `
    acquirente acquirenti amica amiche amici amico amministratore amministratori amministratrice anestesista appellante
    appellata appellato assicurata assicurato assistente assistita assistiti assistito attore attori attrice avv avvocata
    avvocati avvocato badante bambina bambine bambini bambino bimba bimbo cancelliere capo caposala cardiologa cardiologo
    chirurga chirurghi chirurgo cliente clienti cognata cognate cognati cognato collega colleghi commercialista compagna
    compagni compagno conducente conduttore conduttori conduttrice coniuge coniugi consulente convenuta convenuti convenuto
    convivente conviventi creditore creditori cugina cugine cugini cugino curatore curatori curatrice datore debitore debitori
    dentista dermatologa dermatologo difensore difensori dipendente dipendenti direttore direttori direttrice donante dottore
    dottoressa erede eredi familiare familiari fidanzata fidanzato figli figlia figliastra figliastro figlie figlio figlioccia
    figlioccio fisioterapista fratellastro fratelli fratello garante gemella gemelle gemelli gemello generi genero genitore
    genitori geriatra gestore ginecologa ginecologo giudice imputata imputati imputato indagata indagati indagato inf
    infermiera infermiere infermieri inquilina inquilini inquilino insegnante interprete istante legale locataria locatario
    locatore locatori locatrice logopedista madre madri madrina maestra maestro magistrati magistrato mamma mandatario mariti
    marito matrigna medici medico minore minori mogli moglie neonata neonato neurologa neurologo nipote nipoti nonna nonne
    nonni nonno notaii notaio nuora oculista offesa offeso oncologa oncologo operatore operatrice opponente ortopedico oss
    ostetrica padre padri padrino papà parente parenti partner patrigno paziente pazienti pediatra periti perito portiere
    presidente procuratore procuratori professore professoressa professori proprietaria proprietarii proprietario prozia
    prozio psichiatra psichiatri psicologa psicologi psicologo psicoterapeuta querelante radiologo ragazza ragazzo resistente
    responsabile ricorrente ricorrenti segretaria segretario socia socio sorella sorellastra sorelle sottoscritta sottoscritti
    sottoscritto specialista specialisti specializzanda specializzando sposa sposo suocera suoceri suocero testatore testatori
    testatrice teste testi testimone testimoni titolare titolari tutore tutori tutrice urologo vedova vedovo venditore
    venditori venditrice vicina vicine vicini vicino vittima vittime`,
  portuguese: `
    advogada advogadas advogado advogados afilhada afilhado agravada agravado agravante amiga amigas amigo amigos anestesista
    apelada apelado apelante arguida arguidas arguido arguidos arrendatária arrendatário assistente assistentes autor autora
    autoras autores auxiliar avós bebé bebê beneficiária beneficiário cardiologista caseira caseiro chefe cirurgiã cirurgião
    cirurgiões cliente clientes colega colegas comadre compadre companheira companheiras companheiro companheiros comprador
    compradora compradores condenada condenado condutor condutora credor credora credores criança crianças cuidador cuidadora
    cuidadores cunhada cunhadas cunhado cunhados curador curadora cônjuge cônjuges demandada demandado demandante dentista
    denunciante dermatologista devedor devedora devedores director directora diretor diretora doente doentes doutor doutora
    embargada embargado embargante empregada empregado empregador empregadora empregados encarregada encarregado enf
    enfermeira enfermeiras enfermeiro enfermeiros enteada enteado esposa esposo esposos executada executado exequente familiar
    familiares fiador fiadora fiadores filha filhas filho filhos fisioterapeuta funcionária funcionário funcionários genro
    gerente geriatra ginecologista gémea gémeo gêmea gêmeo herdeira herdeiras herdeiro herdeiros inquilina inquilino
    inquilinos intérprete irmã irmão irmãos irmãs juiz juíza locador locadora locatária locatário madrasta madrinha magistrada
    magistrado mamã mandatária mandatário marido maridos menina meninas menino meninos menor menores mulher mães médica
    médicas médico médicos namorada namorado neta netas neto netos neurologista noiva noivo nora notária notário nutricionista
    obstetra oftalmologista oncologista ortopedista paciente pacientes padrasto padrinho padrinhos pais papá parceira parceiro
    patroa patrão pediatra perita perito peritos porteira porteiro presidente prima primas primo primos procurador procuradora
    professor professora professores promotor promotora proprietária proprietário proprietários psicóloga psicólogo psicólogos
    psiquiatra psiquiatras queixosa queixoso radiologista reclamada reclamado reclamante recorrente recorrentes recorrida
    recorrido recorridos requerente requerentes requerida requerido requeridos responsável réus secretária secretário senhoria
    senhorio sinistrada sinistrado sobrinha sobrinhas sobrinho sobrinhos sogra sogro sogros solicitador solicitadora sócia
    sócio sócios terapeuta testador testadora testemunha testemunhas tias tios trabalhador trabalhadora trabalhadores tutor
    tutora téc urologista utente utentes vendedor vendedora vendedores vizinha vizinhas vizinho vizinhos viúva viúvo vítima
    vítimas`,
  dutch: `
    aangeefster aangever accountant advocaat advocate advocaten aios anesthesist anios apotheker arts artsen assistent
    assistente assistenten baas bedrijfsarts begeleider begeleiders begeleidster behandelaar behandelaars behandelaren
    belanghebbende belanghebbenden betrokkene betrokkenen bewindvoerder bewindvoerders bewoner bewoners bewoonster broer
    broers broertje buren buurman buurvrouw cardioloog chauffeur chef chirurg chirurgen cliënt cliënte cliënten coassistent
    collega curator dermatoloog deskundige deskundigen deurwaarder directeur directrice diëtist diëtiste dochter dochters
    dochtertje dokter dokters echtgenoot echtgenote echtgenoten eigenaar eigenares eiser eiseres eisers erfgenaam erfgenamen
    erflaatster erflater ergotherapeut ergotherapeute expert fysiotherapeut fysiotherapeute fysiotherapeuten gedaagde
    gedaagden gemachtigde geriater getuige getuigen gevolmachtigde griffier grootmoeder grootouders grootvader gynaecoloog
    halfbroer halfzus huisarts huisartsen huisgenoot hulpverlener hulpverleners huurder huurders huurster internist jongen
    kind kinderarts kinderen klaagster klager klant klanten kleindochter kleindochters kleinkind kleinkinderen kleinzonen
    kleinzoon koopster koper kopers leerkracht leidinggevende leidinggevenden leraar lerares logopedist logopediste longarts
    maatschappelijk manager mantelzorger mantelzorgers medewerker medewerkers medewerkster mediator meisje mentor meter moeder
    moeders mw neef neuroloog neven nicht nichten notaris notarissen officier oncoloog ondergetekende ondergetekenden oogarts
    ooms orthopedagoog orthopeed ouder ouders partner partners patiënt patiënte patiënten peetoom peettante petekind peter
    pleegmoeder pleegouders pleegvader poh politieagent praktijkondersteuner psychiater psychiaters psychologe psychologen
    psycholoog psychotherapeut psychotherapeute raadsman raadsvrouw radioloog rechter rechters revalidatiearts schoonbroer
    schoondochter schoonmoeder schoonouders schoonvader schoonzoon schoonzus schuldeiser schuldenaar secretaresse slachtoffer
    slachtoffers stiefdochter stiefmoeder stiefvader stiefzoon tandarts tante tantes tolk tolken tweelingbroer tweelingzus
    uroloog vader vaders verdachte verdachten verhuurder verhuurders verhuurster verkoopster verkoper verkopers verloofde
    verloskundige verloskundigen verpleegkundige verpleegkundigen verpleger verweerder verweerders verweerster verzekerde
    verzekerden verzoeker verzoekers verzoekster verzoeksters verzorgende verzorgenden voogd voogden voorzitter vpk vriend
    vrienden vriendin vriendinnen vrouw weduwe weduwnaar werkgever werkgevers werkneemster werknemer werknemers
    wijkverpleegkundige zn zonen zoon zoons zoontje zusje zussen zuster zusters zwager`,
  polish: `
    adwokaci adwokacie adwokat adwokata adwokatach adwokatami adwokatem adwokatom adwokatowi adwokatów anestezjolog
    anestezjologa anestezjologiem anestezjologowi asystent asystenta asystentem asystentka asystentki asystentowi babci babcia
    babciami babcie babcio babciom babcią babcię biegła biegłego biegłej biegłemu biegły biegłych biegłym biegłą bliźniak
    bliźniaka bliźniaki bliźniaków braci bracia braciach bracie braciom brat brata bratanek bratanica bratanicy bratanicą
    bratanicę bratanka bratankiem bratankowi bratankowie bratanków bratem bratu braćmi chirurdzy chirurg chirurga chirurgiem
    chirurgowi chirurgu chirurgów chora chore chorego chorej choremu chory chorych chorym chorymi chorą chrzestna chrzestnego
    chrzestnej chrzestnemu chrzestny chrzestnym chrzestną chłopak chłopaka chłopakiem chłopakowi cioci ciocia ciocie ciocio
    ciocią ciocię ciotce ciotek ciotka ciotki ciotkom ciotką ciotkę córce córek córka córkach córkami córki córko córkom córką
    córkę dentysta dentystka dentystki dentysty dentystą dentystę dyrektor dyrektora dyrektorem dyrektorka dyrektorki
    dyrektorką dyrektorkę dyrektorowi dyrektorze dziadek dziadka dziadkiem dziadkowi dziadkowie dziadku dziadków dzieci
    dzieciach dzieciom dziecka dzieckiem dziecko dziecku dziewczyna dziewczynie dziewczyny dziewczyną dziewczynę dziećmi
    dłużniczka dłużniczki dłużniczką dłużniczkę dłużnik dłużnika dłużnikiem dłużnikowi dłużników farmaceuta farmaceutka
    farmaceuty farmaceutą farmaceutę fizjoterapeuci fizjoterapeucie fizjoterapeuta fizjoterapeutce fizjoterapeutka
    fizjoterapeutki fizjoterapeutką fizjoterapeutkę fizjoterapeuty fizjoterapeutów fizjoterapeutą fizjoterapeutę ginekolog
    ginekologa ginekologiem ginekologowi ginekologu kardiolodzy kardiolog kardiologa kardiologiem kardiologowi kardiologu
    kierowca kierowcy kierowcą kierowcę kierowniczka kierowniczki kierownik kierownika kierownikiem kierownikowi kierowniku
    klienci kliencie klient klienta klientach klientami klientce klientek klientem klientka klientkach klientkami klientki
    klientko klientkom klientką klientkę klientom klientowi klientów koledze koledzy kolega kolegi kolegów kolegą kolegę
    koleżance koleżanka koleżanki koleżanką koleżankę komornik komornika komornikiem komornikowi konkubent konkubenta
    konkubentem konkubentowi konkubina konkubiny konkubiną konkubinę księgowa księgowego księgowej księgowy księgową kupująca
    kupujące kupującego kupującej kupującemu kupujący kupujących kupującym kupującymi kupującą kurator kuratora kuratorem
    kuratorowi kuratorze kuzyn kuzyna kuzynce kuzynek kuzynem kuzyni kuzynie kuzynka kuzynki kuzynkom kuzynką kuzynkę kuzynom
    kuzynowi kuzynów lekarce lekarek lekarka lekarkach lekarkami lekarki lekarko lekarkom lekarką lekarkę lekarz lekarza
    lekarzach lekarzami lekarze lekarzem lekarzom lekarzowi lekarzu lekarzy logopeda logopedy logopedzie logopedą logopedę
    lokator lokatora lokatorem lokatorka lokatorki lokatorowi lokatorzy lokatorów macocha macochy macochą macochę macosze mama
    mamie mamo mamy mamą mamę matce matek matka matkach matkami matki matko matkom matką matkę małoletni małoletnia
    małoletnich małoletniego małoletniej małoletniemu małoletnim małoletnią małżonce małżonek małżonka małżonkach małżonkami
    małżonki małżonkiem małżonkom małżonkowi małżonkowie małżonku małżonków małżonką małżonkę mecenas mecenasa mecenasem
    mecenasie mecenasowi męża mężem mężom mężowi mężowie mężu mężów najemca najemcach najemcami najemco najemcom najemcy
    najemców najemcą najemcę narzeczona narzeczonego narzeczonej narzeczonemu narzeczony narzeczonym narzeczoną nauczyciel
    nauczyciela nauczycielem nauczycielka nauczycielki nauczycielką nauczycielkę nauczycielowi neurolog neurologa neurologiem
    neurologowi neurologu notariusz notariusza notariuszach notariuszami notariusze notariuszem notariuszom notariuszowi
    notariuszu notariuszy obrońca obrońcami obrońcom obrońcy obrońców obrońcą obrońcę obwiniona obwinione obwinionego
    obwinionej obwinionemu obwiniony obwinionych obwinionym obwinionymi obwinioną ojca ojcach ojcami ojcem ojciec ojcom
    ojcowie ojcu ojcze ojczym ojczyma ojczymem ojczymie ojczymowi ojców onkolog onkologa onkologiem onkologowi onkologu
    opiekun opiekuna opiekunem opiekunie opiekunka opiekunki opiekunką opiekunkę opiekunowi opiekunowie opiekunów ordynator
    ordynatora ordynatorem ordynatorowi ordynatorze ortopeda ortopedy ortopedzie ortopedą ortopedę oskarżona oskarżone
    oskarżonego oskarżonej oskarżonemu oskarżony oskarżonych oskarżonym oskarżonymi oskarżoną pac pacjenci pacjencie pacjent
    pacjenta pacjentach pacjentami pacjentce pacjentek pacjentem pacjentka pacjentkach pacjentkami pacjentki pacjentko
    pacjentkom pacjentką pacjentkę pacjentom pacjentowi pacjentów partner partnera partnerce partnerem partnerka partnerki
    partnerką partnerkę partnerowi partnerze partnerzy partnerów pasierb pasierba pasierbem pasierbica pasierbicy pasierbicą
    pasierbicę pasierbowi pediatra pediatry pediatrze pediatrą pediatrę pełnomocnicy pełnomocnik pełnomocnika pełnomocnikach
    pełnomocnikami pełnomocnikiem pełnomocnikom pełnomocnikowi pełnomocniku pełnomocników piel pielęgniarce pielęgniarek
    pielęgniarka pielęgniarkach pielęgniarkami pielęgniarki pielęgniarko pielęgniarkom pielęgniarką pielęgniarkę pielęgniarz
    pielęgniarza pielęgniarzem pielęgniarzowi podejrzana podejrzane podejrzanego podejrzanej podejrzanemu podejrzany
    podejrzanych podejrzanym podejrzanymi podejrzaną podopieczna podopiecznego podopiecznej podopiecznemu podopieczny
    podopiecznych podopiecznym podopieczną pokrzywdzona pokrzywdzone pokrzywdzonego pokrzywdzonej pokrzywdzonemu pokrzywdzony
    pokrzywdzonych pokrzywdzonym pokrzywdzonymi pokrzywdzoną policjant policjanta policjantem policjantka policjantki
    policjantkę policjantowi policjantów poręczyciel poręczyciela poręczycielem poręczycielowi poszkodowana poszkodowane
    poszkodowanego poszkodowanej poszkodowanemu poszkodowany poszkodowanych poszkodowanym poszkodowanymi poszkodowaną powoda
    powodem powodom powodowi powodowie powodzie powodów powód powódce powódek powódka powódkach powódkami powódki powódko
    powódkom powódką powódkę pozwana pozwane pozwanego pozwanej pozwanemu pozwany pozwanych pozwanym pozwanymi pozwaną położna
    położne położnej położnych położną pracodawca pracodawcach pracodawcami pracodawco pracodawcom pracodawcy pracodawców
    pracodawcą pracodawcę pracownica pracownicy pracownicą pracownicę pracownik pracownika pracownikach pracownikami
    pracownikiem pracownikom pracownikowi pracowniku pracowników prezes prezesa prezesem prezesie prezeska prezesowi
    prokurator prokuratora prokuratorem prokuratorowi prokuratorze prokuratorzy prokuratorów przewodnicząca przewodniczącego
    przewodniczącej przewodniczącemu przewodniczący przewodniczącym przewodniczącą przyjaciel przyjaciela przyjaciele
    przyjacielem przyjacielowi przyjaciołom przyjaciół przyjaciółce przyjaciółka przyjaciółki przyjaciółką przyjaciółkę
    psychiatra psychiatrom psychiatry psychiatrze psychiatrzy psychiatrów psychiatrą psychiatrę psycholodzy psycholog
    psychologa psychologiem psychologowi psychologu psycholożka psycholożki psycholożką psycholożkę radca radco radcom radcy
    radców radcą radcę radiolog radiologa radiologiem radiologowi ratownicy ratownik ratownika ratownikiem ratownikowi
    ratowników rezydent rezydenta rezydentem rezydentka rezydentki rezydentowi rodzic rodzica rodzicach rodzicami rodzice
    rodzicem rodzicom rodzicowi rodziców sekretarce sekretarka sekretarki sekretarką sekretarkę sekretarz sekretarza siostra
    siostrach siostrami siostro siostrom siostry siostrze siostrzenica siostrzenicy siostrzenicą siostrzenicę siostrzeniec
    siostrzeńca siostrzeńcem siostrzeńcowi siostrzeńcy siostrzeńców siostrą siostrę sióstr skazana skazane skazanego skazanej
    skazanemu skazany skazanych skazanym skazanymi skazaną spadkobierca spadkobiercach spadkobiercami spadkobierco
    spadkobiercom spadkobiercy spadkobierczyni spadkobierczynie spadkobierczynią spadkobierczynię spadkobierców spadkobiercą
    spadkobiercę spadkodawca spadkodawcach spadkodawcami spadkodawco spadkodawcom spadkodawcy spadkodawców spadkodawcą
    spadkodawcę sprzedająca sprzedające sprzedającego sprzedającej sprzedającemu sprzedający sprzedających sprzedającym
    sprzedającymi sprzedającą stomatolog stomatologa stomatologiem stomatologowi stryj stryja stryjem stryjowi stryju syna
    synach synami synem synom synowa synowe synowej synowi synowie synową synu synów szef szefa szefem szefowa szefowi
    szwagier szwagierce szwagierka szwagierki szwagierką szwagierkę szwagra szwagrem szwagrowi szwagrowie szwagrze sąsiad
    sąsiada sąsiadce sąsiadek sąsiadem sąsiadka sąsiadki sąsiadkom sąsiadką sąsiadkę sąsiadom sąsiadowi sąsiadów sąsiedzi
    sąsiedzie sędzi sędzia sędziego sędziemu sędzim sędzio sędziowie sędziów sędzią tacie tata tato taty tatą tatę terapeucie
    terapeuta terapeutka terapeutki terapeutką terapeutkę terapeuty terapeutą terapeutę testator testatora testatorem
    testatorowi teścia teściem teściowa teściowe teściowej teściowi teściowie teściową teściów teść tłumacz tłumacza tłumacze
    tłumaczem tłumaczka tłumaczki tłumaczowi tłumaczy ubezpieczona ubezpieczone ubezpieczonego ubezpieczonej ubezpieczonemu
    ubezpieczony ubezpieczonych ubezpieczonym ubezpieczonymi ubezpieczoną uczestnicy uczestniczka uczestniczki uczestniczką
    uczestniczkę uczestnik uczestnika uczestnikiem uczestnikowi uczestników urolog urologa urologiem urologowi urologu wdowa
    wdowca wdowcem wdowcowi wdowie wdowiec wdowy wdową wdowę wierzyciel wierzyciela wierzycielach wierzycielami wierzyciele
    wierzycielem wierzycieli wierzycielom wierzycielowi wierzycielu wnioskodawca wnioskodawcach wnioskodawcami wnioskodawco
    wnioskodawcom wnioskodawcy wnioskodawczyni wnioskodawczynie wnioskodawczynią wnioskodawczynię wnioskodawców wnioskodawcą
    wnioskodawcę wnuczce wnuczek wnuczka wnuczkami wnuczki wnuczkom wnuczką wnuczkę wnuk wnuka wnukami wnuki wnukiem wnukom
    wnukowi wnuku wnuków wspólnicy wspólnik wspólnika wspólnikach wspólnikami wspólnikiem wspólnikom wspólnikowi wspólniku
    wspólników współlokator współlokatora współlokatorem współlokatorka współlokatorowi wuja wujek wujem wujka wujkiem wujkowi
    wujowi wuju wynajmująca wynajmujące wynajmującego wynajmującej wynajmującemu wynajmujący wynajmujących wynajmującym
    wynajmującymi wynajmującą właściciel właściciela właścicielach właścicielami właścicielce właściciele właścicielek
    właścicielem właścicieli właścicielka właścicielkach właścicielkami właścicielki właścicielko właścicielkom właścicielką
    właścicielkę właścicielom właścicielowi właścicielu zięcia zięciem zięciowi zięciowie zięć zmarła zmarłe zmarłego zmarłej
    zmarłemu zmarły zmarłych zmarłym zmarłymi zmarłą świadek świadka świadkach świadkami świadkiem świadkom świadkowi
    świadkowie świadku świadków żona żonach żonami żonie żono żonom żony żoną żonę`,
}

/** "patient", "Oberarzt", "testigo", "pielęgniarka". */
export const ROLES: ReadonlySet<string> = new Set(
  Object.values(BY_LANGUAGE).flatMap((words) => words.trim().split(/\s+/)),
)
