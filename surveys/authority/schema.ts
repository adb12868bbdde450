/** The shape of each file of an authority (`authorities/<name>/`), checked by zod wherever such a file comes from. */
import * as z from 'zod'
import { translated } from '../languages.ts'
import { Text } from '../questionnaire/questionnaire.ts'

const text = z.string().min(1)
const number = z.int().positive()

const genders = ['masculine', 'feminine'] as const
export type Gender = (typeof genders)[number]
/** `gender`: what sentences agree with; absent in what was stored before they did (`levels.ts`). */
const words = z.strictObject({ one: text, several: text, gender: z.enum(genders).optional() })

export const PlanFile = z.strictObject({
  title: text,
  /** What it calls its levels, in small letters; absent = axe, orientation, action, objectif. */
  levels: z.strictObject({ axis: words, orientation: words, action: words, objective: words }).optional(),
  /** Who adopted it and when, as printed; `month`: `2023-09`. */
  validated: z.strictObject({ text, month: z.string().regex(/^\d{4}-\d{2}$/) }).optional(),
  /** Periods of its calendar, as printed, in order; both years included. */
  periods: z.array(z.strictObject({ label: text, from: z.int(), to: z.int() })).optional(),
  /** Marks that are printed but cannot be read in the copy at hand: their values are null or absent, and this says why. */
  unread: z.array(z.strictObject({ mark: z.enum(['existing', 'period']), why: text })).optional(),
  axes: z.array(z.strictObject({ number, title: text, transverse: z.boolean() })),
  orientations: z.array(z.strictObject({ number, axis: number, title: text, theme: text })),
  /** Headings that the general table prints over its actions: where the plan itself says which orientation they serve. */
  blocks: z.array(z.strictObject({ title: text, orientation: number, actions: z.array(number) })).optional(),
  /** Lines of an axis that crosses the others: it has no action of its own, it is carried by objectives of the others. */
  transverse: z
    .array(
      z.strictObject({
        number,
        axis: number,
        title: text,
        orientations: z.array(number),
        objectives: z.array(number),
        /** True while the links to orientations and objectives are a proposal that the staff have not confirmed. */
        proposed: z.boolean(),
      }),
    )
    .optional(),
  actions: z.array(
    z.strictObject({
      number,
      title: text,
      /** Project group that carries it, '' = not known. */
      group: z.string(),
      pilots: z.array(text),
      /** The pilots take turns, says the plan. */
      rotating: z.boolean(),
      orientations: z.array(number),
      /** True when the plan does not print the orientation of the action. */
      orientationDeduced: z.boolean(),
    }),
  ),
  objectives: z.array(
    z.strictObject({
      number,
      action: number,
      /** Year the plan prints, null where it prints none. */
      start: z.int().nullable(),
      /** Word for word. */
      title: text,
      /** In a few words, for tiles and lists. */
      short: text,
      /** Words of the star the plan puts on it. */
      star: text.optional(),
      /** « existant à renforcer »: null = the mark cannot be read (`unread`), absent = the plan has no such mark. */
      existing: z.boolean().nullable().optional(),
      /** The zone the objective is about; absent = the whole territory. */
      zone: text.optional(),
      /** It is also about the smallest communes: they are told apart from the others. */
      smallCommunes: z.literal(true).optional(),
    }),
  ),
  /** Initials used in the plan and what they stand for; `toConfirm`: usual meaning, which the plan does not give. */
  acronyms: z.array(z.strictObject({ short: text, long: text, toConfirm: z.literal(true).optional() })).optional(),
})
export type PlanFile = z.infer<typeof PlanFile>

const insee = z.string().regex(/^(\d{5}|2[AB]\d{3})$/)

