/** What the site says around the public results, in the languages they are read in. */
import type { PublicLanguage } from '../../../analysis/report/public/languages.ts'

type Words = {
  skip: string
  languages: string
  title: string
  /** Before the list of results. */
  lead: string
  none: string
  /** @param title of a questionnaire that is still open; @param day null while none is set */
  waiting: (title: string, day: string | null) => string
  later: string
  published: (answers: string, day: string) => string
  pdf: string
  table: string
  schema: string
  json: string
  all: string
  goneTitle: string
  /** @param reason in French, as the staff wrote it */
  withdrawn: (day: string, reason: string) => string
  closed: (day: string) => string
  /** Of a questionnaire whose results are still to come. */
  notYet: string
  unknownTitle: string
  unknown: string
  unread: string
  accessibility: Record<'non' | 'partielle' | 'totale', string>
  code: string
  directory: string
}

export const siteWords: Record<PublicLanguage, Words> = {
  fr: {
    skip: 'Aller au contenu',
    languages: 'Langue',
    title: 'Les résultats',
    lead: 'Ce que les habitants ont dit, ce qui est décidé, et quand.',
    none: 'Aucun résultat n’est encore publié.',
    waiting: (title, day) =>
      day === null ? `On peut encore répondre à « ${title} ».` : `On peut répondre à « ${title} » jusqu’au ${day}.`,
    later:
      'Les réponses sont lues et vérifiées avant d’être publiées. Les résultats paraîtront à cette adresse, qui ne changera pas.',
    published: (answers, day) => `${answers}, résultats publiés le ${day}.`,
    pdf: 'Cette page en PDF, à imprimer',
    table: 'Tableaux en données ouvertes (CSV)',
    schema: 'Description des colonnes (JSON)',
    json: 'Résultats en données (JSON)',
    all: 'Tous les résultats',
    goneTitle: 'Ces résultats ne sont plus publiés',
    withdrawn: (day, reason) => `Ils ont été retirés le ${day}. La raison : ${reason}`,
    closed: (day) => `Ils ont été retirés de cette page le ${day}.`,
    notYet: 'Pas encore de résultats',
    unknownTitle: 'Il n’y a pas de résultats à cette adresse',
    unknown: 'Rien n’est publié ici pour l’instant. Vérifiez l’adresse, ou regardez la liste des résultats.',
    unread: '',
    accessibility: {
      non: 'Accessibilité : non conforme',
      partielle: 'Accessibilité : partiellement conforme',
      totale: 'Accessibilité : totalement conforme',
    },
    code: 'Relire ou retirer ma réponse',
    directory: 'Annuaire des acteurs',
  },
  'fr-facile': {
    skip: 'Aller au contenu',
    languages: 'Langue',
    title: 'Les résultats',
    lead: 'Vous avez répondu à des questions. Voici les réponses, et ce qui est décidé.',
    none: 'Il n’y a pas encore de résultats.',
    waiting: (title, day) =>
      day === null ? `On peut encore répondre à « ${title} ».` : `On peut répondre à « ${title} » jusqu’au ${day}.`,
    later: 'Nous lisons d’abord toutes les réponses. Après, les résultats seront ici. L’adresse ne change pas.',
    published: (answers, day) => `${answers}. Résultats du ${day}.`,
    pdf: 'Cette page à imprimer (PDF)',
    table: 'Les tableaux de chiffres (CSV)',
    schema: 'Ce que veut dire chaque colonne (JSON)',
    json: 'Les résultats pour un ordinateur (JSON)',
    all: 'Tous les résultats',
    goneTitle: 'Ces résultats ne sont plus là',
    withdrawn: (day, reason) => `Nous les avons enlevés le ${day}. Pourquoi : ${reason}`,
    closed: (day) => `Nous les avons enlevés le ${day}.`,
    notYet: 'Pas encore de résultats',
    unknownTitle: 'Il n’y a pas de résultats ici',
    unknown: 'Regardez si l’adresse est juste. Ou regardez la liste des résultats.',
    unread: 'Texte simplifié, pas encore relu par les personnes à qui il s’adresse.',
    accessibility: {
      non: 'Accessibilité : non conforme',
      partielle: 'Accessibilité : partiellement conforme',
      totale: 'Accessibilité : totalement conforme',
    },
    code: 'Relire ou effacer ma réponse',
    directory: 'Annuaire',
  },
  en: {
    skip: 'Skip to content',
    languages: 'Language',
    title: 'Results',
    lead: 'What residents said, what has been decided, and when.',
    none: 'No results have been published yet.',
    waiting: (title, day) =>
      day === null ? `You can still answer “${title}”.` : `You can answer “${title}” until ${day}.`,
    later:
      'Responses are read and checked before anything is published. Results will appear at this address, which will not change.',
    published: (answers, day) => `${answers}, results published on ${day}.`,
    pdf: 'This page as a PDF, to print',
    table: 'Tables as open data (CSV, in French)',
    schema: 'Description of the columns (JSON, in French)',
    json: 'Results as data (JSON, in French)',
    all: 'All results',
    goneTitle: 'These results are no longer published',
    withdrawn: (day, reason) => `They were withdrawn on ${day}. The reason, in French: ${reason}`,
    closed: (day) => `They were taken off this page on ${day}.`,
    notYet: 'No results yet',
    unknownTitle: 'There are no results at this address',
    unknown: 'Nothing is published here for now. Check the address, or look at the list of results.',
    unread: 'Translation not reviewed: if in doubt, the French text prevails.',
    accessibility: {
      non: 'Accessibility: not compliant',
      partielle: 'Accessibility: partially compliant',
      totale: 'Accessibility: fully compliant',
    },
    code: 'Read or withdraw my answer',
    directory: 'Directory of local services',
  },
  ar: {
    skip: 'الانتقال إلى المحتوى',
    languages: 'اللغة',
    title: 'النتائج',
    lead: 'ما قاله السكان، وما تقرّر، ومتى.',
    none: 'لم تُنشر أي نتائج بعد.',
    waiting: (title, day) =>
      day === null ? `ما زال بإمكانكم الإجابة على «${title}».` : `يمكنكم الإجابة على «${title}» حتى ${day}.`,
    later: 'تُقرأ الإجابات وتُراجع قبل النشر. ستظهر النتائج على هذا العنوان، وهو لن يتغير.',
    published: (answers, day) => `${answers}، نُشرت النتائج يوم ${day}.`,
    pdf: 'هذه الصفحة للطباعة (PDF)',
    table: 'الجداول كبيانات مفتوحة (CSV، بالفرنسية)',
    schema: 'وصف الأعمدة (JSON، بالفرنسية)',
    json: 'النتائج كبيانات (JSON، بالفرنسية)',
    all: 'كل النتائج',
    goneTitle: 'هذه النتائج لم تعد منشورة',
    withdrawn: (day, reason) => `سُحبت يوم ${day}. السبب، بالفرنسية: ${reason}`,
    closed: (day) => `أُزيلت من هذه الصفحة يوم ${day}.`,
    notYet: 'لا توجد نتائج بعد',
    unknownTitle: 'لا توجد نتائج على هذا العنوان',
    unknown: 'لا شيء منشور هنا حاليًا. تحققوا من العنوان أو انظروا قائمة النتائج.',
    unread: 'ترجمة غير مُراجَعة: عند الشك، النص الفرنسي هو المرجع.',
    accessibility: {
      non: 'إمكانية الوصول: غير مطابق',
      partielle: 'إمكانية الوصول: مطابق جزئيًا',
      totale: 'إمكانية الوصول: مطابق كليًا',
    },
    code: 'قراءة إجابتي أو سحبها',
    directory: 'دليل الخدمات المحلية',
  },
}
