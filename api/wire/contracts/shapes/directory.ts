/** What travels of the directory of actors: for the staff, and for an actor about its own card. */
import * as z from 'zod'
import { type Card as CardType, mostInCard } from '../../../../surveys/directory/card.ts'
import { ageValues, kindValues, themeValues } from '../../../../surveys/directory/rows.ts'
import { exactly } from '../../exactly.ts'

const text = (most: number) => z.string().max(most, `${most} lettres au plus : abrégez.`)
/** Left empty or written, on one line. */
const line = (most: number) =>
  text(most).refine((value) => !/[\r\n]/.test(value), { message: 'Écrivez sur une seule ligne.' })

export const Card = exactly<CardType>()({
  name: line(mostInCard.name),
  kind: z.enum(kindValues),
  does: text(mostInCard.does),
  themes: z.array(z.enum(themeValues)).max(themeValues.length),
  ages: z.array(z.enum(ageValues)).max(ageValues.length),
  places: z
    .array(
      z.strictObject({ commune: z.string().max(10), label: line(mostInCard.label), hours: text(mostInCard.hours) }),
    )
    .max(mostInCard.places, `${mostInCard.places} lieux au plus.`),
  isEverywhere: z.boolean(),
  phone: line(40),
  email: line(mostInCard.reach),
  site: line(mostInCard.reach),
  actions: z.array(z.int().min(1).max(999)).max(60),
})
export type Card = z.infer<typeof Card>

export const ConsentWay = z.enum(['phone', 'email', 'paper', 'meeting', 'online'])

export const Consent = z.strictObject({
  by: z
    .string()
    .trim()
    .min(2, 'Dites qui a donné son accord, par sa fonction : « la directrice ».')
    .max(160, '160 lettres au plus : abrégez.'),
  day: z.iso.date('Choisissez le jour de l’accord.'),
  way: ConsentWay,
})

const serves = z.array(z.strictObject({ objective: z.int().min(1).max(999), theme: z.enum([...themeValues, '']) }))

/** `shown`: everybody reads it; `unasked`: nobody has agreed yet; `proposed`: it came by itself and waits to be read. */
export const ActorState = z.enum(['shown', 'unasked', 'proposed'])

export const ActorLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  themes: z.array(z.string()),
  communes: z.array(z.string()),
  state: ActorState,
  checkedAt: z.string().nullable(),
  isStale: z.boolean(),
  /** It corrected its card itself since the staff last saved it. */
  isOwnChange: z.boolean(),
  /** Until when its link serves; null = it has none, or none any more. */
  linkUntil: z.string().nullable(),
})
export type ActorLine = z.infer<typeof ActorLine>

const choices = {
  communes: z.array(z.strictObject({ value: z.string(), name: z.string() })),
  actions: z.array(z.strictObject({ number: z.int(), title: z.string() })),
} as const

export const DirectoryPage = z.strictObject({
  actors: z.array(ActorLine),
  /** Days on which actors left, the newest first. */
  left: z.array(z.string()),
  isOpen: z.boolean(),
  openedAt: z.string().nullable(),
  takesProposals: z.boolean(),
  serves,
  objectives: z.array(z.strictObject({ number: z.int(), title: z.string() })),
  canWrite: z.boolean(),
  canOpen: z.boolean(),
})
export type DirectoryPage = z.infer<typeof DirectoryPage>

export const ActorPage = z.strictObject({
  id: z.string(),
  /** null = it does not exist yet. */
  revision: z.int().nullable(),
  card: Card,
  consent: Consent.nullable(),
  state: ActorState,
  checkedAt: z.string().nullable(),
  isStale: z.boolean(),
  link: z.strictObject({ madeAt: z.string(), until: z.string() }).nullable(),
  /** Newest first; `by`: '' = the actor itself. */
  history: z.array(z.strictObject({ at: z.string(), by: z.string(), changes: z.array(z.string()) })),
  canWrite: z.boolean(),
  ...choices,
})
export type ActorPage = z.infer<typeof ActorPage>

export const SavedActor = z.strictObject({
  card: Card,
  consent: Consent.nullable(),
  revision: z.int().min(1).nullable(),
})

/** The card as somebody of the staff has read it. */
export const ReadActor = z.strictObject({ revision: z.int().min(1) })

/** Shown once: the secret is stored nowhere. */
export const MadeLink = z.strictObject({ path: z.string(), until: z.string() })

export const PastedCards = z.strictObject({ text: z.string().max(200_000) })
const outcome = z.enum(['new', 'corrected', 'same', 'refused'])
export const ReadCards = z.strictObject({
  lines: z.array(z.strictObject({ line: z.int(), outcome, sentence: z.string() })),
  ignored: z.array(z.string()),
  problem: z.string(),
  counts: z.strictObject({ new: z.int(), corrected: z.int(), same: z.int(), refused: z.int() }),
})
export type ReadCards = z.infer<typeof ReadCards>

export const DirectoryChoice = z.strictObject({ isOpen: z.boolean(), takesProposals: z.boolean(), serves })

/** What an actor reads by its link. */
export const OwnCard = z.strictObject({
  card: Card,
  checkedAt: z.string().nullable(),
  isShown: z.boolean(),
  /** Somebody of the staff reads each correction before it is public. */
  isReadFirst: z.boolean(),
  /** Last moment the link serves. */
  until: z.string(),
  ...choices,
})
export type OwnCard = z.infer<typeof OwnCard>

/** Stands in the address of the page after `#`, so that no journal on the way holds it. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{32,64}$/, 'Ce lien est incomplet : copiez-le en entier.')
export const OwnLink = z.strictObject({ secret })
export const SavedOwnCard = z.strictObject({ secret, card: Card })

export const ProposalForm = z.strictObject(choices)
export type ProposalForm = z.infer<typeof ProposalForm>
/** `secret`: made by the device, so that what is sent twice is there once. */
export const Proposal = z.strictObject({
  secret,
  card: Card,
  by: z
    .string()
    .trim()
    .min(2, 'Dites votre fonction : « la présidente », « le directeur ».')
    .max(160, '160 lettres au plus : abrégez.'),
})
