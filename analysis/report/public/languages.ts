import { type PageLanguage, pageLanguages } from '../../../surveys/languages.ts'

/** The languages the results page is read in. */
export const publicLanguages: readonly PageLanguage[] = pageLanguages
export type PublicLanguage = PageLanguage

/** Name of the page as a PDF. */
export const publicPdfName = (language: PublicLanguage): string => `ce-que-vous-avez-dit.${language}.pdf`
