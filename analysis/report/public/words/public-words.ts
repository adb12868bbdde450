/** The fixed words of the results page. */
import type { OutcomeState } from '../../../../surveys/authority/follow-up.ts'

export type PublicWords = {
  title: string
  thanks: string
  /** @param answers « 1 170 réponses »; @param title of the questionnaire, quoted, or several */
  received: (answers: string, titles: string) => string
  /** In the place of their titles, when they are many. @param form plural form of the number in the language */
  questionnaires: (number: string, form: Intl.LDMLPluralRule) => string
  /** @param form plural form of the number in the language */
  answers: (number: string, form: Intl.LDMLPluralRule) => string
  between: (from: string, to: string) => string
  on: (day: string) => string
  nothing: string
  steps: { said: string; decided: string; when: string; unknown: string }
  asked: (question: string) => string
  /** Out of a hundred of them, so many gave one of the answers. */
  hundred: (who: string, about: string, answers: string) => string
  /** The same of children, whose parents answered. */
  hundredChildren: (who: string, about: string, answers: string) => string
  /**
   * After their name: of those who answered alone. `concerned`: not everybody was asked, or some answered that it does not concern
   * them. Children did not answer: their families did.
   */
  whose: Record<'all' | 'concerned' | 'children' | 'concernedChildren', string>
  /** A measure with words of its own: « ont une garde, mais… ». */
  hundredOwn: (who: string, about: string, counted: string) => string
  /** Whose answers alone are counted: not everybody was asked, or went on to the end. */
  only: Record<'whole' | 'optional', string>
  /** Not everybody was asked: the earlier question, and the answers that led to this one. */
  askedOf: (question: string, answers: string) => string
  /** Answers that say the question is for others. */
  leftOut: (answers: string) => string
  /** Ends that are written the same are one number, here and in `likely`. */
  average: (value: string, low: string, high: string) => string
  /** Of a median. */
  half: (value: string) => string
  likely: (low: string, high: string) => string
  base: (number: string, isChildren: boolean) => string
  /** Said after a figure of several waves, that nobody takes it for the year’s. */
  pooled: (waves: string) => string
  /** Said first where a figure is of one zone only. */
  inZone: (zone: string) => string
  /** Over bars that are not of all the answers. */
  ofZone: (zone: string) => string
  mostGiven: (shown: number, all: number) => string
  /** Over numbers in their order, where those of hardly anybody are not drawn. */
  leftNumbers: string
  /** Said last where the figure is of everybody, the zone it was asked about having too few responses. */
  openZone: (zone: string) => string
  together: string
  /** Of a figure shown again from an earlier publication. */
  stopped: (day: string) => string
  /** The same of the zones of a gap, or of a map. @param places their names */
  stoppedIn: (places: string, day: string, isOne: boolean) => string
  /** After the figure of a zone, that of everybody. */
  everywhere: (figure: string) => string
  /** After it, where nothing tells the zone from the others. */
  notApart: string
  yes: string
  no: string
  /** In the place of none, and of all: the end of the interval. */
  atMost: (share: string) => string
  atLeast: (share: string) => string
  /** « 42 % (entre 38 % et 46 %) » */
  figure: (value: string, low: string, high: string) => string
  gap: (most: string, least: string) => string
  /** Heads of the table of zones. */
  zones: { zone: string; share: string; interval: string; tooFew: string; waiting: string; place: string }
  /** A share published in words only, as French publications say it. */
  inWords: Record<'une minorité' | 'environ la moitié' | 'la plupart' | 'plus de 95 %' | 'voir l’ensemble', string>
  decidedOn: (day: string) => string
  /** On the answers to another questionnaire, whose title is quoted. */
  decidedBeside: (day: string, title: string) => string
  /** After the day of a decision whose words, or whose day, were corrected. */
  correctedOn: (day: string) => string
  /** After a decision, which stays in the words of the committee. '' = in those of the page. */
  asWritten: string
  due: (day: string) => string
  /** Of a day that is over while nobody has said what became of it. */
  duePassed: (day: string) => string
  /** What became of a decision, and when; of one that is put off, its new day. */
  became: Record<OutcomeState, (day: string) => string>
  undecided: string
  planned: (year: number) => string
  /** Of a year that is past while nothing is decided. */
  overdue: (year: number) => string
  unplanned: string
  unknown: { others: string; intention: string; sensitive: string; optional: string; whole: string }
  limitsTitle: string
  limits: string[]
  protectedTitle: string
  protection: string[]
  nextTitle: string
  next: string
  moreTitle: string
  more: string
  /** Results that the language has no words for. */
  inFrench: (many: number) => string
  others: string
  barKey: string
  /** After it, what `atMost` and `atLeast` mean, where they are used. */
  knownKey: Record<'most' | 'least', string>
  mapKey: string
  marks: { demo: string; trial: string; zoning: string }
  notices: { erratum: string; withdrawal: string }
}
