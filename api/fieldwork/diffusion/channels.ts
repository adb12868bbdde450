/** Where a link is found: one row per channel, with the words that carry it there. */

import { fullDayText } from '../../../surveys/days.ts'
import { capital, type Language, languageRows } from '../../../surveys/languages.ts'
import { textIn } from '../../../surveys/paper/stations.ts'
import { type Shared, speechOf } from '../../../surveys/paper/words.ts'
import { isCensus, isForYoung, type MinutesSpan } from '../../../surveys/questionnaire/audiences.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

import type * as wire from '../../wire/fieldwork.ts'

export type Channel = { code: string; name: string }

/** The code travels in the link (`?canal=`) and with the answer; it names a place, never a person. */
export const channels: readonly Channel[] = [
  { code: 'affiche', name: 'Affiche' },
  { code: 'caf', name: 'Courriel de la Caf' },
  { code: 'lettre-caf', name: 'Lettre de la Caf' },
  { code: 'courriel', name: 'Courriel' },
  { code: 'ecole', name: 'Mot de l’école' },
  { code: 'creche', name: 'Crèche' },
  { code: 'mairie', name: 'Mairie' },
  { code: 'reseaux', name: 'Réseaux sociaux' },
  { code: 'site', name: 'Site de la collectivité' },
  { code: 'accueil', name: 'Lieux d’accueil' },
  { code: 'sms', name: 'SMS' },
  { code: 'relance', name: 'Relance' },
  { code: 'reunion', name: 'Réunion' },
  { code: 'evenement', name: 'Événement' },
  { code: 'partage', name: 'Lien transmis de main en main' },
  { code: 'ambassadeurs', name: 'Ambassadeurs (conseil de jeunes)' },
]

/** `https://…/q/garde?canal=affiche&zone=nord&langue=ar`; French needs no word of it. */
export function linkOf(origin: string, slug: string, channel: string, zone: string, language: Language): string {
  const query = new URLSearchParams({
    ...(channel ? { canal: channel } : {}),
    ...(zone ? { zone } : {}),
    ...(language === 'fr' ? {} : { langue: language }),
  }).toString()
  return `${origin}/q/${slug}${query ? `?${query}` : ''}`
}

export type Announcement = {
  questionnaire: Pick<Questionnaire, 'title' | 'audience' | 'audienceText' | 'notice'>
  minutes: MinutesSpan
  /** Name of the authority. */
  author: string
  contact: string
  origin: string
  slug: string
  closesAt: string | null
  /** Nobody answers without a code: the texts say so. */
  isCodeAsked: boolean
  /** Those it can be answered in. */
  languages: readonly Language[]
}

/** Languages a questionnaire can be answered in: those of the site that it does not leave out. */
export const answeredIn = ({ languages: own }: Pick<Questionnaire, 'languages'>, site: readonly Language[]) =>
  site.filter((language) => own === undefined || own.includes(language))

type Message = { channel: string; title: string; subject?: Shared; text: Shared; isForYoung?: true }

/** To those who are each asked, under their name and with a code. */
const censusMessages: readonly Message[] = [
  { channel: 'courriel', title: 'Courriel', subject: 'MailSubject', text: 'Census' },
  { channel: 'relance', title: 'Relance', subject: 'ReminderSubject', text: 'CensusAgain' },
]

/** The messages, their channel and their name for the staff; of the young, their parents read them, or other young people write. */
const messages: readonly Message[] = [
  { channel: 'courriel', title: 'Courriel', subject: 'MailSubject', text: 'Mail' },
  { channel: 'caf', title: 'Courriel de la Caf', subject: 'MailSubject', text: 'Caf' },
  { channel: 'ecole', title: 'Mot de l’école', subject: 'SchoolSubject', text: 'School' },
  { channel: 'sms', title: 'SMS', text: 'Sms' },
  { channel: 'relance', title: 'Relance', subject: 'ReminderSubject', text: 'Reminder' },
  { channel: 'reseaux', title: 'Réseaux sociaux', text: 'Networks' },
  { channel: 'ambassadeurs', title: 'Ambassadeurs (conseil de jeunes)', text: 'Young', isForYoung: true },
]

/** Short texts ready to copy in each language it can be answered in, each with the link of its own channel. */
export const textsOf = (announcement: Announcement): wire.FieldworkPage['texts'] =>
  announcement.languages.flatMap((language) => textsIn(language, announcement))

function textsIn(
  language: Language,
  { questionnaire, minutes, author, contact, origin, slug, closesAt, isCodeAsked, languages }: Announcement,
): wire.FieldworkPage['texts'] {
  const { audience, audienceText, notice } = questionnaire
  const purpose = notice.lines.find(({ id }) => id === purposeLine)?.text
  const isYoung = isForYoung(audience)
  const say = speechOf(language, isYoung)
  const values = {
    author,
    title: textIn(questionnaire.title, language),
    why: purpose === undefined ? '' : textIn(purpose, language),
    who: capital(textIn(audienceText, language)),
    time: say.shareTime(minutes),
    until: closesAt === null ? '' : say.share('Until', { day: fullDayText(closesAt, language) }),
    code: isCodeAsked ? say.share('Code', {}) : '',
    ask: contact === '' ? '' : say.share('Ask', { contact }),
    paper: isCensus(audience) ? '' : say.share('Paper', {}),
    languages: spoken(languages),
  }
  return (isCensus(audience) ? censusMessages : messages)
    .filter((message) => isYoung || !message.isForYoung)
    .map(({ channel, title, subject, text }) => {
      const filledIn = { ...values, link: linkOf(origin, slug, channel, '', language) }
      return {
        language,
        channel,
        title,
        subject: subject ? say.share(subject, filledIn) : '',
        text: tidy(say.share(text, filledIn)),
      }
    })
}

/** Line of the notice that says what a questionnaire is for. */
const purposeLine = 'pourquoi'

/** What is not said leaves no space and no empty line. */
const tidy = (text: string) =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/^ +| +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')

/** « , en français ou en anglais », for the French text; nothing when there is only French. */
function spoken(languages: readonly Language[]): string {
  const names = languages
    .filter((language) => language !== 'fr-facile')
    .map((language) => languageRows[language].french)
  const said = names.map((name) => `en ${name}`)
  return said.length < 2 ? '' : `, ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(said)}`
}
