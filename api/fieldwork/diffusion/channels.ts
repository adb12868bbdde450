/** Where a link is found: one row per channel, with the words that carry it there. */

import { fullDayText } from '../../../surveys/days.ts'
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
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

/** `https://…/q/garde?canal=affiche&zone=nord` */
export function linkOf(origin: string, slug: string, channel: string, zone: string): string {
  const query = new URLSearchParams({ ...(channel ? { canal: channel } : {}), ...(zone ? { zone } : {}) }).toString()
  return `${origin}/q/${slug}${query ? `?${query}` : ''}`
}

export type Announcement = {
  questionnaire: Pick<Questionnaire, 'title' | 'audience' | 'audienceText' | 'minutes'>
  /** Name of the authority. */
  author: string
  contact: string
  origin: string
  slug: string
  closesAt: string | null
  languages: readonly Language[]
}

/** Short texts ready to copy, each with the link of its own channel. */
export function textsOf({
  questionnaire,
  author,
  contact,
  origin,
  slug,
  closesAt,
  languages,
}: Announcement): wire.FieldworkPage['texts'] {
  const { minutes, audience, audienceText } = questionnaire
  const title = frenchOf(questionnaire.title)
  const link = (channel: string) => linkOf(origin, slug, channel, '')
  const until = closesAt === null ? '' : ` Vous pouvez répondre jusqu’au ${fullDayText(closesAt)}.`
  const isYoung = isForYoung(audience)
  const time = `${minutes}\u00a0minutes`
  const ask = contact === '' ? '' : `\n\nUne question\u202f? ${contact}`
  const who = frenchOf(audienceText).replace(/\.$/, '')
  const shareTheYoung = isYoung ? 'Faites suivre ce message à vos enfants concernés. ' : ''
  return [
    {
      channel: 'caf',
      title: 'Courriel de la Caf',
      subject: `${title}\u00a0: votre avis compte`,
      text: `Bonjour,\n\nNous préparons avec la Caf les services aux familles et aux jeunes. ${shareTheYoung}Le questionnaire «\u202f${title}\u202f» s’adresse à\u00a0: ${who}. Il prend environ ${time}, sans nom ni compte, et n’est pas obligatoire.${until}\n\nRépondre\u00a0: ${link('caf')}${ask}\n\nMerci de votre aide.\n${author}`,
    },
    {
      channel: 'ecole',
      title: 'Mot de l’école',
      subject: `${title}`,
      text: `Madame, Monsieur,\n\nNous aimerions connaître vos besoins. ${shareTheYoung}Le questionnaire «\u202f${title}\u202f» prend environ ${time} sur un téléphone. Il est facultatif, et personne ne vous demande votre nom.${until}\n\nAdresse\u00a0: ${link('ecole')}\n\nVous préférez le papier, ou une autre langue\u202f? Demandez à l’école ou en mairie.${ask}\n\n${author}`,
    },
    {
      channel: 'sms',
      title: 'SMS',
      subject: '',
      text: `${author}\u00a0: ${shareTheYoung ? 'pour vos enfants, ' : ''}«\u202f${title}\u202f», ${time}, sans nom. ${link('sms')}`,
    },
    {
      channel: 'relance',
      title: 'Relance',
      subject: `Rappel\u00a0: ${title}`,
      text: `Bonjour,\n\nIl est encore temps de répondre à «\u202f${title}\u202f»\u00a0: ${time}, sans nom ni compte.${until} ${shareTheYoung}\n\nRépondre\u00a0: ${link('relance')}\n\nVous avez déjà répondu\u202f? Merci, ce message n’est plus pour vous\u00a0: rien ne nous dit qui a répondu.${ask}\n\n${author}`.replace(
        ' \n',
        '\n',
      ),
    },
    {
      channel: 'reseaux',
      title: 'Réseaux sociaux',
      subject: '',
      text: isYoung
        ? `${title}\u00a0: dis ce que tu en penses, en ${time}. Pas de nom, pas de compte.\n${link('reseaux')}`
        : `${title}\u00a0: votre avis compte. ${time}, sans nom ni compte${spoken(languages)}.\n${link('reseaux')}`,
    },
    ...(isYoung
      ? [
          {
            channel: 'ambassadeurs',
            title: 'Ambassadeurs (conseil de jeunes)',
            subject: '',
            text: `Salut\u202f! Je fais partie des ambassadeurs du conseil de jeunes. On demande aux jeunes d’ici ce qu’ils vivent et ce qu’ils veulent. Ça prend ${time}, sans nom ni compte, et tu peux passer les questions.\n${link('ambassadeurs')}`,
          },
        ]
      : []),
  ]
}

/** « , en français ou en anglais »; nothing when there is only French. */
function spoken(languages: readonly Language[]): string {
  const names = languages
    .filter((language) => language !== 'fr-facile')
    .map((language) => languageRows[language].french)
  const said = names.map((name) => `en ${name}`)
  return said.length < 2 ? '' : `, ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(said)}`
}
