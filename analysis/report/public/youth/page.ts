/** « Ce que les jeunes ont dit » : the results of the questionnaires of the young, in the words one says « tu » with. In French only. */
import { and, counted, quote, typeset } from '../../../text/format.ts'
import { harmless } from '../../html/html-blocks.ts'
import type { ReportSource } from '../../source.ts'
import { bars, decisions, type SiteFrame, servedPage } from '../html.ts'
import { type YouthCard, youthCards } from './cards.ts'

/** One questionnaire of the young that everybody may read. */
export type YouthResults = { slug: string; title: string; responses: number; source: ReportSource }

const mostCards = 8

/**
 * @param links where one goes on from here: to write an idea, to take part
 * @param waiting titles of the questionnaires of the young whose results are not open yet
 */
export function youthHtml(
  results: readonly YouthResults[],
  frame: SiteFrame,
  links: readonly { text: string; href: string }[],
  isDemo: boolean,
  waiting: readonly string[] = [],
): string {
  const none = results.length === 0
  return servedPage({ language: 'fr', tag: 'fr', direction: 'ltr' }, 'Ce que les jeunes ont dit', frame, [
    `<main id="content"><div class="cover"><h1>Ce que les jeunes ont dit</h1><p class="subject">${say('Tu as entre 11 et 25 ans ? Cette page est pour toi.')}</p>${isDemo ? '<p class="marks">Données fictives</p>' : ''}</div><div class="body">`,
    none
      ? `<p class="lead">${say('Il n’y a pas encore de résultats. Reviens bientôt.')}</p>`
      : `<p class="lead">${say('Des jeunes d’ici ont répondu à nos questions. Lis ce qu’ils ont dit, et ce qui est décidé. Tu n’es pas d’accord ? Dis-le.')}</p>`,
    none
      ? ''
      : `<section class="more"><h2>Lire un nombre</h2><p>${say('« Environ 40 sur 100 » : imagine 100 jeunes, 40 diraient pareil. Comme on n’a pas demandé à tout le monde, on dit aussi entre quels nombres se trouve le vrai.')}</p></section>`,
    ...results.map(section),
    none || waiting.length === 0 ? '' : `<section class="more"><p>${say(waitingText(waiting))}</p></section>`,
    `<section class="more"><h2>${say('Et toi ?')}</h2><ul class="files">${links.map(({ text, href }) => `<li><a href="${harmless(href)}">${say(text)}</a></li>`).join('')}</ul><p>${say('Si quelque chose ne va pas pour toi, ou pour quelqu’un que tu connais : appelle le 119. C’est gratuit, jour et nuit.')}</p></section>`,
    '</div></main>',
  ])
}

/** Whoever is of another age sees that theirs are not forgotten. */
const waitingText = (titles: readonly string[]) =>
  `Les résultats de ${and(titles.map(quote))} ne sont pas encore là. Reviens bientôt.`

const say = (text: string) => harmless(typeset(text))

function section({ slug, title, responses, source }: YouthResults): string {
  const cards = youthCards(source, mostCards)
  return [
    `<section class="others"><h2>${say(title)}</h2><p>${say(`${counted(responses, 'jeune a répondu', 'jeunes ont répondu')}.`)}</p>`,
    ...cards.map(article),
    cards.length === 0 ? `<p>${say('Pas encore assez de réponses pour te dire quelque chose de sûr.')}</p>` : '',
    `<p><a href="/resultats/${harmless(slug)}">Tous les résultats de ce questionnaire</a></p></section>`,
  ].join('')
}

const article = ({ question, lines, picture, decided }: YouthCard) =>
  `<article class="item"><h3>${harmless(question)}</h3>${picture ? bars(picture) : ''}${lines.map((line) => `<p>${harmless(line)}</p>`).join('')}${decisions(decided)}</article>`
