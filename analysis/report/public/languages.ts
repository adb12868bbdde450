/** The languages the results page is read in. */
export const publicLanguages = ['fr', 'fr-facile', 'en', 'ar'] as const
export type PublicLanguage = (typeof publicLanguages)[number]

/** Name of the page as a PDF. */
export const publicPdfName = (language: PublicLanguage): string => `ce-que-vous-avez-dit.${language}.pdf`
