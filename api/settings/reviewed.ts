/** Who read each language over, and the settings that say so: one a row of the languages. */
import * as z from 'zod'
import { capital, type Language, languageRows, type ReviewSetting, translated } from '../../surveys/languages.ts'

const settings = translated.flatMap((language) => languageRows[language].reviewSetting ?? [])

/** One value for each of these settings. */
export const byReviewSetting = <T>(value: () => T): Record<ReviewSetting, T> =>
  Object.fromEntries(settings.map((name) => [name, value()])) as Record<ReviewSetting, T>

export const reviewedValues = byReviewSetting(() => z.string().trim().max(200))

/** The names as typed; '' while nobody has read it. French needs nobody. */
export function reviewerOf(values: Record<ReviewSetting, string>, language: Language): string {
  const { reviewSetting } = languageRows[language]
  return reviewSetting === null ? 'fr' : values[reviewSetting]
}

export const reviewFields = translated.flatMap((language) => {
  const { reviewSetting: name, french } = languageRows[language]
  const help =
    language === 'fr-facile'
      ? 'Les personnes en situation de handicap intellectuel qui ont relu, et quand. Vide : « texte non relu » est affiché.'
      : 'Qui a relu, et quand. Vide : « traduction non relue » est affiché.'
  return name === null ? [] : [{ name, kind: 'line' as const, label: `${capital(french)} relu par`, help }]
})
