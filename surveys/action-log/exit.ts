/** « 3 questions à chaud »: what is asked at the exit of an event, the same for every event. Its texts are in the dictionaries. */

export const satisfactions = ['very', 'rather', 'little', 'no'] as const
export type Satisfaction = (typeof satisfactions)[number]
export const usefulness = ['yes', 'partly', 'no'] as const
export type Usefulness = (typeof usefulness)[number]

/** Longest word left, in letters: a word, not a story. */
export const mostWord = 80
/** Days after the event during which the questions stay open. */
export const exitDays = 7

/** What one person answers; null = passed over. */
export type ExitAnswer = { satisfaction: Satisfaction | null; useful: Usefulness | null; word: string }

/** The answers in French, as the staff read them. */
export const satisfactionWords: Record<Satisfaction, string> = {
  very: 'beaucoup',
  rather: 'plutôt oui',
  little: 'plutôt non',
  no: 'pas du tout',
}
export const usefulWords: Record<Usefulness, string> = {
  yes: 'oui',
  partly: 'en partie',
  no: 'non',
}
