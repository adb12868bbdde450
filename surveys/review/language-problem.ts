/** What a questionnaire says outside its language, and how a rule says so. */

export type LanguageProblem = {
  /** Name of the page or path of the question; empty for the whole questionnaire. */
  path: string
  code: string
  /** French; says what to do. */
  message: string
}

/** The questionnaire says something outside the language. */
export class LanguageError extends Error {
  readonly problems: LanguageProblem[]
  constructor(problems: LanguageProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.problems = problems
  }
}

export type Say = (path: string, code: string, message: string) => void
