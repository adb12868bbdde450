/** What the review of a questionnaire finds to correct. */

export type Issue = {
  /** An error stops the publication; an advice does not. */
  level: 'error' | 'advice'
  /** Page, question (`enfants.garde`), `notice` or `indicators`; empty for the whole questionnaire. */
  path: string
  code: string
  /** French, for someone who is no developer. */
  message: string
}

/** An issue, with the French name of its place (« Question « Garde » »); '' for the whole questionnaire. */
export type PlacedIssue = Issue & { where: string }

/** A missing language is missing everywhere: its issue names the first place only. */
export const isOfWhole = ({ code }: Issue): boolean => code.startsWith('language-')

/** Said of a place of the questionnaire, where it is mended: once in its outline, once beside it. */
export const isAt = (issue: Issue, path: string): boolean => issue.path === path && !isOfWhole(issue)
