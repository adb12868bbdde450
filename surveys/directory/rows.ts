/** The closed lists of the directory of actors: what an actor is, what it is about, for which ages. */

/** The languages the public page of the directory is read in; the cards stay in French. */
export type DirectoryLanguage = 'fr' | 'fr-facile' | 'en' | 'ar'
type Words = Record<DirectoryLanguage, string>

export const actorKinds = [
  { value: 'creche', text: 'Crèche ou micro-crèche' },
  { value: 'rpe', text: 'Relais petite enfance' },
  { value: 'mam', text: 'Maison d’assistantes maternelles' },
  { value: 'laep', text: 'Lieu d’accueil enfants-parents' },
  { value: 'ecole', text: 'École, collège ou lycée' },
  { value: 'loisirs', text: 'Accueil de loisirs' },
  { value: 'jeunesse', text: 'Accueil ou service jeunesse' },
  { value: 'social', text: 'Centre social ou CCAS' },
  { value: 'service', text: 'Service public' },
  { value: 'sante', text: 'Santé ou handicap' },
  { value: 'culture', text: 'Bibliothèque, ludothèque, lieu culturel' },
  { value: 'sport', text: 'Club de sport' },
  { value: 'association', text: 'Association' },
  { value: 'autre', text: 'Autre' },
] as const
export type ActorKind = (typeof actorKinds)[number]['value']

export const actorThemes = [
  {
    value: 'petite-enfance',
    words: {
      fr: 'Petite enfance',
      'fr-facile': 'Les bébés et les petits',
      en: 'Early childhood',
      ar: 'الطفولة المبكرة',
    },
  },
  {
    value: 'ecole',
    words: { fr: 'École et scolarité', 'fr-facile': 'L’école', en: 'School', ar: 'المدرسة' },
  },
  {
    value: 'loisirs',
    words: { fr: 'Loisirs et vacances', 'fr-facile': 'Les loisirs', en: 'Leisure and holidays', ar: 'الترفيه والعطل' },
  },
  {
    value: 'parentalite',
    words: { fr: 'Parentalité', 'fr-facile': 'Aider les parents', en: 'Support for parents', ar: 'دعم الوالدين' },
  },
  {
    value: 'jeunesse',
    words: { fr: 'Jeunesse', 'fr-facile': 'Les jeunes', en: 'Young people', ar: 'الشباب' },
  },
  {
    value: 'emploi',
    words: {
      fr: 'Emploi et formation',
      'fr-facile': 'Le travail et la formation',
      en: 'Work and training',
      ar: 'العمل والتكوين',
    },
  },
  {
    value: 'droits',
    words: {
      fr: 'Droits et démarches',
      'fr-facile': 'Les papiers et les aides',
      en: 'Rights and paperwork',
      ar: 'الحقوق والإجراءات',
    },
  },
  {
    value: 'sante',
    words: { fr: 'Santé', 'fr-facile': 'La santé', en: 'Health', ar: 'الصحة' },
  },
  {
    value: 'handicap',
    words: { fr: 'Handicap', 'fr-facile': 'Le handicap', en: 'Disability', ar: 'الإعاقة' },
  },
  {
    value: 'lien',
    words: {
      fr: 'Lien social et entraide',
      'fr-facile': 'Se rencontrer et s’aider',
      en: 'Meeting and helping each other',
      ar: 'اللقاء والتضامن',
    },
  },
  {
    value: 'culture',
    words: {
      fr: 'Culture et sport',
      'fr-facile': 'La culture et le sport',
      en: 'Culture and sport',
      ar: 'الثقافة والرياضة',
    },
  },
  {
    value: 'logement',
    words: {
      fr: 'Logement et mobilité',
      'fr-facile': 'Se loger et se déplacer',
      en: 'Housing and transport',
      ar: 'السكن والتنقل',
    },
  },
] as const satisfies readonly { value: string; words: Words }[]
export type ActorTheme = (typeof actorThemes)[number]['value']

export const actorAges = [
  { value: '0-2', words: { fr: 'Avant 3 ans', 'fr-facile': 'Avant 3 ans', en: 'Under 3', ar: 'قبل 3 سنوات' } },
  { value: '3-10', words: { fr: '3 à 10 ans', 'fr-facile': 'De 3 à 10 ans', en: '3 to 10', ar: 'من 3 إلى 10 سنوات' } },
  {
    value: '11-15',
    words: { fr: '11 à 15 ans', 'fr-facile': 'De 11 à 15 ans', en: '11 to 15', ar: 'من 11 إلى 15 سنة' },
  },
  {
    value: '16-25',
    words: { fr: '16 à 25 ans', 'fr-facile': 'De 16 à 25 ans', en: '16 to 25', ar: 'من 16 إلى 25 سنة' },
  },
  { value: 'adults', words: { fr: 'Adultes', 'fr-facile': 'Les adultes', en: 'Adults', ar: 'الكبار' } },
  { value: 'elders', words: { fr: 'Aînés', 'fr-facile': 'Les personnes âgées', en: 'Older people', ar: 'كبار السن' } },
] as const satisfies readonly { value: string; words: Words }[]
export type ActorAge = (typeof actorAges)[number]['value']

type Values<Rows extends readonly { value: string }[]> = { [At in keyof Rows]: Rows[At]['value'] }
const valuesOf = <const Rows extends readonly { value: string }[]>(rows: Rows) =>
  rows.map(({ value }) => value) as unknown as Values<Rows>

export const kindValues = valuesOf(actorKinds)
export const themeValues = valuesOf(actorThemes)
export const ageValues = valuesOf(actorAges)

export const kindText = (kind: ActorKind): string => actorKinds.find(({ value }) => value === kind)?.text ?? 'Autre'

/** @returns the value itself when the list no longer has it */
export const themeText = (theme: ActorTheme, language: DirectoryLanguage = 'fr'): string =>
  actorThemes.find(({ value }) => value === theme)?.words[language] ?? theme

export const ageText = (age: ActorAge, language: DirectoryLanguage = 'fr'): string =>
  actorAges.find(({ value }) => value === age)?.words[language] ?? age
