import type { MODELS as ENGLISH } from '../en/models.ts'
import type { Translation } from '../../translate.ts'

export const MODELS: Translation<typeof ENGLISH> = {
  notes: {
    published: 'Größe und Prüfsumme wie veröffentlicht. Nicht mit Consilium getestet.',
    unverified:
      'Die Datei wird mit der Prüfsumme verglichen, die der Herausgeber angibt. Nicht mit Consilium getestet.',
    code: 'Für Programmcode gemacht.',
    invents: 'Es erfindet Antworten.',
    noSense: 'Seine Antworten ergeben keinen Sinn.',
    smallest:
      'Das kleinste: nur Englisch, und von einer langen Textstelle wird nur der Anfang nach der Bedeutung durchsucht. Ein Modell von 35\u00A0MB, das Textstellen ordnet, wird mit heruntergeladen.',
    orders: 'Ordnet die Textstellen einer Antwort.',
    own: 'Ihre eigene Datei.',
  },
  sizeApproximate: 'Ungefähre Größe.',
  withAdapter: 'Mit dem LoRA-Adapter {name}.',
  withAdapterScaled: 'Mit dem LoRA-Adapter {name}, Stärke {scale}.',
  damage: {
    missing: '{file} fehlt. Laden Sie das Modell erneut herunter.',
    size: '{file} hat {size, number} Byte statt {expected, number}. Laden Sie das Modell erneut herunter.',
    adapterRecord:
      '{file} mit dem Namen des LoRA-Adapters ist nicht lesbar. Fügen Sie den Adapter erneut an, oder verwenden Sie das Modell ohne ihn.',
    adapterMissing: 'Der LoRA-Adapter {name} fehlt. Fügen Sie ihn erneut an, oder verwenden Sie das Modell ohne ihn.',
    adapterSize:
      'Der LoRA-Adapter {name} hat {size, number} Byte statt {expected, number}. Fügen Sie ihn erneut an, oder verwenden Sie das Modell ohne ihn.',
  },
  purposes: { daily: 'Für die tägliche Arbeit.', try: 'Zum Ausprobieren.', tests: 'Nur für Tests.' },
  fit: {
    fits: 'Es benötigt {need} Arbeitsspeicher; {free} sind frei.',
    memory: 'Es benötigt {need} Arbeitsspeicher. Dieser Computer hat {memory}, von denen das System einen Teil belegt.',
    free: 'Es benötigt {need} Arbeitsspeicher; {free} sind jetzt frei. Schließen Sie zuerst andere Programme.',
    cores:
      'Es benötigt {need} Arbeitsspeicher, der frei ist. Mit {count, plural, one {# Rechenkern} other {# Rechenkernen}} schreibt es langsam.',
  },
  speed: {
    slowest: 'Es schreibt hier weniger als ein Wort pro Sekunde.',
    slower:
      'Es schreibt hier etwa {count, plural, one {# Wort} other {# Wörter}} pro Sekunde, langsamer als man liest.',
    same: 'Es schreibt hier etwa {count, plural, one {# Wort} other {# Wörter}} pro Sekunde, so schnell wie man liest.',
    faster:
      'Es schreibt hier etwa {count, plural, one {# Wort} other {# Wörter}} pro Sekunde, schneller als man liest.',
  },
  downloadTime: {
    short: 'unter einer Minute bei {megabits, number} Mbit/s',
    minutes: 'etwa {minutes, number}\u00A0min bei {megabits, number} Mbit/s',
  },
  downloadTakes: 'Herunterladen: {time}.',
  testWarning: 'Von einem Modell für Tests geschrieben. Es erfindet Antworten.',
  measuring: 'Es wird geprüft, welche Modelle zu diesem Computer passen.',
  stillInUse: 'Das verwendete Modell wurde nicht geändert.',
  kinds: {
    language: { label: 'Modelle, die Antworten schreiben' },
    embedding: {
      label: 'Modelle zur Suche nach Bedeutung',
      title: 'Suche nach Bedeutung',
      without: 'ohne ein solches Modell werden Textstellen nach ihren Wörtern gefunden',
    },
    reranker: {
      label: 'Modelle zum Ordnen von Textstellen',
      title: 'Reihenfolge der Textstellen',
      without: 'ohne ein solches Modell werden Textstellen in der Reihenfolge gelesen, in der sie gefunden wurden',
    },
  },
  table: {
    model: 'Modell',
    fits: 'Geeignet',
    memory: 'Arbeitsspeicher, von {size}',
    size: 'Größe',
    licence: 'Lizenz',
    actions: 'Aktionen',
    inUse: 'Aktiv',
    installed: 'Installiert',
    partlyHere: '{size} bereits heruntergeladen.',
    verdicts: { yes: 'Ja', slow: 'Langsam', no: 'Nein' },
    downloading: 'Download läuft',
    memoryBar: 'benötigt {needed}, {free} frei',
    download: 'Herunterladen\u00A0…',
    downloadName: '{name} herunterladen',
    resume: 'Fortsetzen\u00A0…',
    use: 'Verwenden',
    useName: '{name} verwenden',
    unload: 'Entladen',
    unloadName: '{name} aus dem Arbeitsspeicher entfernen',
    removeName: '{name} entfernen',
  },
  graphics: {
    tried: 'wird geprüft, der Treiber hat noch nicht geantwortet',
    failed: 'der Treiber ist ausgefallen ({fault}): Modelle laufen auf dem Prozessor',
    none: 'keine nutzbare: Modelle laufen auf dem Prozessor',
    title: 'Grafikunterstützung',
    what: 'Auf einer Grafikkarte schreiben Modelle schneller. Was dazu nötig ist, wird nur auf Ihren Wunsch heruntergeladen.',
    names: { vulkan: 'Grafikunterstützung (Vulkan)', cuda: 'Grafikunterstützung (CUDA)' },
    fits: { vulkan: 'Die meisten Grafikkarten', cuda: 'Grafikkarten von NVIDIA' },
    downloaded: 'Heruntergeladen',
    removal: {
      what: 'Die Dateien werden gelöscht. Modelle laufen dann auf dem Prozessor oder auf dem, was sonst vorhanden ist.',
      kept: 'Sie ist weiterhin vorhanden.',
    },
  },
  computer: {
    title: 'Dieser Computer',
    measure: 'Neu messen',
    processor: 'Prozessor',
    cores: '{count, plural, one {# Kern} other {# Kerne}}, davon {used, number} genutzt, während ein Modell schreibt',
    memory: 'Arbeitsspeicher',
    memoryFree: '{all}, davon {free} frei',
    graphics: 'Grafikkarte',
    noGraphics: 'Keine nutzbare; nicht erforderlich',
    triedGraphics: 'Wird geprüft\u00A0…',
    failedGraphics:
      'Nicht verwendet: Der Treiber ist ausgefallen. Modelle laufen auf dem Prozessor. Aktualisieren Sie den Treiber und starten Sie Consilium neu.',
    disk: 'Datenträger',
    diskFree: '{size} frei',
    whyNot: 'Warum {name} nicht geeignet ist',
    languages: 'Sprachen',
    checksum: 'Prüfsumme',
    from: 'Von',
    fromFile: {
      title: 'Aus einer Datei',
      what: 'Sie können auch eine Modelldatei von einem Datenträger oder aus dem Kollegenkreis importieren. Nichts wird heruntergeladen. Die Datei wird vor der Verwendung geprüft; jede Antwort und das Prüfprotokoll vermerken ihre Prüfsumme.',
    },
    changing: {
      title: 'Modell wechseln',
      what: 'Frühere Antworten behalten Namen und Prüfsumme des Modells, das sie geschrieben hat.',
    },
  },
  job: {
    import: 'Import',
    download: 'Download',
    update: 'Download einer Aktualisierung',
    importing: '{name} wird importiert',
    downloading: '{name} wird heruntergeladen',
    paused: 'Pausiert: {name}',
    notImported: '{name} wurde nicht importiert.',
    notDownloaded: '{name} wurde nicht heruntergeladen.',
    importKept: 'Ihre Modelle sind unverändert.',
    downloadKept: 'Was heruntergeladen wurde, bleibt erhalten.',
    progress: '{done} von {all}',
    progressAndSpeed: '{done} von {all}, {speed}/s',
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    stop: 'Abbrechen',
    resumedAt: 'Fortgesetzt bei {size}.',
    from: 'Von {address}.',
    check: 'Die Datei wird erst verwendet, wenn sie vollständig ist und ihre Prüfsumme stimmt.',
  },
  agree: {
    title: '{name} herunterladen?',
    submit: 'Herunterladen',
    submitOnce: 'Diese eine Datei herunterladen',
    from: 'Von',
    packageIndex: 'Vom Paketverzeichnis, das auf diesem Computer eingerichtet ist',
    size: 'Größe',
    partlyHere: '{size}; {here} bereits hier, noch {left} herunterzuladen',
    licence: 'Lizenz',
    fits: 'Geeignet',
    networkOn:
      'Das Netzwerk ist an: Nur was Sie freigeben, darf hinausgehen. Der Server unter dieser Adresse sieht, dass dieser Computer eine Datei herunterlädt, und nichts von Ihren Dokumenten.',
    networkOff:
      'Das Netzwerk ist aus und bleibt aus. Nur diese eine Datei wird durchgelassen, bis der Download endet oder pausiert wird. Der Server unter dieser Adresse sieht, dass dieser Computer eine Datei herunterlädt, und nichts von Ihren Dokumenten.',
  },
  importing: {
    title: 'Modell aus einer Datei importieren',
    missing: 'Geben Sie zuerst die Datei an.',
    what: 'Eine Modelldatei von einem Datenträger oder aus dem Kollegenkreis. Nichts wird heruntergeladen. Die Datei wird kopiert und geprüft; jede Antwort und das Prüfprotokoll vermerken ihre Prüfsumme.',
    file: 'Datei mit Ordner',
    example: '/home/name/modell.gguf',
  },
  removal: {
    title: '{name} entfernen?',
    kept: 'Das Modell ist weiterhin vorhanden.',
    what: 'Die Datei von {size} wird gelöscht. Frühere Antworten bleiben, mit Namen und Prüfsumme des Modells, das sie geschrieben hat.',
    inUse: {
      language:
        'Das Modell ist in Verwendung. Ein anderes installiertes Modell tritt an seine Stelle; gibt es keines, bestehen Antworten nur aus Textstellen.',
      embedding:
        'Das Modell ist in Verwendung. Ein anderes installiertes Modell tritt an seine Stelle; gibt es keines, werden Textstellen nur nach ihren Wörtern gefunden.',
      reranker:
        'Das Modell ist in Verwendung. Ein anderes installiertes Modell tritt an seine Stelle; gibt es keines, werden Textstellen in der Reihenfolge gelesen, in der sie gefunden wurden.',
    },
  },
}
