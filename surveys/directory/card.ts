/** The card of an actor in the directory: who it is, what it does for whom, where and when, how to reach it; and what is wrong with one. */
import { levelSaid } from '../authority/levels.ts'
import type { ActorAge, ActorKind, ActorTheme } from './rows.ts'

export type ActorPlace = {
  /** INSEE code of a commune of the territory. */
  commune: string
  /** Where in the commune: a room, a street. */
  label: string
  /** When it is open, as people say it. */
  hours: string
}

export type Card = {
  name: string
  kind: ActorKind
  /** What it does, for whom, in plain words. */
  does: string
  themes: ActorTheme[]
  ages: ActorAge[]
  places: ActorPlace[]
  /** It goes to people, wherever they live in the territory. */
  isEverywhere: boolean
  /** Public ones: at least one of the three. */
  phone: string
  email: string
  site: string
  /** Numbers of the actions of the plan it takes part in. */
  actions: number[]
}

export const emptyCard: Card = {
  name: '',
  kind: 'association',
  does: '',
  themes: [],
  ages: [],
  places: [],
  isEverywhere: false,
  phone: '',
  email: '',
  site: '',
  actions: [],
}

/** Longest texts, in letters; most places. */
export const mostInCard = { name: 120, does: 500, label: 160, hours: 200, reach: 160, places: 30 } as const

export type CardProblem = { path: keyof Card; message: string }
export type KnownInPlan = { communes: ReadonlySet<string>; actions: ReadonlySet<number> }

/** What is wrong with a card, in sentences that say what to do; the page says them while one types, the server again. */
export function cardProblems(card: Card, known: KnownInPlan): CardProblem[] {
  const found: CardProblem[] = []
  const say = (path: keyof Card, message: string) => found.push({ path, message })
  if (card.name.trim().length < 2) say('name', 'Écrivez le nom sous lequel on vous connaît.')
  if (card.does.trim().length < 10) say('does', 'Dites en une ou deux phrases ce qui est proposé, et à qui.')
  if (card.themes.length === 0) say('themes', 'Choisissez au moins un thème.')
  if (card.ages.length === 0) say('ages', 'Choisissez au moins un âge.')
  if (card.places.length === 0 && !card.isEverywhere)
    say('places', 'Ajoutez un lieu, ou cochez « Se déplace sur tout le territoire ».')
  if (card.places.some(({ commune }) => !known.communes.has(commune)))
    say('places', 'Choisissez une commune du territoire pour chaque lieu, ou retirez le lieu.')
  const { phone, email, site } = card
  if (phone === '' && email === '' && site === '')
    say('phone', 'Donnez au moins un moyen public de vous joindre : téléphone, courriel ou site.')
  if (phone !== '' && !isPhone(phone)) say('phone', 'Ce numéro est incomplet. Écrivez par exemple 05 63 00 00 00.')
  if (email !== '' && !isEmail(email))
    say('email', 'Cette adresse est incomplète. Écrivez par exemple accueil@exemple.fr.')
  if (site !== '' && !isSite(site)) say('site', 'Collez l’adresse entière, qui commence par https://.')
  const unknown = card.actions.find((number) => !known.actions.has(number))
  if (unknown !== undefined)
    say('actions', `Le plan n’a pas ${levelSaid('of', 'action')} ${unknown} : choisissez dans la liste.`)
  return found
}

/** Ways to reach an actor that are what they claim to be: a link may be made of them. */
export const reachedBy = { phone: isPhone, email: isEmail, site: isSite } as const
export type Reach = keyof typeof reachedBy

/** Those a card holds that are not: stored by other means than the form, they are shown as text. */
export const badReach = (card: Pick<Card, Reach>): Reach[] =>
  (Object.keys(reachedBy) as Reach[]).filter((way) => card[way] !== '' && !reachedBy[way](card[way]))

/** A whole number, or a short one such as 119 and 3919. */
function isPhone(phone: string): boolean {
  const digits = phone.replace(/\D/g, '')
  return /^[\d\s.()+-]+$/.test(phone) && (/^[1-9]\d{1,3}$/.test(digits) || /^\d{10,12}$/.test(digits))
}

/** Without the signs by which a link to write would also fill in other recipients or a text. */
function isEmail(email: string): boolean {
  return /^[^\s@?&%]+@[^\s@?&%]+\.[^\s@?&%]+$/.test(email)
}

/** Without a name before an @, behind which an address seems to be another one's. */
function isSite(site: string): boolean {
  try {
    const { protocol, username, password } = new URL(site)
    return /^https?:$/.test(protocol) && username === '' && password === '' && /^https?:\/\/[^\s.]+\.[^\s]+$/.test(site)
  } catch {
    return false
  }
}

/** As it is stored: spaces tidied, each theme and age once in the order of the lists. */
export function tidyCard(card: Card, order: { themes: readonly ActorTheme[]; ages: readonly ActorAge[] }): Card {
  const tidy = (text: string) => text.replace(/[ \t\u00a0]+/g, ' ').trim()
  return {
    ...card,
    name: tidy(card.name),
    does: tidy(card.does),
    themes: order.themes.filter((theme) => card.themes.includes(theme)),
    ages: order.ages.filter((age) => card.ages.includes(age)),
    places: card.places.map(({ commune, label, hours }) => ({ commune, label: tidy(label), hours: tidy(hours) })),
    phone: tidy(card.phone),
    email: tidy(card.email),
    site: tidy(card.site),
    actions: [...new Set(card.actions)].toSorted((a, b) => a - b),
  }
}
