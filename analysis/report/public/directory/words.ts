/** What the public page of the directory says, in the four languages it is read in. The cards stay in French. */
import type { PublicLanguage } from '../languages.ts'

type Words = {
  title: string
  lead: string
  /** Said where the cards are in another language than the page; '' in French. */
  inFrench: string
  words: string
  wordsHelp: string
  commune: string
  theme: string
  age: string
  /** Nothing chosen, in each list. */
  all: { commune: string; theme: string; age: string }
  search: string
  clear: string
  found: (count: number, all: number) => string
  none: string
  noneMore: string
  page: (at: number, of: number) => string
  before: string
  next: string
  everywhere: string
  for: string
  themes: string
  call: string
  write: string
  site: string
  checked: (month: string) => string
  stale: string
  whereTitle: string
  /** @param communes in which there is one at least, of how many */
  whereSentence: (communes: number, of: number, everywhere: number) => string
  count: string
  take: string
  print: string
  csv: string
  propose: string
  contact: string
  notOpenTitle: string
  notOpen: string
  home: string
}

export const directoryWords: Record<PublicLanguage, Words> = {
  fr: {
    title: 'Annuaire des acteurs',
    lead: 'Qui fait quoi, où et quand, pour les enfants, les jeunes, les parents et les aînés.',
    inFrench: '',
    words: 'Que cherchez-vous ?',
    wordsHelp: 'Par exemple : garde, devoirs, emploi',
    commune: 'Commune',
    theme: 'Thème',
    age: 'Pour qui',
    all: { commune: 'Toutes', theme: 'Tous', age: 'Tous les âges' },
    search: 'Chercher',
    clear: 'Tout voir',
    found: (count, all) =>
      count === all
        ? `${count} ${count < 2 ? 'acteur' : 'acteurs'}`
        : `${count} ${count < 2 ? 'acteur trouvé' : 'acteurs trouvés'} sur ${all}`,
    none: 'Aucun acteur ne correspond.',
    noneMore: 'Essayez un mot plus court, ou retirez la commune.',
    page: (at, of) => `Page ${at} sur ${of}`,
    before: 'Page précédente',
    next: 'Page suivante',
    everywhere: 'Se déplace sur tout le territoire',
    for: 'Pour',
    themes: 'Thèmes',
    call: 'Appeler',
    write: 'Écrire',
    site: 'Site internet',
    checked: (month) => `Fiche vérifiée en ${month}`,
    stale: 'Fiche non vérifiée depuis plus d’un an : appelez avant de vous déplacer.',
    whereTitle: 'Où sont-ils ?',
    whereSentence: (communes, of, everywhere) =>
      `Il y a au moins un acteur dans ${communes} ${communes < 2 ? 'commune' : 'communes'} sur ${of}.${everywhere === 0 ? '' : everywhere === 1 ? ' Un acteur se déplace sur tout le territoire.' : ` ${everywhere} acteurs se déplacent sur tout le territoire.`}`,
    count: 'Acteurs',
    take: 'Emporter l’annuaire',
    print: 'Toute la liste, à imprimer',
    csv: 'Les fiches en données ouvertes (CSV)',
    propose: 'Vous êtes un acteur du territoire ? Proposez votre fiche.',
    contact: 'Une erreur, une fiche à retirer ? Dites-le nous :',
    notOpenTitle: 'L’annuaire n’est pas encore ouvert',
    notOpen: 'Les fiches sont en préparation. Revenez bientôt.',
    home: 'Accueil',
  },
  'fr-facile': {
    title: 'Annuaire',
    lead: 'Vous cherchez de l’aide ou une activité ? Voici qui peut vous aider, et où.',
    inFrench: '',
    words: 'Que cherchez-vous ?',
    wordsHelp: 'Un mot. Par exemple : garde, école, travail',
    commune: 'Dans quelle commune ?',
    theme: 'Pour quoi ?',
    age: 'Pour qui ?',
    all: { commune: 'Toutes', theme: 'Tout', age: 'Tout le monde' },
    search: 'Chercher',
    clear: 'Voir toute la liste',
    found: (count, all) => (count === all ? `Il y a ${count} fiches.` : `Il y a ${count} fiches sur ${all}.`),
    none: 'Nous n’avons rien trouvé.',
    noneMore: 'Essayez un autre mot.',
    page: (at, of) => `Page ${at} sur ${of}`,
    before: 'Page d’avant',
    next: 'Page d’après',
    everywhere: 'Vient dans toutes les communes',
    for: 'Pour',
    themes: 'Pour quoi',
    call: 'Téléphoner',
    write: 'Écrire',
    site: 'Voir le site',
    checked: (month) => `Nous avons vérifié en ${month}`,
    stale: 'Nous n’avons pas vérifié depuis plus d’un an. Téléphonez avant d’y aller.',
    whereTitle: 'Où est-ce ?',
    whereSentence: (communes, of) => `Il y a une fiche ou plus dans ${communes} communes sur ${of}.`,
    count: 'Fiches',
    take: 'Garder l’annuaire',
    print: 'Toute la liste, pour l’imprimer',
    csv: 'La liste pour un ordinateur (CSV)',
    propose: 'Vous aidez les habitants ? Vous pouvez donner votre fiche.',
    contact: 'Il y a une erreur ? Dites-le nous :',
    notOpenTitle: 'L’annuaire n’est pas prêt',
    notOpen: 'Nous préparons les fiches. Revenez bientôt.',
    home: 'Accueil',
  },
  en: {
    title: 'Directory of local services',
    lead: 'Who does what, where and when, for children, young people, parents and older people.',
    inFrench: 'Each entry is written in French.',
    words: 'What are you looking for?',
    wordsHelp: 'In French, for example: garde, école, emploi',
    commune: 'Commune (town or village)',
    theme: 'Topic',
    age: 'For whom',
    all: { commune: 'All', theme: 'All', age: 'Everyone' },
    search: 'Search',
    clear: 'Show everything',
    found: (count, all) =>
      count === all ? `${count} ${count === 1 ? 'entry' : 'entries'}` : `${count} of ${all} entries`,
    none: 'Nothing matches.',
    noneMore: 'Try a shorter word, or remove the commune.',
    page: (at, of) => `Page ${at} of ${of}`,
    before: 'Previous page',
    next: 'Next page',
    everywhere: 'Comes to every commune of the area',
    for: 'For',
    themes: 'Topics',
    call: 'Call',
    write: 'Write to',
    site: 'Website',
    checked: (month) => `Checked in ${month}`,
    stale: 'Not checked for more than a year: call before you go.',
    whereTitle: 'Where are they?',
    whereSentence: (communes, of, everywhere) =>
      `There is at least one entry in ${communes} of ${of} communes.${everywhere === 0 ? '' : everywhere === 1 ? ' One comes to every commune.' : ` ${everywhere} come to every commune.`}`,
    count: 'Entries',
    take: 'Take the directory with you',
    print: 'The whole list, to print (in French)',
    csv: 'The entries as open data (CSV, in French)',
    propose: 'Do you run a local service? Propose your entry (in French).',
    contact: 'A mistake, an entry to remove? Tell us:',
    notOpenTitle: 'The directory is not open yet',
    notOpen: 'The entries are being prepared. Please come back soon.',
    home: 'Home',
  },
  ar: {
    title: 'دليل الخدمات المحلية',
    lead: 'من يقدّم ماذا، وأين، ومتى: للأطفال والشباب والأهل وكبار السن.',
    inFrench: 'البطاقات مكتوبة بالفرنسية.',
    words: 'عمّ تبحثون؟',
    wordsHelp: 'بالفرنسية، مثلًا: garde أو école أو emploi',
    commune: 'البلدية',
    theme: 'الموضوع',
    age: 'لمن',
    all: { commune: 'كل البلديات', theme: 'كل المواضيع', age: 'كل الأعمار' },
    search: 'بحث',
    clear: 'عرض الكل',
    found: (count, all) => (count === all ? `عدد البطاقات: ${count}` : `عدد البطاقات: ${count} من ${all}`),
    none: 'لا توجد أي نتيجة.',
    noneMore: 'جرّبوا كلمة أقصر، أو احذفوا البلدية.',
    page: (at, of) => `الصفحة ${at} من ${of}`,
    before: 'الصفحة السابقة',
    next: 'الصفحة التالية',
    everywhere: 'يتنقل إلى جميع البلديات',
    for: 'لمن',
    themes: 'المواضيع',
    call: 'اتصال',
    write: 'مراسلة',
    site: 'الموقع',
    checked: (month) => `تم التحقق في ${month}`,
    stale: 'لم يتم التحقق منذ أكثر من سنة: اتصلوا قبل الذهاب.',
    whereTitle: 'أين توجد؟',
    whereSentence: (communes, of) => `توجد بطاقة واحدة على الأقل في ${communes} من أصل ${of} بلدية.`,
    count: 'البطاقات',
    take: 'الاحتفاظ بالدليل',
    print: 'القائمة كاملة للطباعة (بالفرنسية)',
    csv: 'البطاقات كبيانات مفتوحة (CSV، بالفرنسية)',
    propose: 'هل تقدّمون خدمة محلية؟ اقترحوا بطاقتكم (بالفرنسية).',
    contact: 'خطأ أو بطاقة يجب حذفها؟ أخبرونا:',
    notOpenTitle: 'الدليل غير مفتوح بعد',
    notOpen: 'البطاقات قيد الإعداد. عودوا قريبًا.',
    home: 'الصفحة الرئيسية',
  },
}
