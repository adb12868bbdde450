/** The ways a questionnaire is met: the size of the screen, the language, the contrast. */
import { headingOf, type Language, languageRows, translated } from '../../../surveys/languages.ts'

export type View = {
  name: string
  title: string
  /** Said under the choice: what to look at. */
  note: string
  /** CSS pixels of the screen. */
  width: number
  height: number
  language: Language
  isHighContrast?: true
  isKiosk?: true
}

const phone = { width: 375, height: 720 } as const

export const views: readonly View[] = [
  {
    name: 'telephone',
    title: 'Téléphone',
    note: 'Le plus courant : une ou deux questions par écran.',
    ...phone,
    language: 'fr',
  },
  {
    name: 'ordinateur',
    title: 'Ordinateur',
    note: 'Une petite page à la fois.',
    width: 1200,
    height: 800,
    language: 'fr',
  },
  {
    name: 'borne',
    title: 'Borne',
    note: 'Lu debout, touché du doigt : gros textes, grands boutons.',
    width: 1200,
    height: 800,
    language: 'fr',
    isKiosk: true,
  },
  {
    name: 'facile',
    title: 'Français simplifié',
    note: 'Une question par écran, avec les textes simplifiés quand ils sont écrits.',
    ...phone,
    language: 'fr-facile',
  },
  { name: 'arabe', title: 'Arabe', note: 'Tout se lit de droite à gauche.', ...phone, language: 'ar' },
  ...translated
    .filter((language) => language !== 'fr-facile' && language !== 'ar')
    .map((language) => ({
      name: languageRows[language].french,
      title: headingOf(language),
      note: 'Sans traduction, tout reste en français.',
      ...phone,
      language,
    })),
  {
    name: 'contraste',
    title: 'Contraste fort',
    note: 'Noir, blanc et jaune : rien ne doit se dire par la couleur seule.',
    ...phone,
    language: 'fr',
    isHighContrast: true,
  },
]

/** Address of the page tried in the frame. @param place path of the question, or name of the page, it begins at; '' = at the notice */
export function trialAddress(slug: string, { language, isHighContrast, isKiosk }: View, place: string): string {
  const asked = new URLSearchParams({ langue: language })
  if (isHighContrast) asked.set('contraste', 'fort')
  if (isKiosk) asked.set('vue', 'borne')
  if (place !== '') asked.set('question', place)
  return `/concevoir/${slug}/essai?${asked}`
}