export const TerritoryFile = z.strictObject({
  /** Where the communes come from, printed beside any figure made with them. */
  source: z.strictObject({ epci: z.string().regex(/^\d{9}$/), name: text, vintage: text, text }),
  communes: z.array(
    z.strictObject({
      insee,
      name: text,
      /** Persons, column `population` of the source. */
      population: z.int().nonnegative(),
      /** Persons, column `populationMunicipale` of the source (legal populations of the INSEE). */
      municipalPopulation: z.int().nonnegative(),
      /** Households and births of a year, as the source counts them; absent = not known. */
      households: z.int().nonnegative().optional(),
      births: z.int().nonnegative().optional(),
      /** Its name in other languages, where it is not the French one: « سان دوني (Saint-Denis) ». */
      names: z.partialRecord(z.enum(translated), text).optional(),
    }),
  ),
  zones: z.array(z.strictObject({ value: text, title: text })),
  /** Which zone each commune is in until the staff decide. */
  zoning: z.strictObject({
    name: text,
    provisional: z.boolean(),
    source: text,
    date: z.iso.date(),
    rows: z.array(z.strictObject({ insee: text, zone: text })),
  }),
})
export type TerritoryFile = z.infer<typeof TerritoryFile>

/**
 * `measured`: the objective is itself to find out what people live or want; `partly`: a survey lights one side of it;
 * `other-source`: registers, attendance or partners' records answer it; `not-a-survey-matter`: something to do or to make.
 */
export const Nature = z.enum(['measured', 'partly', 'other-source', 'not-a-survey-matter'])
export type Nature = z.infer<typeof Nature>

export const JudgementFile = z.array(
  z.strictObject({
    objective: number,
    nature: Nature,
    why: text,
    /** What the objective asks of the people in charge, as a question; only where answers may settle it. */
    question: text.optional(),
    /** Indicator that answers the rest of that question, where one figure does not. */
    also: text.optional(),
    /** The same for the public page, in the languages it is read in beside French. */
    questionIn: z.strictObject({ 'fr-facile': text, en: text, ar: text }).optional(),
    /** What the committee is asked to decide. */
    asked: text.optional(),
  }),
)
export type JudgementFile = z.infer<typeof JudgementFile>

export const ThemesFile = z.array(
  z.strictObject({
    id: text,
    title: text,
    /** As a sentence says it: « les transports et la distance ». */
    phrase: text.optional(),
    words: z.array(text),
  }),
)
export type ThemesFile = z.infer<typeof ThemesFile>

/** Figures of other sources that are offered to the staff, ready to be accepted: sums over the communes of a table beside. */
export const RegisteredFile = z.strictObject({
  /** CSV in the same folder: a column `insee`, then one a figure and year. */
  file: text,
  source: text,
  /** Day the source gave them. */
  date: z.iso.date(),
  series: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]{2,39}$/),
      title: text,
      unit: text,
      definition: text,
      /** Column of the file for each year. */
      columns: z.record(z.string().regex(/^\d{4}$/), text),
      limits: text,
      objectives: z.array(number),
    }),
  ),
})
export type RegisteredFile = z.infer<typeof RegisteredFile>
const choices = z.array(z.strictObject({ value: text, text: Text }))

export const NamesFile = z.strictObject({
  /** As people know it, until the staff change it in the settings. */
  name: text,
  /** Who answers questions until the settings say it. */
  contact: text,
  /** IANA name, until the settings say another. */
  timeZone: text,
  /** What `%{name}` becomes in a founding questionnaire, in each language; `%{Name}` is the same with a capital. */
  texts: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Text),
  /** Choices that stand in the place of `{ "choicesFrom": name }`; a name without a list leaves nothing. */
  lists: z.record(text, choices),
  /** Abbreviations of its own, expanded once in reports. */
  sigles: z.record(text, text),
  /** Names of places around, in small letters, that a free answer may keep: they point at nobody. */
  places: z.array(text),
  /** Founding questionnaires it takes up, by slug. */
  questionnaires: z.array(text),
  /**
   * Its own objectives for each objective of the founding questionnaires, by number; a number that is not there feeds
   * nothing. Null = these questionnaires were written for this plan, and their numbers are its own.
   */
  links: z.record(z.string().regex(/^\d+$/), z.array(number)).nullable(),
})
export type NamesFile = z.infer<typeof NamesFile>

/** Everything an authority knows, as one value. */
export const Authority = z.strictObject({
  names: NamesFile,
  plan: PlanFile,
  territory: TerritoryFile,
  judgement: JudgementFile,
  themes: ThemesFile,
})
export type Authority = z.infer<typeof Authority>
