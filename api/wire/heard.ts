/** What travels of what was heard: encounters for those who listen, checked quotes for those who read, observations. */

import * as z from 'zod'
import { levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import {
  ageBands,
  consentForms,
  consentScopes,
  encounterKinds,
  valuesOf,
  voices,
} from '../../surveys/heard/encounter.ts'
import { guides } from '../../surveys/heard/guide.ts'
import { moments, seenAges, uses, weathers } from '../../surveys/heard/observation.ts'

const kind = z.enum(valuesOf(encounterKinds))
const voice = z.enum(valuesOf(voices))
const band = z.enum(valuesOf(ageBands))
const scope = z.enum(valuesOf(consentScopes))
const objectives = z
  .array(z.int().min(1).max(999))
  .min(1, { error: () => `Choisissez au moins ${levelSaid('a', 'objective')} du plan.` })
  .max(20, { error: () => `Choisissez vingt ${levelWords('objective').several} au plus.` })
const day = z.iso.date('Indiquez le jour.')
const words = (least: number, most: number, said: string) => z.string().trim().min(least, said).max(most)

export const NewEncounter = z.strictObject({
  kind,
  day,
  place: z.string().max(60),
  facilitator: words(2, 120, 'Dites qui a animé, par sa fonction ou sa structure.'),
  people: z.int('Indiquez un nombre entier.').min(1, 'Indiquez combien de personnes ont parlé.').max(500),
  voices: z.array(voice).min(1, 'Dites qui a parlé.').max(10),
  bands: z.array(band).max(10),
  mediation: z.string().trim().max(120),
  guide: z.enum(valuesOf(guides)),
  objectives,
  consent: z.strictObject({ form: z.enum(valuesOf(consentForms)), scope }),
  notes: z
    .array(z.strictObject({ question: z.string().max(40), text: z.string().max(8000) }))
    .min(1)
    .max(20),
})
export const SavedEncounter = z.strictObject({
  ...NewEncounter.shape,
  /** The one it was opened at; null = it is new. */
  revision: z.int().nullable(),
})
export type SavedEncounter = z.infer<typeof SavedEncounter>

const check = z
  .strictObject({ decision: z.enum(['approved', 'refused']), why: z.string(), byName: z.string(), at: z.string() })
  .nullable()

const Quote = z.strictObject({
  id: z.string(),
  text: z.string(),
  voice,
  band: z.union([band, z.literal('')]),
  objectives: z.array(z.int()),
  themes: z.array(z.string()),
  byName: z.string(),
  isMine: z.boolean(),
  check,
})
export type Quote = z.infer<typeof Quote>

export const NewQuote = z.strictObject({
  text: words(3, 400, 'Choisissez quelques mots dans les notes.'),
  voice,
  band: z.union([band, z.literal('')]),
  objectives,
  themes: z.array(z.string().max(60)).max(20),
})
export const QuoteCheck = z
  .strictObject({ decision: z.enum(['approved', 'refused']), why: z.string().trim().max(400) })
  .refine(({ decision, why }) => decision === 'approved' || why.length >= 3, {
    path: ['why'],
    message: 'Dites en quelques mots pourquoi, pour que la personne puisse corriger.',
  })

const place = z.strictObject({ value: z.string(), text: z.string(), isZone: z.boolean() })
const theme = z.strictObject({ id: z.string(), title: z.string() })

export const EncounterPage = z.strictObject({
  encounter: z.strictObject({
    id: z.string(),
    ...NewEncounter.shape,
    // as they were stored: a rule that has become stricter never hides a page
    day: z.string(),
    facilitator: z.string(),
    people: z.number(),
    voices: z.array(voice),
    objectives: z.array(z.int()),
    notes: z.array(z.strictObject({ question: z.string(), text: z.string() })),
    revision: z.int(),
    byName: z.string(),
    quotes: z.array(Quote),
  }),
  themes: z.array(theme),
  /** Documents that repeated one of its quotes. */
  uses: z.array(z.strictObject({ document: z.string(), day: z.string() })),
})
export type EncounterPage = z.infer<typeof EncounterPage>

const EncounterLine = z.strictObject({
  id: z.string(),
  kind,
  day: z.string(),
  /** Name of the zone; '' = the whole territory. */
  zone: z.string(),
  facilitator: z.string(),
  people: z.int(),
  objectives: z.array(z.int()),
  scope,
  quotes: z.int(),
  waiting: z.int(),
})
export type EncounterLine = z.infer<typeof EncounterLine>

const ShownQuote = z.strictObject({
  text: z.string(),
  who: z.string(),
  objectives: z.array(z.int()),
  themes: z.array(z.string()),
  day: z.string(),
})
export type ShownQuote = z.infer<typeof ShownQuote>

export const HeardPage = z.strictObject({
  /** « 4 entretiens et 2 groupes d’échange »; '' when there is none. */
  counted: z.string(),
  people: z.int(),
  encounters: z.array(EncounterLine),
  /** Checked, under a consent that lets colleagues read them. */
  quotes: z.array(ShownQuote),
  waiting: z.int(),
  withdrawn: z.array(
    z.strictObject({
      id: z.string(),
      day: z.string(),
      withdrawnAt: z.string(),
      uses: z.array(z.strictObject({ document: z.string(), day: z.string() })),
    }),
  ),
  places: z.array(place),
  themes: z.array(theme),
})
export type HeardPage = z.infer<typeof HeardPage>

export const WaitingQuotes = z.strictObject({
  quotes: z.array(
    z.strictObject({
      ...Quote.shape,
      encounter: z.string(),
      kind,
      day: z.string(),
      who: z.string(),
      scope,
      /** Titles of its themes. */
      themes: z.array(z.string()),
    }),
  ),
})
export type WaitingQuotes = z.infer<typeof WaitingQuotes>

export const ToMask = z.strictObject({ text: z.string().max(8000) })
/** `found`: marks of what looks like somebody, each once; `themes`: ids of the themes its words touch. */
export const MaskedText = z.strictObject({ text: z.string(), found: z.array(z.string()), themes: z.array(z.string()) })
export type MaskedText = z.infer<typeof MaskedText>

const count = z.int().min(0).max(500)
export const NewObservation = z.strictObject({
  place: words(2, 80, 'Choisissez un lieu, ou donnez son nom.'),
  commune: z.string().max(20),
  day,
  moment: z.enum(valuesOf(moments)),
  weather: z.enum(valuesOf(weathers)),
  isHoliday: z.boolean(),
  counts: z.partialRecord(z.enum(valuesOf(seenAges)), count),
  uses: z.array(z.enum(valuesOf(uses))).max(20),
  objectives,
})
export type NewObservation = z.infer<typeof NewObservation>

export const ObservationsPage = z.strictObject({
  /** A row a place, a cell a moment of the day in their order; `mean` null = nobody of the team has gone. */
  rows: z.array(
    z.strictObject({
      place: z.string(),
      rounds: z.int(),
      cells: z.array(z.strictObject({ moment: z.string(), rounds: z.int(), mean: z.number().nullable() })),
    }),
  ),
  /** Below so many rounds a mean is not a habit. */
  fewest: z.int(),
  rounds: z.array(
    z.strictObject({
      id: z.string(),
      place: z.string(),
      day: z.string(),
      moment: z.string(),
      weather: z.string(),
      people: z.int(),
      uses: z.array(z.string()),
      byName: z.string(),
    }),
  ),
  /** Places known, with the commune of each. */
  places: z.array(z.strictObject({ place: z.string(), commune: z.string() })),
  communes: z.array(z.strictObject({ value: z.string(), text: z.string() })),
  /** Objectives that the last round was for. */
  objectives: z.array(z.int()),
})
export type ObservationsPage = z.infer<typeof ObservationsPage>
